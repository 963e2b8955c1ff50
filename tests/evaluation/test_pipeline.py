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
    ("fast", "ewt", "tokens"): 98.0,
    ("fast", "ewt", "sentences"): 87.0,
    ("fast", "ewt", "upos"): 93.0,
    ("fast", "ewt", "lemma"): 94.0,
    ("fast", "ewt", "las"): 79.8,
    ("fast", "gum", "tokens"): 99.0,
    ("fast", "gum", "sentences"): 94.0,
    ("fast", "gum", "upos"): 95.6,
    ("fast", "gum", "lemma"): 97.0,
    ("fast", "gum", "las"): 81.3,
    ("accurate", "ewt", "sentences"): 86.8,
    ("accurate", "ewt", "upos"): 94.8,
    ("accurate", "ewt", "lemma"): 95.1,
    ("accurate", "ewt", "las"): 84.6,
    ("accurate", "gum", "sentences"): 92.2,
    ("accurate", "gum", "upos"): 96.5,
    ("accurate", "gum", "lemma"): 97.0,
    ("accurate", "gum", "las"): 86.7,
}
NAMES = {
    ("fast", "uner_ewt", "all"): 68.0,
    ("fast", "uner_ewt", "unseen"): 53.5,
    ("fast", "gum", "all"): 76.5,
    ("fast", "gum", "unseen"): 58.5,
    ("accurate", "uner_ewt", "all"): 77.6,
    ("accurate", "uner_ewt", "unseen"): 70.0,
    ("accurate", "gum", "all"): 80.9,
    ("accurate", "gum", "unseen"): 70.5,
}
PROBE = 92.0
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


@pytest.mark.parametrize("pipeline", MEGABYTES)
def test_reported_speech(figures: Figures, pipeline: str) -> None:
    weak = {pattern: found for pattern, found in figures(pipeline)["probe"].items() if min(found.values()) < PROBE}
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
