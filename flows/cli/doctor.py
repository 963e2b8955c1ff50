"""`readout doctor`: what is wrong with this installation."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.terminal import EXIT_FAILED, console

if TYPE_CHECKING:
    from flows.settings import Settings


def doctor(
    warehouse: Annotated[Path | None, typer.Option(help="The DuckDB file to look at.")] = None,
    model: Annotated[str | None, typer.Option(help="The language pipeline to look at.")] = None,
) -> None:
    """Look at everything a run needs and say what is missing and what to do; exit code 2 where something is."""
    from flows.settings import load_settings

    settings = load_settings(warehouse=warehouse, model=model)
    examined: dict[str, Callable[[], str]] = {
        "Python": lambda: sys.version.split()[0],
        "packages": _packages,
        "settings": lambda: _settings(settings),
        "language pipeline": lambda: _pipeline(settings.model),
        "warehouse": lambda: _warehouse(settings.warehouse),
        "published copy": lambda: _published(settings.published),
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


def _settings(settings: Settings) -> str:
    found = "readout.toml" if Path("readout.toml").is_file() else "no readout.toml here"
    changed = ", ".join(f"{name} = {value}" for name, value in settings.model_dump(exclude_defaults=True).items())
    return f"{found}; {changed or 'all as they come'}"


def _warehouse(path: Path) -> str:
    from warehouse.connect import writer
    from warehouse.migrate import prepare

    if not path.exists():
        return f"none yet at {path}: readout ingest makes it"
    with writer(path, wait_seconds=1) as connection:
        prepare(connection)
        (count,) = connection.table("documents").count("*").fetchall()[0]
    return f"{path}, {count:,} documents"


def _published(path: Path) -> str:
    return str(path) if path.exists() else f"none yet at {path}: readout ingest makes it"


def _server() -> str:
    from prefect.server.api import server

    server.create_app()
    return "can start; the UI comes with readout serve"
