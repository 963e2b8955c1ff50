"""Read the lexicons of events: senses of trigger words, classes of nouns, signatures of embedding words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

FOLDER = Path(__file__).parent
ANY_LEMMA = "*"

Role = Literal["I", "R", "-"]
Effect = Literal["same", "flip", "actual", "not", "planned", "not_planned", "requested", "not_requested", "possible", "attempt"]


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold of one slot of a word for a sense to be meant."""

    slots: tuple[str, ...]
    """Several where any of them will do ("by/on=phone")."""
    values: frozenset[str]
    """Lemmas and @classes; empty: the slot is filled at all."""
    wanted: bool
    """False: must not hold."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a trigger word."""

    type: str
    mode: str | None
    cameo: str | None
    conditions: tuple[Condition, ...]
    roles: Mapping[str, Role]
    rule: str
    """Where it stands: file and line."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a word says about the happening that hangs on it."""

    affirmed: Effect
    negated: Effect
    doer: str


def rows_of(name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield line number and fields of each row of a lexicon file; lines that begin with "#" are comments."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    header = numbered[0][1].split("\t")
    for number, line in numbered[1:]:
        yield number, dict(zip(header, line.split("\t"), strict=True))


@cache
def classes() -> dict[str, frozenset[str]]:
    """Return the noun classes by name."""
    return {row["class"]: frozenset(row["lemmas"].split()) for _, row in rows_of("classes.tsv")}


def _condition(text: str) -> Condition:
    slot, _, values = text.lstrip("!").partition("=")
    return Condition(tuple(slot.split("/")), frozenset(filter(None, values.split("|"))), wanted=not text.startswith("!"))


def _roles(text: str) -> dict[str, Role]:
    return {slot: cast(Role, role) for slot, role in (part.split("=") for part in text.split())}


@cache
def senses() -> dict[tuple[str, str], tuple[Sense, ...]]:
    """Return the senses by lemma and part of speech, the most specific first, in the order of the file where equally specific."""
    defaults: dict[tuple[str, str], dict[str, Role]] = {}
    found: dict[tuple[str, str], list[Sense]] = defaultdict(list)
    rows = list(rows_of("lexicon.tsv"))
    for _, row in rows:
        if row["lemmas"] == ANY_LEMMA:
            defaults[row["type"], row["pos"]] = _roles(row["roles"])
    for number, row in rows:
        if row["lemmas"] == ANY_LEMMA:
            continue
        conditions = tuple(_condition(text) for text in row["when"].split())
        roles = defaults[row["type"], row["pos"]] | _roles(row["roles"])
        sense = Sense(row["type"], row["mode"] or None, row["cameo"] or None, conditions, roles, f"lexicon.tsv:{number}")
        for lemma in row["lemmas"].split():
            found[lemma, row["pos"]].append(sense)
    return {key: tuple(sorted(listed, key=_specificity)) for key, listed in found.items()}


def _specificity(sense: Sense) -> int:
    return -len(sense.conditions)


@cache
def _signatures() -> dict[tuple[str, str, str], Signature]:
    found: dict[tuple[str, str, str], Signature] = {}
    for _, row in rows_of("signatures.tsv"):
        signature = Signature(cast(Effect, row["affirmed"]), cast(Effect, row["negated"]), row["doer"])
        for frame in row["frames"].split():
            for lemma in row["lemmas"].split():
                found.setdefault((lemma, row["pos"], frame), signature)
    return found


def signature(lemmas: Iterable[str], pos: str, frame: str) -> Signature | None:
    """Return what a word, given by its possible base forms, says about what hangs on it, None where the lexicon does not know."""
    pos = {"AUX": "VERB", "PROPN": "NOUN"}.get(pos, pos)
    return next((found for lemma in lemmas if (found := _signatures().get((lemma, pos, frame)))), None)
