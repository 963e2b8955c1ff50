"""`readout doctor`: what is wrong with this installation."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from flows.cli.terminal import EXIT_FAILED, console


def doctor(model: Annotated[str | None, typer.Option(help="The language pipeline to look at.")] = None) -> None:
    """Look at everything a run needs and say what is missing and what to do; exit code 2 where something is."""
    from flows.settings import load_settings

    settings = load_settings(model=model)
    examined: dict[str, Callable[[], str]] = {
        "Python": lambda: sys.version.split()[0],
        "packages": _packages,
        "language pipeline": lambda: _pipeline(settings.model),
        "warehouse": lambda: _warehouse(str(settings.warehouse)),
        "published copy": lambda: str(settings.published) if settings.published.exists() else "none yet: readout ingest makes it",
        "Prefect server": _server,
    }
    failed = False
    for name, examine in examined.items():
        try:
            console.print(f"[green]ok  [/] {name}: {examine()}")
        except Exception as error:
            failed = True
            console.print(f"[red]bad [/] {name}:", end=" ")
            console.print(str(error), markup=False)
    if failed:
        raise typer.Exit(EXIT_FAILED)


def _packages() -> str:
    from flows.versions import versions

    return ", ".join(f"{name} {version}" for name, version in versions().items())


def _pipeline(name: str) -> str:
    from tasks.extract.pipeline import load_pipeline, pipeline_version

    load_pipeline(name)("The ministers met on Tuesday.")
    return pipeline_version(name)


def _warehouse(path: str) -> str:
    from pathlib import Path

    from warehouse.connect import writer
    from warehouse.migrate import prepare

    if not Path(path).exists():
        return "none yet: readout ingest makes it"
    with writer(Path(path), wait_seconds=1) as connection:
        prepare(connection)
    return path


def _server() -> str:
    from prefect.server.api import server

    server.create_app()
    return "can start; the UI comes with readout serve"
