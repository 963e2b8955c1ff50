"""The report: what it says, that each row leads to its evidence, and that nothing of a source can act in it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from tasks.report.charts import balance_chart, buckets, pairs_chart
from tasks.report.page import web_address
from tasks.report.queries import Place, bucket_for, read_report
from tasks.report.render import period, render_html, render_markdown, write_report


def test_what_the_period_holds(warehouse):
    report = read_report(warehouse)
    assert report.headline["document_count"] == 2
    assert report.headline["quote_count"] == 3
    assert report.headline["event_count"] == 3
    assert report.headline["claim_count"] == 7
    assert report.headline["conflict_count"] == 1
    assert (report.first, report.last, report.bucket) == (date(2024, 3, 12), date(2024, 3, 13), "day")
    assert {row["speaker"] for row in report.most_quoted} >= {"Anna Berg"}
    assert {(row["event"], row["polarity"]) for row in report.conflicts} == {("ACCUSE", "affirmed"), ("ACCUSE", "negated")}


def test_rejects_of_other_days_are_left_out(warehouse):
    today = datetime.now(UTC).date()
    assert [row["code"] for row in read_report(warehouse, since=today, until=today).rejects] == ["R106"]
    assert read_report(warehouse, until=today - timedelta(days=1)).rejects == []
    assert read_report(warehouse, since=today + timedelta(days=1)).rejects == []


def test_what_was_loaded_since_is_no_reject(warehouse):
    assert [row["code"] for row in read_report(warehouse).rejects] == ["R106"]


def test_a_period_leaves_out_what_was_published_before_and_after(warehouse):
    assert read_report(warehouse, since=date(2024, 3, 13)).headline["document_count"] == 1
    assert read_report(warehouse, until=date(2024, 3, 12)).headline["document_count"] == 1
    empty = read_report(warehouse, since=date(2025, 1, 1), until=date(2025, 1, 31))
    assert empty.headline["document_count"] == 0
    assert "None in this period." in render_html(empty)
    assert "None in this period." in render_markdown(empty)


def test_evidence_is_the_place_itself(warehouse, document):
    report = read_report(warehouse)
    for evidence in report.evidence:
        if evidence.place.doc_id == "d1":
            start, end = evidence.place.start, evidence.place.end
            assert evidence.words == document.text[start:end]
            around = evidence.before + evidence.lead + evidence.words + evidence.rest + evidence.after
            assert around in document.text
    negated = next(row for row in report.key_events if row["polarity"] == "negated" and row["event"] == "AGREE")
    found = next(evidence for evidence in report.evidence if evidence.place == Place.of(negated))
    assert found.lead + found.words + found.rest == "Brennan did not agree to withdraw the boats."
    assert found.before.strip().startswith("Fisheries Minister")


def test_a_happening_is_a_key_event_once_and_told_as_disputed(warehouse):
    accused = [row for row in read_report(warehouse).key_events if row["event"] == "ACCUSE"]
    assert [(row["polarity"], row["is_disputed"]) for row in accused] == [("affirmed", True)]


def test_every_row_leads_to_its_evidence(warehouse, parse_page):
    report = read_report(warehouse)
    page = parse_page(render_html(report))
    inside = {link[1:] for link in page.links if link.startswith("#")}
    assert inside <= set(page.ids)
    assert {evidence.place.anchor for evidence in report.evidence} <= inside


def test_nothing_of_a_source_can_act_in_the_page(warehouse, parse_page):
    text = render_html(read_report(warehouse))
    page = parse_page(text)
    page.check_inert()
    assert "<script>alert(1)</script>" in page.words  # shown as the text that it is
    assert "default-src 'none'" in text


def test_nothing_of_a_source_can_act_in_the_markdown(warehouse):
    text = render_markdown(read_report(warehouse))
    assert "<script" not in text
    assert not re.search(r"(?<!\\)\]\(javascript", text)
    assert not re.search(r"(?<!\\)!\[", text)
    assert "`" not in text.replace("\\`", "")
    for line in text.splitlines():
        if line.startswith("| ") and "ACCUSE" in line:
            assert len(re.findall(r"(?<!\\)\|", line)) == 8


def test_the_files_of_a_report(warehouse, tmp_path):
    written = write_report(read_report(warehouse), tmp_path / "reports")
    assert written.html.name == "readout-2024-03-12-to-2024-03-13.html"
    assert written.markdown.read_text().startswith("# Readout: 12–13 March 2024")
    before = written.html.read_bytes()
    assert write_report(read_report(warehouse), tmp_path / "reports").html.read_bytes() == before


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//example.org", False),
        ("https://", False),
        ("http://[broken", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_linked(address, linked):
    assert web_address(address) == (address if linked else None)


def test_periods_read_well():
    assert period(date(2024, 3, 11), date(2024, 3, 15)) == "11–15 March 2024"
    assert period(date(2024, 3, 11), date(2024, 4, 1)) == "11 March – 1 April 2024"
    assert period(date(2023, 12, 30), date(2024, 1, 2)) == "30 December 2023 – 2 January 2024"
    assert period(date(2024, 3, 11), date(2024, 3, 11)) == "11 March 2024"
    assert period(None, None) == "no dated documents"


def test_buckets_cover_the_period():
    assert bucket_for(date(2024, 3, 1), date(2024, 3, 31)) == "day"
    assert bucket_for(date(2024, 1, 1), date(2024, 6, 30)) == "week"
    assert bucket_for(date(2020, 1, 1), date(2024, 6, 30)) == "month"
    assert buckets(date(2024, 3, 13), date(2024, 3, 26), "week") == [date(2024, 3, 11), date(2024, 3, 18), date(2024, 3, 25)]
    assert buckets(date(2024, 1, 31), date(2024, 3, 1), "month") == [date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1)]


def test_the_balance_draws_each_event_once():
    day = date(2024, 3, 12)
    rows = [{"starts": day, "quad_code": quad, "event_count": count} for quad, count in ((1, 3), (2, 1), (4, 2), (None, 9))]
    chart = balance_chart(rows, day, day, "day", height=60)
    middle = chart.lines[0]
    up = sum(bar.height + 1 for bar in chart.bars if bar.y < middle)
    down = sum(bar.height + 1 for bar in chart.bars if bar.y >= middle)
    assert (up, down) == (40, 20)
    assert {bar.quad for bar in chart.bars} == {1, 2, 4}


def test_pairs_keep_their_order_and_show_every_dot():
    day = date(2024, 3, 12)
    base = {"starts": day, "events": "AGREE"}
    rows = [
        base | {"initiator": "Norway", "recipient": "Ireland", "quad_code": 1, "event_count": 4},
        base | {"initiator": "Norway", "recipient": "Ireland", "quad_code": None, "event_count": 1},
        base | {"initiator": "A name that is much too long for it", "recipient": "Ireland", "quad_code": 4, "event_count": 1},
    ]
    chart = pairs_chart(rows, day, day, "day")
    assert [label.text for label in chart.names] == ["Norway → Ireland", "A name that is much t… → Ireland"]
    assert [dot.quad for dot in chart.dots] == [1, 0, 4]
    assert chart.dots[0].radius == 2 * chart.dots[1].radius
