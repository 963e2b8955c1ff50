"""Ids of actors with the shipped pipeline: the same whatever the batches, after a replay, after decisions taken back."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import duckdb
import pytest

from tasks.extract.package import extract_package
from tasks.records import Document
from warehouse.connect import writer
from warehouse.decisions import merge, split, undo
from warehouse.load import load_packages

PEOPLE = ("Anna Holt", "Tom Miller", "Ayesha Khan", "Pavel Dvorak")
BODIES = ("the Kremlin", "Greenpeace", "the Harbour Trust", "Kenya")


def documents() -> list[Document]:
    """Return 29 short reports on four people and four bodies, each with a surname that is known in that report alone."""
    made = []
    for number in range(29):
        one, other, body = PEOPLE[number % 4], PEOPLE[(number * 3 + 1) % 4], BODIES[number % 3]
        text = f"{one} met {other} in room {number}. {body[0].upper()}{body[1:]} said that Elphberg was late. She was tired."
        made.append(Document(f"doc-{number:02}", text, date(2024, 3, 1 + number)))
    return made


def ids(warehouse: Path) -> dict[str, list[tuple[object, ...]]]:
    with writer(warehouse) as connection:
        return {table: connection.execute(f"FROM {table} ORDER BY ALL").fetchall() for table in ("entity_actors", "actors")}


def ingest(folder: Path, batches: list[list[Document]]) -> Path:
    """Extract and load batches, and load the first one again; return the warehouse."""
    packages = [extract_package(batch, folder / f"batch-{number}", [], model="fast") for number, batch in enumerate(batches)]
    load_packages(folder / "readout.duckdb", packages, "run-1")
    load_packages(folder / "readout.duckdb", packages[:1], "run-2")
    return folder / "readout.duckdb"


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ingest(tmp_path_factory.mktemp("whole"), [documents()])


@pytest.mark.parametrize("batch_count", [7, 29])
def test_order_and_size_of_batches_do_not_matter(warehouse: Path, tmp_path: Path, batch_count: int) -> None:
    shuffled = documents()
    random.Random(batch_count).shuffle(shuffled)
    assert ids(ingest(tmp_path, [shuffled[number::batch_count] for number in range(batch_count)])) == ids(warehouse)


def test_the_same_name_has_one_id_and_a_bare_surname_one_in_each_document(warehouse: Path) -> None:
    actors = {(name, document_count) for _, name, _, _, _, document_count, _ in ids(warehouse)["actors"]}
    assert {name for name, document_count in actors if document_count > 1} >= {"Anna Holt", "Greenpeace", "Russian government"}
    assert all(document_count == 1 for name, document_count in actors if name == "Elphberg")


def test_decisions_that_are_taken_back_restore_every_id(warehouse: Path) -> None:
    before = ids(warehouse)
    with writer(warehouse) as connection:
        made = [merge(connection, "Anna Holt", into="Ayesha Khan"), split(connection, "Tom Miller", _document(connection))]
    assert ids(warehouse) != before
    with writer(warehouse) as connection:
        for decision in made:
            undo(connection, decision)
    assert ids(warehouse) == before


def _document(connection: duckdb.DuckDBPyConnection) -> str:
    return str(connection.execute("SELECT min(doc_id) FROM entities WHERE name = 'Tom Miller'").fetchall()[0][0])
