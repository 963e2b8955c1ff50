"""Floors of the encoder pipeline, about a point below what was measured (docs/model-encoder.md)."""

from pathlib import Path
from typing import Any

import pytest

from tasks.evaluate.pipeline import evaluate_pipeline
from tasks.extract.pipeline import model_path

TREES = {
    ("ewt", "sentences"): 86.8,
    ("ewt", "upos"): 94.8,
    ("ewt", "lemma"): 95.1,
    ("ewt", "las"): 84.6,
    ("gum", "sentences"): 92.2,
    ("gum", "upos"): 96.5,
    ("gum", "lemma"): 97.0,
    ("gum", "las"): 86.7,
}
NAMES = {("uner_ewt", "all"): 77.6, ("uner_ewt", "unseen"): 70.0, ("gum", "all"): 80.9, ("gum", "unseen"): 70.5}
PROBE = 92.0


@pytest.fixture(scope="module")
def figures(shared: Path) -> dict[str, Any]:
    return evaluate_pipeline(model_path("accurate"), shared / "corpora")


@pytest.mark.parametrize(("where", "floor"), TREES.items())
def test_trees(figures: dict[str, Any], where: tuple[str, str], floor: float) -> None:
    name, measure = where
    assert figures["treebanks"][name][measure] >= floor


@pytest.mark.parametrize(("where", "floor"), NAMES.items())
def test_names(figures: dict[str, Any], where: tuple[str, str], floor: float) -> None:
    name, kind = where
    assert figures["names"][name][kind]["f"] >= floor


def test_reported_speech(figures: dict[str, Any]) -> None:
    weak = {pattern: found for pattern, found in figures["probe"].items() if min(found.values()) < PROBE}
    assert not weak
