"""Settings: which files a named warehouse means."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.settings import load_settings


@pytest.mark.parametrize(
    ("named", "written", "read"),
    [
        ("readout.duckdb", "readout.duckdb", "readout.read.duckdb"),
        ("readout.read.duckdb", "readout.duckdb", "readout.read.duckdb"),
        ("news.db", "news.db", "news.read.db"),
        ("a.b.duckdb", "a.b.duckdb", "a.b.read.duckdb"),
        ("warehouse", "warehouse", "warehouse.read"),
    ],
)
def test_a_warehouse_is_named_by_either_of_its_files(tmp_path: Path, named: str, written: str, read: str) -> None:
    settings = load_settings(warehouse=tmp_path / named)
    assert (settings.warehouse, settings.published) == (tmp_path / written, tmp_path / read)
