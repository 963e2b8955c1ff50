"""Connections: the one writer, with bounded waiting for the file, and the locked reader for ad-hoc SQL."""

from __future__ import annotations

import logging
import re
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Timer

import duckdb
import polars as pl

from warehouse.arrow import to_frame
from warehouse.errors import BusyError, QueryError, WarehouseError
from warehouse.statements import statement

logger = logging.getLogger(__name__)

Parameters = Sequence[object] | Mapping[str, object]

#: Written so that released DuckDB command lines from 1.5 on open the file too.
STORAGE = "v1.5.0"

_OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one ad-hoc query may use."""

    seconds: float = 60.0
    rows: int = 1_000_000
    memory: str = "2GB"
    threads: int = 4


@contextmanager
def writer(warehouse: Path, wait_seconds: float = 30.0) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the warehouse for writing; nobody else can read or write the file until it is closed.

    Args:
        warehouse: path of the DuckDB file; created where it does not exist.
        wait_seconds: how long to wait for another program that holds the file.

    Raises:
        BusyError: another program still held the file after that time.
        WarehouseError: the file is no warehouse, or damaged.
    """
    warehouse.parent.mkdir(parents=True, exist_ok=True)
    connection = _open(warehouse, {**_OFFLINE, "storage_compatibility_version": STORAGE}, wait_seconds, read_only=False)
    try:
        connection.execute(statement("session/writer"))
        yield connection
    finally:
        connection.close()


@contextmanager
def reader(warehouse: Path, limits: Limits | None = None, wait_seconds: float = 5.0) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a warehouse, normally the published copy, for reading alone, with no way out to files, network or settings.

    Raises:
        WarehouseError: there is no such file.
        BusyError: a writer held the file during all of the waiting time.
    """
    require(warehouse)
    limits = limits or Limits()
    with tempfile.TemporaryDirectory(prefix="readout-spill-") as spill:
        settings = {
            **_OFFLINE,
            "enable_external_access": False,
            "memory_limit": limits.memory,
            "threads": limits.threads,
            "temp_directory": spill,
        }
        connection = _open(warehouse, settings, wait_seconds, read_only=True)
        try:
            connection.execute(statement("session/reader"))
            yield connection
        finally:
            connection.close()


def require(warehouse: Path) -> None:
    """Raise where there is no such file: opening it would make an empty warehouse.

    Raises:
        WarehouseError: there is no such file.
    """
    if not warehouse.exists():
        hint = "Ingest documents first (readout ingest PATH), or name the right file: --warehouse FILE, or READOUT_WAREHOUSE."
        raise WarehouseError("W201", f"There is no warehouse at {warehouse}.", hint)


def query(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: Parameters | None = None, limits: Limits | None = None
) -> pl.DataFrame:
    """Answer one query as a frame, within limits of time and rows.

    Args:
        connection: an open connection, normally from ``reader``.
        sql: one statement.
        parameters: values for its placeholders.
        limits: time and row limits; memory and threads are those of the connection.

    Raises:
        QueryError: the statement is wrong or not allowed (W301), took too long (W302), needed too much memory (W303), has too
            many rows (W304), or is none or several (W305).
    """
    if (count := len(split(connection, sql))) != 1:
        problem = f"{count} statements were asked at once." if count else "There is nothing to answer."
        raise QueryError("W305", problem, "Ask one statement, such as SELECT speaker, quote FROM said LIMIT 5.")
    limits = limits or Limits()
    timer = Timer(limits.seconds, connection.interrupt)
    timer.daemon = True
    timer.start()
    try:
        relation = connection.sql(sql, params=parameters)
        frame = pl.DataFrame() if relation is None else to_frame(relation.limit(limits.rows + 1))
    except duckdb.InterruptException as error:
        raise QueryError(
            "W302", f"The query took longer than {limits.seconds:g} s.", "Narrow it, or raise the time limit."
        ) from error
    except duckdb.OutOfMemoryException as error:
        raise QueryError(
            "W303", f"The query needs more memory than {limits.memory}.", "Narrow it, or raise the memory limit."
        ) from error
    except duckdb.Error as error:
        raise QueryError("W301", str(error).strip()) from error
    finally:
        timer.cancel()
    if frame.height > limits.rows:
        raise QueryError("W304", f"The answer has more than {limits.rows:,} rows.", "Add a LIMIT, or raise the row limit.")
    return frame


def split(connection: duckdb.DuckDBPyConnection, sql: str) -> list[str]:
    """Return the statements of a text, in order.

    Raises:
        QueryError: W301, it is no SQL.
    """
    try:
        return [statement.query for statement in connection.extract_statements(sql)]
    except duckdb.Error as error:
        raise QueryError("W301", str(error).strip()) from error


def _open(
    warehouse: Path, settings: dict[str, str | bool | int | float | list[str]], wait_seconds: float, *, read_only: bool
) -> duckdb.DuckDBPyConnection:
    """Open with bounded waiting; a write-ahead log that cannot be replayed is put aside, loudly."""
    deadline = time.monotonic() + wait_seconds
    pause = 0.05
    while True:
        try:
            return duckdb.connect(warehouse, read_only=read_only, config=settings)
        except duckdb.Error as error:
            reason = str(error)
            if _is_held(reason):
                if time.monotonic() + pause > deadline:
                    raise _busy(warehouse, reason, wait_seconds) from error
                time.sleep(pause)
                pause = min(pause * 1.5, 1.0)
            elif not (_is_broken_log(reason) and not read_only and _put_log_aside(warehouse)):
                raise WarehouseError(
                    "W203", f"{warehouse} cannot be opened: {reason}", "Restore a backup, or name another file."
                ) from error


def _is_held(reason: str) -> bool:
    return "Could not set lock on file" in reason or "different configuration" in reason


def _is_broken_log(reason: str) -> bool:
    return "WAL" in reason


def _busy(warehouse: Path, reason: str, waited: float) -> BusyError:
    holder = re.search(r"held in (.*?) ?\(PID (\d+)\)", reason)
    who = f"{holder[1]} (process {holder[2]})" if holder else "another program"
    return BusyError(
        "W202",
        f"{warehouse} is in use by {who}; waited {waited:g} s.",
        "Wait for it or close it, then run again; read the published copy (readout sql) instead of this file.",
    )


def _put_log_aside(warehouse: Path) -> bool:
    """Rename a write-ahead log that cannot be replayed, so that the file opens with what was last checkpointed."""
    log = warehouse.with_name(warehouse.name + ".wal")
    if not log.exists():
        return False
    aside = log.with_name(f"{log.name}.broken-{datetime.now(UTC):%Y%m%dT%H%M%S%f}")
    log.replace(aside)
    logger.error(
        "The write-ahead log of %s could not be replayed; kept as %s. Run the ingest again: loads not in the ledger are redone.",
        warehouse,
        aside,
    )
    return True
