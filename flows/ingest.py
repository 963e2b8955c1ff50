"""The flow `ingest`: read, extract, load, publish. Runs as `readout ingest`, `python flows/ingest.py PATH...` or a deployment."""

from __future__ import annotations

import sys
from datetime import date
from textwrap import shorten

from prefect import flow
from prefect.runtime import flow_run

from flows import steps
from flows.run import RUNNER, extract_and_load, ledger_entry
from flows.settings import Settings
from flows.summary import RunSummary
from tasks.errors import ReadoutError
from tasks.read.logins import refer, refuse_passwords, without_login


class TooManyRejects(ReadoutError):
    """A larger share of the documents was rejected than the settings allow; the others are loaded."""

    def __init__(self, summary: RunSummary, allowed: float) -> None:
        message = f"{summary.rejects} of {summary.found} documents were rejected; {allowed:.0%} may be. The others are loaded."
        super().__init__("R002", message, "See the table rejects, or raise max_reject_share.")
        self.summary = summary


def _run_name() -> str:
    """Return what the UI calls a run: ingest, and what it reads."""
    paths = [without_login(path) for path in flow_run.parameters["paths"]]
    return f"ingest {shorten(', '.join(paths), 80, placeholder=' …')}"


@flow(name="ingest", flow_run_name=_run_name, task_runner=RUNNER)
def ingest(
    paths: list[str],
    mapping: dict[str, str] | None = None,
    default_date: date | None = None,
    settings: Settings | None = None,
) -> RunSummary:
    """Read sources, extract what is new, and load it into the warehouse.

    Args:
        paths: files, folders, globs, web addresses (`${NEWS}@` before a host: name:password in READOUT_LOGIN_NEWS), - for
            standard input.
        mapping: column or key by field (text, title, published, url, author, source, language), for odd names.
        default_date: date of publication of documents that state none.
        settings: where things are; from readout.toml and the environment where left out.

    Raises:
        TooManyRejects: more documents were rejected than the settings allow; the others are loaded.
        FatalError: nothing could be done.
    """
    refuse_passwords(paths)
    settings = settings or Settings()
    asked = {"paths": [without_login(path) for path in paths], "mapping": mapping, "default_date": default_date}
    with ledger_entry("ingest", settings, asked) as entry:
        read = steps.read_sources(paths, settings, entry.folder, mapping, default_date)
        extract_and_load(read, entry, settings)
    if entry.summary.rejects > settings.max_reject_share * entry.summary.found:
        raise TooManyRejects(entry.summary, settings.max_reject_share)
    return entry.summary


if __name__ == "__main__":
    ingest(refer(sys.argv[1:]))
