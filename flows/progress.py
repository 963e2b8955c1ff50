"""Progress of long work: a bar in the terminal, a progress artifact in the Prefect UI."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

from prefect.artifacts import create_progress_artifact, update_progress_artifact
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

COLUMNS = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())


@contextmanager
def progress(step: str, total: int) -> Iterator[Callable[[], None]]:
    """Show how far a step is.

    Args:
        step: what is being done.
        total: pieces of work.

    Yields:
        A function to call after each piece.
    """
    console = Console(stderr=True)
    artifact: UUID = create_progress_artifact(0.0, key=f"{step}-progress", description=f"{step}: {total} batches")  # type: ignore[assignment]
    with Progress(*COLUMNS, console=console, disable=not sys.stderr.isatty(), transient=True) as bar:
        shown = bar.add_task(step, total=total)

        def advance() -> None:
            bar.advance(shown)
            update_progress_artifact(artifact, progress=100.0 * bar.tasks[shown].completed / total)

        yield advance
