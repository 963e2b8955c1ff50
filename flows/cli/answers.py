"""How the answer to a query is written: as a table for the terminal, or as CSV, JSON or Parquet."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.cli.terminal import console

if TYPE_CHECKING:
    import polars as pl

#: A cell of a spreadsheet that begins like this is run as a formula.
FORMULA = r"^[=+\-@\t\r]"
#: Rows that a table shows; the other forms hold all.
MOST_ROWS = 1000
#: Characters that a column of long texts needs to be readable; where a table leaves less it is told value by value.
READABLE = 28


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    PARQUET = "parquet"

    @classmethod
    def of(cls, output: Path | None) -> Format:
        """Return the form that the name of a file asks for; a table where it asks for none."""
        ending = output.suffix.lower().lstrip(".") if output else ""
        return cls(ending) if ending in set(cls) else cls.TABLE


def write(answer: pl.DataFrame, form: Format = Format.TABLE, output: Path | None = None) -> None:
    """Write an answer to a file or to standard output."""
    if form is Format.PARQUET and output is not None:
        answer.write_parquet(output)
    elif form is Format.TABLE and output is None:
        console.print(as_table(answer))
    else:
        text = {Format.CSV: as_csv, Format.JSON: as_json}.get(form, as_text)(answer)
        if output is None:
            sys.stdout.write(text)
        else:
            output.write_text(text, encoding="utf-8")


def as_table(answer: pl.DataFrame, width: int | None = None, most: int = MOST_ROWS) -> Any:
    """Return an answer as a table for the terminal; nothing in a value is markup, whatever characters it holds.

    Args:
        answer: the rows.
        width: characters of a line; those of the terminal where left out. Where they leave too little room for each column, there
            is one line for each value.
        most: rows to show; the line below tells of the others.
    """
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    table = Table()
    shown = answer.head(most)
    told = [[_told(value) for value in row] for row in shown.iter_rows()]
    if _needed(answer.columns, told) > (width or console.width):
        table.show_header = False
        table.add_column(style="dim")
        table.add_column(overflow="fold")
        for row in told:
            for name, value in zip(answer.columns, row, strict=True):
                table.add_row(Text(name), Text(value))
            table.add_section()
    else:
        for name in answer.columns:
            table.add_column(Text(name), overflow="fold")
        for row in told:
            table.add_row(*map(Text, row))
    return Group(table, Text("".join(_counted(answer.height, shown.height)), "dim"))


def _told(value: object) -> str:
    text = "" if value is None else "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return re.sub(r"\s*\n\s*", "\n", text.strip())  # without blank lines


def _needed(names: list[str], rows: list[list[str]]) -> int:
    """Return the width of a table in which every column can be read."""
    longest = [max(map(len, column)) for column in zip(names, *rows, strict=True)]
    return sum(min(length, max(READABLE, len(name))) + 3 for length, name in zip(longest, names, strict=True)) + 1


def _counted(height: int, shown: int) -> Iterator[str]:
    if shown < height:
        yield f"the first {shown:,} of "
    yield f"{height:,} row{'' if height == 1 else 's'}"
    if shown < height:
        yield "; --format csv gives all"


def as_text(answer: pl.DataFrame) -> str:
    """Return an answer as a table in plain text with all its rows, wide enough for the longest."""
    from io import StringIO

    from rich.console import Console

    target = Console(file=StringIO(), width=10_000)
    with target.capture() as captured:
        target.print(as_table(answer, target.width, answer.height))
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def as_csv(answer: pl.DataFrame) -> str:
    """Return an answer as CSV; a text that a spreadsheet would run as a formula gets an apostrophe before it."""
    import polars as pl
    import polars.selectors as cs

    answer = answer.with_columns(cs.list().list.eval(pl.element().cast(pl.String)).list.join("; "))
    guarded = [
        pl.when(pl.col(name).str.contains(FORMULA)).then("'" + pl.col(name)).otherwise(pl.col(name)).alias(name)
        for name in answer.select(cs.string()).columns
    ]
    return answer.with_columns(guarded).write_csv()


def as_json(answer: pl.DataFrame) -> str:
    """Return an answer as a JSON list of objects."""
    return answer.write_json() + "\n"
