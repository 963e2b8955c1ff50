"""The word lists under lexicon/, read once: nouns for actors, words within names, titles, nicknames and closed lists."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "lexicon"


class Noun(NamedTuple):
    """What a common noun can denote."""

    type: str
    """One of the six types of actors, or place."""
    gender: str | None
    """m, f, n for neither; None where it does not tell."""
    cls: str
    """Nouns of one class can denote the same person ("expert", "analyst")."""


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def nouns() -> dict[str, Noun]:
    """Return common nouns (lemmas, and plurals that only denote groups) with what they can denote."""
    return {
        row["noun"]: Noun(row["type"], None if row["gender"] == "-" else row["gender"], row["class"])
        for row in _rows("nouns.tsv")
    }


@cache
def name_words() -> dict[str, str]:
    """Return words that tell the type of a name in which they stand ("Ministry": government)."""
    return {row["word"]: row["type"] for row in _rows("name_words.tsv")}


@cache
def titles() -> dict[str, str | None]:
    """Return the words that stand before a person's name, with the gender that they tell."""
    return {row["title"]: None if row["gender"] == "-" else row["gender"] for row in _rows("titles.tsv")}


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Return the forenames that a short form can stand for."""
    found: dict[str, set[str]] = {}
    for row in _rows("nicknames.tsv"):
        found.setdefault(row["nickname"], set()).add(row["forename"])
    return {short: frozenset(full) for short, full in found.items()}


@cache
def office_verbs() -> dict[str, str]:
    """Return verbs that tell the office of their subject ("chairs the Harbour Foundation"), with the noun for its holder."""
    return {row["verb"]: row["noun"] for row in _rows("office_verbs.tsv")}


@cache
def ministries() -> dict[str, str]:
    """Return how the ministries that every country has are called, with the last part of their ids in the catalogue."""
    return {row["name"]: row["body"] for row in _rows("ministries.tsv")}


@cache
def blocs() -> dict[str, str]:
    """Return descriptions without capitals that are groups of countries, with their ids in the catalogue."""
    return {row["phrase"]: row["actor_id"] for row in _rows("blocs.tsv")}


@cache
def words(name: str) -> frozenset[str]:
    """Return one of the closed lists of lists.toml."""
    return frozenset(_lists()[name])


@cache
def _lists() -> dict[str, list[str]]:
    with (FOLDER / "lists.toml").open("rb") as file:
        return tomllib.load(file)
