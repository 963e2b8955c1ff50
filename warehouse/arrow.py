"""Frames into DuckDB and out of it, without pyarrow."""

from __future__ import annotations

import duckdb
import polars as pl

#: DuckDB types that Polars cannot take over; shown as text.
_AS_TEXT = ("INTERVAL", "TIME WITH TIME ZONE", "BIT", "UUID", "HUGEINT", "UHUGEINT", "VARIANT")


class Stream:
    """A frame or a relation as an Arrow stream and nothing else: all that DuckDB needs to scan a frame.

    Polars, given a bare relation, asks it for more than its rows, and DuckDB then complains of leaks when the program ends.
    """

    def __init__(self, content: pl.DataFrame | duckdb.DuckDBPyRelation) -> None:
        self._content = content

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Return the stream (the Arrow C stream interface)."""
        return self._content.__arrow_c_stream__(requested_schema)


def to_frame(relation: duckdb.DuckDBPyRelation) -> pl.DataFrame:
    """Return what a relation holds, in its order; types unknown to Polars become text."""
    if any(str(kind) in _AS_TEXT for kind in relation.types):
        quoted = ['"' + name.replace('"', '""') + '"' for name in relation.columns]
        casts = [
            f"{name}::VARCHAR AS {name}" if str(kind) in _AS_TEXT else name
            for name, kind in zip(quoted, relation.types, strict=True)
        ]
        relation = relation.project(", ".join(casts))
    return pl.DataFrame(Stream(relation))
