"""Frames that fit the declaration: made from rows, or checked before they are loaded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

import polars as pl

from warehouse.errors import SchemaError
from warehouse.schema.column import TYPES, Column, Table
from warehouse.schema.facts import FACT_TABLES
from warehouse.schema.operations import OPERATION_TABLES
from warehouse.schema.text import TEXT_TABLES

#: All tables, by name.
TABLES: dict[str, Table] = {table.name: table for table in chain(TEXT_TABLES, FACT_TABLES, OPERATION_TABLES)}

#: Tables that hold what was extracted from one document; its rows are replaced together.
EXTRACTED = ("sentences", "entities", "mentions", "affiliations", "quotes", "quote_spans", "events", "event_actors", "event_cues")


def frame(table: str, rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """Make a frame of one table's rows and check it against the declaration.

    Args:
        table: name of the table.
        rows: one mapping per row with the given columns (not those that the warehouse fills in); an absent one is NULL.

    Returns:
        A frame with exactly the given columns of the table, in the declared order and types.

    Raises:
        SchemaError: a column unknown, NULL where it may not be, of the wrong type or with a value not allowed; a key twice.
    """
    columns = TABLES[table].given
    rows = list(rows)
    unknown = set().union(*(row.keys() for row in rows)) - {column.name for column in columns}
    if unknown:
        raise _misfit(table, f"unknown columns {sorted(unknown)}")
    try:
        made = pl.DataFrame(
            {
                column.name: pl.Series(column.name, [row.get(column.name) for row in rows], TYPES[column.type])
                for column in columns
            }
        )
    except (TypeError, pl.exceptions.PolarsError) as error:
        raise _misfit(table, f"values do not fit the declared types: {error}") from error
    return check_frame(table, made)


def check_frame(table: str, given: pl.DataFrame) -> pl.DataFrame:
    """Return the frame unchanged where it fits the declaration.

    Raises:
        SchemaError: columns, types, NULLs, values or keys are not as declared.
    """
    columns = TABLES[table].given
    expected = {column.name: TYPES[column.type] for column in columns}
    if dict(given.schema) != expected:
        raise _misfit(table, f"columns {dict(given.schema)} are not the declared {expected}")
    for column in columns:
        _check_column(table, column, given[column.name])
    keys = [column.name for column in columns if column.key]
    if keys and given.select(keys).is_duplicated().any():
        twice = given.filter(given.select(keys).is_duplicated()).select(keys).row(0)
        raise _misfit(table, f"more than one row with {dict(zip(keys, twice, strict=True))}")
    return given


def _check_column(table: str, column: Column, values: pl.Series) -> None:
    if not column.nullable and values.has_nulls():
        raise _misfit(table, f"{column.name} is NULL in row {values.is_null().arg_true()[0]}")
    if column.values and not values.drop_nulls().is_in(column.values).all():
        wrong = sorted(set(values.drop_nulls().unique()) - set(column.values))
        raise _misfit(table, f"{column.name} has {wrong}; allowed are {list(column.values)}")


def _misfit(table: str, message: str) -> SchemaError:
    return SchemaError("W101", f"Rows for table {table}: {message}.", "See docs/data-dictionary.md for the columns.")
