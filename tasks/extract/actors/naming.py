"""Names as strings: normal form, parts of a person's name, keys, acronyms. Knows nothing of sentences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tasks.extract.actors import lexicon

POSSESSIVE = re.compile(r"['’]s?$")
DETERMINERS = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "your",
        "no",
        "some",
        "all",
        "every",
        "each",
        "both",
    }
)
INITIAL = re.compile(r"^[a-z]\.?$")


@lru_cache(maxsize=65536)
def normal_word(word: str) -> str:
    """Return a word in lower case without accents and with plain apostrophes and hyphens; full stops of acronyms are dropped."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").replace("‘", "'").replace("–", "-"))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    plain = plain.replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("ı", "i")
    return plain.replace(".", "") or plain


def normal_words(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a name in normal form, without article at the start and possessive at the end."""
    normal = [normal_word(word) for word in words if word.strip()]
    while normal and normal[0] in DETERMINERS:
        normal.pop(0)
    while normal and normal[-1] in {"'s", "'", ","}:
        normal.pop()
    if normal and normal[-1].endswith("'s"):
        normal[-1] = normal[-1][:-2]
    return tuple(normal)


class PersonName(NamedTuple):
    """The parts of a person's name, in normal form."""

    forenames: tuple[str, ...]
    surname: str
    generation: str

    @property
    def key(self) -> str:
        """Return first forename and surname: middle names and initials come and go, so they do not identify."""
        parts = (*self.forenames[:1], self.surname, self.generation)
        return " ".join(part for part in parts if part)


@lru_cache(maxsize=16384)
def person_name(words: tuple[str, ...]) -> PersonName:
    """Split a person's name into forenames, surname with its particles, and generation (jr, iii)."""
    rest = list(words)
    generation = ""
    while len(rest) > 1 and rest[-1] in lexicon.words("generations"):
        generation = rest.pop().rstrip(".")
    if rest and rest[-1] == ",":
        rest.pop()
    if len(rest) < 2:
        return PersonName((), " ".join(rest), generation)
    if rest[0] in lexicon.words("family_first") and len(rest) <= 3 and not INITIAL.match(rest[-1]):
        return PersonName(tuple(rest[1:]), rest[0], generation)
    start = len(rest) - 1
    while start > 1 and rest[start - 1] in lexicon.words("particles"):
        start -= 1
    return PersonName(tuple(rest[:start]), " ".join(rest[start:]), generation)


def same_forename(one: str, other: str) -> bool:
    """Tell whether two forenames can be one person's: equal, an initial of the other, or its short form."""
    if one == other:
        return True
    if INITIAL.match(one) or INITIAL.match(other):
        return one[0] == other[0]
    short = lexicon.nicknames()
    return (
        other in short.get(one, ())
        or one in short.get(other, ())
        or bool(short.get(one, frozenset()) & short.get(other, frozenset()))
    )


def same_person(one: PersonName, other: PersonName) -> bool:
    """Tell whether two full names can be one person's."""
    if one.surname != other.surname and not _nested_surname(one, other):
        return False
    if one.generation and other.generation and one.generation != other.generation:
        return False
    if not one.forenames or not other.forenames:
        return True
    if same_forename(one.forenames[0], other.forenames[0]):
        return True
    # "Patricia Ann Smith" and "Ann Smith"; "J. Edgar Hoover" and "Edgar Hoover"
    return one.forenames[0] in other.forenames[1:] or other.forenames[0] in one.forenames[1:]


def _nested_surname(one: PersonName, other: PersonName) -> bool:
    """Tell whether one surname ends the other ("Lula da Silva" and "Silva"), with the same first forename."""
    if not one.forenames or not other.forenames or one.forenames[0] != other.forenames[0]:
        return False
    short, long = sorted((one.surname.split(), other.surname.split()), key=len)
    return long[-len(short) :] == short


@lru_cache(maxsize=16384)
def organisation_key(words: tuple[str, ...]) -> str:
    """Return the name of an organisation without its legal form."""
    rest = list(words)
    while len(rest) > 1 and rest[-1] in lexicon.words("legal_suffixes"):
        rest.pop()
        if len(rest) > 1 and rest[-1] in {",", "&", "and"}:
            rest.pop()
    return " ".join(rest)


SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to", "&", "de", "du", "des", "a", "-", "–", ","})


@lru_cache(maxsize=16384)
def initials(words: tuple[str, ...]) -> frozenset[str]:
    """Return the acronyms that a name can have: initials with and without its small words, hyphenated parts counted."""
    parts = [part for word in words for part in word.split("-") if part]
    if len(parts) < 2:
        return frozenset()
    every = "".join(part[0] for part in parts if part[0].isalnum())
    main = "".join(part[0] for part in parts if part not in SMALL_WORDS and part[0].isalnum())
    return frozenset({every, main})


def is_acronym(word: str) -> bool:
    """Tell whether a word as printed looks like an acronym (UNESCO, U.N., AfCFTA)."""
    letters = word.replace(".", "")
    return (
        2 <= len(letters) <= 10 and sum(char.isupper() for char in letters) >= max(2, len(letters) // 2) and letters[:1].isupper()
    )
