"""Extraction in processes of its own: a document that crashes, hangs or runs out of memory costs only itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from queue import Queue
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from tasks.records import Document, Reject
from warehouse.errors import SchemaError

#: Documents and a target folder in, rejects out: what a worker runs (tasks/extract/ahead.py).
Work = Callable[[list[Document], Path, list[Reject]], Path]

#: How a batch fails because of one of its documents.
POISON = (BrokenProcessPool, TimeoutError, SchemaError)


class Worker:
    """One process, started when first needed, replaced after it died or had to be stopped."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._executor: ProcessPoolExecutor | None = None

    def run(self, documents: list[Document], folder: Path, rejects: list[Reject], timeout: float) -> Path:
        """Run the work in the process.

        Raises:
            BrokenProcessPool: the process died.
            TimeoutError: it took longer than ``timeout`` seconds and was stopped.
        """
        try:
            return self._process().submit(self._work, documents, folder, rejects).result(timeout)
        except (BrokenProcessPool, TimeoutError):
            self.stop()
            raise

    def start(self, preparation: Callable[[], None]) -> None:
        """Start the process and let it prepare itself; what fails in that fails again, and is told, in the work itself."""
        self._process().submit(preparation)

    def _process(self) -> ProcessPoolExecutor:
        if self._executor is None:
            # spawn: a forked child would inherit the locks of Polars and Prefect in whatever state they are
            self._executor = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        return self._executor

    def stop(self) -> None:
        """End the process, whatever it does."""
        if self._executor is None:
            return
        executor, self._executor = self._executor, None
        for process in list((executor._processes or {}).values()):
            process.kill()
        executor.shutdown(wait=True, cancel_futures=True)


class Workers:
    """A fixed number of workers for the threads that hand batches to them."""

    def __init__(self, workers: Sequence[Worker], document_timeout: float) -> None:
        self._workers = workers
        self._free: Queue[Worker] = Queue()
        for worker in self._workers:
            self._free.put(worker)
        self._document_timeout = document_timeout

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for worker in self._workers:
            worker.stop()

    def extract(self, documents: list[Document], folder: Path) -> Path:
        """Extract a batch into a package; documents that a worker does not survive end as rejects in it.

        A batch that fails as a whole is tried document by document, to find the ones to leave out, and then once more
        without them: the package is the same as if they had never been in it.
        """
        worker = self._free.get()
        try:
            try:
                return worker.run(documents, folder, [], self._document_timeout * (1 + len(documents) / 10))
            except POISON:
                rejects = [reject for document in documents if (reject := self._probe(worker, document))]
                left_out = {reject.doc_id for reject in rejects}
                kept = [document for document in documents if document.doc_id not in left_out]
                return worker.run(kept, folder, rejects, self._document_timeout * (1 + len(documents)))
        finally:
            self._free.put(worker)

    def _probe(self, worker: Worker, document: Document) -> Reject | None:
        """Return why a document cannot be extracted, None where it can."""
        with TemporaryDirectory() as scratch:
            try:
                worker.run([document], Path(scratch) / "package", [], self._document_timeout)
            except BrokenProcessPool:
                return _reject(document, "R201", "The worker process died over this document.", "Split the text.")
            except TimeoutError:
                message = f"Extraction took longer than {self._document_timeout:g} seconds."
                return _reject(document, "R202", message, "Raise document_timeout_seconds, or split the text.")
            except SchemaError as error:
                return _reject(document, "R204", f"What was found does not fit the tables: {error}", "Report it with the text.")
        return None


def _reject(document: Document, code: str, message: str, hint: str) -> Reject:
    return Reject(document.location or document.doc_id, "extract", code, message, hint, document.doc_id)
