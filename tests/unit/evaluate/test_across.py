"""Ids across documents: which gold entity a name is, and how ids that are shared and parted are counted."""

from __future__ import annotations

from typing import Any

import pytest

from tasks.evaluate.across import Telling, agreement, tellings
from tasks.records import Actor, Mention


def row(text: str, *mentions: tuple[str, str, str]) -> dict[str, Any]:
    """Return a gold document; each mention is its words, its entity and its type."""
    found = [
        {"start": text.index(words), "end": text.index(words) + len(words), "entity_id": entity, "type": type_, "form": "name"}
        for words, entity, type_ in mentions
    ]
    return {"doc_id": "d", "text": text, "mentions": found}


def actor(actor_id: str, text: str, name: str) -> Actor:
    start = text.index(name)
    return Actor(actor_id, name, "person", (Mention(start, start + len(name), "name", "name", 1.0),))


def test_a_name_is_the_shortest_gold_mention_around_it() -> None:
    text = "Strelsau Rail chief Anna Holt left with the Anna Holt Trio."
    gold = row(text, ("Strelsau Rail chief Anna Holt", "anna", "PERSON"), ("Strelsau Rail", "rail", "ORGANIZATION"))
    found = tellings(gold, [actor("a", text, "Anna Holt"), actor("r", text, "Strelsau Rail")])
    assert list(found) == [Telling("anna", "a", True), Telling("rail", "r", True)]


def test_what_no_actor_covers_stands_alone_and_what_cannot_act_does_not_count() -> None:
    gold = row("Holt bought a Zetor.", ("Holt", "holt", "PERSON"), ("Zetor", "zetor", "PRODUCT"))
    assert list(tellings(gold, [])) == [Telling("holt", "d holt", False)]


def test_one_id_for_two_costs_precision_and_two_ids_for_one_cost_recall() -> None:
    figures = agreement([Telling(*one, True) for one in (("x", "1"), ("x", "1"), ("x", "2"), ("y", "2"))])
    assert figures["b3_precision"] == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)
    assert figures["b3_recall"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert figures["pair_precision"] == 1 / 2
    assert figures["pair_recall"] == pytest.approx(1 / 3)
    assert figures["answered"] == 1
