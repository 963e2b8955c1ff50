"""How names are compared: accents, dots, apostrophes, dashes, articles and possessives do not count."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE", "ə": "a", "Ə": "A"}
    | dict.fromkeys("’‘ʼ`´ʻ", "'")
    | dict.fromkeys("‐‑‒–—−", "-")
    | {".": "", "\u00a0": " "}
)
_EDGES = re.compile(r"^(?:the|The|THE)\s+|(?:'s|'S|(?<=s)')$")


def exact_key(name: str) -> str:
    """Return the form by which names are compared where case counts: ``the U.S.`` and ``US`` are equal, ``us`` is not."""
    if name.isascii():
        plain = name.replace(".", "").replace("`", "'")
    else:
        plain = unicodedata.normalize("NFKD", name.translate(_LETTERS))
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    if " " not in plain and "'" not in plain:
        return plain.strip()
    return _EDGES.sub("", " ".join(plain.split()))


def folded_key(name: str) -> str:
    """Return the form by which names are compared where case does not count."""
    return exact_key(name).casefold()
