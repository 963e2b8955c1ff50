"""The run ledger: what ran, with which parameters and versions, what came of it, and what was rejected."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import polars as pl

from warehouse.alive import is_alive, process_start
from warehouse.arrow import Stream
from warehouse.connect import writer
from warehouse.migrate import prepare
from warehouse.statements import statement

State = Literal["completed", "failed", "cancelled", "crashed"]


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a flow as it starts."""

    run_id: str
    flow: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    """What it was called with; goes into JSON."""
    versions: Mapping[str, str] = field(default_factory=dict)
    """Versions of what it rests on."""
    pipeline_version: str | None = None
    url: str | None = None
    """Address of the run in the Prefect UI."""


def start_run(warehouse: Path, run: Run) -> list[str]:
    """Note that a run starts.

    Args:
        warehouse: path of the DuckDB file; created where it does not exist.
        run: the run; one that is tried again takes the place of its first try.

    Returns:
        Ids of earlier runs on this machine that never ended though their process is gone; they are marked crashed now.
    """
    with writer(warehouse) as connection:
        prepare(connection)
        running = connection.execute(statement("runs/running"), [socket.gethostname()]).fetchall()
        crashed = [running_id for running_id, process_id, started in running if not is_alive(process_id, started)]
        for crashed_id in crashed:
            connection.execute(statement("runs/crash"), [_now(), crashed_id])
        connection.execute(statement("runs/forget"), [run.run_id])
        head = [
            run.run_id,
            run.flow,
            _now(),
            json.dumps(run.parameters, default=str),
            json.dumps(run.versions),
            run.pipeline_version,
        ]
        connection.execute(
            statement("runs/start"), [*head, socket.gethostname(), os.getpid(), process_start(os.getpid()), run.url]
        )
    return crashed


def running(warehouse: Path) -> frozenset[str]:
    """Return the ids of runs that have not ended."""
    with writer(warehouse) as connection:
        return frozenset(run_id for (run_id,) in connection.execute(statement("runs/unfinished")).fetchall())


def finish_run(
    warehouse: Path, run_id: str, state: State, *, counts: Mapping[str, int] | None = None, error_message: str | None = None
) -> None:
    """Note that a run ended.

    Args:
        warehouse: path of the DuckDB file.
        run_id: the run.
        state: how it ended.
        counts: read, loaded, replaced, unchanged, duplicates, rejects (documents); further counts under any other name.
        error_message: why it failed.
    """
    rest = dict(counts or {})
    documents = [rest.pop(name, None) for name in ("read", "loaded", "replaced", "unchanged", "duplicates", "rejects")]
    now = _now()
    with writer(warehouse) as connection:
        connection.execute(statement("runs/finish"), [state, now, now, *documents, json.dumps(rest), error_message, run_id])


def record_rejects(warehouse: Path, run_id: str, rejects: pl.DataFrame) -> int:
    """Record documents and places that could not be used and are in no package.

    Args:
        warehouse: path of the DuckDB file.
        run_id: the run that rejected them.
        rejects: a checked frame of table ``rejects``.

    Returns:
        How many were new.
    """
    with writer(warehouse) as connection:
        prepare(connection)
        connection.register("staged_rejects", Stream(rejects))
        added = connection.execute(statement("load/rejects"), {"run_id": run_id, "rejected_at": _now()}).fetchall()
    return int(added[0][0])


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
