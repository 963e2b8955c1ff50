"""Charts as plain geometry, which the templates draw as inline SVG: no script, no fonts, colours of the page in light and dark.

A plotting library would bring a megabyte of script into each page, or a browser engine into each installation, for two charts.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import sqrt

from tasks.report.queries import Bucket, Row

#: Quad classes: 1 and 2 cooperation (words, deeds), drawn upward; 3 and 4 conflict (words, deeds), drawn downward.
COOPERATION = (1, 2)
CONFLICT = (3, 4)
QUADS = {1: "words of cooperation", 2: "deeds of cooperation", 3: "words of conflict", 4: "deeds of conflict", 0: "other"}
WIDTH = 880.0
#: Labels on the time axis, at most.
_LABELS = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle of one quad class."""

    x: float
    y: float
    width: float
    height: float
    quad: int
    note: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle whose area is a count of events."""

    x: float
    y: float
    radius: float
    quad: int
    note: str


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a place."""

    x: float
    y: float
    text: str
    note: str = ""


@dataclass(slots=True)
class Chart:
    """What is drawn, in units of the SVG's own width and height."""

    width: float
    height: float
    bars: list[Bar] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    lines: list[float] = field(default_factory=list)
    """Heights of horizontal rules."""
    times: list[Label] = field(default_factory=list)
    names: list[Label] = field(default_factory=list)
    most: int = 0
    """What the highest column or the largest dot stands for."""


def buckets(first: date, last: date, bucket: Bucket) -> list[date]:
    """Return the first day of each bucket from that of the first day to that of the last."""
    day = {"day": first, "week": first - timedelta(first.weekday()), "month": first.replace(day=1)}[bucket]
    found = []
    while day <= last:
        found.append(day)
        length = calendar.monthrange(day.year, day.month)[1] if bucket == "month" else {"day": 1, "week": 7}[bucket]
        day += timedelta(length)
    return found


def balance_chart(rows: Iterable[Row], first: date, last: date, bucket: Bucket, height: float = 220.0) -> Chart:
    """Lay out events over time: cooperation above the line, conflict below, words paler than deeds.

    Args:
        rows: starts, quad_code, event_count (events_over_time.sql); events outside the quad classes are left out.
        first: first day on the axis.
        last: last day on the axis.
        bucket: what one column covers.
        height: of the drawing without its labels.
    """
    starts = buckets(first, last, bucket)
    counts = {(row["starts"], row["quad_code"]): row["event_count"] for row in rows if row["quad_code"] in {1, 2, 3, 4}}
    up = max((sum(counts.get((start, quad), 0) for quad in COOPERATION) for start in starts), default=0)
    down = max((sum(counts.get((start, quad), 0) for quad in CONFLICT) for start in starts), default=0)
    unit = height / max(up + down, 1)
    middle = up * unit
    step = WIDTH / max(len(starts), 1)
    labels = _time_labels(starts, bucket, 0, step, height + 18)
    chart = Chart(WIDTH, height + 26, lines=[middle], times=labels, most=max(up, down))
    width = min(step * 0.72, 46.0)
    for index, start in enumerate(starts):
        x = step * (index + 0.5) - width / 2
        for quads, sign in ((COOPERATION, -1), (CONFLICT, 1)):
            reached = middle
            for quad in reversed(quads):  # deeds next to the line
                count = counts.get((start, quad), 0)
                size = count * unit
                top = reached - size if sign < 0 else reached
                if count:
                    note = f"{_when(start, bucket)}: {count} {QUADS[quad]}"
                    chart.bars.append(Bar(x, top, width, max(size - 1, 0.5), quad, note))
                reached += sign * size
    return chart


def pairs_chart(rows: Iterable[Row], first: date, last: date, bucket: Bucket, names_width: float = 320.0) -> Chart:
    """Lay out events between pairs of actors: one line per pair, one dot per bucket and quad class, area by count.

    Args:
        rows: initiator, recipient, starts, quad_code, event_count, events (pairs_over_time.sql), pairs in order.
        first: first day on the axis.
        last: last day on the axis.
        bucket: what one column covers.
        names_width: room for the names.
    """
    rows = list(rows)
    starts = buckets(first, last, bucket)
    pairs = list(dict.fromkeys((row["initiator"], row["recipient"]) for row in rows))
    line_height, step = 34.0, (WIDTH - names_width) / max(len(starts), 1)
    height = line_height * len(pairs)
    most = max((row["event_count"] for row in rows), default=1)
    chart = Chart(WIDTH, height + 26, times=_time_labels(starts, bucket, names_width, step, height + 18), most=most)
    largest = min(line_height / 2 - 3, max(step / 2, 6.0))
    for index, (initiator, recipient) in enumerate(pairs):
        y = line_height * (index + 0.5)
        chart.names.append(Label(0, y, f"{_short(initiator)} → {_short(recipient)}", f"{initiator} → {recipient}"))
        chart.lines.append(line_height * (index + 1))
        here = [row for row in rows if (row["initiator"], row["recipient"]) == (initiator, recipient) and row["starts"] in starts]
        # Larger ones first, so that a smaller one of another class on the same spot stays visible.
        for row in sorted(here, key=lambda row: -row["event_count"]):
            radius = max(largest * sqrt(row["event_count"] / most), 3.0)
            x = names_width + step * (starts.index(row["starts"]) + 0.5)
            note = f"{_when(row['starts'], bucket)}, {initiator} → {recipient}: {row['event_count']} × {row['events']}"
            chart.dots.append(Dot(x, y, radius, row["quad_code"] or 0, note))
    return chart


def _time_labels(starts: list[date], bucket: Bucket, left: float, step: float, y: float) -> list[Label]:
    every = -(-len(starts) // _LABELS) or 1
    return [
        Label(left + step * (index + 0.5), y, _when(start, bucket)) for index, start in enumerate(starts) if index % every == 0
    ]


def _when(start: date, bucket: Bucket) -> str:
    return f"{start:%b %Y}" if bucket == "month" else f"{start.day} {start:%b}"


def _short(name: str, characters: int = 22) -> str:
    return name if len(name) <= characters else name[: characters - 1].rstrip() + "…"
