"""What workers run, and workers that load the pipeline before there is anything to extract."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from tasks.extract.workers import Worker, Workers
from tasks.records import Document, Reject


@dataclass(frozen=True)
class Work:
    """Extraction with one pipeline, for a worker to run: only the worker imports spaCy."""

    model: str
    catalogue: tuple[Path, ...] = ()

    def __call__(self, documents: list[Document], folder: Path, rejects: list[Reject]) -> Path:
        """Extract a batch into a package (`tasks.extract.package`)."""
        package = import_module("tasks.extract.package")
        made: Path = package.extract_package(documents, folder, rejects, model=self.model, catalogue=self.catalogue)
        return made

    def load(self) -> None:
        """Load the pipeline; the worker keeps it."""
        import_module("tasks.extract.pipeline").load_pipeline(self.model, self.catalogue, with_happenings=False)


_ready: dict[Work, list[Worker]] = {}


@contextmanager
def started_ahead(work: Work, count: int) -> Iterator[None]:
    """Start workers that load the pipeline meanwhile; `workers` hands them out, the end stops those that nobody took."""
    _ready[work] = [Worker(work) for _ in range(count)]
    try:
        for worker in _ready[work]:
            worker.start(work.load)
        yield
    finally:
        for worker in _ready.pop(work, []):
            worker.stop()


def workers(work: Work, count: int, document_timeout: float) -> Workers:
    """Return workers for some work, those first that were started ahead."""
    ready = _ready.pop(work, [])
    for superfluous in ready[count:]:
        superfluous.stop()
    return Workers([*ready[:count], *(Worker(work) for _ in range(count - len(ready)))], document_timeout)
