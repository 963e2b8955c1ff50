"""`readout actors`: who is who across documents, decided by people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flows.cli.app import console
from flows.cli.sql import as_table

if TYPE_CHECKING:
    import duckdb

app = typer.Typer(no_args_is_help=True, help="Who is who across documents, as people decide; facts are never rewritten.")

Warehouse = Annotated[Path | None, typer.Option(help="The DuckDB file.")]
Note = Annotated[str | None, typer.Option(help="Why.")]
By = Annotated[str | None, typer.Option("--by", help="Who decides.")]


@app.command()
def suggest(most: Annotated[int, typer.Option(help="Pairs to show.")] = 20, warehouse: Warehouse = None) -> None:
    """Show pairs of actors that may be one, likeliest first; nothing is decided."""
    from warehouse import decisions

    console.print(as_table(_read(warehouse, lambda connection: decisions.suggest(connection, most))))


@app.command()
def show(
    wanted: Annotated[str, typer.Argument(help="A name, a country code or an actor's id.")], warehouse: Warehouse = None
) -> None:
    """Show in which documents an actor occurs, and from which actors it was merged."""
    from warehouse import decisions

    console.print(as_table(_read(warehouse, lambda connection: decisions.show(connection, wanted))))


@app.command()
def merge(
    actor_id: Annotated[str, typer.Argument(help="The actor that is merged away.")],
    into: Annotated[str, typer.Argument(help="The actor that stands from now on.")],
    note: Note = None,
    by: By = None,
    warehouse: Warehouse = None,
) -> None:
    """Decide that two actors are one."""
    from warehouse import decisions

    _decide(warehouse, lambda connection: decisions.merge(connection, actor_id, into, note, by))


@app.command()
def split(
    actor_id: Annotated[str, typer.Argument(help="The actor that a document was taken to speak of.")],
    doc_id: Annotated[str, typer.Argument(help="That document.")],
    to: Annotated[str | None, typer.Option(help="Whom it means; an actor of its own where left out.")] = None,
    note: Note = None,
    by: By = None,
    warehouse: Warehouse = None,
) -> None:
    """Decide that one document means another actor."""
    from warehouse import decisions

    _decide(warehouse, lambda connection: decisions.split(connection, actor_id, doc_id, to, note, by))


@app.command()
def apart(
    actor_id: Annotated[str, typer.Argument(help="An actor.")],
    other: Annotated[str, typer.Argument(help="Another one.")],
    note: Note = None,
    by: By = None,
    warehouse: Warehouse = None,
) -> None:
    """Decide that two actors are never one: no merge may join them, directly or by way of others."""
    from warehouse import decisions

    _decide(warehouse, lambda connection: decisions.keep_apart(connection, actor_id, other, note, by))


@app.command()
def undo(decision_id: Annotated[str, typer.Argument(help="The decision to take back.")], warehouse: Warehouse = None) -> None:
    """Take a decision back; every id is again what it was."""
    from warehouse import decisions

    def take_back(connection: duckdb.DuckDBPyConnection) -> str:
        decisions.undo(connection, decision_id)
        return decision_id

    _decide(warehouse, take_back)


def _read(warehouse: Path | None, ask: Callable[[duckdb.DuckDBPyConnection], Any]) -> Any:
    from flows.settings import load_settings
    from warehouse.connect import reader

    with reader(load_settings(warehouse=warehouse).published) as connection:
        return ask(connection)


def _decide(warehouse: Path | None, decide: Callable[[duckdb.DuckDBPyConnection], str]) -> None:
    """Write a decision and publish what follows from it."""
    from flows.settings import load_settings
    from warehouse.connect import writer
    from warehouse.publish import publish

    path = load_settings(warehouse=warehouse).warehouse
    with writer(path) as connection:
        decision_id = decide(connection)
    publish(path)
    console.print(f"Decision {decision_id}; take it back with: readout actors undo {decision_id}", markup=False)
