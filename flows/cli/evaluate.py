"""`readout evaluate` and `readout train`: how good the extraction is, and where its pipeline comes from."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from flows.cli.app import console


class Corpus(StrEnum):
    """What is measured."""

    PIPELINE = "pipeline"
    ACTORS = "actors"
    QUOTES = "quotes"
    EVENTS = "events"


def evaluate(
    corpus: Annotated[Corpus, typer.Argument(help="What to measure.")],
    gold: Annotated[Path, typer.Argument(help="A gold file; for `pipeline` the folder of the corpora.", exists=True)],
    model: Annotated[str | None, typer.Option(help="A shipped pipeline, a folder, or an installed spaCy package.")] = None,
) -> None:
    """Measure accuracy against a gold file, in the published measures (docs/evaluation.md)."""
    from flows.settings import load_settings
    from tasks.extract.pipeline import load_pipeline, model_path

    name = load_settings(model=model).model
    figures: Any
    if corpus is Corpus.PIPELINE:
        from tasks.evaluate.pipeline import evaluate_pipeline

        figures = evaluate_pipeline(model_path(name), gold)
    else:
        from importlib import import_module

        module = import_module(f"tasks.evaluate.{corpus}")
        figures = getattr(module, f"evaluate_{corpus}")(load_pipeline(name), gold)
    console.print_json(data=figures)


def train(
    corpora: Annotated[Path, typer.Argument(help="Folder with the corpora (docs/model.md).", exists=True)],
    output: Annotated[Path, typer.Argument(help="Folder of the finished pipeline.")],
    stages: Annotated[list[str] | None, typer.Option("--stage", help="Run this stage, even if finished; repeatable.")] = None,
    teacher: Annotated[bool, typer.Option(help="Train the encoder too (packages of the group `train`).")] = False,
) -> None:
    """Train the English pipeline from open corpora; a run that was broken off goes on after its last finished stage."""
    from flows.cli.server import choose_server
    from flows.settings import load_settings

    choose_server(load_settings().port)

    from flows.train import train as run

    console.print_json(data=run(corpora, output, stages=stages, teacher=teacher), default=str)
