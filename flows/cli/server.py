"""What a command starts before it runs a flow: a server where none answers, and the workers, all while Prefect is imported."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

from flows import server
from flows.cli.terminal import errors

if TYPE_CHECKING:
    from flows.settings import Settings

#: The command tells of errors itself, once; what flows log goes to the server, for the UI to show.
QUIET = {"PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL", "PREFECT_LOGGING_EXTRA_LOGGERS": "tasks,warehouse"}


@contextmanager
def ready(settings: Settings, extracts: bool = False) -> Iterator[None]:
    """Have a server to talk to, and Prefect imported.

    Args:
        settings: where `readout serve` would run, and what workers are to load.
        extracts: start the workers too.
    """
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    own = _choose(settings.port)
    with _workers(settings) if extracts else nullcontext():
        with errors.status("Starting"):  # seen in a terminal only
            gc.disable()  # what is imported stays: looking through it for garbage takes a tenth of the time
            from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

            import flows.run  # noqa: F401  imported while the server and the workers start

            gc.enable()
            if own is not None:
                own.wait()
        # Heartbeats tell a server of runs that died; the ledger does that, and the thread that sends them ends a second late.
        with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
            yield


def _choose(port: int) -> server.Server | None:
    """Choose the server before Prefect is imported; one that is set but does not answer is passed over, with a warning."""
    wanted, found = server.set_url(), server.running(port)
    if wanted and found != wanted:
        errors.print(f"The Prefect server at {wanted} does not answer; this run uses another one.", style="yellow")
    if found:
        os.environ["PREFECT_API_URL"] = found
        return None
    own = server.Server.temporary()
    os.environ["PREFECT_API_URL"] = own.url
    os.environ.setdefault("PREFECT_UI_URL", f"http://{server.HOST}:{port}")  # where `readout serve` shows the run
    return own


@contextmanager
def _workers(settings: Settings) -> Iterator[None]:
    from tasks.extract.ahead import Work, started_ahead

    with started_ahead(Work(settings.model, settings.catalogue), settings.workers):
        yield
