"""What a column and a table are in the declaration, and the types that columns may have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import polars as pl

Layer = Literal["core", "operations"]

#: Column types of the warehouse, with the Polars type that holds the same values. No ENUM: it cannot grow.
TYPES: dict[str, pl.DataType] = {
    "VARCHAR": pl.String(),
    "VARCHAR[]": pl.List(pl.String()),
    "JSON": pl.String(),
    "INTEGER": pl.Int32(),
    "BIGINT": pl.Int64(),
    "UBIGINT": pl.UInt64(),
    "DOUBLE": pl.Float64(),
    "BOOLEAN": pl.Boolean(),
    "DATE": pl.Date(),
    "TIMESTAMP": pl.Datetime("us"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its type, its meaning, and what may stand in it."""

    name: str
    type: str
    description: str
    nullable: bool = False
    key: bool = False
    """Part of what identifies a row."""
    unit: str | None = None
    references: str | None = None
    """``table.column`` that holds every value of this one."""
    values: tuple[str, ...] = ()
    """The only values allowed; empty for no limit."""
    filled: bool = False
    """Filled in by the warehouse while it loads; not part of what a package holds."""
    provenance: bool = False
    """Says when and by which run the row came; differs between two warehouses with the same content."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row is, and its columns in order."""

    name: str
    layer: Layer
    description: str
    columns: tuple[Column, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Names of the columns that identify a row."""
        return tuple(column.name for column in self.columns if column.key)

    @property
    def given(self) -> tuple[Column, ...]:
        """The columns that whoever makes rows gives; the warehouse fills in the others."""
        return tuple(column for column in self.columns if not column.filled)

    @property
    def content(self) -> tuple[str, ...]:
        """Names of the columns that depend on the documents alone, not on when they were loaded."""
        return tuple(column.name for column in self.columns if not column.provenance)

    def column(self, name: str) -> Column:
        """Return the column of that name."""
        return next(column for column in self.columns if column.name == name)


# Wordings that many tables share: the same thing has the same name and description everywhere.
def doc_id(key: bool = False) -> Column:
    """Column: the document that a row comes from."""
    return Column("doc_id", "VARCHAR", "Document that the row comes from.", key=key, references="documents.doc_id")


def start_char(of: str = "the span") -> Column:
    """Column: where a span starts."""
    return Column("start_char", "INTEGER", f"Start of {of} in documents.text: 0-based.", unit="characters")


def end_char(of: str = "the span") -> Column:
    """Column: where a span ends."""
    return Column("end_char", "INTEGER", f"End of {of} in documents.text: exclusive.", unit="characters")


def rule() -> Column:
    """Column: which rule made the row."""
    return Column("rule", "VARCHAR", "Rule or model that made the row.", nullable=True)


def run_id(key: bool = False) -> Column:
    """Column: the run that wrote a row."""
    return Column("run_id", "VARCHAR", "Run that wrote the row.", key=key, references="runs.run_id", filled=True, provenance=True)
