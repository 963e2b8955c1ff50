"""Bringing a warehouse file to this schema: create it, migrate an older one step by step, refuse a newer one."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import duckdb
import polars as pl

from warehouse.arrow import Stream
from warehouse.ddl import comments, create_tables, view_comments
from warehouse.errors import SchemaError
from warehouse.schema import TABLES
from warehouse.statements import FOLDER, statement, statements_in, with_names

CATALOGUE = Path(__file__).parent / "catalogue"


def prepare(connection: duckdb.DuckDBPyConnection, migrations: Path = FOLDER / "migrations") -> None:
    """Create or migrate the tables of an open warehouse and bring its views, macros and comments up to date.

    Args:
        connection: a writing connection.
        migrations: folder of numbered steps (``0001_what_changes.sql``) that lead from the first schema to this one.

    Raises:
        SchemaError: the file is newer than this program, a step that it took has changed since, or columns differ.
    """
    steps = {int(path.name[:4]): path for path in sorted(migrations.glob("[0-9][0-9][0-9][0-9]_*.sql"))}
    if _is_empty(connection):
        _create(connection, steps)
    else:
        _migrate(connection, steps)
    _refresh_views(connection)


def _is_empty(connection: duckdb.DuckDBPyConnection) -> bool:
    return not connection.execute(statement("session/tables")).fetchall()


def _create(connection: duckdb.DuckDBPyConnection, steps: dict[int, Path]) -> None:
    connection.begin()
    for sql in create_tables():
        connection.execute(sql)
    for number, path in steps.items():
        _note(connection, number, path.stem[5:], _checksum(path.read_text(encoding="utf-8")))
    connection.commit()


def _migrate(connection: duckdb.DuckDBPyConnection, steps: dict[int, Path]) -> None:
    """Apply the steps that the file has not taken, each in one transaction with its row, each checkpointed."""
    try:
        rows = connection.execute(statement("session/migrations")).fetchall()
    except duckdb.CatalogException as error:
        raise SchemaError("W204", "The file is a DuckDB database, but no Readout warehouse.", "Name another file.") from error
    taken = {number: checksum for number, checksum in rows if number > 0}
    newest = max(steps, default=0)
    if max(taken, default=0) > newest:
        raise SchemaError(
            "W205",
            f"The warehouse has schema {max(taken)}, this program knows {newest}.",
            "Update Readout: it refuses to write to a newer file.",
        )
    for number, path in steps.items():
        sql = path.read_text(encoding="utf-8")
        if number not in taken:
            connection.begin()
            connection.execute(sql)
            _note(connection, number, path.stem[5:], _checksum(sql))
            connection.commit()
            connection.execute(statement("session/checkpoint"))
        elif taken[number] != _checksum(sql):
            raise SchemaError(
                "W206", f"Migration {path.name} is not the one that the file went through.", "Never change a step: add one."
            )
    _compare(connection)


def _compare(connection: duckdb.DuckDBPyConnection) -> None:
    """Raise where the columns of the file are not the declared ones."""
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for table, column, kind, nullable in connection.execute(statement("session/columns")).fetchall():
        found.setdefault(table, []).append((column, kind, nullable))
    for table in TABLES.values():
        declared = sorted((column.name, column.type, column.nullable) for column in table.columns)
        if sorted(found.get(table.name, [])) != declared:
            wrong = set(found.get(table.name, [])) ^ set(declared)
            raise SchemaError(
                "W207",
                f"Table {table.name} of the file is not as declared: {sorted(wrong)}.",
                "Restore a backup, or add a migration.",
            )


def _refresh_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Create views, macros, comments and the list of event types again where they are not those of this program."""
    views = [sql for folder in ("views", "macros") for sql in _in_order(folder)]
    notes = list(comments())
    types = (CATALOGUE / "event_types.csv").read_text(encoding="utf-8")
    checksum = _checksum("\n".join([*views, *notes, types]))
    if (0, checksum) in connection.execute(statement("session/migrations")).fetchall():
        return
    connection.begin()
    for sql in [*views, *notes]:
        connection.execute(sql)
    columns: dict[str, list[str]] = {}
    for view, column in connection.execute(statement("session/view_columns")).fetchall():
        columns.setdefault(view, []).append(column)
    for sql in view_comments(columns):
        connection.execute(sql)
    _load_event_types(connection)
    connection.execute(statement("session/forget_views"))
    _note(connection, 0, "views, macros, comments and event types", checksum)
    connection.commit()


def _in_order(folder: str) -> list[str]:
    """Return views or macros so that each comes after those that it rests on: sql/order.txt names the ones to come first."""
    order = (FOLDER / "order.txt").read_text(encoding="utf-8").split()
    named = sorted(statements_in(folder), key=lambda pair: (order.index(pair[0]) if pair[0] in order else len(order), pair[0]))
    return [sql for _, sql in named]


def _load_event_types(connection: duckdb.DuckDBPyConnection) -> None:
    columns = [column.name for column in TABLES["event_types"].columns]
    types = pl.read_csv(CATALOGUE / "event_types.csv").select(columns)
    connection.execute(with_names("load/empty", table="event_types"))
    connection.register("staged_event_types", Stream(types))
    connection.execute(with_names("load/insert_all", table="event_types"))
    connection.unregister("staged_event_types")


def _note(connection: duckdb.DuckDBPyConnection, number: int, name: str, checksum: str) -> None:
    connection.execute(statement("session/note_migration"), [number, name, checksum, datetime.now(UTC).replace(tzinfo=None)])


def _checksum(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
