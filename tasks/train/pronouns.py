"""Learns the weights by which pronouns choose their antecedents, from texts whose pronouns are marked, and writes them as JSON.

A gold document is a dict with ``doc_id``, ``text`` and ``mentions`` (``start``, ``end``, ``entity_id``, ``form``; optionally
``head_start``), where mentions with one ``entity_id`` are of one entity. Where only the pronoun's two candidate names are marked,
the rest of the text counts as unknown. Learning is plain regression over the choices of each pronoun, without randomness.
"""

from __future__ import annotations

import json
import math
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
from tasks.extract.actors.sieves.features import pronoun_class
from tasks.extract.actors.sieves.pronouns import Pronouns, best_choice
from tasks.extract.actors.view import View

CLASSES = ("person", "it", "they")
THRESHOLDS = {"person": 0.3, "it": 0.4, "they": 0.5}
STEPS, RATE, DECAY = 200, 0.1, 1e-3
"""Steps of gradient descent, their size, and the pull of each weight towards zero."""


@dataclass(frozen=True)
class Lesson:
    """The choices of one pronoun: the features of each antecedent, and which are right (the last stands for nobody)."""

    cls: str
    choices: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    doc_id: str


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
        mark = marked.get(view.doc[pronoun.head].idx)
        right: Entity | None = None
        if mark is not None and choices:
            verdicts = [_verdict(view, choice.entity, mark, gold, complete) for choice in choices]
            right = next((choice.entity for choice, verdict in zip(choices, verdicts, strict=True) if verdict is True), None)
            allowed = [verdict is True for verdict in verdicts] if right else [verdict is None for verdict in verdicts]
            yield Lesson(cls, tuple(c.features for c in choices), (*allowed, right is None), gold["doc_id"])
        chosen = right or best_choice(cls, choices)[0]
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
    """Return the weights of all features that occur in at least five lessons, and of choosing nobody."""
    names = _frequent(data)
    index = {name: position for position, name in enumerate(names)}
    rows = [[[index[f] for f in choice if f in index] for choice in lesson.choices] for lesson in data]
    weights = np.zeros(len(names) + 1)
    moment, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        gradient = DECAY * len(data) * weights
        for lesson, choices in zip(data, rows, strict=True):
            _add_gradient(gradient, weights, lesson, choices)
        gradient /= len(data)
        moment = 0.9 * moment + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        weights -= RATE * (moment / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    learnt = {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=False)}
    return {name: weight for name, weight in learnt.items() if weight} | {"nobody": round(float(weights[-1]), 3)}


def _frequent(data: Sequence[Lesson], least: int = 5) -> list[str]:
    counts: dict[str, int] = {}
    for lesson in data:
        for name in {feature for choice in lesson.choices for feature in choice}:
            counts[name] = counts.get(name, 0) + 1
    return sorted(name for name, count in counts.items() if count >= least)


def _add_gradient(
    gradient: np.ndarray[Any, Any], weights: np.ndarray[Any, Any], lesson: Lesson, choices: list[list[int]]
) -> None:
    """Add the gradient of one lesson: what the model expects less what is right."""
    scores = [*(float(weights[choice].sum()) for choice in choices), float(weights[-1])]
    top = max(scores)
    raw = [math.exp(score - top) for score in scores]
    total = sum(raw)
    hit = sum(value for value, right in zip(raw, lesson.right, strict=True) if right)
    for position, (value, right) in enumerate(zip(raw, lesson.right, strict=True)):
        pull = value / total - (value / hit if right and hit else 0.0)
        where = choices[position] if position < len(choices) else [len(weights) - 1]
        gradient[where] += pull


def write_weights(data: Sequence[Lesson], path: Path) -> None:
    """Learn the weights of each class of pronoun and write them with their thresholds."""
    weights = {cls: {"threshold": THRESHOLDS[cls]} | learn([lesson for lesson in data if lesson.cls == cls]) for cls in CLASSES}
    path.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")
