"""Connections: the reader has no way out, queries have limits, and a file in use is told in plain words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import polars as pl
import pytest

from warehouse.connect import Limits, query, reader, writer
from warehouse.errors import BusyError, QueryError, WarehouseError

ESCAPES = [
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('/etc/hostname')",
    "SELECT * FROM glob('/etc/*')",
    "FROM '/etc/passwd'",
    "COPY (SELECT 1) TO '{folder}/out.csv'",
    "EXPORT DATABASE '{folder}/export'",
    "ATTACH '{folder}/other.duckdb'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET memory_limit = '100GB'",
    "SET enable_external_access = true",
    "SET lock_configuration = false",
    "RESET threads",
    "PRAGMA threads = 64",
    "DELETE FROM documents",
    "CREATE TABLE mine (a INTEGER)",
    "WITH gone AS (SELECT 1) INSERT INTO documents SELECT * FROM documents",
    "CREATE SECRET (TYPE s3)",
]


@pytest.mark.parametrize("sql", ESCAPES)
def test_reader_has_no_way_out(published: Path, tmp_path: Path, sql: str) -> None:
    before = published.read_bytes()
    with reader(published) as connection, pytest.raises(QueryError) as refused:
        query(connection, sql.format(folder=tmp_path))
    assert refused.value.code == "W301"
    assert list(tmp_path.iterdir()) == []
    assert published.read_bytes() == before


def test_reader_takes_describing_statements_and_temporary_tables(analyst: duckdb.DuckDBPyConnection) -> None:
    assert query(analyst, "DESCRIBE said").height > 20
    assert "said" in query(analyst, "SHOW ALL TABLES")["name"].to_list()
    query(analyst, "CREATE TEMP TABLE mine AS SELECT speaker FROM said")
    assert query(analyst, "SELECT count(*) AS n FROM mine")["n"].to_list() == [6]


def test_query_binds_values(analyst: duckdb.DuckDBPyConnection) -> None:
    found = query(analyst, "SELECT quote FROM said WHERE speaker = ?", ["'; DROP TABLE quotes; --"])
    assert found.height == 0
    found = query(analyst, "SELECT count(*) AS n FROM said WHERE source = $source", {"source": "Reuters"})
    assert found["n"].to_list() == [1]


def test_types_that_frames_lack_come_as_text(analyst: duckdb.DuckDBPyConnection) -> None:
    found = query(analyst, 'SELECT INTERVAL 3 DAY AS "a ""gap", 5::HUGEINT AS big, TIMESTAMPTZ \'2025-03-18 12:00:00+00\' AS at')
    assert found.row(0)[:2] == ("3 days", "5")
    assert found.schema["at"] == pl.Datetime("us", "UTC")


def test_limit_of_time(published: Path) -> None:
    with reader(published) as connection:
        with pytest.raises(QueryError) as slow:
            query(connection, "SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b", limits=Limits(seconds=0.2))
        assert slow.value.code == "W302"
        assert query(connection, "SELECT 1 AS one")["one"].to_list() == [1], "the connection stays usable"


def test_limit_of_rows(analyst: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(QueryError) as long:
        query(analyst, "SELECT * FROM range(11)", limits=Limits(rows=10))
    assert long.value.code == "W304"
    assert query(analyst, "SELECT * FROM range(10)", limits=Limits(rows=10)).height == 10


def test_limit_of_memory(published: Path) -> None:
    limits = Limits(memory="60MB", threads=1)
    heavy = "SELECT list(range ORDER BY hash(range)) FROM range(20000000)"
    with reader(published, limits) as connection, pytest.raises(QueryError) as big:
        query(connection, heavy, limits=limits)
    assert big.value.code == "W303"


def test_no_such_warehouse(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError) as absent, reader(tmp_path / "none.duckdb"):
        pass
    assert absent.value.code == "W201"


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "readout.duckdb"
    path.write_text("This is a letter, not a database. " * 200)
    with pytest.raises(WarehouseError) as wrong, writer(path):
        pass
    assert wrong.value.code == "W203"


def test_a_file_in_use_names_its_holder(warehouse: Path) -> None:
    hold = f"import duckdb, sys; c = duckdb.connect({str(warehouse)!r}); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout and holder.stdout.readline() == b"held\n"
        with pytest.raises(BusyError) as busy, writer(warehouse, wait_seconds=0.3):
            pass
        holder.communicate()
    assert busy.value.code == "W202"
    assert str(holder.pid) in str(busy.value)
    assert "close it" in busy.value.hint
    with writer(warehouse) as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchall() == [(5,)]
