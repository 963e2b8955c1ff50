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
from warehouse.decision_files import export_decisions, import_decisions
from warehouse.decisions import (
    Decision,
    DecisionError,
    all_acts,
    conflict,
    history,
    keep_apart,
    live_decisions,
    merge,
    show,
    split,
    suggest,
    undo,
)
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
    for decision_id in live_decisions(connection)["decision_id"]:
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
def test_what_is_taken_back_restores_every_id(
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
    assert live_decisions(connection).filter(decided_by="ann")["note"].to_list() == ["the same by marriage"]


def test_the_same_decision_twice_is_one(connection: duckdb.DuckDBPyConnection) -> None:
    assert merge(connection, FLAVIA, into=MICHAEL) == merge(connection, FLAVIA, into=MICHAEL)
    assert keep_apart(connection, RUDOLF, MICHAEL) == keep_apart(connection, MICHAEL, RUDOLF)
    assert live_decisions(connection).height == 2


def test_who_decided_and_who_took_it_back_stays_on_record(connection: duckdb.DuckDBPyConnection) -> None:
    decision = merge(connection, FLAVIA, into=MICHAEL, note="one bride", decided_by="ann")
    assert undo(connection, decision[:6], note="two brides", decided_by="ben") == decision
    merge(connection, FLAVIA, into=MICHAEL, decided_by="cid")
    told = history(connection, "Flavia Strofzin").head(3).rows(named=True)
    assert {(row["act"], row["decided_by"], row["note"]) for row in told} == {
        ("decided", "ann", "one bride"),
        ("taken_back", "ben", "two brides"),
        ("decided", "cid", None),
    }
    assert all(row["is_live"] for row in told)


def test_a_retired_id_finds_who_stands_for_it(connection: duckdb.DuckDBPyConnection) -> None:
    merge(connection, FLAVIA, into=MICHAEL)
    assert set(show(connection, FLAVIA)["actor_id"]) == {MICHAEL}
    assert merge(connection, FLAVIA, into=MICHAEL) in live_decisions(connection)["decision_id"]
    assert connection.execute("SELECT standing_actor_id FROM merged_actors WHERE actor_id = ?", [FLAVIA]).fetchall() == [
        (MICHAEL,)
    ]


def test_a_name_that_one_actor_bears_stands_for_its_id(connection: duckdb.DuckDBPyConnection) -> None:
    assert merge(connection, "Flavia Strofzin", into="rudolf rassendyll") == merge(connection, FLAVIA, into=RUDOLF)
    with pytest.raises(DecisionError, match="W507"):
        merge(connection, "Elphberg", into=RUDOLF)


def test_decisions_go_to_a_file_and_come_back(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    merge(connection, FLAVIA, into=MICHAEL, note="one, and the same", decided_by="ann")
    split(connection, RUDOLF, "doc-01" if "doc-01" in set(show(connection, RUDOLF)["doc_id"]) else "doc-02")
    undo(connection, keep_apart(connection, ANTOINETTE, RUDOLF))
    count = export_decisions(connection, tmp_path / "decisions.csv")
    with writer(tmp_path / "readout.duckdb") as other:
        prepare(other)
        assert import_decisions(other, tmp_path / "decisions.csv") == count  # before any document
        load(other, tmp_path, [stories()])
        assert ids(other) == ids(connection)
        assert all_acts(other).equals(all_acts(connection))
        assert import_decisions(other, tmp_path / "decisions.csv") == 0


def test_three_columns_make_a_file_of_decisions(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("action,from_actor_id,to_actor_id\nmerge,a,b\nsplit,d,c\n", encoding="utf-8")
    with writer(tmp_path / "readout.duckdb") as connection:
        prepare(connection)
        assert import_decisions(connection, file) == 2
        assert live_decisions(connection).sort("action").select("from_actor_id", "to_actor_id").rows() == [("a", "b"), ("c", "d")]
        for decision_id in live_decisions(connection)["decision_id"]:
            undo(connection, decision_id)
        assert import_decisions(connection, file) == 0  # what was taken back here stays taken back


def test_a_file_that_is_wrong_changes_nothing(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    for content, code in (
        ("action,from_actor_id\nmerge,a\n", "W508"),
        ("action,from_actor_id,to_actor_id\njoin,a,b\n", "W508"),
        ("action,from_actor_id,to_actor_id,decided_at\nmerge,a,b,soon\n", "W508"),
        ("action,from_actor_id,to_actor_id\nmerge,a,b\nmerge,b,a\n", "W503"),
    ):
        file.write_text(content, encoding="utf-8")
        with pytest.raises(DecisionError, match=code):
            import_decisions(connection, file)
    assert live_decisions(connection).is_empty()


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
    assert live_decisions(connection).is_empty()


def suggested(folder: Path, *stories: Story) -> list[tuple[str, str, str]]:
    """Return the names and the reason of each pair suggested for stories none of whose actors are in the catalogue."""
    for story in stories:
        for row in story.rows["entities"]:
            row["extracted_actor_id"] = row["extracted_actor_id"].replace(":", "-")  # a colon marks ids of the catalogue
    with writer(folder / "readout.duckdb") as connection:
        prepare(connection)
        load(connection, folder, [list(stories)])
        found = suggest(connection)
        for one, other in found.select("actor_id", "other_actor_id").iter_rows():
            keep_apart(connection, one, other)
        assert suggest(connection).is_empty()
        return [(*sorted((row["name"], row["other_name"])), row["reason"]) for row in found.iter_rows(named=True)]


def pair(one: str, other: str, kind: str = "person", also: str = "Flavia Strofzin") -> list[Story]:
    """Return two documents that each speak of one of two actors, and both of a third."""
    made = [Story(f"{one} met {also}.", doc_id="doc-a"), Story(f"{other} wrote to {also}.", doc_id="doc-b")]
    for story, name in zip(made, (one, other), strict=True):
        story.actor(name, kind, country="GBR", key=" " in name or kind != "person")
        story.actor(also)
    return made


@pytest.mark.parametrize(
    ("one", "other", "kind", "reason"),
    [
        ("Rudolf Rassendyll", "Rudolph Rassendyll", "person", "names alike"),
        ("Rudolf Rassendyll", "Rassendyll", "person", "surname alone"),
        ("Farmer Rudolf Rassendyll", "Rudolf Rassendyll", "person", "longer name"),
        ("Royal Ruritanian Society", "Ruritanian Society", "organisation", "longer name"),
        ("Ruritanian Chamber of Trade", "RCT", "organisation", "acronym"),
        ("Rudolf Rassendyll", "Rosa Rassendyll", "person", None),
        ("Rudolf Rassendyll", "Rudolf Rassendyll Jr.", "person", None),
        ("Ruritanian Labour Party", "Ruritanian Liberal Party", "organisation", None),
        ("Zenda University", "Zenda", "organisation", None),
        ("Zenda Labour Party", "Labour Party", "organisation", None),
        ("Zenda Railways", "ZR", "organisation", None),
        ("Zenda House", "House", "organisation", None),
    ],
)
def test_suggestions_have_a_reason(tmp_path: Path, one: str, other: str, kind: str, reason: str | None) -> None:
    expected = [] if reason is None else [(*sorted((one, other)), reason)]
    assert suggested(tmp_path, *pair(one, other, kind)) == expected


def test_no_pair_that_one_document_speaks_of_or_that_has_no_name_is_suggested(tmp_path: Path) -> None:
    first, second = pair("Rudolf Rassendyll", "Rudolph Rassendyll")
    first.actor("met", "group")
    second.actor("wrote", "group")
    both = Story("Rudolf Rassendyll met Rudolph Rassendyll.", doc_id="doc-c")
    both.actor("Rudolf Rassendyll")
    both.actor("Rudolph Rassendyll")
    assert suggested(tmp_path, first, second, both) == []


def test_names_are_kept_without_article_except_titles_of_media(tmp_path: Path) -> None:
    story = Story("The Strelsau Club met. Members of the Strelsau Club read The Zenda Sun.")
    story.actor("Strelsau Club", "organisation", also=["the Strelsau Club"])
    story.actor("The Zenda Sun", "media")
    for mention in story.rows["mentions"]:
        mention["kind"] = "name"
    with writer(tmp_path / "readout.duckdb") as connection:
        prepare(connection)
        load(connection, tmp_path, [[story]])
        names = connection.execute("SELECT name FROM actor_names ORDER BY name").fetchall()
    assert names == [("Strelsau Club",), ("The Zenda Sun",)]
