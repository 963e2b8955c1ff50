"""Floors for the accuracy of actors with the shipped pipeline: about one point below what was measured (docs/actors.md)."""

from pathlib import Path

import pytest

from tasks.errors import FatalError
from tasks.evaluate.actors import evaluate_actors
from tasks.extract.pipeline import load_pipeline

FLOORS = {
    "records/gold-dev.jsonl": {"named_actors_f1": 0.88, "type_accuracy": 0.95, "country_accuracy": 0.93},
    "actors/gum_news.jsonl": {"third_person_precision": 0.83, "third_person_recall": 0.84, "acting_f1": 0.59},
    "actors/gap.jsonl.gz": {"f1": 0.66},
}


@pytest.mark.parametrize("gold", FLOORS)
def test_accuracy_stays_above_its_floor(gold: str, shared: Path) -> None:
    try:
        nlp = load_pipeline()
    except FatalError as error:
        pytest.skip(str(error))
    figures = evaluate_actors(nlp, shared / "evaluation" / gold, limit=600)
    assert {name: round(figures[name], 3) for name, floor in FLOORS[gold].items() if figures[name] < floor} == {}
