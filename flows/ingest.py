"""The flow `ingest`: read, extract, load, publish. Runs as `readout ingest`, `python flows/ingest.py PATH...` or a deployment."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from shutil import rmtree
from time import monotonic
from typing import Any
from uuid import uuid4

from prefect import flow, get_run_logger
from prefect.runtime import flow_run
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows import artifacts, steps
from flows.progress import progress
from flows.settings import Settings
from flows.summary import RunSummary
from flows.versions import versions
from tasks.errors import ReadoutError
from tasks.extract.package import extract_package
from tasks.extract.pipeline import pipeline_version
from tasks.extract.workers import Workers
from warehouse.load import LoadResult
from warehouse.runs import Run, finish_run, start_run

#: Threads that hand batches to workers; more workers than this are never busy.
MAX_WORKERS = 64
RUNNER: TaskRunner[Any] = ThreadPoolTaskRunner(max_workers=MAX_WORKERS)


class TooManyRejects(ReadoutError):
    """A larger share of the documents was rejected than the settings allow; the others are loaded."""

    def __init__(self, summary: RunSummary, allowed: float) -> None:
        message = (
            f"{summary.rejects} of {summary.found} documents were rejected; {allowed:.0%} are allowed. The others are loaded."
        )
        super().__init__("R002", message, "See the table rejects, or raise max_reject_share.")
        self.summary = summary


@flow(name="ingest", task_runner=RUNNER, validate_parameters=True)
def ingest(
    paths: list[str],
    mapping: dict[str, str] | None = None,
    default_date: date | None = None,
    settings: Settings | None = None,
) -> RunSummary:
    """Read sources, extract what is new, and load it into the warehouse.

    Args:
        paths: files, folders, globs, web addresses, or - for standard input.
        mapping: column or key by field (text, title, published, url, author, source, language), for odd names.
        default_date: date of publication of documents that state none.
        settings: where things are; from readout.toml and the environment where left out.

    Raises:
        TooManyRejects: more documents were rejected than the settings allow; the others are loaded.
        FatalError: nothing could be done.
    """
    settings = settings or Settings()
    started = monotonic()
    with ledger_entry("ingest", settings, {"paths": paths, "mapping": mapping, "default_date": default_date}) as entry:
        folder = settings.work / "runs" / entry.run_id
        try:
            recovered = recover(settings, entry.run_id)
            read = steps.read_sources(paths, settings, folder, mapping, default_date)
            packages = [*read.packages, *extract_all(read.batches, settings)]
            loaded = load_all(packages, settings, entry.run_id)
        finally:
            rmtree(folder, ignore_errors=True)
        entry.summary = RunSummary.of(read, loaded, recovered, settings, seconds=monotonic() - started)
    steps.publish_copy(settings.warehouse)
    artifacts.publish_summary(entry.summary, entry.run_id)
    if entry.summary.rejects > settings.max_reject_share * entry.summary.found:
        raise TooManyRejects(entry.summary, settings.max_reject_share)
    return entry.summary


def recover(settings: Settings, run_id: str) -> int:
    """Load the packages that an interrupted run had finished; return the number of documents in them."""
    packages = steps.left_over(settings)
    if not packages:
        return 0
    loaded = load_all(packages, settings, run_id)
    get_run_logger().warning("Picked up %d batches that an interrupted run had extracted.", len(packages))
    return loaded.loaded + loaded.replaced


def extract_all(batches: list[Path], settings: Settings) -> list[Path]:
    """Extract batches in worker processes; return their packages."""
    if not batches:
        return []
    work = partial(extract_package, model=settings.model)
    count = min(settings.workers, len(batches), MAX_WORKERS)
    with Workers(work, count, settings.document_timeout_seconds) as workers, progress("extract", len(batches)) as advance:
        futures = [steps.extract_batch.submit(batch, settings.work / "packages", workers) for batch in batches]
        packages = []
        for future in futures:
            packages.append(future.result())
            advance()
    return packages


def load_all(packages: list[Path], settings: Settings, run_id: str) -> LoadResult:
    """Load packages and clear them away once they are in the warehouse."""
    loaded = steps.load(settings.warehouse, packages, run_id) if packages else LoadResult()
    for package in packages:
        rmtree(package)
    return loaded


class LedgerEntry:
    """A run in the ledger, and what it comes to."""

    def __init__(self, run_id: str) -> None:
        self.run_id = run_id
        self.summary = RunSummary()


@contextmanager
def ledger_entry(name: str, settings: Settings, parameters: dict[str, Any]) -> Iterator[LedgerEntry]:
    """Note in the ledger that a run starts, and how it ends."""
    entry = LedgerEntry(str(flow_run.id or uuid4()))
    version = pipeline_version(settings.model)
    run = Run(entry.run_id, name, parameters, versions(), version, flow_run.ui_url)
    for run_id in start_run(settings.warehouse, run):
        get_run_logger().warning("Run %s was killed before it ended; what it had not loaded is done again.", run_id)
    try:
        yield entry
    except BaseException as error:
        finish_run(settings.warehouse, entry.run_id, "failed", error_message=str(error))
        raise
    finish_run(settings.warehouse, entry.run_id, "completed", counts=entry.summary.counts())


if __name__ == "__main__":
    ingest(sys.argv[1:])
