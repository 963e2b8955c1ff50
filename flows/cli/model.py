"""`readout model`: the shipped language pipelines."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="The language pipelines: where they are, what they are made of.")


@app.command("path")
def path(name: Annotated[str | None, typer.Argument(help="A shipped pipeline; the default one if left out.")] = None) -> None:
    """Print the folder of a shipped pipeline, which `spacy.load` takes."""
    from tasks.extract.pipeline import DEFAULT_MODEL, model_path

    typer.echo(model_path(name or DEFAULT_MODEL))
