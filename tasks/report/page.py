"""Pages: the template environment, with everything escaped, links limited to http(s), and no script in any page."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tasks.report.markdown import link, plain

#: Nothing is loaded from anywhere and nothing runs; the page's own style alone is allowed.
CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


@cache
def environment() -> Environment:
    """Return the environment of all templates: HTML is escaped, a name that is missing is an error."""
    made = Environment(
        loader=PackageLoader("tasks.report"),
        autoescape=lambda name: name is not None and ".html" in name,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    made.globals["content_policy"] = Markup(CONTENT_POLICY)
    made.filters.update(web=web_address, day=day, number=number, plural=plural, squeeze=squeeze, plain=plain, link=link)
    return made


def web_address(url: str | None) -> str | None:
    """Return the address where it may be linked to: http or https with a host; None for anything else."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def squeeze(text: str) -> str:
    """Return the text without blank lines."""
    return re.sub(r"\s*\n\s*", "\n", text)


def day(value: date | None) -> str:
    """Return a date for people: 18 March 2025."""
    return f"{value.day} {value:%B %Y}" if value else "no date"


def number(value: int) -> str:
    """Return a count with a separator between thousands."""
    return f"{value:,}"


def plural(count: int, singular: str, several: str | None = None) -> str:
    """Return the count with its noun: 1 quote, 2 quotes."""
    return f"{count:,} {singular if count == 1 else several or singular + 's'}"
