"""Server, UI and scheduled deployments in one process tree, offline and on this machine alone."""

from __future__ import annotations

from typing import Any

from prefect import Flow
from prefect import serve as serve_deployments
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.deployments.runner import RunnerDeployment
from prefect.schedules import Cron, Schedule

from flows.ingest import ingest
from flows.rebuild import rebuild
from flows.report import report
from flows.settings import Settings
from flows.steps import WRITER_TAG


def deployments(settings: Settings) -> list[RunnerDeployment]:
    """Return the deployments: ingest and report on their schedules, and rebuild to be started from the UI."""
    return [
        _deployment(ingest, parameters={"paths": [str(settings.inbox)]}, schedule=_cron(settings.schedule, settings)),
        _deployment(report, schedule=_cron(settings.report_schedule, settings)),
        _deployment(rebuild),
    ]


def _cron(line: str, settings: Settings) -> Schedule:
    return Cron(line, timezone=settings.timezone)


def _deployment(flow: Flow[..., Any], **options: Any) -> RunnerDeployment:
    """Return a deployment under the flow's name, of which one run at a time is let through."""
    limit = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.ENQUEUE)
    return RunnerDeployment.from_flow(flow, name=flow.name, concurrency_limit=limit, **options)


def serve(settings: Settings) -> None:
    """Create the limit that keeps writers in line, and run deployments until interrupted."""
    settings.inbox.mkdir(parents=True, exist_ok=True)
    with get_client(sync_client=True) as client:
        client.create_concurrency_limit(tag=WRITER_TAG, concurrency_limit=1)
    serve_deployments(*deployments(settings), pause_on_shutdown=False)
