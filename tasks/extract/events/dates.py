"""Expressions of time resolved against the date of publication, with granularity.

Ambiguous expressions are reduced to what is sure (a month, a year); what cannot be resolved gives NULL and the reason.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from tasks.records import When

NONE_STATED = When(None, None, "none_stated")
NO_PUBLICATION_DATE = When(None, None, "no_publication_date")

#: ISO text cut to its granularity.
Cut = tuple[str, Literal["day", "month", "year"]]

WEEKDAYS = {name.lower(): number for number, name in enumerate(day_name)}
MONTHS = {name.lower(): number for number, name in enumerate(month_name) if name}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
MONTH_DAY = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+\[?(\d{{4}}))?")
DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_MONTH})\b\.?(?:,?\s+(\d{{4}}))?")
MONTH_YEAR = re.compile(rf"\b({_MONTH})\.?(?:\s+of)?,?\s+(\d{{4}})\b")
MONTH_ALONE = re.compile(rf"\b(?:in|last|this|next|late|early|mid|since)[\s-]+(?:late |early |mid-?)?({_MONTH})\b")
YEAR = re.compile(r"\b((?:19|20)\d{2})\b")
WEEKDAY = re.compile(rf"\b(last |next |this |the following |on )?({'|'.join(WEEKDAYS)})\b")
AGO = re.compile(
    r"\b(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s+(day|week|month|year)s?\s+(ago|earlier|before)\b"
)
RELATIVE_DAY = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "overnight": 0, "this morning": 0, "this afternoon": 0}
#: Not "the next month", which counts from what was told before.
PERIOD = re.compile(r"(?<!\bthe )\b(last|this|next|past|previous|coming|earlier this|later this)\s+(week|month|year)\b")
SINCE = re.compile(r"^since\b(?!.*\d{4})")
COUNTING = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBERS = dict(zip(COUNTING, range(1, 11), strict=True)) | {"a": 1, "an": 1}
COUNTING_WORDS = "|".join(NUMBERS)
#: A day named without its year is not nearly a year away where it is so few days off; a planned month, at most so far ahead.
NEAR, MONTHS_AHEAD = 45, 8
#: Words without which an expression is none of time.
TIME_WORDS = frozenset(
    (*WEEKDAYS, *MONTHS, *RELATIVE_DAY, "ago", "earlier", "last", "this", "next", "week", "month", "year", "since")
)


def resolve(text: str, published: date | None, *, future: bool = False) -> When | None:
    """Resolve an expression of time in lower case; None where it holds none.

    Args:
        text: the expression with its preposition ("on friday", "in march 2019", "two days ago").
        published: what relative expressions count from.
        future: of a weekday or a day without year, take the coming one, not the past.
    """
    if SINCE.search(text) and not any(
        pattern.search(text) for pattern in (MONTH_DAY, DAY_MONTH, MONTH_YEAR, MONTH_ALONE, WEEKDAY)
    ):
        return When(None, None, f"open_since: {text}") if _names_time(text) else None
    absolute = _absolute(text, published, future)
    if absolute is not None:
        return When(*absolute, text)
    if not _names_time(text):
        return None
    if published is None:
        return NO_PUBLICATION_DATE
    relative = _relative(text, published, future)
    return When(*relative, text) if relative is not None else None


def _names_time(text: str) -> bool:
    return any(word in TIME_WORDS for word in re.findall(r"[a-z]+", text)) or "invasion" in text


def _absolute(text: str, published: date | None, future: bool) -> Cut | None:
    if (found := MONTH_DAY.search(text)) is not None:
        return _day(found[3], MONTHS[found[1]], int(found[2]), published, future)
    if (found := DAY_MONTH.search(text)) is not None:
        return _day(found[3], MONTHS[found[2]], int(found[1]), published, future)
    if (found := MONTH_YEAR.search(text)) is not None:
        return f"{found[2]}-{MONTHS[found[1]]:02d}", "month"
    if (found := MONTH_ALONE.search(text)) is not None and published is not None:
        return f"{_month(MONTHS[found[1]], text, published, future=future):%Y-%m}", "month"
    found = YEAR.search(text)
    return (found[1], "year") if found is not None else None


def _day(year: str | None, month: int, day: int, published: date | None, future: bool) -> Cut | None:
    try:
        if year is not None:
            return date(int(year), month, day).isoformat(), "day"
        return None if published is None else (_nearest(month, day, published, future=future).isoformat(), "day")
    except ValueError:  # 31 June, 29 February of a common year
        return None


def _month(month: int, text: str, published: date, *, future: bool) -> date:
    """Return the first day of a month without year; planned events of a month just past were planned before."""
    this = published.replace(month=month, day=1)
    if "this year" in text:
        return this
    is_far = (month - published.month) % 12 > MONTHS_AHEAD
    ahead = "last" not in text and ("next" in text or (future and not is_far))
    return this.replace(year=published.year + (month < published.month if ahead else -(month > published.month)))


def _nearest(month: int, day: int, published: date, *, future: bool) -> date:
    """Return the day of a month without year: before or after the publication as asked, unless that is nearly a year away."""
    days = [date(published.year + shift, month, day) for shift in (-1, 0, 1)]
    past = [one for one in days if one <= published + timedelta(days=1)][-1]
    coming = next(one for one in days if one >= published)
    if future:
        return past if (published - past).days < NEAR else coming
    return coming if (coming - published).days < NEAR else past


def _relative(text: str, published: date, future: bool) -> Cut | None:
    for words, days in RELATIVE_DAY.items():
        if re.search(rf"\b{words}\b", text):
            return (published + timedelta(days=days)).isoformat(), "day"
    if (found := AGO.search(text)) is not None:
        return _ago(NUMBERS.get(found[1]) or int(found[1]), found[2], published)
    if (found := WEEKDAY.search(text)) is not None:
        return _weekday(WEEKDAYS[found[2]], (found[1] or "").strip(), published, future).isoformat(), "day"
    if (found := PERIOD.search(text)) is not None:
        return _period(found[1], found[2], published)
    return None


def _ago(count: int, unit: str, published: date) -> Cut:
    if unit == "day":
        return (published - timedelta(days=count)).isoformat(), "day"
    if unit == "year":
        return str(published.year - count), "year"
    then = published - (timedelta(weeks=count) if unit == "week" else relativedelta(months=count))
    return f"{then:%Y-%m}", "month"


def _weekday(weekday: int, which: str, published: date, future: bool) -> date:
    back = (published.weekday() - weekday) % 7
    if which == "next" or (future and which != "last"):
        return published + timedelta(days=(weekday - published.weekday()) % 7 or 7)
    return published - timedelta(days=back or (7 if which == "last" else 0))


def _period(which: str, unit: str, published: date) -> Cut:
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
    if unit == "year":
        return str(published.year + step), "year"
    then = published + (timedelta(weeks=step) if unit == "week" else relativedelta(months=step))
    return f"{then:%Y-%m}", "month"
