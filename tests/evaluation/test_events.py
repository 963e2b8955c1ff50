"""Floors for the accuracy of events with the shipped pipeline: about one point below what was measured (docs/events.md)."""

from pathlib import Path

import pytest

from tasks.errors import FatalError
from tasks.evaluate.events import evaluate_events
from tasks.extract.pipeline import load_pipeline

FLOORS = {
    "records/gold-dev.jsonl": {
        "trigger_f1": 0.87,
        "trigger_precision": 0.87,
        "type_f1": 0.86,
        "initiator_f1": 0.66,
        "recipient_f1": 0.59,
        "polarity_accuracy": 0.97,
        "status_accuracy": 0.90,
        "asserted_by_accuracy": 0.94,
        "full_event_f1": 0.44,
    },
    "events/plv_train.jsonl": {"macro_f1": 0.69},
    "events/fact_meantime_dev.jsonl": {"band_macro_f1": 0.55},
}


@pytest.mark.parametrize("gold", FLOORS)
def test_accuracy_stays_above_its_floor(gold: str, shared: Path) -> None:
    try:
        nlp = load_pipeline()
    except FatalError as error:
        pytest.skip(str(error))
    figures = evaluate_events(nlp, shared / "evaluation" / gold)
    assert {name: round(figures[name], 3) for name, floor in FLOORS[gold].items() if figures[name] < floor} == {}
