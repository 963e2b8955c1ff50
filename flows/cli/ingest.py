"""`readout ingest`: the whole way from sources to the published copy."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.terminal import EXIT_REJECTS, command, console, errors, tell

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
    from tasks.read.logins import refer
    from tasks.read.sources import find_sources

    find_sources(paths)  # what is not there is told at once
    settings = load_settings(warehouse=warehouse, model=model, workers=workers, batch_size=batch_size)
    mapping = dict(_pair(column) for column in columns or [])
    with ready(settings, extracts=True):
        from flows.ingest import TooManyRejects
        from flows.ingest import ingest as run

        try:
            summary = run(refer(paths), mapping or None, date.date() if date else None, settings)
        except TooManyRejects as error:
            show(error.summary, warehouse)
            tell(error)
            raise typer.Exit(EXIT_REJECTS) from error
        show(summary, warehouse)
    if summary.rejects:
        raise typer.Exit(EXIT_REJECTS)


def show(summary: RunSummary, warehouse: Path | None) -> None:
    """Print what a run found and what to do with it."""
    others = {"were there already": summary.unchanged, "duplicates": summary.duplicates, "rejected": summary.rejects}
    noted = ", ".join(f"{count} {what}" for what, count in others.items() if count)
    console.print(
        f"[bold]{summary.loaded + summary.replaced}[/] of {summary.found} documents loaded{f' ({noted})' if noted else ''}: "
        f"[bold]{summary.quotes}[/] quotes, [bold]{summary.events}[/] events, {summary.seconds:.0f} s"
    )
    if summary.recovered:
        console.print(f"{summary.recovered} documents of an interrupted run were picked up.")
    if summary.rejects:
        _show_rejects(summary, warehouse)
    console.print(f'Ask:  {command("sql", warehouse)} "SELECT speaker, quote FROM said LIMIT 5"', markup=False)


def _show_rejects(summary: RunSummary, warehouse: Path | None) -> None:
    from warehouse.connect import query, reader
    from warehouse.statements import statement

    with reader(summary.published) as connection:
        rejects = query(connection, statement("reports/last_rejects"))
    for location, code, message, hint in rejects.iter_rows():
        errors.print(f"{location}: {code} {message} {hint}", style="yellow", markup=False)
    if summary.rejects > rejects.height:
        more = f'{command("sql", warehouse)} "SELECT location, code, message, hint FROM rejects"'
        console.print(f"and {summary.rejects - rejects.height} more: {more}", markup=False)


def _pair(column: str) -> tuple[str, str]:
    field, equals, name = column.partition("=")
    if not equals:
        raise typer.BadParameter(f"--map {column}: write field=column, such as text=body.")
    return field.strip(), name.strip()
