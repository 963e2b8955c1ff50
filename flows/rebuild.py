"""The flow `rebuild`: extract stored documents again after the pipeline changed, and replace their rows."""

from __future__ import annotations

from prefect import flow

from flows import steps
from flows.run import RUNNER, extract_and_load, ledger_entry
from flows.settings import Settings
from flows.summary import RunSummary


@flow(name="rebuild", task_runner=RUNNER)
def rebuild(settings: Settings | None = None) -> RunSummary:
    """Extract again every stored document whose rows come from another version of the pipeline than today's.

    Args:
        settings: where things are; from readout.toml and the environment where left out.

    Raises:
        WarehouseError: there is no warehouse.
    """
    settings = settings or Settings()
    with ledger_entry("rebuild", settings, {}) as entry:
        extract_and_load(steps.read_stored(settings, entry.folder), entry, settings)
    return entry.summary


if __name__ == "__main__":
    rebuild()
