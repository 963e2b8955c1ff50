"""Whether a text is English: by its commonest words, which no other language shares in this number."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
#: Common words that few other languages share; "a", "in", "was" and the like are left out for that.
_COMMON = frozenset(
    _WORD.findall(
        "the of and to that for with as by it from he his be were this has have had not but which or said they their who been "
        "its after would"
    )
)
#: Measured: 0.12 and above in 282 English news articles and interviews, 0.03 and below in sentences of four other languages.
_ENGLISH_SHARE = 0.06
_SAMPLE = 5_000
#: With fewer words the share says little; what the source declares counts, and English is assumed where it declares nothing.
_ENOUGH = 20


def is_english(text: str, declared: str | None) -> bool:
    """Return whether the text reads as English; for a few words, whether the source says so or says nothing."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    if sum(map(str.isascii, words)) < len(words) / 2:
        return False
    if len(words) < _ENOUGH:
        return language_code(declared) in {None, "en"}
    return sum(map(_COMMON.__contains__, words)) >= _ENGLISH_SHARE * len(words)


def language_code(declared: str | None) -> str | None:
    """Return the language code without region: en for en-GB; None where nothing is declared."""
    code = re.split("[-_]", declared.strip().lower())[0] if declared else ""
    return {"english": "en", "eng": "en"}.get(code, code) or None
