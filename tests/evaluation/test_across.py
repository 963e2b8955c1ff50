"""Floors for the ids of actors across documents with the shipped pipeline: about one point below what was measured."""

from pathlib import Path

import pytest

from tasks.errors import FatalError
from tasks.evaluate.across import evaluate_across
from tasks.extract.pipeline import load_pipeline

FLOORS = {"b3_f1": 0.93, "pair_precision": 0.98, "answered": 0.75}


def test_ids_hold_across_documents(shared: Path) -> None:
    try:
        nlp = load_pipeline()
    except FatalError as error:
        pytest.skip(str(error))
    figures = evaluate_across(nlp, shared / "evaluation" / "actors/meantime.jsonl")
    assert {name: round(figures[name], 3) for name, floor in FLOORS.items() if figures[name] < floor} == {}
