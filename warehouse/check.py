"""Data checks: those of sql/checks, one file each, and those that follow from the declaration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from warehouse.arrow import Stream, to_frame
from warehouse.connect import require, writer
from warehouse.errors import SchemaError, WarehouseError
from warehouse.migrate import prepare
from warehouse.schema import TABLES, frame
from warehouse.statements import statement, statements_in, with_names

SEVERITIES = ("fail", "warn")


@dataclass(frozen=True, slots=True)
class Check:
    """One check: a query for rows that offend."""

    name: str
    severity: str
    description: str
    sql: str
    parameters: dict[str, Any] = field(default_factory=dict)


def run_checks(warehouse: Path, wait_seconds: float = 30.0) -> pl.DataFrame:
    """Run all checks and record how they went.

    Returns:
        One row per check, as in table ``checks``: name, severity, description, failure_count, sample, is_passed, checked_at.
        Those that failed come first. Reports are to be held where a row has severity ``fail`` and is not passed.

    Raises:
        WarehouseError: there is no such file.
        BusyError: another program held it.
    """
    require(warehouse)
    now = datetime.now(UTC).replace(tzinfo=None)
    with writer(warehouse, wait_seconds) as connection:
        prepare(connection)
        rows = [run_check(connection, check) | {"checked_at": now} for check in all_checks()]
        results = frame("checks", rows).sort("is_passed", "severity", "name")
        connection.register("staged_checks", Stream(results))
        connection.execute(statement("session/record_checks"))
        connection.unregister("staged_checks")
    return results


def offending_rows(warehouse: Path, name: str, limit: int = 1000) -> pl.DataFrame:
    """Return the rows that offend against one check, the first of them.

    Raises:
        WarehouseError: there is no such check, or no such file.
    """
    check = next((check for check in all_checks() if check.name == name), None)
    if check is None:
        raise WarehouseError("W105", f"There is no check {name}.", "readout check --all lists them.")
    require(warehouse)
    with writer(warehouse) as connection:
        prepare(connection)
        return to_frame(connection.sql(check.sql, params=check.parameters).limit(limit))


def run_check(connection: duckdb.DuckDBPyConnection, check: Check) -> dict[str, Any]:
    """Return the row of one check, without the time."""
    offending = connection.execute(check.sql, check.parameters)
    names = [column[0] for column in offending.description or []]
    first = offending.fetchmany(1)
    count = len(first)
    while rest := offending.fetchmany(100_000):
        count += len(rest)
    sample = ", ".join(f"{name}={value}" for name, value in zip(names, first[0], strict=True)) if first else None
    return {
        "name": check.name,
        "severity": check.severity,
        "description": check.description,
        "failure_count": count,
        "sample": sample,
        "is_passed": not first,
    }


def all_checks() -> Iterator[Check]:
    """Yield the checks of sql/checks, then those of the declaration.

    Raises:
        SchemaError: a file does not begin with ``-- fail: description`` or ``-- warn: description``.
    """
    for name, sql in statements_in("checks"):
        severity, _, description = sql.splitlines()[0].removeprefix("-- ").partition(": ")
        if severity not in SEVERITIES or not description:
            raise SchemaError("W104", f"Check {name} must begin with '-- fail: what it looks for', or warn.")
        yield Check(name, severity, description, sql)
    yield from declared_checks()


def declared_checks() -> Iterator[Check]:
    """Yield the checks that follow from the declaration: keys are unique, references whole, values allowed."""
    for table in TABLES.values():
        if table.keys:
            keys = ", ".join(table.keys)
            sql = with_names("declared/key", table=table.name, columns=keys)
            yield Check(f"key_of_{table.name}", "fail", f"{table.name} has one row per {keys}.", sql)
        for column in table.columns:
            names = {"table": table.name, "column": column.name}
            if column.references:
                other, _, target = column.references.partition(".")
                sql = with_names("declared/reference", **names, other=other, target=target)
                description = f"Every {column.name} of {table.name} is in {column.references}."
                yield Check(f"reference_of_{table.name}_{column.name}", "fail", description, sql)
            if column.values:
                sql = with_names("declared/values", **names)
                description = f"{column.name} of {table.name} is one of {', '.join(column.values)}."
                yield Check(f"values_of_{table.name}_{column.name}", "fail", description, sql, {"allowed": list(column.values)})
