"""What extracts is there and is the one that the rows come from, or the person is told what to run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tasks.errors import FatalError
from tasks.extract.pipeline import load_pipeline, pipeline_version
from tests.warehouse_examples import affair, frames_of, load
from warehouse.check import run_checks
from warehouse.load import load_packages
from warehouse.packages import write_package


@pytest.mark.parametrize("ask", [load_pipeline, pipeline_version])
def test_a_model_that_is_missing_is_told_with_those_that_are_there(ask) -> None:
    """Fault 11: a run asks for the version before it touches the warehouse."""
    with pytest.raises(FatalError) as refused:
        ask("no-such-model")
    assert refused.value.code == "R301"
    assert "accurate" in refused.value.hint


def test_rows_of_another_version_are_found_and_the_command_named(tmp_path: Path) -> None:
    """Fault 11: two pipelines in one warehouse; what the older one extracted is to be extracted again."""
    warehouse = tmp_path / "readout.duckdb"
    load(warehouse, affair()[:2])
    assert _rows_of_others(warehouse) == 0
    newer = affair()[2:]
    for story in newer:
        story.document["pipeline_version"] = "2"
    folder = write_package(tmp_path / "packages" / "newer", frames_of(newer), {"pipeline_version": "2"})
    load_packages(warehouse, [folder], "run-1")
    assert _rows_of_others(warehouse) == 2


def _rows_of_others(warehouse: Path) -> int:
    """Return how many documents the check finds; its description names the command that mends them."""
    (row,) = run_checks(warehouse).filter(name="one_pipeline_version").iter_rows(named=True)
    assert "readout rebuild" in row["description"]
    return int(row["failure_count"])
