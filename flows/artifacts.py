"""What a run shows in the Prefect UI beside its states: counts, rejects, samples, the way to the report."""

from __future__ import annotations

from collections.abc import Iterable

from prefect.artifacts import create_markdown_artifact, create_table_artifact

from flows.summary import RunSummary
from tasks.report.markdown import plain
from warehouse.connect import query, reader
from warehouse.statements import statement


def publish_summary(summary: RunSummary, run_id: str) -> None:
    """Publish the counts of a run, what it rejected, and a few quotes and events to look at."""
    counts = summary.counts()
    create_table_artifact([counts], key="ingest-counts", description=f"Documents of run {run_id} by what became of them")
    with reader(summary.published) as connection:
        rejects = query(connection, statement("reports/run_rejects"), {"run_id": run_id})
        quotes = query(connection, statement("reports/run_quotes"), {"run_id": run_id})
        events = query(connection, statement("reports/run_events"), {"run_id": run_id})
    lines = [
        f"# {summary.loaded} documents loaded",
        f"{summary.quotes} quotes and {summary.events} events in {summary.seconds:.0f} s, "
        f"{summary.duplicates} duplicates, {summary.rejects} rejects. Published copy: `{summary.published}`",
        "## Quotes",
        *_table(("speaker", "quote", "document"), quotes.iter_rows()),
        "## Events",
        *_table(("who", "did", "whom", "happened", "according to", "sentence"), events.iter_rows()),
        "## Rejects",
        *_table(("where", "code", "why", "what to do"), rejects.iter_rows()),
    ]
    create_markdown_artifact("\n".join(lines), key="ingest-summary", description=f"What run {run_id} found")


def _table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> list[str]:
    body = [f"| {' | '.join(map(plain, row))} |" for row in rows]
    return ["", f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}", *body, ""] if body else ["", "None.", ""]
