"""A warehouse file is created, migrated step by step, or refused."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from warehouse.connect import writer
from warehouse.errors import SchemaError
from warehouse.migrate import prepare
from warehouse.statements import FOLDER

REAL = FOLDER / "migrations"


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """A folder with the real migrations and one more, that adds a table and fills it."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    for path in REAL.glob("*.sql"):
        (folder / path.name).write_text(path.read_text())
    (folder / "9000_add_notes.sql").write_text(
        "CREATE TABLE notes (doc_id VARCHAR, note VARCHAR);\nINSERT INTO notes SELECT doc_id, 'seen' FROM documents;\n"
    )
    return folder


def test_an_older_file_takes_the_steps_that_it_lacks_once(warehouse: Path, steps: Path) -> None:
    for _ in range(2):
        with writer(warehouse) as connection:
            prepare(connection, steps)
            assert connection.execute("SELECT count(*) FROM notes").fetchall() == [(5,)]
            assert connection.execute("SELECT name FROM migrations WHERE number = 9000").fetchall() == [("add_notes",)]


def test_a_file_of_the_first_schema_keeps_its_decisions(warehouse: Path) -> None:
    with duckdb.connect(warehouse) as connection:
        connection.execute("ALTER TABLE events DROP COLUMN place_latitude; ALTER TABLE events DROP COLUMN place_longitude")
        connection.execute("ALTER TABLE decisions DROP COLUMN act_id; ALTER TABLE decisions DROP COLUMN number")
        connection.execute(
            "ALTER TABLE decisions DROP COLUMN act; ALTER TABLE runs DROP COLUMN process_start; "
            "ALTER TABLE events DROP COLUMN stated_count; DELETE FROM migrations"
        )
        connection.execute("INSERT INTO decisions VALUES ('d1', 'merge', 'a', 'b', NULL, 'one man', 'Kim', '2025-01-01')")
    with writer(warehouse) as connection:
        prepare(connection)
        assert connection.execute("SELECT number, act, note FROM decisions").fetchall() == [(1, "decided", "one man")]
        assert connection.execute("SELECT decision_id FROM live_decisions").fetchall() == [("d1",)]


def test_a_step_that_fails_leaves_nothing(warehouse: Path, steps: Path) -> None:
    (steps / "9001_fail.sql").write_text("CREATE TABLE half (a INTEGER);\nSELECT nonsense FROM nowhere;\n")
    with writer(warehouse) as connection, pytest.raises(duckdb.Error):
        prepare(connection, steps)
    with writer(warehouse) as connection:
        tables = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert "notes" in tables
    assert "half" not in tables


def test_a_file_with_a_step_that_this_program_lacks_is_refused(warehouse: Path, steps: Path) -> None:
    with writer(warehouse) as connection:
        prepare(connection, steps)
        with pytest.raises(SchemaError) as refused:
            prepare(connection)
    assert refused.value.code == "W205"


def test_a_step_that_changed_after_it_was_taken_is_refused(warehouse: Path, steps: Path) -> None:
    with writer(warehouse) as connection:
        prepare(connection, steps)
        (steps / "9000_add_notes.sql").write_text("CREATE TABLE other (a INTEGER);")
        with pytest.raises(SchemaError) as refused:
            prepare(connection, steps)
    assert refused.value.code == "W206"


def test_a_file_whose_columns_are_not_declared_is_refused(warehouse: Path) -> None:
    with writer(warehouse) as connection:
        connection.execute("ALTER TABLE rejects RENAME COLUMN hint TO advice")
        with pytest.raises(SchemaError, match="hint") as refused:
            prepare(connection)
    assert refused.value.code == "W207"


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    with writer(tmp_path / "shop.duckdb") as connection:
        connection.execute("CREATE TABLE orders (id INTEGER)")
        with pytest.raises(SchemaError) as refused:
            prepare(connection)
    assert refused.value.code == "W204"


def test_files_are_written_for_released_versions_of_duckdb(warehouse: Path) -> None:
    with writer(warehouse) as connection:
        tags = connection.execute("SELECT tags FROM duckdb_databases() WHERE NOT internal").fetchall()
    assert "v1.5.0" in str(tags)
