"""CREATE TABLE and COMMENT ON statements, made from the declaration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from warehouse.schema import TABLES, Column, Table
from warehouse.statements import statements_in


def create_table(table: Table) -> str:
    """Return the CREATE TABLE statement of a table. No keys, foreign keys or value lists: data checks look after those.

    (A key index on text trebles the file and foreign keys make replacing rows fail; both are checked in SQL after loads.)
    """
    columns = ",\n".join(f"    {column.name} {column.type}{'' if column.nullable else ' NOT NULL'}" for column in table.columns)
    return f"CREATE TABLE IF NOT EXISTS {table.name} (\n{columns}\n)"


def create_tables() -> Iterator[str]:
    """Yield the CREATE TABLE statements of all tables."""
    return map(create_table, TABLES.values())


def comments() -> Iterator[str]:
    """Yield the COMMENT ON statements of all tables and columns."""
    for table in TABLES.values():
        yield f"COMMENT ON TABLE {table.name} IS {literal(table.description)}"
        for column in table.columns:
            yield f"COMMENT ON COLUMN {table.name}.{column.name} IS {literal(describe(column))}"


def describe(column: Column) -> str:
    """Return the description of a column with its unit and allowed values."""
    unit = f" Unit: {column.unit}." if column.unit else ""
    values = f" One of: {', '.join(column.values)}." if column.values else ""
    return f"{column.description}{unit}{values}"


def literal(text: str) -> str:
    """Return text as a string literal: COMMENT ON takes no bound values."""
    return "'" + text.replace("'", "''") + "'"


def view_comments(columns: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the COMMENT ON statements of all views with their columns, and of all macros, taken from the head of each file.

    Args:
        columns: names of the columns of each view, as the database has them.
    """
    headers = {name: read_header(sql) for name, sql in statements_in("views")}
    for name, (description, _) in headers.items():
        yield f"COMMENT ON VIEW {name} IS {literal(description)}"
        described = inherited(name, headers)
        for column in columns[name]:
            yield f"COMMENT ON COLUMN {name}.{column} IS {literal(described[column])}"
    for name, sql in statements_in("macros"):
        kind = "MACRO TABLE" if "AS TABLE" in sql else "MACRO"
        yield f"COMMENT ON {kind} {name} IS {literal(read_header(sql)[0])}"


def inherited(name: str, headers: Mapping[str, tuple[str, dict[str, str]]]) -> dict[str, str]:
    """Return the descriptions of a view's columns; the header line ``-- columns_of: view`` takes over those of another view."""
    own = dict(headers[name][1])
    base = own.pop("columns_of", None)
    return {**inherited(base, headers), **own} if base else own


def read_header(sql: str) -> tuple[str, dict[str, str]]:
    """Return the description of a view or macro, and those of its columns: the comment lines at the head of its file.

    Lines that start with a name and a colon (``-- speaker: Who said it.``) describe a column, the lines before them the whole.
    """
    description: list[str] = []
    columns: dict[str, str] = {}
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        name, colon, text = line.removeprefix("--").strip().partition(": ")
        if colon and name.isidentifier():
            columns[name] = text
        else:
            description.append(line.removeprefix("--").strip())
    return " ".join(description), columns
