"""`readout sql`: ad-hoc SQL on the published copy, as one query or at a prompt."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flows.cli.answers import Format, write
from flows.cli.terminal import console, tell

if TYPE_CHECKING:
    import duckdb

    from warehouse.connect import Limits


def sql(
    query: Annotated[
        str | None,
        typer.Argument(
            help="A query, or several with semicolons between; - reads standard input; without one there is a prompt."
        ),
    ] = None,
    form: Annotated[
        Format | None, typer.Option("--format", help="How the answer is written; the ending of the output file says so, too.")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File for the answer; parquet needs one.")] = None,
    warehouse: Annotated[Path | None, typer.Option(help="The DuckDB file; its published copy is read.")] = None,
    seconds: Annotated[float, typer.Option(min=0.1, help="Time that a query may take.")] = 60.0,
    rows: Annotated[int, typer.Option(min=1, help="Rows that an answer may have.")] = 1_000_000,
    memory: Annotated[str, typer.Option(help="Memory that a query may use.")] = "2GB",
) -> None:
    """Ask the published copy. It is opened for reading alone: no query can change it, or touch files, network or settings.

    Start with the views said, did, conflicting_accounts, dyads, actor_activity and source_balance, and with the macros
    quotes_by('Putin'), events_between('USA', 'RUS') and timeline('Trump'): SELECT * FROM timeline('Trump').
    """
    from flows.settings import load_settings
    from warehouse.connect import Limits, reader

    form = form or Format.of(output)
    if form is Format.PARQUET and output is None:
        raise typer.BadParameter("--format parquet needs --output FILE.")
    limits = Limits(seconds=seconds, rows=rows, memory=memory)
    with reader(load_settings(warehouse=warehouse).published, limits) as connection:
        if query is None and sys.stdin.isatty():
            prompt(connection, limits)
        else:
            answer(connection, sys.stdin.read() if query in {None, "-"} else str(query), limits, form, output)


def answer(
    connection: duckdb.DuckDBPyConnection,
    text: str,
    limits: Limits,
    form: Format = Format.TABLE,
    output: Path | None = None,
) -> None:
    """Answer the queries of a text one after the other; a file, CSV or JSON takes the answer to one alone."""
    from warehouse.connect import query, split

    queries = split(connection, text) if form is Format.TABLE and output is None else []
    for one in queries or [text]:
        write(query(connection, one, limits=limits), form, output)


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
    console.print(
        "Queries end in a semicolon; Ctrl-D ends. Views: said, did, claimed, conflicting_accounts, dyads, actor_activity."
    )
    while True:
        try:
            text = _read(session)
        except EOFError:
            return
        except KeyboardInterrupt:
            continue
        try:
            if text.strip():
                answer(connection, text, limits)
        except QueryError as error:
            tell(error)


def _read(session: Any) -> str:
    """Read lines until one ends in a semicolon."""
    lines = [session.prompt("readout> ")]
    while lines[-1].strip() and not lines[-1].rstrip().endswith(";"):
        lines.append(session.prompt("    ...> "))
    return "\n".join(lines)
