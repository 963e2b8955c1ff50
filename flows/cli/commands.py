"""All commands, in the order in which `readout --help` shows them."""

from __future__ import annotations

import typer

from flows.cli import doctor, extract, ingest, model, report, serve, show, sql


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    for command in (
        ingest.ingest,
        sql.sql,
        report.report,
        serve.serve,
        show.show,
        extract.extract,
        report.rebuild,
        report.check,
        doctor.doctor,
    ):
        app.command()(command)
    app.add_typer(model.app, name="model")
