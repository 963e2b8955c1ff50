"""What flows that fill the warehouse share: the entry in the ledger, extraction in workers, loading, picking up what was left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from time import monotonic
from typing import Any
from uuid import UUID, uuid4

from prefect import get_run_logger
from prefect.client.orchestration import get_client
from prefect.exceptions import ObjectNotFound
from prefect.runtime import flow_run
from prefect.states import Crashed
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows import artifacts, steps
from flows.progress import progress
from flows.settings import Settings
from flows.summary import RunSummary
from flows.versions import versions
from tasks.extract.ahead import Work, workers
from tasks.extract.pipeline import pipeline_version
from warehouse.load import LoadResult
from warehouse.runs import Run, finish_run, start_run

#: Threads that hand batches to workers; more workers than this are never busy.
MAX_WORKERS = 64
RUNNER: TaskRunner[Any] = ThreadPoolTaskRunner(max_workers=MAX_WORKERS)


class LedgerEntry:
    """A run in the ledger, the folder that it may use, and what it comes to."""

    def __init__(self, settings: Settings) -> None:
        self.run_id = str(flow_run.id or uuid4())
        self.folder = settings.work / "runs" / self.run_id
        self.summary = RunSummary()
        self.recovered = 0
        self._started = monotonic()

    def finish(self, read: steps.ReadResult, loaded: LoadResult, settings: Settings) -> None:
        """Add up what the steps report."""
        self.summary = RunSummary.of(read, loaded, self.recovered, settings, seconds=monotonic() - self._started)


@contextmanager
def ledger_entry(name: str, settings: Settings, parameters: dict[str, Any]) -> Iterator[LedgerEntry]:
    """Note in the ledger that a run starts and how it ends; then publish the warehouse and show what the run found."""
    entry = LedgerEntry(settings)
    run = Run(entry.run_id, name, parameters, versions(), pipeline_version(settings.model, settings.catalogue), flow_run.ui_url)
    for run_id in start_run(settings.warehouse, run):
        get_run_logger().warning("Run %s was killed before it ended; what it had not loaded is done again.", run_id)
        _mark_crashed(run_id)
    try:
        entry.recovered = _load_left_over(settings, entry)
        yield entry
        if entry.summary.loaded or entry.summary.replaced or entry.recovered:
            steps.resolve(settings.warehouse)
    except BaseException as error:
        _note_failure(settings, entry.run_id, error)
        raise
    rmtree(entry.folder, ignore_errors=True)
    finish_run(settings.warehouse, entry.run_id, "completed", counts=entry.summary.counts())
    get_run_logger().info("Published %s", steps.publish_copy(settings.warehouse))
    artifacts.publish_summary(entry.summary, entry.run_id)


def _mark_crashed(run_id: str) -> None:
    """Let the server know that a run was killed: by itself it shows such a run as running for ever."""
    with get_client(sync_client=True) as client, suppress(ObjectNotFound):  # it ran under another server
        client.set_flow_run_state(UUID(run_id), Crashed(message="The process ended without a word."), force=True)


def _note_failure(settings: Settings, run_id: str, error: BaseException) -> None:
    try:
        finish_run(settings.warehouse, run_id, "failed", error_message=str(error))
    except Exception as second:
        # A full disk takes no notes. The next run notes that this one ended; what matters now is why.
        error.add_note(f"The ledger could not note this: {second}")


def extract_and_load(read: steps.ReadResult, entry: LedgerEntry, settings: Settings) -> None:
    """Extract batches in worker processes, load the packages, and note what became of the documents."""
    logger = get_run_logger()
    logger.info("Found %d documents: %d unchanged, %d rejected.", read.found, read.unchanged, read.rejects)
    packages = [*read.packages, *_extract(read.batches, entry.folder / "packages", settings)]
    entry.finish(read, _load(packages, settings, entry.run_id), settings)
    logger.info("Loaded: %s", ", ".join(f"{count} {name}" for name, count in entry.summary.counts().items() if count))


def _load_left_over(settings: Settings, entry: LedgerEntry) -> int:
    """Load the packages that interrupted runs had finished, clear the rest away; return the number of documents loaded."""
    packages = steps.take_over(settings, entry.folder)
    if packages:
        get_run_logger().warning("Picking up %d batches that an interrupted run had extracted.", len(packages))
    loaded = _load(packages, settings, entry.run_id)
    rmtree(entry.folder, ignore_errors=True)
    return loaded.loaded + loaded.replaced


def _extract(batches: list[Path], folder: Path, settings: Settings) -> list[Path]:
    if not batches:
        return []
    get_run_logger().info("Extracting; batches: %d, workers: %d.", len(batches), min(settings.workers, len(batches)))
    work = Work(settings.model, settings.catalogue)
    count = min(settings.workers, len(batches), MAX_WORKERS)
    with workers(work, count, settings.document_timeout_seconds) as pool, progress("extract", len(batches)) as advance:
        packages = []
        for future in [steps.extract_batch.submit(batch, folder, pool) for batch in batches]:
            packages.append(future.result())
            advance()
    return packages


def _load(packages: list[Path], settings: Settings, run_id: str) -> LoadResult:
    return steps.load(settings.warehouse, packages, run_id) if packages else LoadResult()
