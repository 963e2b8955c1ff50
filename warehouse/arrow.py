"""Frames into DuckDB and out of it, without pyarrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import polars as pl

if TYPE_CHECKING:
    import duckdb

#: DuckDB types that Polars cannot take over; shown as text.
_AS_TEXT = ("INTERVAL", "TIME WITH TIME ZONE", "BIT", "UUID", "HUGEINT", "UHUGEINT", "VARIANT")


class Streamable(Protocol):
    """Anything that gives its rows as an Arrow stream."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Return the stream (the Arrow C stream interface)."""


class Stream:
    """The rows of a frame or relation as an Arrow stream, and nothing else.

    DuckDB scans it where it would ask for pyarrow to scan a frame. Polars reads it where it would keep the type of a relation in
    a cache, which DuckDB reports as leaked when the interpreter ends.
    """

    def __init__(self, rows: Streamable) -> None:
        self._rows = rows

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Return the stream (the Arrow C stream interface)."""
        return self._rows.__arrow_c_stream__(requested_schema)


def to_frame(relation: duckdb.DuckDBPyRelation) -> pl.DataFrame:
    """Return what a relation holds, in its order; types unknown to Polars become text."""
    kinds = [str(kind) for kind in relation.types]
    if any(kind in _AS_TEXT for kind in kinds):
        quoted = ['"' + name.replace('"', '""') + '"' for name in relation.columns]
        casts = [f"{name}::VARCHAR AS {name}" if kind in _AS_TEXT else name for name, kind in zip(quoted, kinds, strict=True)]
        relation = relation.project(", ".join(casts))
    return pl.DataFrame(Stream(relation))
