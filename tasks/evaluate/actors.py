"""Accuracy of actors against gold files: pronouns and nominals to their names, pronouns between two names, actors of articles."""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from spacy.language import Language

from tasks.extract.actors.lookup import reportable
from tasks.extract.pipeline import extract
from tasks.extract.spans import overlaps
from tasks.records import Actor, Document, Extraction, Mention, Span

Row = Mapping[str, Any]
Figures = dict[str, float]
#: Types of gold entities that can be actors; events, dates, substances and works have names, too.
ACTING = frozenset({"person", "organization", "organisation", "place", "location", "country"})
THIRD_PERSON = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})


def evaluate_actors(nlp: Language, path: Path, limit: int | None = None) -> Figures:
    """Measure the actors of a pipeline on a gold file.

    A file of records (``actors`` with type and country) gives F1 of named actors, accuracy of type and country; a file of
    mentions with two candidate names per text gives precision and recall of pronouns; any other file of mentions gives how many
    pronouns and nominals of named entities reach the right name, of people, organisations and places alone ("acting_"), and of he
    and she alone.
    """
    rows, documents = read_gold(path, limit)
    found = [one for _, one in extract(nlp, documents) if isinstance(one, Extraction)]
    if "actors" in rows[0]:
        return _records(rows, found)
    pairs = [(row, list(one.actors)) for row, one in zip(rows, found, strict=True)]
    return _two_names(pairs) if len(rows[0]["mentions"]) <= 3 else _named_resolution(pairs)


def read_gold(path: Path, limit: int | None = None) -> tuple[list[Row], list[Document]]:
    """Return the rows of a gold file, which may be packed, and their documents."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        rows: list[Row] = [json.loads(line) for line in lines if line.strip()][:limit]
    return rows, [Document(row["doc_id"], row["text"], _date(row.get("date")), row.get("title")) for row in rows]


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean, 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _named_resolution(pairs: Iterable[tuple[Row, list[Actor]]]) -> Figures:
    """Count the gold pronouns and nominals of a named entity that are put with a name of that entity."""
    counts: Counter[str] = Counter()
    for row, actors in pairs:
        names = _names(row["mentions"])
        for mention, actor in _tied(row["mentions"], actors):
            word = row["text"][mention["start"] : mention["end"]].lower()
            target = mention["entity_id"] if mention["entity_id"] in names else None
            got = _meant(actor, row["mentions"]) if actor is not None else None
            acting = target is not None and str(mention.get("type", "")).lower() in ACTING
            for prefix, meant in (("", target is not None), ("acting_", acting), ("third_person_", target is not None)):
                if prefix == "third_person_" and word not in THIRD_PERSON:
                    continue
                counts[prefix + "gold"] += meant
                counts[prefix + "answered"] += got is not None and (meant or got != mention["entity_id"])
                counts[prefix + "right"] += meant and got == target
    figures: Figures = {}
    for prefix in ("", "acting_", "third_person_"):
        precision = counts[prefix + "right"] / max(1, counts[prefix + "answered"])
        recall = counts[prefix + "right"] / max(1, counts[prefix + "gold"])
        figures |= {prefix + "precision": precision, prefix + "recall": recall, prefix + "f1": f1(precision, recall)}
    return figures


def _names(mentions: Sequence[Row]) -> set[str]:
    return {mention["entity_id"] for mention in mentions if mention["form"] == "name"}


def _tied(gold: Sequence[Row], actors: Sequence[Actor]) -> Iterable[tuple[Row, Actor | None]]:
    """Yield each gold pronoun and nominal with the actor that has a mention on its head."""
    placed = [(mention, actor) for actor in actors for mention in actor.mentions if mention.kind != "name"]
    for mention in gold:
        if mention["form"] != "name":
            fitting = [(own.end - own.start, actor) for own, actor in placed if _same_phrase(mention, own)]
            yield mention, min(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _same_phrase(gold: Row, own: Mention) -> bool:
    """Tell whether two phrases have one head: ours holds the gold head and one of the two holds the other."""
    start, end = gold.get("head_start", gold["start"]), gold.get("head_end", gold["end"])
    nested = (own.start >= gold["start"] and own.end <= gold["end"]) or (own.start <= gold["start"] and own.end >= gold["end"])
    return bool(own.start <= start and end <= own.end and nested and (own.start == gold["start"] or own.end == gold["end"]))


def _meant(actor: Actor, gold: Sequence[Row]) -> str | None:
    """Return the gold entity that most names of an actor stand for; "?" for names that the gold lacks, None without a name."""
    names = [(mention.start, mention.end) for mention in actor.mentions if mention.kind == "name"]
    votes = Counter(
        row["entity_id"]
        for row in gold
        if row["form"] == "name" and any(overlaps((row["start"], row["end"]), span) for span in names)
    )
    return votes.most_common(1)[0][0] if votes else "?" if names else None


def _two_names(pairs: Iterable[tuple[Row, list[Actor]]]) -> Figures:
    right = wrong = missed = 0
    for row, actors in pairs:
        pronoun = next(mention for mention in row["mentions"] if mention["form"] == "pronoun")
        mine = [actor for actor in actors if _covers(actor, (pronoun["start"], pronoun["end"]))]
        for name in row["mentions"]:
            if name["form"] == "name":
                claimed = any(_covers(actor, (name["start"], name["end"])) for actor in mine)
                true = name["entity_id"] == pronoun["entity_id"]
                right, wrong, missed = right + (claimed and true), wrong + (claimed and not true), missed + (true and not claimed)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return {"precision": precision, "recall": recall, "f1": f1(precision, recall)}


def _covers(actor: Actor, span: Span) -> bool:
    return any(overlaps((mention.start, mention.end), span) for mention in actor.mentions)


def _records(rows: Sequence[Row], found: Sequence[Extraction]) -> Figures:
    """Compare reported actors with gold records: each goes to the gold actor with whose mentions it shares most characters."""
    counts: Counter[str] = Counter()
    for row, extraction in zip(rows, found, strict=True):
        reported = reportable(extraction.actors, extraction.quotes, extraction.events)
        named = {gold["actor_id"]: gold for gold in row["actors"] if any(m["kind"] == "name" for m in gold["mentions"])}
        claims: dict[str | None, list[tuple[int, Actor]]] = defaultdict(list)
        for actor in reported:
            shared, gold_id = max(((_shared(actor, gold), gold["actor_id"]) for gold in row["actors"]), default=(0, None))
            claims[gold_id if shared else None].append((shared, actor))
        unmapped = [actor for _, actor in claims[None] if actor.is_named]
        counts["gold"] += len(named)
        counts["reported"] += len(unmapped) + sum(len(claims[gold_id]) for gold_id in named)
        for gold_id, gold in named.items():
            if claims[gold_id]:
                best = max(claims[gold_id], key=lambda claim: claim[0])[1]
                counts["found"] += 1
                counts["type"] += best.type == gold["type"]
                counts["country"] += best.country == gold["country"]
    precision, recall = counts["found"] / max(1, counts["reported"]), counts["found"] / max(1, counts["gold"])
    typed = max(1, counts["found"])
    return {
        "named_actors_precision": precision,
        "named_actors_recall": recall,
        "named_actors_f1": f1(precision, recall),
        "type_accuracy": counts["type"] / typed,
        "country_accuracy": counts["country"] / typed,
    }


def _shared(actor: Actor, gold: Row) -> int:
    return sum(
        max(0, min(own.end, mention["end"]) - max(own.start, mention["start"]))
        for own in actor.mentions
        for mention in gold["mentions"]
    )
