"""`readout actors`: who is who across documents, decided by people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from flows.cli.terminal import console

if TYPE_CHECKING:
    import duckdb

T = TypeVar("T")

app = typer.Typer(no_args_is_help=True, help="Who is who across documents, as people decide; facts are never rewritten.")

Warehouse = Annotated[Path | None, typer.Option(help="The DuckDB file.")]
Note = Annotated[str | None, typer.Option(help="Why.")]
By = Annotated[str | None, typer.Option("--by", help="Who decides.")]


@app.command()
def suggest(most: Annotated[int, typer.Option(help="Pairs to show.")] = 20, warehouse: Warehouse = None) -> None:
    """Show pairs of actors that may be one, likeliest first; nothing is decided."""
    from warehouse import decisions

    found = _read(warehouse, lambda connection: decisions.suggest(connection, most))
    table = _table("actor", "may be", "why", "documents", "met by both")
    for row in found.iter_rows(named=True):
        pair = (_named(row["other_name"], row["other_actor_id"]), _named(row["name"], row["actor_id"]))
        reason = f"{row['reason']}, same country" if row["is_same_country"] else row["reason"]
        documents = f"{row['other_document_count']} and {row['document_count']}"
        rest = row["shared_company_count"] - len(row["shared_company"])
        company = ", ".join([*row["shared_company"], *([f"{rest} more"] if rest else [])])
        table.add_row(*pair, *_texts(reason, documents, company))
    console.print(table)
    console.print("Decide with: readout actors merge ACTOR MAY_BE, or readout actors apart ACTOR MAY_BE", markup=False)


@app.command()
def show(
    wanted: Annotated[str, typer.Argument(help="A name, a country code or an actor's id.")], warehouse: Warehouse = None
) -> None:
    """Show in which documents an actor occurs, with which roles, and from which actors it was merged."""
    from warehouse import decisions

    found = _read(warehouse, lambda connection: decisions.show(connection, wanted))
    if found.is_empty():
        console.print(f"No document speaks of {wanted}.", markup=False)
        raise typer.Exit(1)
    for (actor_id,), rows in found.group_by("actor_id", maintain_order=True):
        first = rows.row(0, named=True)
        about = ", ".join(filter(None, (first["type"], first["country_code"], first["sector_code"])))
        merged = ["merged from"] if rows["merged_from"].drop_nulls().len() else []  # seldom: the room is for the others
        table = _table("document", "date", "called", "roles stated", "role held", "times", *merged)
        table.title = f"{first['name']} ({about})  {actor_id}"
        table.columns[0].no_wrap = table.columns[1].no_wrap = True
        for row in rows.iter_rows(named=True):
            cells = (row["doc_id"], row["published_date"], row["name_in_document"], "; ".join(row["roles"]), row["held_role"])
            table.add_row(*_texts(*cells, row["mention_count"], *([row["merged_from"]] if merged else [])))
        console.print(table)


@app.command()
def history(
    wanted: Annotated[str | None, typer.Argument(help="A name, a country code or an actor's id; all where left out.")] = None,
    warehouse: Warehouse = None,
) -> None:
    """Show what was decided and taken back, by whom, when and why, the latest first."""
    from warehouse import decisions

    table = _table("when", "what", "who", "why", "decision")
    for row in _read(warehouse, lambda connection: decisions.history(connection, wanted)).iter_rows(named=True):
        when = row["decided_at"].isoformat(" ", "minutes")
        table.add_row(*_texts(when, _told(row), row["decided_by"], row["note"], row["decision_id"]))
    console.print(table)


@app.command()
def merge(
    actor_id: Annotated[str, typer.Argument(help="The actor that is merged away: its id, or a name that no other actor bears.")],
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
def undo(
    decision_id: Annotated[str, typer.Argument(help="The decision to take back; the first characters are enough.")],
    note: Note = None,
    by: By = None,
    warehouse: Warehouse = None,
) -> None:
    """Take a decision back: every id is again what it was, and the decision stays on record."""
    from warehouse import decisions

    taken = _write(warehouse, lambda connection: decisions.undo(connection, decision_id, note, by))
    console.print(f"Decision {taken} is taken back.", markup=False)


@app.command("export")
def export_(file: Annotated[Path, typer.Argument(help="CSV file to write.")], warehouse: Warehouse = None) -> None:
    """Write all decisions to a CSV file (docs/catalogue.md describes it)."""
    from warehouse.decision_files import export_decisions

    count = _read(warehouse, lambda connection: export_decisions(connection, file))
    console.print(f"{count} rows written to {file}", markup=False)


@app.command()
def apply(
    file: Annotated[Path, typer.Argument(help="CSV file of decisions.", exists=True, dir_okay=False)], warehouse: Warehouse = None
) -> None:
    """Take over the decisions of a CSV file that are not there yet: all of them, or none where they contradict others."""
    from warehouse.decision_files import import_decisions

    count = _write(warehouse, lambda connection: import_decisions(connection, file))
    console.print(f"{count} rows taken over from {file}", markup=False)


@app.command()
def check(
    folders: Annotated[list[Path] | None, typer.Argument(help="Folders of your own, laid over the shipped catalogue.")] = None,
) -> None:
    """Say what is wrong with catalogue files of your own, as two holders of one office, or a name that means two."""
    from flows.settings import load_settings
    from warehouse.catalogue.check import problems
    from warehouse.catalogue.read import read_catalogue

    found = problems(read_catalogue(folders or load_settings().catalogue))
    for problem in found:
        console.print(problem, markup=False)
    console.print(f"{len(found)} problems", markup=False)
    if found:
        raise typer.Exit(1)


@app.command("import")
def import_(
    dictionary: Annotated[Path, typer.Argument(help="Actor dictionary in the PETRARCH format.", exists=True, dir_okay=False)],
    folder: Annotated[Path, typer.Argument(help="Folder for the CSV files; name it as `catalogue` in the settings to use it.")],
) -> None:
    """Turn an actor dictionary in the PETRARCH format into catalogue files of your own (docs/catalogue.md)."""
    from warehouse.catalogue.petrarch import import_petrarch

    counts = import_petrarch(dictionary, folder)
    console.print(f"{', '.join(f'{count} {table}' for table, count in counts.items())} written to {folder}", markup=False)


def _read(warehouse: Path | None, ask: Callable[[duckdb.DuckDBPyConnection], Any]) -> Any:
    from flows.settings import load_settings
    from warehouse.connect import reader

    with reader(load_settings(warehouse=warehouse).published) as connection:
        return ask(connection)


def _decide(warehouse: Path | None, decide: Callable[[duckdb.DuckDBPyConnection], str]) -> None:
    decision_id = _write(warehouse, decide)
    console.print(f"Decision {decision_id}; take it back with: readout actors undo {decision_id}", markup=False)


def _write(warehouse: Path | None, change: Callable[[duckdb.DuckDBPyConnection], T]) -> T:
    """Change decisions and publish what follows from that."""
    from flows.settings import load_settings
    from warehouse.connect import writer
    from warehouse.publish import publish

    path = load_settings(warehouse=warehouse).warehouse
    with writer(path) as connection:
        result = change(connection)
    publish(path)
    return result


def _table(*columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, title_justify="left", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _texts(*cells: object) -> list[Text]:
    """Return cells as they are, whatever characters they hold."""
    return [Text("" if cell is None else str(cell)) for cell in cells]


def _named(name: str, actor_id: str) -> Text:
    return Text.assemble(name, "\n", (actor_id, "dim"))


def _told(row: Mapping[str, Any]) -> str:
    """Return a decision in words."""
    one, other, document = row["from_actor_id"], row["to_actor_id"], row["doc_id"]
    if row["action"] == "merge":
        words = f"{one} is {other}"
    else:
        words = f"in {document}, {one} is {other}" if document else f"{one} and {other} are two"
    return words if row["act"] == "decided" else f"taken back: {words}"
