"""`readout evaluate` and `readout train`: how good the extraction is, and where its pipeline comes from."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from flows.cli.terminal import console


class Corpus(StrEnum):
    """What is measured."""

    PIPELINE = "pipeline"
    ACTORS = "actors"
    ACROSS = "across"
    QUOTES = "quotes"
    EVENTS = "events"


def evaluate(
    corpus: Annotated[Corpus, typer.Argument(help="What to measure.")],
    gold: Annotated[Path, typer.Argument(help="A gold file; for `pipeline` the folder of the corpora.", exists=True)],
    model: Annotated[str | None, typer.Option(help="A shipped pipeline, a folder, or an installed spaCy package.")] = None,
    reporting: Annotated[bool, typer.Option("--reporting", help="Quotes: count cues of reporting alone.")] = False,
) -> None:
    """Measure accuracy against a gold file, in the published measures (docs/figures.md holds those of the shipped pipeline)."""
    from flows.settings import load_settings
    from tasks.extract.pipeline import load_pipeline

    settings = load_settings(model=model)
    nlp = load_pipeline(settings.model, settings.catalogue)
    module = import_module(f"tasks.evaluate.{corpus}")
    options = {"reporting": True} if corpus is Corpus.QUOTES and reporting else {}
    console.print_json(data=getattr(module, f"evaluate_{corpus}")(nlp, gold, **options))


def train(
    corpora: Annotated[Path, typer.Argument(help="Folder with the corpora (docs/model.md).", exists=True)],
    output: Annotated[Path, typer.Argument(help="Folder of the finished pipelines.")],
    stages: Annotated[list[str] | None, typer.Option("--stage", help="Run this stage, even if finished; repeatable.")] = None,
    teacher: Annotated[bool, typer.Option(help="Train the encoder too (packages of the group `train`).")] = False,
) -> None:
    """Train the English pipelines from open corpora; a run that was broken off goes on after its last finished stage."""
    from flows.cli.server import ready
    from flows.settings import load_settings

    with ready(load_settings()):
        from flows.train import train as run

        console.print_json(data=run(corpora, output, stages=stages, teacher=teacher), default=str)
