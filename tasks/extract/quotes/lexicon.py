"""The cue lexicon and the word lists beside it, read from data files; docs/quotes.md describes their columns."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from tasks.records import Polarity

Frame = Literal["clause", "question", "quotation", "object", "predicate", "withhold", "source"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that introduces what somebody said."""

    lemma: str
    pos: str
    """verb, noun, or source (a preposition that takes the speaker: "according to")."""
    frames: frozenset[str]
    """What it takes: clause ("said that ..."), question ("asked whether ..."), quotation (words in marks beside it), object (a phrase
    that holds words in marks), predicate ("called X Y"), source (the speaker), withhold ("declined to say ...")."""
    stance: str
    polarity: Polarity


def _rows(name: str) -> list[dict[str, str]]:
    with files("tasks.extract.quotes").joinpath(name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


@cache
def cues(pos: str) -> dict[str, Cue]:
    """Return the cues of a part of speech by lemma."""
    return {
        row["lemma"]: Cue(
            row["lemma"], pos, frozenset(row["frames"].split(",")), row["stance"], cast("Polarity", row["polarity"])
        )
        for row in _rows("cues.tsv")
        if row["pos"] == pos
    }


@cache
def media() -> dict[str, str]:
    """Return the medium that a noun or verb stands for ("interview": interview, "tweet": post), by lemma."""
    return {row["lemma"]: row["medium"] for row in _rows("media.tsv")}


@cache
def documents() -> frozenset[str]:
    """Return the nouns of sources that are texts, not persons or bodies ("law", "poll"), by lemma."""
    return frozenset(row["lemma"] for row in _rows("media.tsv") if row["document"] == "yes")


@cache
def seconds() -> dict[str, tuple[str, ...]]:
    """Return the second words of cues of two words ("point out"), by the first."""
    pairs = [lemma.split() for lemma in cues("verb") if " " in lemma]
    return {first: tuple(second for other, second in pairs if other == first) for first, _ in pairs}
