"""Server, UI and scheduled deployments in one process tree, offline and on this machine alone."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from prefect import Flow
from prefect import serve as serve_deployments
from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import GlobalConcurrencyLimitCreate
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.deployments.runner import RunnerDeployment
from prefect.exceptions import ObjectAlreadyExists, PrefectHTTPStatusError
from prefect.schedules import Cron

from flows.ingest import ingest
from flows.rebuild import rebuild
from flows.report import report
from flows.settings import Settings
from flows.steps import WRITER_LIMIT
from tasks.errors import FatalError

#: Seconds that a server may take to start on a busy machine.
START_SECONDS = 180.0


@contextmanager
def server(port: int) -> Iterator[None]:
    """Run a Prefect server on the loopback address, unless one answers there already.

    Raises:
        FatalError: R501, it did not start.
    """
    health = f"http://127.0.0.1:{port}/api/health"
    if _answers(health):
        yield
        return
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + START_SECONDS
        while not _answers(health):
            if process.poll() is not None or time.monotonic() > deadline:
                hint = "Another program may hold the port (readout serve --port N); readout doctor says more."
                raise FatalError("R501", f"The Prefect server did not start on port {port}.", hint)
            time.sleep(0.5)
        yield
    finally:
        process.terminate()
        process.wait()


def deployments(settings: Settings) -> list[RunnerDeployment]:
    """Return the deployments: the scheduled ingest, and report and rebuild to be started from the UI."""
    daily = Cron(settings.schedule, timezone=settings.timezone)
    return [
        _deployment(ingest, parameters={"paths": [str(settings.inbox)]}, schedule=daily),
        _deployment(report),
        _deployment(rebuild),
    ]


def _deployment(flow: Flow[..., Any], **options: Any) -> RunnerDeployment:
    """Return a deployment under the flow's name, of which one run at a time is let through."""
    limit = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.ENQUEUE)
    return RunnerDeployment.from_flow(flow, name=flow.name, concurrency_limit=limit, **options)


def serve(settings: Settings) -> None:
    """Create the limit that keeps writers in line, and run deployments until interrupted."""
    settings.inbox.mkdir(parents=True, exist_ok=True)
    _create_writer_limit()
    serve_deployments(*deployments(settings), pause_on_shutdown=False)


def _create_writer_limit() -> None:
    with get_client(sync_client=True) as client:
        try:
            client.create_global_concurrency_limit(GlobalConcurrencyLimitCreate(name=WRITER_LIMIT, limit=1))
        except (ObjectAlreadyExists, PrefectHTTPStatusError):
            client.read_global_concurrency_limit_by_name(WRITER_LIMIT)  # there already; any other fault shows here


def _answers(health: str) -> bool:
    try:
        return httpx.get(health, timeout=2).is_success
    except httpx.HTTPError:
        return False
