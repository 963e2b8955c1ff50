"""`readout sql`: ad-hoc SQL on the published copy, as one query or at a prompt."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flows.cli.terminal import console, tell

if TYPE_CHECKING:
    import duckdb
    import polars as pl

    from warehouse.connect import Limits

#: A cell of a spreadsheet that begins like this is run as a formula.
FORMULA = r"^[=+\-@\t\r]"


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    PARQUET = "parquet"


def sql(
    query: Annotated[str | None, typer.Argument(help="A query; without one there is a prompt.")] = None,
    form: Annotated[Format, typer.Option("--format", help="How the answer is written.")] = Format.TABLE,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File for the answer; parquet needs one.")] = None,
    warehouse: Annotated[Path | None, typer.Option(help="The DuckDB file; its published copy is read.")] = None,
    seconds: Annotated[float, typer.Option(help="Time that a query may take.")] = 60.0,
    rows: Annotated[int, typer.Option(help="Rows that an answer may have.")] = 1_000_000,
    memory: Annotated[str, typer.Option(help="Memory that a query may use.")] = "2GB",
) -> None:
    """Ask the published copy. It is opened for reading alone: no query can change it, or touch files, network or settings.

    Start with the views said, did, conflicting_accounts, dyads, actor_activity and source_balance, and with the macros
    quotes_by('Putin'), events_between('USA', 'RUS') and timeline('Trump'): SELECT * FROM timeline('Trump').
    """
    from flows.settings import load_settings
    from warehouse.connect import Limits, reader
    from warehouse.connect import query as ask

    if form is Format.PARQUET and output is None:
        raise typer.BadParameter("--format parquet needs --output FILE.")
    limits = Limits(seconds=seconds, rows=rows, memory=memory)
    with reader(load_settings(warehouse=warehouse).published, limits) as connection:
        if query is None:
            prompt(connection, limits)
        else:
            write(ask(connection, query, limits=limits), form, output)


def write(answer: pl.DataFrame, form: Format, output: Path | None) -> None:
    """Write an answer to a file or to standard output."""
    if form is Format.TABLE and output is None:
        console.print(as_table(answer))
        return
    if form is Format.PARQUET and output is not None:
        answer.write_parquet(output)
        return
    text = as_csv(answer) if form is Format.CSV else as_json(answer) if form is Format.JSON else str(answer)
    if output is None:
        sys.stdout.write(text)
    else:
        output.write_text(text, encoding="utf-8")


def as_table(answer: pl.DataFrame) -> Any:
    """Return an answer as a table for the terminal; a value is shown as it is, whatever characters it holds."""
    from rich.table import Table
    from rich.text import Text

    table = Table()
    for name in answer.columns:
        table.add_column(Text(name), overflow="fold")
    for row in answer.iter_rows():
        table.add_row(*(Text("" if value is None else str(value)) for value in row))
    table.caption = f"{answer.height} row{'' if answer.height == 1 else 's'}"
    return table


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


def prompt(connection: duckdb.DuckDBPyConnection, limits: Limits) -> None:
    """Ask for queries until the end of input; each ends in a semicolon."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import WordCompleter
    from prompt_toolkit.history import FileHistory

    from warehouse.connect import query as ask
    from warehouse.errors import QueryError
    from warehouse.statements import statement

    names = ask(connection, statement("session/names"))["name"].to_list()
    history = Path.home() / ".readout_history"
    session: PromptSession[str] = PromptSession(history=FileHistory(history), completer=WordCompleter(names, ignore_case=True))
    console.print("One query, ended by a semicolon; Ctrl-D ends. Views: said, did, conflicting_accounts, dyads, actor_activity.")
    while True:
        try:
            text = _read(session)
        except EOFError:
            return
        except KeyboardInterrupt:
            continue
        try:
            write(ask(connection, text, limits=limits), Format.TABLE, None)
        except QueryError as error:
            tell(error)


def _read(session: Any) -> str:
    """Read lines until one ends in a semicolon."""
    lines = [session.prompt("readout> ")]
    while lines[-1].strip() and not lines[-1].rstrip().endswith(";"):
        lines.append(session.prompt("    ...> "))
    return "\n".join(lines)
