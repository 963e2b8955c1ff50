"""Decisions about actors: ids depend on neither order nor batches, and what is taken back leaves no trace."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.warehouse_examples import Story, package
from warehouse.connect import writer
from warehouse.decisions import Decision, DecisionError, conflict, decisions, keep_apart, merge, show, split, suggest, undo
from warehouse.load import load_frames
from warehouse.migrate import prepare
from warehouse.packages import read_package

NAMES = ("Flavia Strofzin", "Michael Hentzau", "Rudolf Rassendyll", "Antoinette Mauban")
Ids = list[tuple[str, str]]


def stories(count: int = 29) -> list[Story]:
    """Return documents that each speak of two of four people, and of an Elphberg known in that document alone."""
    made = []
    for number in range(count):
        one, other = NAMES[number % 4], NAMES[(number * 3 + 1) % 4]
        story = Story(f"{one} met {other} in room {number}. Elphberg was there.", doc_id=f"doc-{number:02}")
        for name in dict.fromkeys((one, other)):
            story.actor(name, country="GBR")
        story.actor("Elphberg", key=False)
        made.append(story)
    return made


def load(connection: duckdb.DuckDBPyConnection, folder: Path, batches: list[list[Story]]) -> None:
    for batch in batches:
        name = batch[0].doc_id
        load_frames(connection, read_package(package(folder / name, batch)), name, "1", "run-1")


def ids(connection: duckdb.DuckDBPyConnection) -> Ids:
    return connection.execute("SELECT entity_id, actor_id FROM entity_actors ORDER BY ALL").fetchall()


def derived(connection: duckdb.DuckDBPyConnection) -> list[Ids]:
    return [connection.execute(f"FROM {table} ORDER BY ALL").fetchall() for table in ("actors", "actor_names")]


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse with all stories; every test leaves it without decisions."""
    folder = tmp_path_factory.mktemp("decisions")
    with writer(folder / "readout.duckdb") as opened:
        prepare(opened)
        load(opened, folder, [stories()])
        yield opened


@pytest.fixture(autouse=True)
def take_all_back(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    yield
    for decision_id in decisions(connection)["decision_id"]:
        undo(connection, decision_id)


FLAVIA, MICHAEL, RUDOLF, ANTOINETTE = (f"person:{name.lower()}" for name in NAMES)
PAIRS = list(combinations((FLAVIA, MICHAEL, RUDOLF, ANTOINETTE), 2))


@pytest.mark.parametrize("batch_count", [1, 7, 29])
def test_batches_order_and_replay_do_not_matter(connection: duckdb.DuckDBPyConnection, tmp_path: Path, batch_count: int) -> None:
    merge(connection, MICHAEL, into=RUDOLF)
    split(connection, FLAVIA, "doc-00")
    shuffled = stories()
    random.Random(batch_count).shuffle(shuffled)
    batches = [shuffled[number::batch_count] for number in range(batch_count)]
    with writer(tmp_path / "readout.duckdb") as other:
        prepare(other)
        load(other, tmp_path, batches[: batch_count // 2])
        if batch_count > 1:  # decided in the middle of loading
            merge(other, MICHAEL, into=RUDOLF)
        load(other, tmp_path, batches[batch_count // 2 :])
        merge(other, MICHAEL, into=RUDOLF)
        split(other, FLAVIA, "doc-00")
        load(other, tmp_path, batches[:3])
        assert ids(other) == ids(connection)
        assert derived(other) == derived(connection)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pairs=st.lists(st.sampled_from(list(combinations((FLAVIA, MICHAEL, RUDOLF, ANTOINETTE), 2))), max_size=4), seed=st.integers()
)
def test_what_is_taken_back_leaves_no_trace(
    connection: duckdb.DuckDBPyConnection, pairs: list[tuple[str, str]], seed: int
) -> None:
    before = ids(connection), derived(connection)
    made = []
    for one, other in pairs:
        try:
            made.append(merge(connection, one, into=other))
        except DecisionError as error:
            assert error.code == "W502"
    assert len({actor_id for _, actor_id in ids(connection)}) == len({actor_id for _, actor_id in before[0]}) - len(set(made))
    random.Random(seed).shuffle(made)
    for decision_id in dict.fromkeys(made):
        undo(connection, decision_id)
    assert (ids(connection), derived(connection)) == before


def test_a_merge_follows_on_and_gives_the_rows_to_who_stands(connection: duckdb.DuckDBPyConnection) -> None:
    merge(connection, FLAVIA, into=MICHAEL, note="the same by marriage", decided_by="ann")
    merge(connection, MICHAEL, into=RUDOLF)
    shown = show(connection, RUDOLF)
    assert set(shown["actor_id"]) == {RUDOLF}
    assert set(shown["merged_from"]) == {None, FLAVIA, MICHAEL}
    assert decisions(connection).filter(decided_by="ann")["note"].to_list() == ["the same by marriage"]


def test_the_same_decision_twice_is_one(connection: duckdb.DuckDBPyConnection) -> None:
    assert merge(connection, FLAVIA, into=MICHAEL) == merge(connection, FLAVIA, into=MICHAEL)
    assert keep_apart(connection, RUDOLF, MICHAEL) == keep_apart(connection, MICHAEL, RUDOLF)
    assert decisions(connection).height == 2


def test_a_split_moves_one_document_alone(connection: duckdb.DuckDBPyConnection) -> None:
    before = dict(ids(connection))
    split(connection, FLAVIA, "doc-00")
    after = dict(ids(connection))
    changed = {entity_id for entity_id in before if before[entity_id] != after[entity_id]}
    assert changed == {"doc-00-flavia-strofzin"}
    split(connection, MICHAEL, "doc-01", to_actor_id=RUDOLF)
    assert dict(ids(connection))["doc-01-michael-hentzau"] == RUDOLF


def test_those_kept_apart_cannot_be_joined_by_way_of_others(connection: duckdb.DuckDBPyConnection) -> None:
    keep_apart(connection, FLAVIA, RUDOLF)
    merge(connection, FLAVIA, into=MICHAEL)
    with pytest.raises(DecisionError, match="W504"):
        merge(connection, MICHAEL, into=RUDOLF)
    with pytest.raises(DecisionError, match="W504"):
        keep_apart(connection, FLAVIA, MICHAEL)


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        (Decision("merge", "a", "b"), Decision("merge", "a", "c"), "W502"),
        (Decision("merge", "a", "b"), Decision("merge", "b", "a"), "W503"),
        (Decision("merge", "a", "b"), Decision("split", "a", "b"), "W504"),
        (Decision("split", "a", "b", "e"), Decision("split", "a", "c", "e"), "W505"),
    ],
)
def test_contradictions_are_found_in_any_order(first: Decision, second: Decision, code: str) -> None:
    for known in ([first, second], [second, first]):
        problem = conflict(known)
        assert problem is not None
        assert problem.code == code


@pytest.mark.parametrize("code", ["W501", "W506"])
def test_what_is_not_there_is_refused(connection: duckdb.DuckDBPyConnection, code: str) -> None:
    with pytest.raises(DecisionError, match=code):
        if code == "W501":
            merge(connection, "person:nobody", into=RUDOLF)
        else:
            undo(connection, "0")
    with pytest.raises(DecisionError, match="W501"):
        split(connection, RUDOLF, "doc-none")


def test_a_refused_decision_changes_nothing(connection: duckdb.DuckDBPyConnection) -> None:
    before = ids(connection)
    with pytest.raises(DecisionError):
        merge(connection, RUDOLF, into=RUDOLF)
    assert ids(connection) == before
    assert decisions(connection).is_empty()


def test_suggestions_need_like_names_and_more(tmp_path: Path) -> None:
    first = Story("Rudolf Rassendyll met Flavia Strofzin. Rudolf Rassendyll Jr. was late.")
    second = Story("Rudolph Rassendyll wrote to Flavia Strofzin. Rosa Rassendyll read it.")
    for story, names in ((first, (NAMES[2], NAMES[0], "Rudolf Rassendyll Jr.")), (second, ("Rudolph Rassendyll", NAMES[0]))):
        for name in names:
            story.actor(name, country="GBR" if "Rud" in name else None)
    second.actor("Rosa Rassendyll", country="FRA")
    for row in (*first.rows["entities"], *second.rows["entities"]):
        row["extracted_actor_id"] = row["extracted_actor_id"].replace(":", "-")  # a colon marks ids of the catalogue
    with writer(tmp_path / "readout.duckdb") as connection:
        prepare(connection)
        load(connection, tmp_path, [[first, second]])
        found = suggest(connection)
        assert [set(pair) for pair in found.select("name", "other_name").iter_rows()] == [{NAMES[2], "Rudolph Rassendyll"}]
        assert found["shared_company_count"].to_list() == [1]
        one, other = found.row(0)[0], found.row(0)[2]
        keep_apart(connection, one, other)
        assert suggest(connection).is_empty()
