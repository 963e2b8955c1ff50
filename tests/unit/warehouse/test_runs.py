"""The ledger of runs, and what is known of documents before they are extracted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from tests.warehouse_examples import affair
from warehouse.alive import is_alive, process_start
from warehouse.connect import reader, writer
from warehouse.documents import known
from warehouse.runs import Run, finish_run, record_rejects, start_run
from warehouse.schema import frame

METADATA = ["doc_id", "url", "location", "published_date", "title", "author", "source", "language", "pipeline_version"]


def metadata(**changes: object) -> pl.DataFrame:
    """Return what a reader knows of the five stories, with changes to all of them."""
    return frame("documents", [story.document | changes for story in affair()]).select(METADATA)


def test_a_run_has_parameters_versions_counts_and_duration(tmp_path: Path) -> None:
    warehouse = tmp_path / "w.duckdb"
    assert start_run(warehouse, Run("one", "ingest", {"path": "articles"}, {"duckdb": "2.0.0"}, "7")) == []
    finish_run(warehouse, "one", "completed", counts={"read": 5, "loaded": 4, "rejects": 1, "quotes": 40})
    with reader(warehouse) as connection:
        row = connection.execute(
            "SELECT state, parameters->>'path', versions->>'duckdb', read_count, loaded_count, reject_count, unchanged_count, "
            "counts->>'quotes', duration_seconds >= 0, finished_at >= started_at FROM runs"
        ).fetchall()
    assert row == [("completed", "articles", "2.0.0", 5, 4, 1, None, "40", True, True)]


def test_a_run_whose_process_is_gone_is_marked_crashed(tmp_path: Path) -> None:
    warehouse = tmp_path / "w.duckdb"
    start = f"from pathlib import Path; from warehouse.runs import *; start_run(Path({str(warehouse)!r}), Run('dead', 'ingest'))"
    subprocess.run([sys.executable, "-c", start], check=True)
    assert start_run(warehouse, Run("next", "ingest")) == ["dead"]
    with reader(warehouse) as connection:
        assert connection.execute("SELECT run_id, state FROM runs ORDER BY run_id").fetchall() == [
            ("dead", "crashed"),
            ("next", "running"),
        ]


def test_a_run_whose_process_number_went_to_another_is_marked_crashed(tmp_path: Path) -> None:
    warehouse = tmp_path / "w.duckdb"
    start_run(warehouse, Run("dead", "ingest"))  # by this process, which lives on
    with writer(warehouse) as connection:
        connection.execute("UPDATE runs SET process_start = 'an earlier boot/1'")
    assert start_run(warehouse, Run("next", "ingest")) == ["dead"]
    assert start_run(warehouse, Run("third", "ingest")) == []


def test_the_number_decides_where_no_start_is_known() -> None:
    assert is_alive(os.getpid(), None)
    assert is_alive(os.getpid(), process_start(os.getpid()))
    assert process_start(2**31 - 1) is None
    assert not is_alive(2**31 - 1, None)


def test_rejects_are_recorded_with_what_to_do(tmp_path: Path) -> None:
    rejects = frame("rejects", [{"location": "x.txt", "stage": "read", "code": "R1", "message": "Empty.", "hint": "Drop it."}])
    assert record_rejects(tmp_path / "w.duckdb", "one", rejects) == 1
    assert record_rejects(tmp_path / "w.duckdb", "one", rejects) == 0


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, "unchanged"),
        ({"pipeline_version": "2"}, "replaced"),
        ({"title": "Another title"}, "replaced"),
        ({"location": "zzz"}, "duplicate"),
        ({"location": "a"}, "replaced"),
    ],
)
def test_known_says_what_loading_would_do(warehouse: Path, changes: dict[str, object], outcome: str) -> None:
    found = known(warehouse, metadata(**changes))
    assert found["doc_id"].to_list() == [story.doc_id for story in affair()]
    assert found["outcome"].to_list() == [outcome] * 5


def test_of_copies_read_together_one_is_loaded(tmp_path: Path) -> None:
    copies = pl.concat([metadata(location="b", url=None), metadata(location="a", url=None)])
    found = known(tmp_path / "w.duckdb", copies)
    assert found["outcome"].to_list() == ["duplicate"] * 5 + ["loaded"] * 5
