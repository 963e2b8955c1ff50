"""Publication dates as sources write them: a day that is sure, or none."""

from __future__ import annotations

import logging
import re
from datetime import UTC, date, datetime, timedelta

from dateutil import parser

_log = logging.getLogger(__name__)

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:T\d+Z?)?(?!\d)")
_AMBIGUOUS = re.compile(r"\s*(\d{1,2})[./-](\d{1,2})[./-](?:\d{2}|\d{4})\b")
#: Newspapers before this are not what is read here; a year like 1 or 1601 is an empty date of some program.
_EARLIEST = date(1700, 1, 1)
#: Two dates that differ in every part: a part that the text does not give shows as a difference.
_DEFAULTS = (datetime(2000, 1, 1), datetime(2001, 2, 2))
#: An epoch number above this counts milliseconds.
_MILLISECONDS = 100_000_000_000

_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_FULL_DATE = rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}} {_MONTH}\.?,? \d{{4}}|{_MONTH}\.? \d{{1,2}},? \d{{4}})"
#: A line of its own, or a dateline, is not longer.
_DATE_CHARS = 120
_DATE_LINE = re.compile(
    rf"(?:(?:published|posted|date|dated|released|issued)(?: on)?:?\s+)?(?:{{day}},? )?({_FULL_DATE})".replace(
        "{day}", "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    ),
    re.IGNORECASE,
)
#: "GENEVA, 4 March 2025 —": place in capitals, date, then a dash or a colon, or an agency in brackets.
_DATELINE = re.compile(rf"[A-Z][A-Z .'/-]+,? \(?((?i:{_FULL_DATE}))\)?\s*(?:\(|[-–—:])")


def parse_date(value: object, location: str, today: date | None = None) -> date | None:
    """Return the day that the value names, or None where it names none for sure.

    A month or year alone, 03/04/2025 (which of the two is the month?), a day that does not exist and a day in the
    future are no date. Something that was given but not used is logged.
    """
    if value is None or value == "":
        return None
    found = _read(value)
    last = (today or datetime.now(UTC).date()) + timedelta(days=1)
    if found is not None and _EARLIEST <= found <= last:
        return found
    _log.warning("%s: %r is not used as date of publication: %s", location, value, _why(found, last))
    return None


def date_in_text(text: str) -> str | None:
    """Return the date of a line of its own, or of a dateline, among the first three lines of a plain text."""
    lines = [line.strip()[:_DATE_CHARS] for line in text.split("\n", 8) if line.strip()][:3]
    for line in lines:
        if found := _DATE_LINE.fullmatch(line.rstrip(".")) or _DATELINE.match(line):
            return found[1]
    return None


def date_in_name(name: str) -> str | None:
    """Return the day that a file's name gives: 2025-03-18 or 20250318."""
    if found := _ISO.search(name):
        return found[0]
    return "-".join(found.groups()) if (found := _COMPACT.search(name)) else None


def _read(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    return _read_text(value.strip()) if isinstance(value, str) else _read_epoch(value)


def _read_text(text: str) -> date | None:
    try:
        if found := _ISO.match(text):
            return date(*map(int, found.groups()))
        if (found := _COMPACT.fullmatch(text)) is not None:
            return date(*map(int, found.groups()))
        first, second = (parser.parse(text, default=default, ignoretz=True) for default in _DEFAULTS)
    except (ValueError, OverflowError):
        return None
    numeric = _AMBIGUOUS.match(text)
    if numeric and numeric[1] != numeric[2] and max(int(numeric[1]), int(numeric[2])) <= 12:
        return None
    return first.date() if first.date() == second.date() else None


def _read_epoch(number: float) -> date | None:
    seconds = number / 1000 if number > _MILLISECONDS else number
    if not 0 < seconds < _MILLISECONDS:
        return None
    return datetime.fromtimestamp(seconds, UTC).date()


def _why(found: date | None, last: date) -> str:
    if found is None:
        return "it names no day for sure"
    return "it lies in the future" if found > last else "it lies too far in the past"
