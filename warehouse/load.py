"""Loading: packages into the warehouse, each in one transaction with its row in the ledger."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from warehouse.arrow import Stream
from warehouse.connect import writer
from warehouse.errors import LoadError
from warehouse.migrate import prepare
from warehouse.packages import read_manifest, read_package
from warehouse.schema import EXTRACTED, TABLES, check_frame
from warehouse.statements import statement, with_names

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What became of the documents of some packages: loaded + replaced + unchanged + duplicates = documents in them."""

    packages: int = 0
    loaded: int = 0
    replaced: int = 0
    unchanged: int = 0
    duplicates: int = 0
    rejects: int = 0
    rows: Mapping[str, int] = field(default_factory=dict)
    """Rows loaded, by table."""

    def __add__(self, other: LoadResult) -> LoadResult:
        return LoadResult(
            self.packages + other.packages,
            self.loaded + other.loaded,
            self.replaced + other.replaced,
            self.unchanged + other.unchanged,
            self.duplicates + other.duplicates,
            self.rejects + other.rejects,
            {table: self.rows.get(table, 0) + other.rows.get(table, 0) for table in {**self.rows, **other.rows}},
        )


def load_packages(warehouse: Path, packages: Sequence[Path], run_id: str, wait_seconds: float = 30.0) -> LoadResult:
    """Load packages, each whole or not at all. Loading one again changes nothing but the ledger.

    Args:
        warehouse: path of the DuckDB file; created where it does not exist.
        packages: folders that ``write_package`` wrote.
        run_id: the run that loads them.
        wait_seconds: how long to wait for another program that holds the file.

    Returns:
        Counts over all packages.

    Raises:
        BusyError: another program held the file during all of that time.
        SchemaError: a package is damaged, or the file is newer than this program. Packages before it stay loaded.
        LoadError: DuckDB could not write, for want of room or memory for instance. Packages before it stay loaded.
    """
    total = LoadResult()
    with writer(warehouse, wait_seconds) as connection:
        prepare(connection)
        for folder in packages:
            frames, manifest = read_package(folder), read_manifest(folder)
            try:
                total += load_frames(connection, frames, str(manifest["batch_id"]), str(manifest["pipeline_version"]), run_id)
            except duckdb.Error as error:
                raise LoadError(
                    "W208",
                    f"Package {folder.name} could not be loaded into {warehouse}: {str(error).strip()}",
                    "Nothing of it was kept. Mend the cause (room on the disk, memory) and run again: the run goes on from here.",
                ) from error
    return total


def load_frames(
    connection: duckdb.DuckDBPyConnection, frames: Mapping[str, pl.DataFrame], batch_id: str, pipeline_version: str, run_id: str
) -> LoadResult:
    """Load the frames of one package in one transaction; on any error nothing of it stays."""
    started = time.monotonic()
    with _staged(connection, frames), _transaction(connection):
        result = _load_staged(connection, run_id)
        _write_ledger(connection, result, [batch_id, run_id, pipeline_version, _now(), time.monotonic() - started])
    logger.info(
        "loaded package %s: %d new, %d replaced, %d unchanged documents",
        batch_id,
        result.loaded,
        result.replaced,
        result.unchanged,
    )
    return result


def replace_rows(connection: duckdb.DuckDBPyConnection, table: str, rows: pl.DataFrame) -> None:
    """Replace all rows of a table that is worked out across documents (accounts, decisions) in one transaction."""
    with _staged(connection, {table: check_frame(table, rows)}), _transaction(connection):
        connection.execute(with_names("load/empty", table=table))
        connection.execute(with_names("load/insert_all", table=table))


def derive_actors(connection: duckdb.DuckDBPyConnection) -> None:
    """Work out ``actors`` and ``actor_names`` anew for all entities, after decisions or the catalogue changed."""
    with _transaction(connection):
        for step in ("touched_all", "actors", "actor_names"):
            connection.execute(statement(f"derive/{step}"))


def _load_staged(connection: duckdb.DuckDBPyConnection, run_id: str) -> LoadResult:
    now = _now()
    for step in ("load/preference", "load/outcomes", "derive/touched_before", "load/touched_urls"):
        connection.execute(statement(step))
    connection.execute(statement("load/copies"), {"run_id": run_id})
    rows = {}
    for table in EXTRACTED:
        connection.execute(with_names("load/delete_rows", table=table))
        columns = ", ".join(column.name for column in TABLES[table].given)
        insert = statement("load/events") if table == "events" else with_names("load/insert_rows", table=table, columns=columns)
        rows[table] = connection.execute(insert).fetchall()[0][0]
    connection.execute(with_names("load/delete_rows", table="accounts"))
    connection.execute(statement("load/documents"), {"run_id": run_id, "loaded_at": now})
    for step in ("replace_documents", "settle_copies", "versions", "word_runs", "fingerprints", "near_copies"):
        connection.execute(statement(f"load/{step}"))
    for step in ("derive/touched_after", "derive/actors", "derive/actor_names"):
        connection.execute(statement(step))
    rejects = connection.execute(statement("load/rejects"), {"run_id": run_id, "rejected_at": now}).fetchall()[0][0]
    outcomes = dict(connection.execute(statement("load/outcome_counts")).fetchall())
    copies = connection.execute(statement("load/staged_copies")).fetchall()[0][0]
    return LoadResult(
        packages=1,
        loaded=outcomes.get("loaded", 0),
        replaced=outcomes.get("replaced", 0),
        unchanged=outcomes.get("unchanged", 0),
        duplicates=outcomes.get("duplicate", 0) + copies,
        rejects=rejects,
        rows=rows,
    )


def _write_ledger(connection: duckdb.DuckDBPyConnection, result: LoadResult, head: list[Any]) -> None:
    documents = result.loaded + result.replaced + result.unchanged + result.duplicates
    counts = [documents, result.loaded, result.replaced, result.unchanged, result.duplicates, result.rejects]
    connection.execute(statement("load/ledger"), [*head, *counts, json.dumps(result.rows, sort_keys=True)])


@contextmanager
def _staged(connection: duckdb.DuckDBPyConnection, frames: Mapping[str, pl.DataFrame]) -> Iterator[None]:
    """Let SQL see each frame as ``staged_<table>``, until what is done with them is done.

    After an error they stay: a connection that is broken cannot forget them, and its complaint would hide the cause.
    """
    for table, rows in frames.items():
        connection.register(f"staged_{table}", Stream(rows))
    yield
    for table in frames:
        connection.unregister(f"staged_{table}")


@contextmanager
def _transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Commit what is done inside, or nothing of it."""
    connection.begin()
    try:
        yield
    except BaseException as cause:
        try:
            connection.rollback()
        except duckdb.Error as error:  # a connection that is broken has nothing to roll back; the cause is what matters
            cause.add_note(f"Rolling back failed as well: {error}")
        raise
    connection.commit()


def _now() -> datetime:
    """Return the present time as the warehouse stores it: UTC without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)
