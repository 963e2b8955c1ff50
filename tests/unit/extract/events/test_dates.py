"""Expressions of time against a date of publication."""

from datetime import date

import pytest

from tasks.extract.events.dates import NO_PUBLICATION_DATE, resolve
from tasks.records import When

TUESDAY = date(2024, 3, 19)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on friday", ("2024-03-15", "day")),
        ("on tuesday", ("2024-03-19", "day")),
        ("last tuesday", ("2024-03-12", "day")),
        ("yesterday", ("2024-03-18", "day")),
        ("tomorrow", ("2024-03-20", "day")),
        ("three days ago", ("2024-03-16", "day")),
        ("two years ago", ("2022", "year")),
        ("last week", ("2024-03", "month")),
        ("last month", ("2024-02", "month")),
        ("this year", ("2024", "year")),
        ("on march 5", ("2024-03-05", "day")),
        ("on november 2", ("2023-11-02", "day")),
        ("on 4 october 2007", ("2007-10-04", "day")),
        ("in may 2019", ("2019-05", "month")),
        ("in august", ("2023-08", "month")),
        ("in 1997", ("1997", "year")),
    ],
)
def test_dates_with_their_granularity(text, expected):
    found = resolve(text, TUESDAY)
    assert found is not None
    assert (found.date, found.granularity) == expected
    assert found.basis == text


def test_planned_events_lie_ahead():
    assert resolve("on friday", TUESDAY, future=True) == When("2024-03-22", "day", "on friday")
    assert resolve("on april 5", TUESDAY, future=True) == When("2024-04-05", "day", "on april 5")
    assert resolve("in august", TUESDAY, future=True) == When("2024-08", "month", "in august")


@pytest.mark.parametrize(
    ("text", "future", "expected"),
    [
        ("effective april 2", False, "2024-04-02"),
        ("on march 5", True, "2024-03-05"),
        ("in february", True, "2024-02"),
        ("last december", True, "2023-12"),
        ("in june of this year", False, "2024-06"),
        ("next january", False, "2025-01"),
    ],
)
def test_nobody_leaves_out_the_year_of_a_day_nearly_a_year_away(text, future, expected):
    found = resolve(text, TUESDAY, future=future)
    assert found is not None
    assert found.date == expected


def test_an_open_beginning_is_no_date():
    found = resolve("since the beginning of the invasion", TUESDAY)
    assert found is not None
    assert found.date is None
    assert found.basis.startswith("open_since")


def test_relative_dates_need_the_date_of_publication():
    assert resolve("on friday", None) == NO_PUBLICATION_DATE
    assert resolve("in 1997", None) == When("1997", "year", "in 1997")


@pytest.mark.parametrize("text", ["in geneva", "with the army", "on february 30", "the next month"])
def test_what_names_no_time_gives_none(text):
    found = resolve(text, TUESDAY)
    assert found is None or found.date is None
