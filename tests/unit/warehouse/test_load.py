"""Loading: all of a package or none; the same rows whatever the order, the batches and the number of times."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from tests.warehouse_examples import Story, affair, frames_of, load, package
from warehouse.connect import reader, writer
from warehouse.errors import SchemaError
from warehouse.load import load_frames, load_packages
from warehouse.packages import complete_packages, write_package
from warehouse.schema import TABLES, frame

EVERY_TABLE = [table.name for table in TABLES.values() if table.layer == "core"] + ["duplicates"]


def content(warehouse: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of every table that depends on the documents alone, sorted."""
    with reader(warehouse) as connection:
        return {
            table: sorted(connection.execute(f"SELECT {', '.join(TABLES[table].content)} FROM {table}").fetchall(), key=repr)
            for table in EVERY_TABLE
        }


def copy_of(story: Story, **metadata: object) -> Story:
    """Return the same text with other metadata and the rows that it gives."""
    other = Story(**{**story.document, **metadata})
    other.rows = story.rows
    return other


def test_all_rows_are_loaded_and_counted(tmp_path: Path) -> None:
    stories = affair()
    result = load(tmp_path / "w.duckdb", stories)
    assert (result.packages, result.loaded, result.unchanged) == (1, 5, 0)
    assert result.rows["quotes"] == sum(len(story.rows["quotes"]) for story in stories)
    assert {doc_id for doc_id, *_ in content(tmp_path / "w.duckdb")["documents"]} == {story.doc_id for story in stories}


def test_loading_twice_changes_nothing(tmp_path: Path) -> None:
    warehouse = tmp_path / "w.duckdb"
    load(warehouse, affair())
    before = content(warehouse)
    again = load(warehouse, affair(), run_id="run-2")
    assert (again.loaded, again.replaced, again.unchanged, again.duplicates) == (0, 0, 5, 0)
    assert content(warehouse) == before


def test_order_and_batches_change_nothing(tmp_path: Path) -> None:
    one, other = tmp_path / "one" / "w.duckdb", tmp_path / "other" / "w.duckdb"
    stories = affair()
    load(one, stories)
    load(other, stories[3:], stories[1:2], [stories[2], stories[0]])
    assert content(one) == content(other)


def test_copies_are_recorded_and_the_smallest_gives_the_metadata_in_any_order(tmp_path: Path) -> None:
    story = affair()[2]
    early = copy_of(story, url="https://other.example/a", published_date=date(2025, 4, 1), location="a")
    late = copy_of(story, url="https://other.example/b", published_date=date(2025, 4, 9), location="b")
    contents = []
    for number, order in enumerate(([story, early, late], [late, story, early], [early, late, story])):
        warehouse = tmp_path / str(number) / "w.duckdb"
        results = [load(warehouse, [copy], run_id=f"run-{place}") for place, copy in enumerate(order)]
        assert sum(result.loaded for result in results) == 1
        assert sum(result.replaced + result.duplicates for result in results) == 2
        contents.append(content(warehouse))
    assert contents[0] == contents[1] == contents[2]
    assert [row[3] for row in contents[0]["documents"]] == ["https://other.example/a"]
    assert [row[1] for row in contents[0]["duplicates"]] == ["https://news.example/kyiv", "https://other.example/b"]


def test_another_pipeline_replaces_the_rows_of_a_document(tmp_path: Path) -> None:
    warehouse = tmp_path / "w.duckdb"
    stories = affair()
    load(warehouse, stories)
    better = copy_of(stories[4], pipeline_version="2")
    better.rows = {table: [] for table in better.rows}
    result = load(warehouse, [better], run_id="run-2")
    assert (result.replaced, result.loaded) == (1, 0)
    rows = content(warehouse)
    assert not [row for row in rows["events"] if row[1] == better.doc_id]
    assert "country:ukraine" in {row[0] for row in rows["actors"]}
    names = {row[0]: row for row in rows["actors"]}
    assert names["country:poland"][TABLES["actors"].content.index("document_count")] == 2


def test_corrected_article_becomes_a_new_version(tmp_path: Path) -> None:
    warehouse = tmp_path / "w.duckdb"
    first = affair()[0]
    corrected = Story("The White House corrected its account.", url=first.document["url"], published_date=date(2025, 3, 18))
    load(warehouse, [first])
    load(warehouse, [corrected], run_id="run-2")
    with reader(warehouse) as connection:
        rows = connection.execute(
            "SELECT doc_id, version, is_current, supersedes_doc_id FROM documents ORDER BY version"
        ).fetchall()
        said = connection.execute("SELECT count(*) FROM said").fetchall()
    assert rows == [(first.doc_id, 1, False, None), (corrected.doc_id, 2, True, first.doc_id)]
    assert said == [(0,)]


def test_nothing_of_a_package_stays_when_it_fails(tmp_path: Path) -> None:
    warehouse = tmp_path / "w.duckdb"
    stories = affair()
    load(warehouse, stories[:2])
    before = content(warehouse)
    broken = frames_of(stories[2:])
    broken["quote_spans"] = broken["quote_spans"].rename({"part": "piece"})
    with writer(warehouse) as connection, pytest.raises(Exception, match="part"):
        load_frames(connection, {**empty_frames(), **broken}, "broken", "1", "run-2")
    assert content(warehouse) == before


def empty_frames() -> dict[str, pl.DataFrame]:
    """Return an empty frame of the tables that are in no story."""
    return {table: frame(table, []) for table in ("duplicates", "rejects")}


def test_rejects_of_a_package_are_recorded_once_per_run(tmp_path: Path) -> None:
    reject = {"location": "bad.txt", "stage": "read", "code": "R201", "message": "It is empty.", "hint": "Leave it out."}
    folder = write_package(tmp_path / "p", {"rejects": frame("rejects", [reject])}, {"pipeline_version": "1"})
    results = [load_packages(tmp_path / "w.duckdb", [folder], "run-1") for _ in range(2)]
    assert [result.rejects for result in results] == [1, 0]


def test_a_package_is_whole_or_absent(tmp_path: Path) -> None:
    folder = package(tmp_path / "packages" / "one", affair())
    assert complete_packages(tmp_path / "packages") == [folder]
    (folder / "quotes.parquet").write_bytes(b"PAR1 cut short")
    with pytest.raises(SchemaError) as damaged:
        load_packages(tmp_path / "w.duckdb", [folder], "run-1")
    assert damaged.value.code == "W103"
    (folder / "manifest.json").unlink()
    assert complete_packages(tmp_path / "packages") == []


def test_values_are_text_and_never_statements(tmp_path: Path) -> None:
    warehouse = tmp_path / "w.duckdb"
    name = "Robert'); DROP TABLE quotes;--"
    story = Story(f"{name} met =cmd|calc.", title="'; DELETE FROM documents; --", location="$table")
    entity = story.actor(name)
    story.event("met", "CONSULT", [entity])
    load(warehouse, [story])
    with reader(warehouse) as connection:
        assert connection.execute("SELECT initiator, title FROM did").fetchall() == [(name, "'; DELETE FROM documents; --")]
        assert connection.execute("SELECT count(*) FROM timeline($name)", {"name": name}).fetchall() == [(1,)]


WIRE = (
    "The foreign ministers of six states met on the shore of the lake on Monday and agreed to open the old bridge in May. "
    "Nobody spoke of the border dispute that had kept the bridge closed for eleven years. A second meeting is planned in autumn."
)


def test_near_copies_are_linked_to_the_first_and_counted_once_in_any_order(tmp_path: Path) -> None:
    first = Story(WIRE, url="https://a.example", published_date=date(2025, 5, 1), location="a")
    edited = Story(f"{WIRE} (Agency)", url="https://b.example", published_date=date(2025, 5, 2), location="b")
    other = Story(WIRE.upper()[:60], url="https://c.example", published_date=date(2025, 5, 3), location="c")
    for story in (first, edited, other):
        story.quote(story.text[:20].rsplit(" ", 1)[0], None)
    links = {}
    for name, order in {"one": [first, edited, other], "other": [other, edited, first]}.items():
        warehouse = tmp_path / name / "w.duckdb"
        for number, story in enumerate(order):
            load(warehouse, [story], run_id=f"run-{number}")
        with reader(warehouse) as connection:
            links[name] = connection.execute("SELECT location, original_doc_id FROM documents ORDER BY location").fetchall()
            said = connection.execute("SELECT doc_id FROM said ORDER BY published_date").fetchall()
            assert said == [(first.doc_id,), (other.doc_id,)]
    assert links["one"] == links["other"] == [("a", None), ("b", first.doc_id), ("c", None)]


def test_versions_of_one_article_are_no_copies_of_each_other(tmp_path: Path) -> None:
    warehouse = tmp_path / "w.duckdb"
    first = Story(WIRE, url="https://a.example", location="a")
    corrected = Story(WIRE.replace("six", "seven"), url="https://a.example", location="a2")
    load(warehouse, [first])
    load(warehouse, [corrected], run_id="run-2")
    with reader(warehouse) as connection:
        rows = connection.execute("SELECT version, is_current, original_doc_id FROM documents ORDER BY version").fetchall()
    assert rows == [(1, False, None), (2, True, None)]
