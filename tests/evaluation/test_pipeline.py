"""Floors of the shipped pipelines, about a point below what was measured (docs/model.md, docs/model-encoder.md)."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tasks.evaluate.pipeline import evaluate_pipeline
from tasks.extract.pipeline import model_path

Figures = Callable[[str], dict[str, Any]]

TREES = {
    ("fast", "ewt", "tokens"): 98.4,
    ("fast", "ewt", "sentences"): 87.0,
    ("fast", "ewt", "upos"): 93.2,
    ("fast", "ewt", "lemma"): 94.0,
    ("fast", "ewt", "las"): 80.0,
    ("fast", "gum", "tokens"): 99.0,
    ("fast", "gum", "sentences"): 94.0,
    ("fast", "gum", "upos"): 95.6,
    ("fast", "gum", "lemma"): 97.0,
    ("fast", "gum", "las"): 81.3,
    ("accurate", "ewt", "tokens"): 98.4,
    ("accurate", "ewt", "sentences"): 88.4,
    ("accurate", "ewt", "upos"): 95.5,
    ("accurate", "ewt", "lemma"): 95.5,
    ("accurate", "ewt", "las"): 86.0,
    ("accurate", "gum", "sentences"): 92.8,
    ("accurate", "gum", "upos"): 97.0,
    ("accurate", "gum", "lemma"): 97.4,
    ("accurate", "gum", "las"): 88.0,
}
NAMES = {
    ("fast", "uner_ewt", "all"): 68.0,
    ("fast", "uner_ewt", "unseen"): 53.5,
    ("fast", "gum", "all"): 76.5,
    ("fast", "gum", "unseen"): 58.5,
    ("accurate", "uner_ewt", "all"): 78.1,
    ("accurate", "uner_ewt", "unseen"): 71.0,
    ("accurate", "gum", "all"): 82.8,
    ("accurate", "gum", "unseen"): 72.2,
}
PROBE = {"fast": 92.0, "accurate": 98.0}
MEGABYTES = {"fast": 40, "accurate": 30}


@pytest.fixture(scope="module")
def figures(shared: Path) -> Figures:
    """The figures of a pipeline by its name, measured once."""
    return cache(lambda name: evaluate_pipeline(model_path(name), shared / "corpora"))


@pytest.mark.parametrize(("where", "floor"), TREES.items())
def test_trees(figures: Figures, where: tuple[str, str, str], floor: float) -> None:
    pipeline, corpus, measure = where
    assert figures(pipeline)["treebanks"][corpus][measure] >= floor


@pytest.mark.parametrize(("where", "floor"), NAMES.items())
def test_names(figures: Figures, where: tuple[str, str, str], floor: float) -> None:
    pipeline, corpus, kind = where
    assert figures(pipeline)["names"][corpus][kind]["f"] >= floor


@pytest.mark.parametrize(("pipeline", "floor"), PROBE.items())
def test_reported_speech(figures: Figures, pipeline: str, floor: float) -> None:
    weak = {pattern: found for pattern, found in figures(pipeline)["probe"].items() if min(found.values()) < floor}
    assert not weak


@pytest.mark.parametrize("pipeline", MEGABYTES)
def test_the_shipped_folder_is_small_and_says_where_it_comes_from(pipeline: str) -> None:
    folder = model_path(pipeline)
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < MEGABYTES[pipeline] * 2**20
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert meta["sources"]
    assert meta["performance"]
    assert (folder / "LICENSE.md").is_file()
