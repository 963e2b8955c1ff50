"""The declaration is what the file has, and frames that do not fit it are refused with the reason."""

from __future__ import annotations

from datetime import date

import duckdb
import polars as pl
import pytest

from warehouse.ddl import describe
from warehouse.errors import SchemaError
from warehouse.schema import TABLES, TYPES, frame

DOCUMENT = {"doc_id": "d", "text": "Talks went on.", "word_count": 3, "pipeline_version": "1"}


def test_tables_and_columns_of_the_file_are_the_declared_ones(analyst: duckdb.DuckDBPyConnection) -> None:
    found = analyst.execute(
        "SELECT table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns() "
        "WHERE table_name IN (SELECT table_name FROM duckdb_tables()) ORDER BY table_name, column_index"
    ).fetchall()
    declared = [
        (table.name, column.name, column.type, column.nullable, describe(column))
        for table in sorted(TABLES.values(), key=lambda table: table.name)
        for column in table.columns
    ]
    assert found == declared


def test_everything_in_the_file_has_a_comment(analyst: duckdb.DuckDBPyConnection) -> None:
    bare = analyst.execute(
        "SELECT 'table', table_name FROM duckdb_tables() WHERE comment IS NULL "
        "UNION ALL SELECT 'view', view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL "
        "UNION ALL SELECT 'column', table_name || '.' || column_name FROM duckdb_columns() "
        "WHERE NOT internal AND comment IS NULL "
        "UNION ALL SELECT 'macro', function_name FROM duckdb_functions() "
        "WHERE function_type IN ('macro', 'table_macro') AND NOT internal AND comment IS NULL"
    ).fetchall()
    assert bare == []


def test_references_name_declared_columns() -> None:
    for table in TABLES.values():
        for column in table.columns:
            assert column.type in TYPES
            if column.references:
                other, _, target = column.references.partition(".")
                assert TABLES[other].column(target)


def test_frame_has_the_given_columns_in_order_and_fills_absent_ones_with_null() -> None:
    made = frame("documents", [DOCUMENT | {"published_date": date(2025, 3, 18)}])
    assert made.columns == [column.name for column in TABLES["documents"].given]
    assert made.schema["published_date"] == pl.Date
    assert made["title"].to_list() == [None]


def test_frame_of_no_rows_has_all_columns() -> None:
    assert frame("events", []).columns == [column.name for column in TABLES["events"].given]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([{**DOCUMENT, "colour": "red"}], "unknown columns ['colour']"),
        ([{**DOCUMENT, "text": None}], "text is NULL in row 0"),
        ([{**DOCUMENT, "word_count": "three"}], "do not fit the declared types"),
        ([DOCUMENT, DOCUMENT], "more than one row with {'doc_id': 'd'}"),
        ([{**DOCUMENT, "published_date": "yesterday"}], "do not fit the declared types"),
    ],
)
def test_rows_that_do_not_fit_are_refused(rows: list[dict[str, object]], words: str) -> None:
    with pytest.raises(SchemaError) as refused:
        frame("documents", rows)
    assert refused.value.code == "W101"
    assert words in str(refused.value)


def test_values_not_allowed_are_refused() -> None:
    span = {"quote_id": "q", "doc_id": "d", "number": 1, "start_char": 0, "end_char": 1}
    with pytest.raises(SchemaError, match=r"part has \['middle'\]"):
        frame("quote_spans", [span | {"part": "middle"}])
