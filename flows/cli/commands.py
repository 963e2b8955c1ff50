"""All commands, in the order in which `readout --help` shows them."""

from __future__ import annotations

import typer

from flows.cli import extract, ingest, model


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command()(ingest.ingest)
    app.command()(extract.extract)
    app.add_typer(model.app, name="model")
