"""Learns the weights by which pronouns choose their antecedents, from texts whose pronouns are marked, and writes them as JSON.

    python -m tasks.train.pronouns GOLD.jsonl[.gz] ... [--model NAME] [--output PATH]

A gold document is a dict with ``doc_id``, ``text``, ``mentions`` (``start``, ``end``, ``entity_id``, ``form``; optionally
``head_start``) and optionally ``genre``; mentions with one ``entity_id`` are of one entity. Where only the pronoun's two
candidate names are marked, the rest of the text counts as unknown. Learning is plain regression over the choices of each
pronoun, without randomness.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc

from tasks.extract.actors.candidates import Candidate, Chart, Entity
from tasks.extract.actors.gazetteer import load_gazetteer
from tasks.extract.actors.nominals import FIRST_PERSON, FIRST_PERSON_PLURAL
from tasks.extract.actors.resolve import chart_of
from tasks.extract.actors.sieves.features import nobody_features, pronoun_class
from tasks.extract.actors.sieves.pronouns import WEIGHTS, Pronouns, best_choice
from tasks.extract.actors.view import View
from tasks.extract.pipeline import DEFAULT_MODEL, load_pipeline

Numbers = np.ndarray[Any, Any]
CLASSES = ("person", "it", "they")
THRESHOLDS = {"person": 0.4, "it": 0.4, "they": 0.5}
HELD_OUT = frozenset({"news"})
"""Genres that are not learnt from: what was learnt is measured on them."""
STEPS, RATE, DECAY = 200, 0.1, 1e-3
"""Steps of gradient descent, their size, and the pull of each weight towards zero."""


@dataclass(frozen=True)
class Lesson:
    """The choices of one pronoun: the features of each antecedent, last those of nobody, and which choices are right."""

    cls: str
    choices: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    doc_id: str


def learn_from(paths: Sequence[Path], model: str, output: Path) -> int:
    """Learn the weights from gold files, but for the genres held out, and write them; return the number of pronouns learnt from.

    Args:
        paths: gold files, one JSON document a line; of documents in several files the first counts.
        model: pipeline that parses the texts.
        output: where the weights go.
    """
    golds: dict[str, Mapping[str, Any]] = {}
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            for gold in map(json.loads, filter(str.strip, lines)):
                if gold.get("genre") not in HELD_OUT:
                    golds.setdefault(gold["doc_id"], gold)
    nlp = load_pipeline(model)
    with nlp.select_pipes(disable=["readout_actors", "readout_events"]):
        found = list(lessons(nlp.pipe(gold["text"] for gold in golds.values()), golds.values()))
    if missing := set(CLASSES) - {lesson.cls for lesson in found}:
        raise ValueError(f"no marked pronouns of the classes {', '.join(sorted(missing))}: more texts are needed")
    write_weights(found, output)
    return len(found)


def lessons(docs: Iterable[Doc], golds: Iterable[Mapping[str, Any]]) -> Iterator[Lesson]:
    """Yield a lesson for each marked third-person pronoun of parsed documents (their quotes already found)."""
    gazetteer = load_gazetteer()
    for doc, gold in zip(docs, golds, strict=True):
        view = View(doc)
        chart = chart_of(view, gazetteer)
        yield from _document_lessons(view, chart, gold)


def _document_lessons(view: View, chart: Chart, gold: Mapping[str, Any]) -> Iterator[Lesson]:
    resolver = Pronouns(view, chart)
    marked = {m["start"]: m for m in gold["mentions"] if m["form"] == "pronoun"}
    complete = any(m["form"] == "nominal" for m in gold["mentions"])
    for pronoun in chart.of_form("pronoun"):
        if pronoun.words[0] in FIRST_PERSON | FIRST_PERSON_PLURAL:
            continue
        cls = pronoun_class(pronoun)
        choices = resolver.choices(pronoun)
        nobody = tuple(nobody_features(view, pronoun, len(choices)))
        mark = marked.get(view.doc[pronoun.head].idx)
        right: Entity | None = None
        if mark is not None and choices:
            verdicts = [_verdict(view, choice.entity, mark, gold, complete) for choice in choices]
            right = next((choice.entity for choice, verdict in zip(choices, verdicts, strict=True) if verdict is True), None)
            allowed = [verdict is True for verdict in verdicts] if right else [verdict is None for verdict in verdicts]
            yield Lesson(cls, (*(c.features for c in choices), nobody), (*allowed, right is None), gold["doc_id"])
        chosen = right or best_choice(cls, choices, nobody)[0]
        if chosen is not None and (right is not None or mark is None) and chosen in chart.entities:
            chosen.add(pronoun, "", 1.0)
            chosen.mentions.sort(key=lambda m: m.start)


def _verdict(view: View, entity: Entity, mark: Mapping[str, Any], gold: Mapping[str, Any], complete: bool) -> bool | None:
    """Tell whether an entity is what a marked pronoun refers to; None where the gold does not say."""
    ids = [found for mention in entity.mentions if (found := _gold_id(view, mention, gold)) is not None]
    if mark["entity_id"] in ids:
        return ids.count(mark["entity_id"]) * 2 >= len(ids)
    return False if ids or complete else None


def _gold_id(view: View, mention: Candidate, gold: Mapping[str, Any]) -> str | None:
    """Return the gold entity of a mention: the smallest marked span with the same head, or for bare names one that overlaps."""
    start, end = view.chars(mention.start, mention.end)
    head = view.doc[view.span_top(mention.start, mention.end)].idx
    fitting = [
        m
        for m in gold["mentions"]
        if (m["head_start"] == head if "head_start" in m else m["start"] < end and start < m["end"]) and m["form"] != "pronoun"
    ]
    best = min(fitting, key=lambda m: m["end"] - m["start"], default=None)
    return str(best["entity_id"]) if best is not None else None


def learn(data: Sequence[Lesson]) -> dict[str, float]:
    """Return the weights of all features that occur in at least five lessons."""
    names = _frequent(data)
    table, starts, right = _tables(data, names)
    sizes = np.diff([*starts, len(table)])
    weights = np.zeros(len(names) + 1)
    moment, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        expected = _shares(weights[table].sum(axis=1), starts, sizes)
        hits = np.repeat(np.add.reduceat(expected * right, starts), sizes)
        pull = expected - expected * right / np.maximum(hits, 1e-12)
        gradient = np.bincount(table.ravel(), np.repeat(pull, table.shape[1]), len(weights)) / len(data) + DECAY * weights
        gradient[-1] = 0.0
        moment = 0.9 * moment + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        weights -= RATE * (moment / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    learnt = {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=False)}
    return {name: weight for name, weight in learnt.items() if weight}


def _frequent(data: Sequence[Lesson], least: int = 5) -> list[str]:
    counts = Counter(name for lesson in data for name in {feature for choice in lesson.choices for feature in choice})
    return sorted(name for name, count in counts.items() if count >= least)


def _tables(data: Sequence[Lesson], names: Sequence[str]) -> tuple[Numbers, Numbers, Numbers]:
    """Return a row of feature numbers for each choice (filled up with one past the last), where lessons start, what is right."""
    index = {name: position for position, name in enumerate(names)}
    rows = [[index[f] for f in choice if f in index] for lesson in data for choice in lesson.choices]
    table = np.full((len(rows), max(map(len, rows))), len(names))
    for position, row in enumerate(rows):
        table[position, : len(row)] = row
    starts = np.cumsum([0, *(len(lesson.choices) for lesson in data[:-1])])
    return table, starts, np.array([right for lesson in data for right in lesson.right], dtype=float)


def _shares(scores: Numbers, starts: Numbers, sizes: Numbers) -> Numbers:
    """Return the share of the vote of each choice among those of its lesson."""
    raw = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
    shares: Numbers = raw / np.repeat(np.add.reduceat(raw, starts), sizes)
    return shares


def write_weights(data: Sequence[Lesson], path: Path) -> None:
    """Learn the weights of each class of pronoun and write them with their thresholds."""
    weights = {cls: {"threshold": THRESHOLDS[cls]} | learn([lesson for lesson in data if lesson.cls == cls]) for cls in CLASSES}
    path.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main() -> None:
    """Learn the weights from the command line."""
    parser = argparse.ArgumentParser(description="Learn how pronouns choose their antecedents.")
    parser.add_argument("gold", nargs="+", type=Path, help="JSON lines with doc_id, text, mentions; .gz allowed")
    parser.add_argument("--model", default=DEFAULT_MODEL, help="pipeline that parses the texts")
    parser.add_argument("--output", type=Path, default=WEIGHTS, help="where the weights go")
    options = parser.parse_args()
    count = learn_from(options.gold, options.model, options.output)
    sys.stdout.write(f"{count} pronouns, weights in {options.output}\n")


if __name__ == "__main__":
    main()
