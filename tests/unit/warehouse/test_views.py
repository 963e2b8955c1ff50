"""The views and macros say what the five accounts of the affair say, and no more."""

from __future__ import annotations

from typing import Any

import duckdb
import pytest


def ask(connection: duckdb.DuckDBPyConnection, sql: str, *values: object) -> list[Any]:
    """Return the rows of a query, single columns unpacked."""
    rows = connection.execute(sql, values).fetchall()
    return [row[0] if len(row) == 1 else row for row in rows]


def test_said_names_the_speaker_or_says_why_not(analyst: duckdb.DuckDBPyConnection) -> None:
    rows = ask(analyst, "SELECT speaker, speaker_reason, speaker_text FROM said WHERE quote LIKE 'Nobody%'")
    assert rows == [(None, "unresolved", "an aide")]
    assert ask(analyst, "SELECT DISTINCT speaker FROM said WHERE kind = 'direct' ORDER BY ALL") == [
        "Donald Trump",
        "Vladimir Putin",
        None,
    ]


def test_did_holds_no_demand_denial_or_plan(analyst: duckdb.DuckDBPyConnection) -> None:
    assert ask(analyst, "SELECT event FROM did WHERE initiator = 'Russia' ORDER BY ALL") == ["ASSAULT"]
    assert ask(analyst, "SELECT count(*) FROM did WHERE event = 'RETREAT' OR trigger = 'bombed'") == [0]
    denied = ask(analyst, "SELECT polarity, status, asserted_by FROM claimed WHERE trigger = 'bombed'")
    assert denied == [("negated", "actual", "Kremlin")]


def test_did_tells_who_asserts_it_and_on_which_sentence(analyst: duckdb.DuckDBPyConnection) -> None:
    rows = ask(
        analyst, "SELECT initiator, recipient, asserted_by, sentence FROM did WHERE event = 'AGREE' ORDER BY published_date"
    )
    assert [row[:3] for row in rows] == [("Vladimir Putin", None, "White House"), ("Vladimir Putin", "Kyiv", "Kremlin")]
    assert rows[0][3] == "The White House said that Vladimir Putin agreed to a pause in strikes on power stations."


def test_several_participants_stand_side_by_side(analyst: duckdb.DuckDBPyConnection) -> None:
    assert ask(analyst, "SELECT initiator, recipient, place FROM did WHERE trigger = 'met'") == [
        ("Ukraine, Poland", None, "Warsaw")
    ]


def test_offsets_of_views_point_to_their_words(analyst: duckdb.DuckDBPyConnection) -> None:
    for view, words in (("said", "quote"), ("did", "trigger")):
        wrong = ask(
            analyst,
            f"SELECT count(*) FROM {view} JOIN documents USING (doc_id) WHERE text[start_char + 1 : end_char] <> {words}",
        )
        assert wrong == [0]


def test_dyads_count_by_month_and_quad_class(analyst: duckdb.DuckDBPyConnection) -> None:
    rows = ask(analyst, "SELECT month::VARCHAR, event_count, mean_goldstein_score FROM dyads WHERE initiator = 'Russia'")
    assert rows == [("2025-04-01", 1, -9.0)]


def test_dyads_and_activity_count_participants_beyond_the_first(loader: duckdb.DuckDBPyConnection) -> None:
    ((event, other),) = ask(loader, "SELECT event_id, recipient FROM did WHERE initiator = 'Russia'")
    loader.execute(
        "INSERT INTO event_actors SELECT event_id, doc_id, if(side = 'initiator', 'recipient', 'initiator'), 2, entity_id "
        "FROM event_actors WHERE event_id = ?",
        [event],
    )
    between = "list_has_all(['Russia', ?], [initiator, recipient])"
    pairs = ask(loader, f"SELECT initiator, recipient, event_count FROM dyads WHERE {between}", other)
    assert sorted(pairs) == sorted((one, two, 1) for one in ("Russia", other) for two in ("Russia", other))
    for side, count in (("initiator", "initiated_count"), ("recipient", "received_count")):
        stored = ask(loader, "SELECT count(*) FROM did JOIN event_actors USING (event_id) WHERE side = ?", side)
        assert ask(loader, f"SELECT sum({count})::INTEGER FROM actor_activity") == stored


def test_conflicting_accounts_set_the_sides_together(analyst: duckdb.DuckDBPyConnection) -> None:
    rows = ask(analyst, "SELECT asserted_by, differs_in, difference, recipient FROM conflicting_accounts")
    words = "recipient: Kyiv (Kremlin)"
    assert rows == [("White House", ["recipient"], words, None), ("Kremlin", ["recipient"], words, "Kyiv")]


@pytest.mark.parametrize(
    ("changes", "difference"),
    [
        ({"stated_count": (12, 15)}, "count: 12 agreed (White House) / 15 agreed (Kremlin)"),
        ({"polarity": ("affirmed", "negated")}, "polarity: affirmed (White House) / negated (Kremlin)"),
        ({"status": ("actual", "possible")}, "status: actual (White House) / possible (Kremlin)"),
        (
            {"event_date": ("2025-03-18", "2025-03-19"), "date_granularity": ("day", "day")},
            "date: 2025-03-18 (White House) / 2025-03-19 (Kremlin)",
        ),
        (
            {"place_country_code": ("RUS", "UKR"), "place_text": ("Moscow", "Kyiv")},
            "place: Kyiv (Kremlin) / Moscow (White House)",
        ),
        # what one leaves out, tells more coarsely or announced before is no contradiction
        ({"stated_count": (12, None)}, None),
        ({"status": ("planned", "actual")}, None),
        ({"event_date": ("2025-03-01", "2025-03-18"), "date_granularity": ("month", "day")}, None),
        ({"place_country_code": ("RUS", None)}, None),
    ],
)
def test_what_contradicts_is_said_in_words(
    loader: duckdb.DuckDBPyConnection, changes: dict[str, tuple[object, object]], difference: str | None
) -> None:
    first, second = ask(loader, "SELECT event_id FROM accounts JOIN documents USING (doc_id) ORDER BY published_date, event_id")
    loader.execute("DELETE FROM event_actors WHERE event_id IN (?, ?) AND side = 'recipient'", [first, second])
    for column, values in changes.items():
        for event, value in zip((first, second), values, strict=True):
            loader.execute(f"UPDATE events SET {column} = ? WHERE event_id = ?", [value, event])
    assert set(ask(loader, "SELECT difference FROM conflicting_accounts")) == ({difference} if difference else set())


def test_actor_activity_counts_quotes_and_both_sides_of_events(analyst: duckdb.DuckDBPyConnection) -> None:
    columns = "quote_count, initiated_count, received_count, document_count"
    rows = ask(analyst, f"SELECT {columns} FROM actor_activity WHERE actor = 'Vladimir Putin' ORDER BY month")
    assert rows == [(0, 2, 1, 2), (1, 1, 1, 1)]


def test_source_balance_shares_add_up(analyst: duckdb.DuckDBPyConnection) -> None:
    assert set(ask(analyst, "SELECT sum(quote_share) FROM source_balance GROUP BY source")) == {1.0}


@pytest.mark.parametrize("name", ["Putin", "putin", "  PUTIN ", "Vladimir Putin", "person:vladimir putin"])
def test_quotes_by_takes_names_of_any_case_and_ids(analyst: duckdb.DuckDBPyConnection, name: str) -> None:
    assert ask(analyst, "SELECT quote FROM quotes_by(?)", name) == ["We want trade with Poland,"]


def test_a_part_of_a_name_serves_where_no_name_fits(analyst: duckdb.DuckDBPyConnection) -> None:
    assert ask(analyst, "SELECT DISTINCT speaker FROM quotes_by('Donald')") == ["Donald Trump"]
    assert ask(analyst, "SELECT count(*) FROM quotes_by('Nald')") == [0]


def test_name_key_levels_case_accents_apostrophes_and_spaces(analyst: duckdb.DuckDBPyConnection) -> None:
    assert ask(analyst, "SELECT name_key('  Ré  D’Anieri ')") == ["re d'anieri"]


def test_events_between_two_sides_go_either_way(analyst: duckdb.DuckDBPyConnection) -> None:
    one = ask(analyst, "SELECT event FROM events_between('USA', 'RUS')")
    assert sorted(one) == ["ACCUSE", "REQUEST", "THREATEN"]
    assert ask(analyst, "SELECT event FROM events_between('RUS', 'USA')") == one
    assert ask(analyst, "SELECT event FROM events_between('Ukraine', 'Poland')") == ["AID"]


def test_timeline_orders_what_was_said_and_done(analyst: duckdb.DuckDBPyConnection) -> None:
    rows = ask(analyst, "SELECT date::VARCHAR, what FROM timeline('Trump')")
    assert rows == [("2024-01-01", "THREATEN"), ("2025-03-18", "REQUEST"), ("2025-03-18", "said"), ("2025-04-07", "ACCUSE")]


def test_search_finds_all_words_in_quotes_and_documents(analyst: duckdb.DuckDBPyConnection) -> None:
    rows = ask(analyst, "SELECT what, speaker, passage FROM search('PAUSE strikes')")
    assert [row[:2] for row in rows] == [("quote", "White House"), ("document", None)]
    assert all("pause" in row[2] for row in rows)
    assert ask(analyst, "SELECT count(*) FROM search('pauses')") == [0], "whole words"


def test_search_keeps_quoted_words_together(analyst: duckdb.DuckDBPyConnection) -> None:
    assert ask(analyst, "SELECT count(*) FROM search('\"power stations\"')") == [2]
    assert ask(analyst, "SELECT count(*) FROM search('\"stations power\"')") == [0]
    assert ask(analyst, "SELECT count(*) FROM search('a.*b (')") == [0], "signs of patterns are plain text"


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("quotes", "quote_id"),
        ("events", "event_id"),
        ("mentions", "mention_id"),
        ("sentences", "sentence_id"),
        ("entities", "entity_id"),
    ],
)
def test_lineage_leads_from_any_row_to_its_run(analyst: duckdb.DuckDBPyConnection, table: str, key: str) -> None:
    row_id = ask(analyst, f"SELECT min({key}) FROM {table}")[0]
    rows = ask(
        analyst, "SELECT table_name, run_id, flow, pipeline_version, document_version, len(evidence) > 0 FROM lineage(?)", row_id
    )
    assert rows == [(table, "run-1", "ingest", "1", 1, True)]


def test_an_event_has_a_date_of_its_own_or_that_of_its_telling(analyst: duckdb.DuckDBPyConnection) -> None:
    assert ask(analyst, "SELECT date::VARCHAR FROM did WHERE trigger IN ('attacked', 'met') ORDER BY ALL") == [
        "2025-04-01",
        "2025-04-02",
    ]
    assert ask(analyst, "SELECT count(*) FROM claimed WHERE date IS DISTINCT FROM coalesce(event_date, published_date)") == [0]


def test_accounts_told_hold_those_that_agree_too(analyst: duckdb.DuckDBPyConnection) -> None:
    rows = ask(analyst, "SELECT asserted_by, document_count, source_count FROM accounts_told ORDER BY published_date")
    assert rows == [("White House", 2, 2), ("Kremlin", 2, 2)]


def test_denials_name_who_denies_once(analyst: duckdb.DuckDBPyConnection) -> None:
    assert ask(analyst, "SELECT denier, initiator, event FROM denials") == [("Kremlin", "Russia", "ASSAULT")]


def test_a_denying_quote_without_an_event_is_a_denial(loader: duckdb.DuckDBPyConnection) -> None:
    loader.execute("UPDATE events SET polarity = 'affirmed' WHERE trigger_text = 'bombed'")
    assert ask(loader, "SELECT denier, denied, event FROM denials") == [("Kremlin", "Russia bombed a hospital", None)]


def test_a_denial_that_the_author_tells_is_that_of_who_denies(loader: duckdb.DuckDBPyConnection) -> None:
    loader.execute("UPDATE events SET asserted_by_entity_id = NULL WHERE trigger_text = 'bombed'")
    assert ask(loader, "SELECT denier, event FROM denials WHERE event IS NOT NULL") == [("Kremlin", "ASSAULT")]


def test_sources_without_a_name(analyst: duckdb.DuckDBPyConnection) -> None:
    assert ask(analyst, "SELECT source_words, quote FROM unnamed_sources") == [("an aide", "Nobody believes this pause,")]


def test_quotes_about_someone_are_those_of_others(analyst: duckdb.DuckDBPyConnection) -> None:
    assert set(ask(analyst, "SELECT speaker FROM quotes_about('Putin')")) == {"White House", "Kremlin"}
    assert ask(analyst, "SELECT quote FROM quotes_about('Poland')") == ["We want trade with Poland,"]


def test_promises_stand_beside_what_was_told_later(loader: duckdb.DuckDBPyConnection) -> None:
    assert ask(loader, "SELECT event, recipient, later_sentence FROM promises_by('Trump')") == [
        ("CONSULT", "Vladimir Putin", None)
    ]
    loader.execute(
        "UPDATE events SET type = 'CONSULT' WHERE trigger_text = 'criticised'"  # three weeks later, of the same two
    )
    ((later_date, later_sentence),) = ask(loader, "SELECT later_date::VARCHAR, later_sentence FROM promises_by('Trump')")
    assert (later_date, later_sentence) == ("2025-04-07", "Donald Trump criticised Vladimir Putin.")


def test_the_tone_between_two_by_month(analyst: duckdb.DuckDBPyConnection) -> None:
    rows = ask(
        analyst, "SELECT month::VARCHAR, event_count, cooperation_count, conflict_count FROM tone_between('RUS', 'Ukraine')"
    )
    assert rows == [("2025-04-01", 1, 0, 1)]
