"""`readout ingest`: the whole way from sources to the published copy."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.app import EXIT_REJECTS, console, tell

if TYPE_CHECKING:
    from flows.summary import RunSummary


def ingest(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, globs, web addresses, or - for standard input.")],
    warehouse: Annotated[Path | None, typer.Option(help="The DuckDB file to write to.")] = None,
    columns: Annotated[
        list[str] | None, typer.Option("--map", help="field=column, for columns with odd names: text=body.")
    ] = None,
    date: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Date of documents that state none.")] = None,
    model: Annotated[str | None, typer.Option(help="A shipped pipeline, a folder, or an installed spaCy package.")] = None,
    workers: Annotated[int | None, typer.Option(help="Processes that extract.")] = None,
    batch_size: Annotated[int | None, typer.Option(help="Documents in one batch.")] = None,
) -> None:
    """Read, extract, load and publish. What is loaded already is left alone, so run it again as often as you like.

    Exit code: 0 all loaded, 1 some rejected (see the table rejects), 2 nothing could be done.
    """
    from flows.cli.server import ready
    from flows.settings import load_settings

    settings = load_settings(warehouse=warehouse, model=model, workers=workers, batch_size=batch_size)
    mapping = dict(_pair(column) for column in columns or [])
    with ready(settings, extracts=True):
        from flows.ingest import TooManyRejects
        from flows.ingest import ingest as run

        try:
            summary = run(paths, mapping or None, date.date() if date else None, settings)
        except TooManyRejects as error:
            show(error.summary)
            tell(error)
            raise typer.Exit(EXIT_REJECTS) from error
        show(summary)
    if summary.rejects:
        raise typer.Exit(EXIT_REJECTS)


def show(summary: RunSummary) -> None:
    """Print what a run found and what to do with it."""
    console.print(
        f"[bold]{summary.loaded + summary.replaced}[/] of {summary.found} documents loaded "
        f"({summary.unchanged} were there already, {summary.duplicates} duplicates, {summary.rejects} rejected): "
        f"[bold]{summary.quotes}[/] quotes, [bold]{summary.events}[/] events, {summary.seconds:.0f} s"
    )
    if summary.recovered:
        console.print(f"{summary.recovered} documents of an interrupted run were picked up.")
    if summary.rejects:
        console.print('Why: readout sql "SELECT location, code, message, hint FROM rejects"', style="yellow", markup=False)
    console.print(f'Ask:  readout sql "SELECT speaker, quote FROM said LIMIT 5"    ({summary.published})', markup=False)


def _pair(column: str) -> tuple[str, str]:
    field, equals, name = column.partition("=")
    if not equals:
        raise typer.BadParameter(f"--map {column}: write field=column, such as text=body.")
    return field.strip(), name.strip()
