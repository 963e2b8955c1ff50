"""Text inside Markdown: shown as it is, whatever it holds."""

from __future__ import annotations

import re
from html import escape

from markupsafe import Markup

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|~:@])")


def plain(value: object) -> str:
    """Return a value of unknown origin as one line of Markdown without markup, links or HTML; Markup stays as it is."""
    if isinstance(value, Markup) or value is None:
        return str(value or "")
    text = " ".join(str(value).split())
    return _SPECIAL.sub(r"\\\1", escape(text, quote=False))


def link(text: str, address: str | None) -> Markup:
    """Return a link, or the text alone where there is no address to link to."""
    if address is None:
        return Markup(plain(text))
    target = address.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20").replace("\n", "")
    return Markup(f"[{plain(text)}](<{escape(target)}>)")
