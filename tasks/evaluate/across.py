"""Accuracy across documents: whether each actor has one id in all documents of a gold file, and no two actors share one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language

from tasks.evaluate.actors import Figures, Row, f1, read_gold
from tasks.extract.pipeline import extract
from tasks.records import Actor, Extraction, Span

#: Types of gold entities that can act; products and share indices cannot.
ACTING = frozenset({"PERSON", "ORGANIZATION", "LOCATION"})


class Telling(NamedTuple):
    """One entity as one document names it."""

    entity_id: str
    actor_id: str
    """Of the actor that most of its names were taken for; an id of its own where they were taken for nobody."""
    is_answered: bool


def evaluate_across(nlp: Language, path: Path, limit: int | None = None) -> Figures:
    """Measure the ids of a pipeline on a gold file whose entity ids hold across documents.

    What is counted is an entity in a document that names it. B3 and pairs compare which of them share an id; those whose names
    were taken for no actor stand alone, and ``answered`` is the share of the others.
    """
    rows, documents = read_gold(path, limit)
    found = [one for _, one in extract(nlp, documents) if isinstance(one, Extraction)]
    return agreement([telling for row, one in zip(rows, found, strict=True) for telling in tellings(row, one.actors)])


def tellings(row: Row, actors: Sequence[Actor]) -> Iterable[Telling]:
    """Yield the entities that can act and are named in the annotated part of a document."""
    first, last = row.get("annotated_span") or (0, len(row["text"]))
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for actor in actors:
        for mention in actor.mentions:
            owner = _owner((mention.start, mention.end), row["mentions"]) if mention.kind == "name" else None
            if owner is not None and owner["form"] == "name":
                votes[owner["entity_id"]][actor.actor_id] += 1
    for entity_id in dict.fromkeys(
        gold["entity_id"]
        for gold in row["mentions"]
        if gold["form"] == "name" and gold["type"] in ACTING and first <= gold["start"] and gold["end"] <= last
    ):
        ballot = votes[entity_id]
        answer = min(ballot, key=lambda actor_id: (-ballot[actor_id], actor_id)) if ballot else None
        yield Telling(entity_id, answer or f"{row['doc_id']} {entity_id}", answer is not None)


def agreement(found: Sequence[Telling]) -> Figures:
    """Return B3 and pairwise precision and recall of the ids."""
    gold, own = Counter(one.entity_id for one in found), Counter(one.actor_id for one in found)
    both = Counter((one.entity_id, one.actor_id) for one in found)
    count = max(1, len(found))
    precision = sum(times * times / own[actor_id] for (_, actor_id), times in both.items()) / count
    recall = sum(times * times / gold[entity_id] for (entity_id, _), times in both.items()) / count
    joined = _pairs(both)
    return {
        "answered": sum(one.is_answered for one in found) / count,
        "b3_precision": precision,
        "b3_recall": recall,
        "b3_f1": f1(precision, recall),
        "pair_precision": joined / max(1, _pairs(own)),
        "pair_recall": joined / max(1, _pairs(gold)),
    }


def _pairs(counts: Counter[str] | Counter[tuple[str, str]]) -> int:
    return sum(times * (times - 1) // 2 for times in counts.values())


def _owner(name: Span, gold: Sequence[Row]) -> Row | None:
    """Return the gold mention that a name is: the shortest that holds it, else the longest that it holds."""
    start, end = name
    around = [row for row in gold if row["start"] <= start and end <= row["end"]]
    inside = [row for row in gold if start <= row["start"] and row["end"] <= end]
    if around:
        return min(around, key=lambda row: (row["end"] - row["start"], row["start"], row["entity_id"]))
    return min(inside, key=lambda row: (row["start"] - row["end"], row["start"], row["entity_id"]), default=None)
