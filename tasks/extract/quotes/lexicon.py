"""The cue lexicon and the word lists beside it, read from data files; docs/quotes.md describes their columns."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from tasks.records import Polarity

Frame = Literal["clause", "question", "quotation", "object", "predicate", "withhold", "source"]
VOWELS = "aeiou"
#: Verbs whose object is whom it is said to.
TOLD = frozenset({"tell", "inform", "assure", "remind", "ask", "advise", "warn", "reassure", "urge", "instruct", "order"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that introduces what somebody said."""

    lemma: str
    pos: str
    """verb, noun, adjective, carrier (a verb: "voice a hope"), or source (takes the speaker: "according to")."""
    frames: frozenset[str]
    """What it takes: clause ("said that ..."), question ("asked whether ..."), quotation (words in marks beside it),
    object (a phrase that holds words in marks), predicate ("called X Y"), source (the speaker),
    withhold ("declined to say ...")."""
    stance: str
    polarity: Polarity
    forms: tuple[str, ...]
    """Irregular forms."""


def _rows(name: str) -> list[dict[str, str]]:
    with files("tasks.extract.quotes").joinpath(name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


@cache
def cues(pos: str) -> dict[str, Cue]:
    """Return the cues of a part of speech by lemma."""
    found = [row for row in _rows("cues.tsv") if row["pos"] == pos]
    return {row["lemma"]: _cue(row) for row in found}


def _cue(row: dict[str, str]) -> Cue:
    frames, polarity = frozenset(row["frames"].split(",")), cast("Polarity", row["polarity"])
    return Cue(row["lemma"], row["pos"], frames, row["stance"], polarity, tuple(filter(None, row["forms"].split(","))))


@cache
def verb_forms() -> dict[str, tuple[Cue, ...]]:
    """Return the verbs of saying by each of their forms, those of two words first: lemmatizers err on rare verbs."""
    found: dict[str, tuple[Cue, ...]] = {}
    for cue in sorted(cues("verb").values(), key=_words, reverse=True):
        first = cue.lemma.split()[0]
        for form in {*inflections(first), *cue.forms}:
            found[form] = (*found.get(form, ()), cue)
    return found


@cache
def carrier_forms() -> dict[str, Cue]:
    """Return the verbs that bring forward what a noun of saying names ("voice a hope"), or a text, by each of their forms."""
    return {form: cue for lemma, cue in cues("carrier").items() for form in {*inflections(lemma), *cue.forms}}


@cache
def cue_forms() -> frozenset[str]:
    """Return every word form with which a cue may begin."""
    return frozenset({*verb_forms(), *noun_forms(), *cues("adjective"), *(lemma.split()[0] for lemma in cues("source"))})


def _words(cue: Cue) -> int:
    return len(cue.lemma.split())


def inflections(verb: str) -> set[str]:
    """Return the regular forms of a verb; where doubling its last letter depends on stress, both ways."""
    if verb.endswith("e"):
        return {verb, verb + "s", verb + "d", verb[:-1] + "ing"}
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    stems = {verb}
    if verb[-1] not in VOWELS + "wxy" and verb[-2] in VOWELS and (verb[-3] not in VOWELS or verb[-4:-2] == "qu"):
        stems.add(verb + verb[-1])
    return {verb, third} | {stem + ending for stem in stems for ending in ("ed", "ing")}


@cache
def noun_forms() -> dict[str, Cue]:
    """Return the nouns of saying, singular and plural."""
    found: dict[str, Cue] = {}
    for lemma, cue in cues("noun").items():
        plural = lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2] not in VOWELS else lemma + "s"
        found |= {lemma: cue, plural: cue}
    return found


@cache
def media() -> dict[str, str]:
    """Return the medium that a noun or verb stands for ("interview": interview, "tweet": post), by lemma."""
    return {row["lemma"]: row["medium"] for row in _rows("media.tsv")}


@cache
def documents() -> frozenset[str]:
    """Return the nouns of sources that are texts, not persons or bodies ("law", "poll"), by lemma."""
    return frozenset(row["lemma"] for row in _rows("media.tsv") if row["document"] != "no")


@cache
def laws() -> frozenset[str]:
    """Return the nouns of texts that speak for nobody, whoever made them ("law", "treaty"), by lemma."""
    return frozenset(row["lemma"] for row in _rows("media.tsv") if row["document"] == "law")
