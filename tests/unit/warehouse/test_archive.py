"""Backups come back as they were, and an export says what it holds."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

from tests.warehouse_examples import affair, load
from warehouse.archive import backup, export, restore
from warehouse.connect import reader
from warehouse.errors import SchemaError, WarehouseError
from warehouse.schema import TABLES


def count(warehouse: Path) -> int:
    """Return how many documents a warehouse has."""
    with reader(warehouse) as connection:
        return int(connection.execute("SELECT count(*) FROM documents").fetchall()[0][0])


def test_a_backup_comes_back_and_what_it_replaces_is_kept(tmp_path: Path) -> None:
    warehouse = tmp_path / "readout.duckdb"
    load(warehouse, affair()[:2])
    saved = backup(warehouse, tmp_path / "saved" / "monday.duckdb")
    load(warehouse, affair()[2:], run_id="run-2")
    kept = restore(saved, warehouse)
    assert kept is not None
    assert (count(warehouse), count(kept), count(saved)) == (2, 5, 2)
    with pytest.raises(WarehouseError, match="before-restore"):
        restore(saved, warehouse)


def test_a_backup_goes_where_there_is_no_warehouse(tmp_path: Path) -> None:
    load(tmp_path / "readout.duckdb", affair()[:1])
    saved = backup(tmp_path / "readout.duckdb", tmp_path / "saved.duckdb")
    assert restore(saved, tmp_path / "new.duckdb") is None
    assert count(tmp_path / "new.duckdb") == 1


def test_what_is_no_backup_replaces_nothing(tmp_path: Path) -> None:
    warehouse = tmp_path / "readout.duckdb"
    load(warehouse, affair()[:1])
    (tmp_path / "letter.duckdb").write_text("Dear reader, this is no database. " * 200)
    with pytest.raises(WarehouseError):
        restore(tmp_path / "letter.duckdb", warehouse)
    assert count(warehouse) == 1
    assert not (tmp_path / "readout.duckdb.restoring").exists()


def test_a_backup_never_overwrites(tmp_path: Path) -> None:
    load(tmp_path / "readout.duckdb", affair()[:1])
    (tmp_path / "there").write_text("mine")
    with pytest.raises(WarehouseError) as refused:
        backup(tmp_path / "readout.duckdb", tmp_path / "there")
    assert refused.value.code == "W401"
    assert not isinstance(refused.value, SchemaError)


def test_export_holds_every_row_by_year_with_a_data_package(published: Path, tmp_path: Path) -> None:
    folder = export(published, tmp_path / "export")
    described = json.loads((folder / "datapackage.json").read_text())
    resources = {resource["name"]: resource for resource in described["resources"]}
    assert set(resources) == {name.replace("_", "-") for name in TABLES}
    for resource in resources.values():
        rows = pl.concat([pl.read_parquet(folder / path) for path in resource["path"]])
        assert rows.columns == [field["name"] for field in resource["schema"]["fields"]]
    assert [path.split("/")[1] for path in resources["events"]["path"]] == ["published_year=2024", "published_year=2025"]
    events = pl.read_parquet(folder / "events" / "**" / "*.parquet", hive_partitioning=True)
    with reader(published) as connection:
        assert connection.execute("SELECT count(*) FROM events").fetchall() == [(events.height,)]
    assert resources["quotes"]["schema"]["primaryKey"] == ["quote_id"]
    assert {"fields": ["doc_id"], "reference": {"resource": "documents", "fields": ["doc_id"]}} in resources["quotes"]["schema"][
        "foreignKeys"
    ]


def test_export_keeps_cells_that_spreadsheets_would_run_as_plain_text(tmp_path: Path) -> None:
    story = affair()[0]
    story.document["title"] = "=HYPERLINK(1)"
    load(tmp_path / "w.duckdb", [story])
    folder = export(tmp_path / "w.duckdb", tmp_path / "export")
    titles = pl.read_parquet(folder / "documents" / "**" / "*.parquet")["title"]
    assert titles.to_list() == ["=HYPERLINK(1)"]
