"""`readout report`, `readout rebuild`, `readout check`: what one does with a warehouse that is filled."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from flows.cli.server import ready
from flows.cli.terminal import EXIT_REJECTS, console

Warehouse = Annotated[Path | None, typer.Option(help="The DuckDB file; its published copy is read.")]


def report(
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="First day of publication.")] = None,
    until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Last day of publication.")] = None,
    warehouse: Warehouse = None,
    folder: Annotated[Path | None, typer.Option(help="Where the report goes.")] = None,
) -> None:
    """Write the report of a period as HTML and Markdown, if the data checks hold."""
    from flows.settings import load_settings

    settings = load_settings(warehouse=warehouse, reports=folder)
    with ready(settings):
        from flows.report import report as run

        written = run(since.date() if since else None, until.date() if until else None, settings)
        console.print(f"Report: {written.html.resolve()}\n        {written.markdown.resolve()}", markup=False)


def rebuild(
    warehouse: Annotated[Path | None, typer.Option(help="The DuckDB file.")] = None,
    model: Annotated[str | None, typer.Option(help="A shipped pipeline, a folder, or an installed spaCy package.")] = None,
    workers: Annotated[int | None, typer.Option(help="Processes that extract.")] = None,
) -> None:
    """Extract stored documents again where their rows come from another version of the pipeline."""
    from flows.settings import load_settings

    settings = load_settings(warehouse=warehouse, model=model, workers=workers)
    with ready(settings, extracts=True):
        from flows.rebuild import rebuild as run

        summary = run(settings)
        console.print(f"{summary.replaced} of {summary.found} documents extracted again, {summary.seconds:.0f} s", markup=False)


def check(
    name: Annotated[str | None, typer.Argument(help="A check of which to show the rows.")] = None,
    warehouse: Annotated[Path | None, typer.Option(help="The DuckDB file.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Show the checks that hold too.")] = False,
) -> None:
    """Run the data checks and show those that fail; exit code 1 where one that must hold does not."""
    from rich.table import Table
    from rich.text import Text

    from flows.cli.answers import as_table
    from flows.settings import load_settings
    from warehouse.check import offending_rows, run_checks
    from warehouse.publish import publish

    path = load_settings(warehouse=warehouse).warehouse
    if name is not None:
        console.print(as_table(offending_rows(path, name)))
        return
    results = run_checks(path)
    publish(path)  # what was found is in the table checks, for reports and for who reads the copy
    shown = results if everything else results.filter(is_passed=False)
    table = Table("check", "must hold", "passed", "rows", "what it looks for", "first row")
    for row in shown.iter_rows(named=True):
        passed = Text("yes", "green") if row["is_passed"] else Text("no", "red")
        must = "yes" if row["severity"] == "fail" else "no"
        sample = Text(row["sample"] or "")  # as it is, whatever characters it holds
        table.add_row(row["name"], must, passed, f"{row['failure_count']:,}", row["description"], sample)
    if not shown.is_empty():
        console.print(table)
        console.print("All rows of one: readout check NAME")
    console.print(f"{results['is_passed'].sum()} of {results.height} checks hold.")
    if not results.filter(severity="fail", is_passed=False).is_empty():
        console.print("One that must hold does not: reports are held until it does.", style="red")
        raise typer.Exit(EXIT_REJECTS)
