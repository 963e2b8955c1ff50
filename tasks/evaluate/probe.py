"""The probe of reported speech: is the clause tied to the verb of saying, and the speaker found, in each pattern."""

import json
import random
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

LIMIT = 90
"""Sentences per pattern, drawn from the combinations of words."""


@dataclass(frozen=True)
class Case:
    """A sentence, and the offsets of the words that matter in it; `verb` is None for "according to".

    `speaker` is a span: a full name counts as found whichever of its parts the parser makes the head.
    """

    pattern: str
    text: str
    speaker: tuple[int, int]
    clause: int
    verb: int | None
    second: int | None


@cache
def load_probe() -> dict[str, Any]:
    """The words and patterns; the main word of each phrase stands between asterisks."""
    probe: dict[str, Any] = json.loads((files(__package__) / "probe.json").read_text(encoding="utf-8"))
    return probe


def write_cases() -> list[Case]:
    """All sentences of the probe, in order."""
    return [case for name, template in load_probe()["patterns"] for case in _pattern_cases(name, template)]


def run_probe(nlp: Language) -> dict[str, dict[str, float]]:
    """Parse the probe; percent of clauses and speakers found in each pattern."""
    cases = write_cases()
    results: dict[str, list[tuple[bool, bool]]] = {}
    for case, doc in zip(cases, nlp.pipe(case.text for case in cases), strict=True):
        results.setdefault(case.pattern, []).append((finds_clause(doc, case), finds_speaker(doc, case)))
    return {
        pattern: {
            "clause": round(100 * sum(clause for clause, _ in found) / len(found), 1),
            "speaker": round(100 * sum(speaker for _, speaker in found) / len(found), 1),
        }
        for pattern, found in results.items()
    }


def finds_clause(doc: Doc, case: Case) -> bool:
    """Whether the clause depends on the verb of saying (or that verb is inserted into it), with all its verbs."""
    clause, verb = _token(doc, case.clause), _token(doc, case.verb)
    if verb is None:
        return bool(clause.dep_ == "ROOT")
    reported = clause.head == verb and clause.dep_ == "ccomp"
    inserted = verb.head == clause and verb.dep_ == "parataxis" and case.clause < verb.idx
    second = _token(doc, case.second)
    return bool(reported or inserted) and (second is None or (second.head == clause and second.dep_ == "conj"))


def finds_speaker(doc: Doc, case: Case) -> bool:
    """Whether the speaker is the subject of the verb of saying, or the source after "according to"."""
    verb = _token(doc, case.verb)
    tokens = doc.char_span(*case.speaker, alignment_mode="expand") or ()
    if verb is None:
        return any(child.lower_ == "according" and child.dep_ == "case" for token in tokens for child in token.children)
    return any(token.head == verb and token.dep_ == "nsubj" for token in tokens)


def _pattern_cases(name: str, template: str) -> list[Case]:
    words = load_probe()
    slots = {"S": "speakers", "V": "verbs", "Q": "quoting", "C": "clauses", "D": "past", "P": "predicates"}
    used = [slot for slot in slots if f"{{{slot}}}" in template]
    filled = list(product(*(words[slots[slot]] for slot in used)))
    chosen = random.Random(name).sample(filled, min(LIMIT, len(filled)))
    return [_case(name, template, dict(zip(used, values, strict=True))) for values in chosen]


def _case(name: str, template: str, values: dict[str, str]) -> Case:
    """Fill a template; the place of each slot's main word is found by a mark that is taken out again."""
    marked = {slot: value.replace("*", f"<{slot}>", 1).replace("*", "</>", 1) for slot, value in values.items()}
    marked |= {slot: f"<{slot}>{marked[slot]}</>" for slot in ("V", "Q") if slot in marked}
    text = template.replace("told", "<V>told</>").format(**marked)
    places: dict[str, tuple[int, int]] = {}
    while found := re.search(r"<([A-Z])>(.*?)</>", text):
        places[found[1]] = found.start(), found.start() + len(found[2])
        text = text[: found.start()] + found[2] + text[found.end() :]
    first = re.search(r"\w", text)
    start = first.start() if first else 0
    text = text[:start] + text[start].upper() + text[start + 1 :]
    starts = {slot: start for slot, (start, _) in places.items()}
    clause = starts["C"] if "C" in starts else starts["D"]
    return Case(name, text, places["S"], clause, starts.get("V", starts.get("Q")), starts.get("P"))


def _token(doc: Doc, offset: int | None) -> Any:
    if offset is None:
        return None
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no token at {offset} in {doc.text!r}")
    token: Token = span[0]
    return token
