"""The data dictionary: a page that follows from the declaration, the views and the macros."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

import duckdb

from warehouse.ddl import describe
from warehouse.migrate import prepare
from warehouse.schema import TABLES, Table
from warehouse.statements import statement

HEAD = """# Data dictionary

What every table, view and macro of the warehouse holds. Written by `python -m warehouse.dictionary > docs/data-dictionary.md`
from the declaration in `warehouse/schema/` and the heads of the files in `warehouse/sql/`; the same words are comments in the
database (`FROM duckdb_columns()`). Ask the views and macros; tables may change with a migration.

Offsets count characters of `documents.text` from 0, the end excluded: `text[start_char + 1 : end_char]` in SQL. Times are UTC.
"""


def dictionary() -> str:
    """Return the page as Markdown."""
    with duckdb.connect(":memory:") as connection:
        prepare(connection)
        views = connection.execute(statement("session/described_views")).fetchall()
        macros = connection.execute(statement("session/macros")).fetchall()
    parts = [HEAD, "## Views\n", *_views(views), "## Macros\n", *_macros(macros)]
    for layer, title in (("core", "Tables"), ("operations", "Tables of operations")):
        parts += [f"## {title}\n", *(_table(table) for table in TABLES.values() if table.layer == layer)]
    return "\n".join(parts)


def _views(rows: list[tuple[str, str, str, str, str]]) -> Iterator[str]:
    for (name, description), columns in groupby(rows, key=itemgetter(0, 1)):
        lines = [f"| `{column}` | {kind} | {_cell(comment)} |" for _, _, column, kind, comment in columns]
        yield "\n".join([f"### {name}\n", f"{description}\n", "| column | type | meaning |", "|---|---|---|", *lines, ""])


def _macros(rows: list[tuple[str, list[str], str]]) -> Iterator[str]:
    yield "\n".join(["| macro | meaning |", "|---|---|"])
    for name, parameters, description in rows:
        yield f"| `{name}({', '.join(parameters)})` | {_cell(description)} |"
    yield ""


def _table(table: Table) -> str:
    lines = [
        f"| `{column.name}`{' (key)' if column.key else ''} | {column.type} | {'yes' if column.nullable else 'no'} "
        f"| {_cell(describe(column))} | {f'`{column.references}`' if column.references else ''} |"
        for column in table.columns
    ]
    head = ["| column | type | NULL | meaning | refers to |", "|---|---|---|---|---|"]
    return "\n".join([f"### {table.name}\n", f"{table.description}\n", *head, *lines, ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(dictionary())
