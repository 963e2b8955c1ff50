"""What a report is made of: asked of the published copy, for a period, with the evidence that each row rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import duckdb

from warehouse.connect import query
from warehouse.statements import statement

Row = dict[str, Any]
Bucket = Literal["day", "week", "month"]

#: What accounts must differ in to be shown as conflicting. Another asserter or date alone is no conflict, nor is what was planned
#: at first and done later.
CONFLICTS = ("polarity",)
SPEAKERS = 12
EVENTS = 16
PAIRS = 10
ACCOUNTS = 12
REJECTS = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row of the report stands in a document."""

    doc_id: str
    start: int
    end: int

    @classmethod
    def of(cls, row: Row) -> Place:
        """Return the place that a row with doc_id, start_char and end_char names."""
        return cls(row["doc_id"], row["start_char"], row["end_char"])

    @property
    def anchor(self) -> str:
        """Name of its entry among the evidence."""
        return f"at-{self.doc_id}-{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place with the text around it: the sentences that it stands in, and their neighbours."""

    place: Place
    before: str
    """The sentence before."""
    lead: str
    """The place's own sentence up to it."""
    words: str
    rest: str
    after: str
    row: Row
    """Title, source, published_date, url and location of the document."""


@dataclass(frozen=True, slots=True)
class Report:
    """All rows of a report; the .sql file of the same name in warehouse/sql/reports describes the columns of each."""

    since: date | None
    """First day of publication, where one was asked for."""
    until: date | None
    bucket: Bucket
    headline: Row
    most_quoted: list[Row]
    sample_quotes: list[Row]
    events_over_time: list[Row]
    pairs_over_time: list[Row]
    event_types: list[Row]
    key_events: list[Row]
    conflicts: list[Row]
    rejects: list[Row]
    checks: list[Row]
    evidence: list[Evidence]

    @property
    def first(self) -> date | None:
        """First day of the period, else of what was published."""
        return self.since or self.headline["first_date"]

    @property
    def last(self) -> date | None:
        """Last day of the period, else of what was published."""
        return self.until or self.headline["last_date"]


def read_report(connection: duckdb.DuckDBPyConnection, since: date | None = None, until: date | None = None) -> Report:
    """Ask for everything that a report shows.

    Args:
        connection: an open connection to the published copy (``warehouse.connect.reader``).
        since: first day of publication; None from the beginning.
        until: last day of publication; None to the end.
    """
    period: Row = {"since": since, "until": until}
    headline = _rows(connection, "headline", period | {"kinds": list(CONFLICTS)})[0]
    first, last = since or headline["first_date"], until or headline["last_date"]
    bucket = bucket_for(first, last)
    timed: Row = {"since": first, "until": last, "bucket": bucket}
    most_quoted = _rows(connection, "most_quoted", period | {"row_limit": SPEAKERS})
    speakers = [row["actor_id"] for row in most_quoted]
    sample_quotes = _rows(connection, "sample_quotes", period | {"actor_ids": speakers}) if speakers else []
    key_events = _rows(connection, "key_events", period | {"row_limit": EVENTS})
    conflicts = _rows(connection, "conflicts", period | {"kinds": list(CONFLICTS), "row_limit": ACCOUNTS})
    return Report(
        since=since,
        until=until,
        bucket=bucket,
        headline=headline,
        most_quoted=most_quoted,
        sample_quotes=sample_quotes,
        events_over_time=_rows(connection, "events_over_time", timed),
        pairs_over_time=_rows(connection, "pairs_over_time", timed | {"row_limit": PAIRS}),
        event_types=_rows(connection, "event_types", period),
        key_events=key_events,
        conflicts=conflicts,
        rejects=_rows(connection, "rejects", period | {"row_limit": REJECTS}),
        checks=_rows(connection, "checks", {}),
        evidence=_evidence(connection, [Place.of(row) for row in (*sample_quotes, *key_events, *conflicts)]),
    )


def bucket_for(first: date | None, last: date | None) -> Bucket:
    """Return what one column of a chart covers, so that a chart has at most some forty of them."""
    days = (last - first).days if first and last else 0
    return "day" if days <= 42 else "week" if days <= 280 else "month"


def _rows(connection: duckdb.DuckDBPyConnection, name: str, parameters: Row) -> list[Row]:
    return query(connection, statement(f"reports/{name}"), parameters or None).to_dicts()


def _evidence(connection: duckdb.DuckDBPyConnection, places: list[Place]) -> list[Evidence]:
    if not places:
        return []
    asked = {
        "doc_ids": [place.doc_id for place in places],
        "starts": [place.start for place in places],
        "ends": [place.end for place in places],
    }
    return [_cut(row) for row in _rows(connection, "evidence", asked)]


def _cut(row: Row) -> Evidence:
    """Cut the text around a place into what comes before it, the place itself, and what comes after."""
    text, offset = row["text"], row["from_char"]
    names = ("sentence_start_char", "start_char", "end_char", "sentence_end_char")
    sentence, start, end, sentence_end = (row[name] - offset for name in names)
    return Evidence(
        place=Place.of(row),
        before=text[:sentence],
        lead=text[sentence:start],
        words=text[start:end],
        rest=text[end:sentence_end],
        after=text[sentence_end:],
        row=row,
    )
