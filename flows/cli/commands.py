"""All commands, in the order in which `readout --help` shows them."""

from __future__ import annotations

import typer

from flows.cli import actors, archive, doctor, evaluate, extract, ingest, model, report, serve, show, sql

COMMANDS = (
    ingest.ingest,
    sql.sql,
    report.report,
    serve.serve,
    show.show,
    extract.extract,
    report.rebuild,
    report.check,
    doctor.doctor,
    archive.backup,
    archive.restore,
    archive.export,
    evaluate.evaluate,
    evaluate.train,
)


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    for command in COMMANDS:
        app.command()(command)
    app.add_typer(actors.app, name="actors")
    app.add_typer(model.app, name="model")
