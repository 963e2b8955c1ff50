"""`readout serve`: Prefect server, UI and the scheduled deployments in one command."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from flows.cli.terminal import console


def serve(
    port: Annotated[int | None, typer.Option(help="Port of the server and its UI.")] = None,
    schedule: Annotated[str | None, typer.Option(help="Cron line of the scheduled ingest.")] = None,
) -> None:
    """Start the Prefect server with its UI, and the deployments ingest, report and rebuild; Ctrl-C ends it.

    The scheduled ingest reads the folder `inbox`; the report has a schedule of its own (report_schedule).
    """
    from flows.server import api_url, ensure
    from flows.settings import load_settings

    settings = load_settings(port=port, schedule=schedule)
    os.environ["PREFECT_API_URL"] = api_url(settings.port)
    ensure(settings.port)
    console.print(f"Runs, schedules and a button to start one: [bold]http://127.0.0.1:{settings.port}[/]   (Ctrl-C ends)")

    from flows.serve import serve as run

    run(settings)
