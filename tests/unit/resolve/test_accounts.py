"""Grouping the tellings of one happening."""

from datetime import date, timedelta
from random import Random

import polars as pl

from tasks.resolve.accounts import ACCOUNT_COLUMNS, EVENT_COLUMNS, group_accounts

DAY = date(2024, 5, 14)


def telling(event_id, doc_id, sentence, **changes):
    row = {
        "event_id": event_id,
        "doc_id": doc_id,
        "type": "AGREE",
        "trigger_text": "agreed",
        "cameo_code": None,
        "stated_count": None,
        "asserted_by": None,
        "initiators": ["a", "b"],
        "recipients": [],
        "named_participants": ["a", "b", "c"],
        "countries": [],
        "event_date": None,
        "date_granularity": "day",
        "published_date": DAY,
        "start_char": 0,
        "sentence_text": sentence,
        "parent_event_id": None,
    }
    return row | changes


def frame(*rows):
    return pl.DataFrame(list(rows), schema=EVENT_COLUMNS)


ONE = telling("1", "d1", "The ministers agreed to halt attacks on power plants.", asserted_by="a")
OTHER = telling("2", "d2", "The two agreed to stop attacks on power plants for a month.", asserted_by="b")


def test_two_sources_on_one_happening_are_two_accounts():
    found = group_accounts(frame(ONE, OTHER))
    assert found.schema == pl.Schema(ACCOUNT_COLUMNS)
    assert found["event_id"].to_list() == ["1", "2"]
    assert found["account_id"].n_unique() == 1
    assert (found["similarity_score"] > 0.5).all()


def test_order_of_the_rows_changes_nothing():
    assert group_accounts(frame(OTHER, ONE)).equals(group_accounts(frame(ONE, OTHER)))


def test_sources_inside_one_document_are_accounts_too():
    assert group_accounts(frame(ONE, OTHER | {"doc_id": "d1", "start_char": 90})).height == 2


def test_repetition_by_the_same_source_is_no_other_account():
    assert group_accounts(frame(ONE, ONE | {"event_id": "3", "start_char": 90})).is_empty()


def test_other_type_participants_time_or_words_are_another_happening():
    for changes in (
        {"type": "ASSAULT"},
        {"initiators": ["c"]},
        {"published_date": date(2024, 5, 20)},
        {"event_date": date(2024, 4, 1)},
        {"sentence_text": "The two signed a treaty on fishing rights."},
    ):
        assert group_accounts(frame(ONE | {"event_date": DAY}, OTHER | changes)).is_empty(), changes


def test_yielding_may_be_told_as_agreeing():
    assert group_accounts(frame(ONE, OTHER | {"type": "CONCEDE", "initiators": ["b"]})).height == 2


def test_somebody_elses_deed_is_another_happening():
    assert group_accounts(frame(ONE | {"initiators": ["a"]}, OTHER | {"initiators": ["b"], "recipients": ["a"]})).is_empty()
    reversed_roles = OTHER | {"initiators": ["b"], "recipients": ["a"]}
    assert group_accounts(frame(ONE | {"initiators": ["a"], "recipients": ["b"]}, reversed_roles)).height == 2


def test_no_events_no_accounts():
    assert group_accounts(frame()).is_empty()


def test_the_content_of_a_promise_is_told_with_it():
    content = ONE | {"event_id": "3", "type": "RETREAT", "start_char": 30, "parent_event_id": "1"}
    assert group_accounts(frame(ONE, content, OTHER))["event_id"].to_list() == ["1", "2"]


def test_a_copied_sentence_is_no_telling_of_its_own():
    assert group_accounts(frame(ONE, OTHER | {"sentence_text": ONE["sentence_text"]})).is_empty()


def test_two_numbers_of_one_source_are_two_happenings_those_of_two_sources_two_accounts():
    dead = {"type": "HARM", "trigger_text": "deaths", "initiators": [], "recipients": ["a"]}
    first = ONE | dead | {"stated_count": 12, "sentence_text": "The ministry counted 12 deaths in the flooded valley."}
    other = ONE | dead | {"event_id": "2", "stated_count": 15, "start_char": 90}
    other["sentence_text"] = "It counted 15 deaths in the flooded valley last year."
    assert group_accounts(frame(first, other)).is_empty()
    assert group_accounts(frame(first, other | {"doc_id": "d2", "asserted_by": "b"})).height == 2


def test_what_happened_some_time_this_year_may_be_another():
    vague = OTHER | {"event_date": date(2024, 1, 1), "date_granularity": "year"}
    assert group_accounts(frame(ONE, vague)).is_empty()
    assert group_accounts(frame(ONE, vague | {"event_date": date(2024, 5, 1), "date_granularity": "month"})).height == 2


def test_rare_words_stand_for_participants_that_nobody_names():
    nobody = {"type": "PROTEST", "trigger_text": "riot", "initiators": [], "asserted_by": None}
    first = ONE | nobody | {"sentence_text": "A riot broke out in Blackmoor after the verdict on the Harlow ferry."}
    other = OTHER | nobody | {"sentence_text": "The Blackmoor riot followed the verdict on the Harlow ferry by an hour."}
    assert group_accounts(frame(first, other)).height == 2
    assert group_accounts(frame(first, other | {"sentence_text": "A riot broke out in a prison on Sunday."})).is_empty()


def test_the_order_of_loading_changes_no_group():
    words = ["pause", "strikes", "power", "plants", "month", "grain", "ships", "Odesa", "port", "treaty", "border", "guards"]
    generator = Random(7)
    rows = [
        telling(
            str(number),
            f"d{number // 3}",
            " ".join(generator.sample(words, 8)),
            initiators=generator.sample(["a", "b", "c", "d"], 2),
            asserted_by=generator.choice([None, "a", "b"]),
            published_date=DAY + timedelta(days=number // 12),
        )
        for number in range(120)
    ]
    first = group_accounts(frame(*rows))
    assert first.height > 10
    for _ in range(3):
        generator.shuffle(rows)
        assert group_accounts(frame(*rows)).equals(first)
