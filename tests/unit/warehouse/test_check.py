"""Each data check passes on sound rows and finds the fault that it is for."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from warehouse.check import all_checks, offending_rows, run_check, run_checks
from warehouse.connect import reader, writer
from warehouse.errors import WarehouseError

FAULTS = {
    "offsets_inside_text": "UPDATE mentions SET end_char = 100000 WHERE mention_id = (SELECT min(mention_id) FROM mentions)",
    "quote_text_at_offsets": "UPDATE quotes SET text = text || '!' WHERE kind = 'direct'",
    "words_at_offsets": "UPDATE events SET trigger_text = 'slept' WHERE type = 'ASSAULT'",
    "one_actor_per_entity": "DELETE FROM actors WHERE name = 'Poland'",
    "actors_with_entities": "INSERT INTO actors BY NAME SELECT * REPLACE ('nobody' AS actor_id) FROM actors LIMIT 1",
    "decisions_have_actors": (
        "INSERT INTO decisions BY NAME SELECT 'a' AS act_id, 'a' AS decision_id, 1 AS number, 'decided' AS act, "
        "'merge' AS action, 'nobody' AS from_actor_id, actor_id AS to_actor_id, now()::TIMESTAMP AS decided_at "
        "FROM actors LIMIT 1"
    ),
    "events_have_triggers": "UPDATE events SET trigger_text = ' '",
    "unknown_speakers_have_reasons": "UPDATE quotes SET speaker_reason = NULL",
    "one_current_version": "UPDATE documents SET is_current = false WHERE source = 'Reuters'",
    "ledger_agrees": "DELETE FROM documents WHERE source = 'Reuters'",
    "event_dates_fit": "UPDATE events SET date_granularity = NULL",
    "first_participants": "UPDATE events SET initiator_entity_id = NULL WHERE type = 'REQUEST'",
    "numbers_run_from_one": "UPDATE event_actors SET number = 3 WHERE number = 2",
    "facts_in_one_document": "UPDATE event_actors SET entity_id = (SELECT max(entity_id) FROM entities)",
    "sentences_hold_evidence": "UPDATE events SET sentence_text = 'Another sentence.' WHERE type = 'AID'",
    "quotes_span_their_content": "UPDATE quotes SET end_char = end_char + 1",
    "quotes_inside_quotes": "UPDATE quotes SET parent_quote_id = (SELECT max(quote_id) FROM quotes)",
    "counts_agree": "DELETE FROM mentions WHERE kind = 'pronoun'",
    "runs_add_up": "UPDATE runs SET read_count = read_count + 1",
    "several_accounts": "INSERT INTO accounts BY NAME SELECT 'alone' AS account_id, event_id, doc_id FROM events LIMIT 1",
    "versions_follow": "UPDATE documents SET version = 2",
    "places_whole": "UPDATE events SET place_latitude = 52.2 WHERE place_text = 'Warsaw'",
    "contents_have_relations": "UPDATE events SET relation = NULL",
    "scores_between_0_and_1": "UPDATE mentions SET confidence_score = 1.5 WHERE kind = 'pronoun'",
    "codes_well_formed": "UPDATE entities SET country_code = 'Russia' WHERE country_code = 'RUS'",
    "dates_plausible": "UPDATE documents SET published_date = DATE '2999-01-01' WHERE source = 'Reuters'",
    "runs_ended": "INSERT INTO runs BY NAME "
    "SELECT * REPLACE ('dead' AS run_id, 'running' AS state, TIMESTAMP '2020-01-01' AS started_at) FROM runs",
    "few_rejects": "UPDATE runs SET reject_count = 3",
    "one_pipeline_version": "UPDATE documents SET pipeline_version = '0', loaded_at = '2020-01-01' WHERE title = 'A year before'",
    "key_of_quotes": "INSERT INTO quotes SELECT * FROM quotes LIMIT 1",
    "reference_of_mentions_entity_id": "UPDATE mentions SET entity_id = 'nobody' WHERE kind = 'pronoun'",
    "values_of_events_status": "UPDATE events SET status = 'maybe' WHERE status = 'planned'",
}


@pytest.mark.parametrize("name", FAULTS)
def test_check_finds_its_fault(loader: duckdb.DuckDBPyConnection, name: str) -> None:
    check = next(check for check in all_checks() if check.name == name)
    assert run_check(loader, check)["is_passed"]
    loader.execute(FAULTS[name])
    found = run_check(loader, check)
    assert not found["is_passed"]
    assert found["failure_count"] >= 1
    assert "=" in found["sample"]


def test_counts_far_from_those_of_the_last_runs_fail(loader: duckdb.DuckDBPyConnection) -> None:
    check = next(check for check in all_checks() if check.name == "counts_within_bounds")
    add = (
        "INSERT INTO loads BY NAME SELECT * REPLACE (? AS run_id, 50 AS loaded_count, loaded_at + to_days(?) AS loaded_at, "
        "json_object('quotes', ?, 'events', 700) AS row_counts) FROM loads WHERE run_id = 'run-1'"
    )
    for number, quotes in enumerate((500, 450, 520, 480), start=1):
        loader.execute(add, [f"run {number}", number, quotes])
    assert run_check(loader, check)["is_passed"]
    loader.execute(add, ["thin", 9, 9])
    found = run_check(loader, check)
    assert found["failure_count"] == 1
    assert "measure=quotes" in found["sample"]


def test_every_file_of_checks_has_a_fault_here() -> None:
    written = {check.name for check in all_checks() if not check.name.startswith(("key_of", "reference_of", "values_of"))}
    assert written - set(FAULTS) == {"counts_within_bounds"}


def test_all_rows_of_a_check_can_be_seen(warehouse: Path) -> None:
    assert offending_rows(warehouse, "values_of_events_status").is_empty()
    with writer(warehouse) as connection:
        connection.execute("UPDATE quotes SET text = text || '!' WHERE kind = 'direct'")
    rows = offending_rows(warehouse, "quote_text_at_offsets")
    assert rows.height == 3
    assert rows.columns == ["quote_id", "text", "text_at_offsets"]
    with pytest.raises(WarehouseError, match="no check mine"):
        offending_rows(warehouse, "mine")


def test_a_warehouse_that_is_not_there_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError) as absent:
        run_checks(tmp_path / "none.duckdb")
    assert absent.value.code == "W201"
    assert not (tmp_path / "none.duckdb").exists()


def test_results_are_recorded(warehouse: Path) -> None:
    results = run_checks(warehouse)
    assert results["is_passed"].all()
    with reader(warehouse) as connection:
        assert connection.execute("SELECT count(*), bool_and(is_passed) FROM checks").fetchall() == [(results.height, True)]
