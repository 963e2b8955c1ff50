"""The steps as Prefect tasks: names, retries, timeouts and limits. What they exchange are paths and counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from itertools import chain
from math import ceil
from pathlib import Path
from typing import Any

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.tasks import Task, exponential_backoff
from pydantic import BaseModel

from flows.settings import Settings
from tasks.errors import RetriableError
from tasks.extract.pipeline import pipeline_version
from tasks.extract.workers import Workers
from tasks.read.batches import read_batch, spool, write_batches
from tasks.read.registry import read_source
from tasks.read.sources import find_sources
from tasks.read.stored import as_documents
from tasks.records import content_id
from tasks.resolve.accounts import group_accounts
from warehouse.accounts import replace_accounts, tellings
from warehouse.documents import known
from warehouse.errors import BusyError
from warehouse.load import LoadResult, load_packages
from warehouse.packages import complete_packages, write_package
from warehouse.publish import publish
from warehouse.runs import running
from warehouse.schema import frame
from warehouse.stored import stored_documents

#: Tag of the steps that write: `readout serve` lets one of them run at a time. DuckDB's own lock is the guard all the same.
WRITER_TAG = "warehouse-writer"

#: A step that takes longer hangs. Extraction has a limit for each document instead, which ends the process that it is in.
STEP_SECONDS = 12 * 3600.0

TO_EXTRACT = ("loaded", "replaced")


class ReadResult(BaseModel):
    """What reading found, and the files that the next steps work on."""

    found: int
    unchanged: int
    rejects: int
    batches: list[Path]
    packages: list[Path]


def _is_retriable(task: Task[..., Any], run: TaskRun, state: State[Any]) -> bool:
    """Retry only what another try can mend."""
    return isinstance(state.result(raise_on_failure=False), RetriableError | BusyError)


STEP: dict[str, Any] = {
    "cache_policy": NO_CACHE,
    "timeout_seconds": STEP_SECONDS,
    "retries": 3,
    "retry_delay_seconds": exponential_backoff(5),
    "retry_jitter_factor": 0.5,
    "retry_condition_fn": _is_retriable,
}
WRITES = STEP | {"tags": [WRITER_TAG]}


@task(name="read", task_run_name="read", **STEP)
def read_sources(
    paths: Sequence[str], settings: Settings, folder: Path, mapping: Mapping[str, str] | None, default_date: date | None
) -> ReadResult:
    """Read all sources; write the new documents to batch files, and copies and rejects to a package of their own."""
    sources = find_sources(paths)
    reading = (
        read_source(source, mapping, default_date=default_date, allow_private=settings.allow_private_urls) for source in sources
    )
    made = spool(chain.from_iterable(reading), folder / "spool.jsonl")
    version = pipeline_version(settings.model, settings.catalogue)
    outcomes = _outcomes(settings.warehouse, made.metadata, version)
    chosen = [number for number, outcome in enumerate(outcomes) if outcome in TO_EXTRACT]
    copies = [made.metadata[number] for number, outcome in enumerate(outcomes) if outcome == "duplicate"]
    aside = {"duplicates": frame("duplicates", copies), "rejects": frame("rejects", [asdict(reject) for reject in made.rejects])}
    packages = []
    if copies or made.rejects:
        name = content_id(version, *(rows.write_json() for rows in aside.values()))
        packages = [write_package(folder / "packages" / name, aside, {"pipeline_version": version})]
    return ReadResult(
        found=len(outcomes) + len(made.rejects),
        unchanged=outcomes.count("unchanged"),
        rejects=len(made.rejects),
        batches=write_batches(made, chosen, even_size(len(chosen), settings), folder / "batches", version),
        packages=packages,
    )


def even_size(documents: int, settings: Settings) -> int:
    """Return the size of batches, at most that of the settings, which gives every worker as many batches as the others."""
    rounds = ceil(documents / settings.batch_size / settings.workers)
    return max(1, ceil(documents / max(1, rounds * settings.workers)))


def _outcomes(warehouse: Path, metadata: list[dict[str, Any]], version: str) -> list[str]:
    if not metadata:
        return []
    return known(warehouse, _as_frame(metadata).with_columns(pipeline_version=pl.lit(version)))["outcome"].to_list()


def _as_frame(metadata: list[dict[str, Any]]) -> pl.DataFrame:
    schema = {name: pl.Date() if name == "published_date" else pl.String() for name in metadata[0]}
    return pl.DataFrame(metadata, schema=schema, orient="row")


@task(name="read stored", task_run_name="read stored", **STEP)
def read_stored(settings: Settings, folder: Path) -> ReadResult:
    """Write the stored documents that another version of the pipeline extracted to batch files."""
    version = pipeline_version(settings.model, settings.catalogue)
    batches = stored_documents(settings.published, settings.batch_size, other_than_version=version)
    made = spool(chain.from_iterable(map(as_documents, batches)), folder / "spool.jsonl")
    numbers = range(len(made.metadata))
    written = write_batches(made, numbers, even_size(len(numbers), settings), folder / "batches", version)
    return ReadResult(found=len(numbers), unchanged=0, rejects=0, batches=written, packages=[])


@task(name="extract", task_run_name="extract {batch.stem}", **STEP | {"timeout_seconds": None})
def extract_batch(batch: Path, packages: Path, workers: Workers) -> Path:
    """Extract one batch in a worker process; return its package. A package that is there already is not made again."""
    return workers.extract(read_batch(batch), packages / batch.stem)


@task(name="load", task_run_name="load", **WRITES)
def load(warehouse: Path, packages: Sequence[Path], run_id: str) -> LoadResult:
    """Load packages into the warehouse, each in one transaction."""
    return load_packages(warehouse, packages, run_id)


@task(name="resolve", task_run_name="resolve", **WRITES)
def resolve(warehouse: Path) -> int:
    """Group the events that are accounts of one happening; return how many happenings there are."""
    return replace_accounts(warehouse, group_accounts(tellings(warehouse)))


@task(name="publish", task_run_name="publish", **WRITES)
def publish_copy(warehouse: Path) -> Path:
    """Replace the copy that analysts read."""
    return publish(warehouse)


def take_over(settings: Settings, folder: Path) -> list[Path]:
    """Move the folders of runs that ended before they had loaded all into that of this run; leave those of runs at work alone.

    Returns:
        The whole packages in them.
    """
    at_work = running(settings.warehouse) | {folder.name}
    for other in sorted((settings.work / "runs").glob("*")):
        if other.name not in at_work:
            (folder / "taken_over").mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):  # a run that started at the same time took it
                other.rename(folder / "taken_over" / other.name)
    return [package for place in sorted(folder.rglob("packages")) for package in complete_packages(place)]
