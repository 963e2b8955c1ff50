"""Floors of the small English pipeline, about a point below what was measured (docs/model.md)."""

import json
from pathlib import Path
from typing import Any

import pytest

from tasks.evaluate.pipeline import evaluate_pipeline
from tasks.extract.pipeline import model_path

TREES = {
    ("ewt", "tokens"): 98.0,
    ("ewt", "sentences"): 87.0,
    ("ewt", "upos"): 93.0,
    ("ewt", "lemma"): 94.0,
    ("ewt", "las"): 79.8,
    ("gum", "tokens"): 99.0,
    ("gum", "sentences"): 94.0,
    ("gum", "upos"): 95.6,
    ("gum", "lemma"): 97.0,
    ("gum", "las"): 81.3,
}
NAMES = {("uner_ewt", "all"): 68.0, ("uner_ewt", "unseen"): 53.5, ("gum", "all"): 76.5, ("gum", "unseen"): 58.5}
PROBE = 92.0
MEGABYTES = 40


@pytest.fixture(scope="module")
def figures(shared: Path) -> dict[str, Any]:
    return evaluate_pipeline(model_path("fast"), shared / "corpora")


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


def test_the_shipped_folder_is_small_and_says_where_it_comes_from() -> None:
    folder = model_path("fast")
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < MEGABYTES * 2**20
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert meta["sources"] and meta["performance"]
    assert (folder / "LICENSE.md").is_file()
