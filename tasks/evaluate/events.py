"""Accuracy of events against gold files: records of articles, relations between two given actors, factuality of predicates."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from spacy.language import Language

from tasks.extract.pipeline import extract
from tasks.extract.spans import overlaps
from tasks.records import AUTHOR, Actor, Document, Event, Extraction, Happening, Span

Row = Mapping[str, Any]
Figures = dict[str, float]
#: Values of polarity and status on the scale of the factuality corpora, from -3 (did not happen) to 3 (happened).
FACTUALITY = {
    ("affirmed", "actual"): 3.0,
    ("negated", "actual"): -3.0,
    ("affirmed", "planned"): 1.0,
    ("negated", "planned"): -1.5,
    ("affirmed", "requested"): -0.5,
    ("negated", "requested"): -1.0,
    ("affirmed", "possible"): 0.5,
    ("negated", "possible"): -1.0,
}
#: CONCEDE and RETREAT are one class in the relation sets.
#: Words that do not tell names apart.
STOP_WORDS = frozenset(
    {
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "and",
        "or",
        "s",
        "its",
        "his",
        "her",
        "their",
        "mr",
        "mrs",
        "ms",
        "dr",
    }
)
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def evaluate_events(nlp: Language, gold: Path) -> Figures:
    """Measure the events of a pipeline on a gold file.

    Args:
        nlp: a pipeline with the components of Readout.
        gold: JSON lines, plain or gzipped: records (``doc_id``), relations (``id``, one event with two actors) or factuality
            (``id``, events with ``factuality``).

    Returns:
        Records: F1 of triggers, types, initiators, recipients and whole events, accuracy of polarity, status and asserter where
        the type is right. Relations: macro F1 over the classes and accuracy. Factuality: mean absolute error and macro F1 of the
        bands (below -1, up to 1, above).
    """
    opener: Callable[..., Any] = gzip.open if gold.suffix == ".gz" else open
    with opener(gold, "rt", encoding="utf-8") as lines:
        rows: list[Row] = [json.loads(line) for line in lines if line.strip()]
    found = {document.doc_id: one for document, one in extract(nlp, map(_document, rows)) if isinstance(one, Extraction)}
    if "doc_id" in rows[0]:
        return score_records(rows, found)
    if "factuality" in rows[0]["events"][0]:
        return score_factuality(rows, found)
    return score_relations(rows, found)


def _document(row: Row) -> Document:
    text, when = row["text"], row.get("date")
    published = date.fromisoformat(when) if isinstance(when, str) and len(when) == 10 else None
    return Document(row.get("doc_id") or row["id"], text, published, row.get("title"))


def f1(right: int, found: int, wanted: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (found + wanted) if found + wanted else 0.0


def score_records(rows: Iterable[Row], found: Mapping[str, Extraction]) -> Figures:
    """Compare events with gold records; a trigger is found where the spans share a character."""
    counts: Counter[str] = Counter()
    for row in rows:
        extraction = found[row["doc_id"]]
        gold_of = _gold_actors(row["actors"], extraction.actors)
        pairs = _aligned(row["events"], extraction.events)
        counts["gold"] += len(row["events"])
        counts["found"] += len(extraction.events)
        counts["triggers"] += len(pairs)
        for side in ("initiators", "recipients"):
            counts[f"gold_{side}"] += sum(len(event[side]) for event in row["events"])
            counts[f"found_{side}"] += sum(
                len({gold_of.get(one, one) for one in getattr(event, side)}) for event in extraction.events
            )
        for gold, event in pairs:
            if gold["type"] == event.type:
                counts.update(_right(gold, event, gold_of))
    typed = max(1, counts["types"])
    return {
        "trigger_f1": f1(counts["triggers"], counts["found"], counts["gold"]),
        "trigger_precision": counts["triggers"] / max(1, counts["found"]),
        "type_f1": f1(counts["types"], counts["found"], counts["gold"]),
        "initiator_f1": f1(counts["initiators"], counts["found_initiators"], counts["gold_initiators"]),
        "recipient_f1": f1(counts["recipients"], counts["found_recipients"], counts["gold_recipients"]),
        "polarity_accuracy": counts["polarity"] / typed,
        "status_accuracy": counts["status"] / typed,
        "asserted_by_accuracy": counts["asserted_by"] / typed,
        "full_event_f1": f1(counts["full"], counts["found"], counts["gold"]),
    }


def _gold_actors(gold: Iterable[Row], actors: Iterable[Actor]) -> dict[str, str]:
    """Map each actor to the gold actor with whose mentions its own share most characters."""
    spans = [((mention["start"], mention["end"]), actor["actor_id"]) for actor in gold for mention in actor["mentions"]]
    mapped: dict[str, str] = {}
    for actor in actors:
        shared: Counter[str] = Counter()
        for mention in actor.mentions:
            for (start, end), actor_id in spans:
                shared[actor_id] += max(0, min(end, mention.end) - max(start, mention.start))
        best = max(shared.items(), key=lambda item: item[1], default=("", 0))
        if best[1]:
            mapped[actor.actor_id] = best[0]
    return mapped


def _aligned(gold: Iterable[Row], events: Iterable[Event]) -> list[tuple[Row, Event]]:
    """Pair gold events with found ones on overlapping triggers, those of the same type first, each once."""
    listed, found = list(gold), list(events)
    candidates = [
        (one["type"] != event.type, i, j)
        for i, one in enumerate(listed)
        for j, event in enumerate(found)
        if overlaps(_span(one["trigger"]), event.trigger)
    ]
    pairs, used_gold, used_found = [], set[int](), set[int]()
    for _, i, j in sorted(candidates):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((listed[i], found[j]))
    return pairs


def _span(values: Iterable[int]) -> Span:
    start, end = values
    return start, end


def _right(gold: Row, event: Event, gold_of: Mapping[str, str]) -> Counter[str]:
    sides = {side: {gold_of.get(one, one) for one in getattr(event, side)} for side in ("initiators", "recipients")}
    asserter = AUTHOR if event.asserted_by == AUTHOR else gold_of.get(event.asserted_by, event.asserted_by)
    checks = {
        "polarity": gold["polarity"] == event.polarity,
        "status": gold["status"] == event.status,
        "asserted_by": gold["asserted_by"] == asserter,
    }
    full = all(checks.values()) and all(set(gold[side]) == ids for side, ids in sides.items())
    return Counter({side: len(set(gold[side]) & ids) for side, ids in sides.items()} | checks | {"types": 1, "full": full})


def score_relations(rows: Iterable[Row], found: Mapping[str, Extraction]) -> Figures:
    """Compare the type of the event whose participants are called most like the two given actors, the first of equals."""
    pairs = []
    for row in rows:
        gold, extraction = row["events"][0], found[row["id"]]
        called = {
            actor.actor_id: [_words(row["text"][mention.start : mention.end]) for mention in actor.mentions]
            for actor in extraction.actors
        }
        fits = [(_fit(event, gold, called), -order, event.type) for order, event in enumerate(extraction.events)]
        best = max(fits)[2] if fits else None
        wanted = gold.get("coarse15") or gold["type"]
        pairs.append((MERGED.get(wanted, wanted), MERGED.get(best, best) if best else None))
    return {"macro_f1": _macro_f1(pairs), "accuracy": sum(gold == best for gold, best in pairs) / max(1, len(pairs))}


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", text.lower())) - STOP_WORDS


def _fit(event: Event, gold: Row, called: Mapping[str, list[frozenset[str]]]) -> float:
    fit = 0.0
    for side, actors in (("actor1", event.initiators), ("actor2", event.recipients)):
        names = [name for actor in actors for name in called.get(actor, [])]
        fit += max((_likeness(_words(one["text"]), name) for one in gold[side] for name in names), default=0.0)
    return fit


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of words in common, at least 0.8 where one name holds the other."""
    if not one or not other:
        return 0.0
    return max(len(one & other) / len(one | other), 0.8 if one <= other or other <= one else 0.0)


def score_factuality(rows: Iterable[Row], found: Mapping[str, Extraction]) -> Figures:
    """Compare polarity and status, as numbers, of the predicates that the gold marks; what is not found counts as happened."""
    values = []
    for row in rows:
        words = _word_spans(row["text"])
        listed: list[Happening | Event] = [*found[row["id"]].happenings, *found[row["id"]].events]
        for gold in row["events"]:
            span = words[gold["trigger_tokens"][0]]
            hit = next((one for one in listed if overlaps(one.trigger, span)), None)
            values.append((gold["factuality"], FACTUALITY[hit.polarity, hit.status] if hit else 3.0))
    return {
        "mean_absolute_error": sum(abs(gold - value) for gold, value in values) / max(1, len(values)),
        "band_macro_f1": _macro_f1([(_band(gold), _band(value)) for gold, value in values]),
    }


def _word_spans(text: str) -> list[Span]:
    spans, start = [], 0
    for word in text.split(" "):
        spans.append((start, start + len(word)))
        start += len(word) + 1
    return spans


def _band(value: float) -> str:
    return "not happened" if value < -1 else "happened" if value > 1 else "uncertain"


def _macro_f1(pairs: list[tuple[str, str | None]]) -> float:
    right, wanted, given = defaultdict[str, int](int), Counter(gold for gold, _ in pairs), Counter(best for _, best in pairs)
    for gold, best in pairs:
        right[gold] += gold == best
    return sum(f1(right[label], given[label], wanted[label]) for label in wanted) / max(1, len(wanted))
