"""A report as a self-contained page and as Markdown."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from tasks.report.charts import QUADS, Chart, balance_chart, pairs_chart
from tasks.report.page import day, environment
from tasks.report.queries import Place, Report, Row

#: Names in the heading of an account.
_NAMES = 4


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence of one source about a happening, with the events that it tells of."""

    first: Row
    events: list[Row]


@dataclass(frozen=True, slots=True)
class Account:
    """A happening with its tellings, side by side."""

    events: str
    who: str
    differs_in: list[str]
    tellings: list[Telling]


@dataclass(frozen=True, slots=True)
class Written:
    """The files of a report."""

    html: Path
    markdown: Path


def render_html(report: Report) -> str:
    """Return the report as a page that needs nothing but itself."""
    return environment().get_template("report.html.j2").render(_view(report))


def render_markdown(report: Report) -> str:
    """Return the report as Markdown: every text of the documents is escaped."""
    return environment().get_template("report.md.j2").render(_view(report))


def write_report(report: Report, folder: Path) -> Written:
    """Write both forms into a folder, named by the period; a report of the same period is replaced.

    Returns:
        The paths of the two files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name = "readout-" + "-to-".join(str(end) for end in (report.first, report.last) if end)
    written = Written(folder / f"{name.rstrip('-')}.html", folder / f"{name.rstrip('-')}.md")
    written.html.write_text(render_html(report), encoding="utf-8")
    written.markdown.write_text(render_markdown(report), encoding="utf-8")
    return written


def period(first: date | None, last: date | None) -> str:
    """Return a period for people: 11–15 March 2024."""
    if first is None or last is None:
        return "no dated documents"
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def _view(report: Report) -> dict[str, Any]:
    """Return what the templates use: the rows, joined and grouped, and the charts."""
    samples = defaultdict(list)
    for quote in report.sample_quotes:
        samples[quote["actor_id"]].append(quote)
    return {
        "report": report,
        "period": period(report.first, report.last),
        "samples": samples,
        "accounts": [_account(list(tellings)) for _, tellings in groupby(report.conflicts, lambda row: row["account_id"])],
        "place": Place.of,
        "evidence_number": {evidence.place: number for number, evidence in enumerate(report.evidence, start=1)},
        "evidence_of": {evidence.place: evidence for evidence in report.evidence},
        "quads": QUADS,
        "most_quotes": max((row["quote_count"] for row in report.most_quoted), default=1),
        "most_claims": max((row["claim_count"] for row in report.event_types), default=1),
    } | _charts(report)


def _charts(report: Report) -> dict[str, Chart | None]:
    """Return the charts; None where there is nothing to draw."""
    first, last = report.first, report.last
    if first is None or last is None:
        return {"balance": None, "pairs": None}
    times, pairs = report.events_over_time, report.pairs_over_time
    return {
        "balance": balance_chart(times, first, last, report.bucket) if times else None,
        "pairs": pairs_chart(pairs, first, last, report.bucket) if pairs else None,
    }


def _account(rows: list[Row]) -> Account:
    names = list(dict.fromkeys(row[side] for side in ("initiator", "recipient") for row in rows if row[side]))
    told: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        told.setdefault((row["doc_id"], row["sentence"], row["asserted_by"]), []).append(row)
    return Account(
        events=", ".join(dict.fromkeys(row["event"] for row in rows)),
        who=", ".join(names[:_NAMES]) + (" …" if len(names) > _NAMES else ""),
        differs_in=rows[0]["differs_in"],
        tellings=[Telling(events[0], events) for events in told.values()],
    )
