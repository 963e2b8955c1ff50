"""Each format gives the same document, with the metadata that the format can carry."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from tasks.read.jsonl import read_extraction_input
from tasks.read.registry import READERS, read_source
from tasks.read.sources import Source, find_sources
from tasks.records import Document, Reject, content_id

TEXT = "The envoy met the minister in Vienna.\nThey said that the talks would go on for the rest of the week."
ROW = {"text": TEXT, "title": "Envoy meets minister", "date": "2025-03-18", "url": "https://example.org/1", "author": "Ann Lee"}


def parquet(rows: list[dict[str, object]]) -> bytes:
    buffer = io.BytesIO()
    pl.DataFrame(rows).write_parquet(buffer)
    return buffer.getvalue()


def csv(separator: str) -> str:
    values = separator.join(f'"{value}"' for value in ROW.values())
    return separator.join(ROW) + "\n" + values + "\n"


PAGE = f"""<!doctype html><html lang="en"><head><title>Envoy meets minister</title>
<link rel="canonical" href="https://example.org/1"><meta name="author" content="Ann Lee">
<meta property="og:title" content="Envoy meets minister"><meta property="article:published_time" content="2025-03-18T09:00:00Z">
</head><body><nav><a href="/">Home</a><a href="/world">World</a></nav><article><h1>Envoy meets minister</h1>
{"".join(f"<p>{line}</p>" for line in TEXT.splitlines())}</article><script>alert(1)</script><footer>Us</footer></body></html>"""

FILES = {
    "a.jsonl": json.dumps(ROW),
    "a.ndjson": json.dumps(ROW) + "\n\n",
    "a.json": json.dumps([ROW]),
    "b.json": json.dumps({"count": 1, "articles": [ROW]}),
    "c.json": json.dumps(ROW),
    "a.csv": csv(","),
    "b.csv": csv(";"),
    "a.tsv": csv("\t"),
    "a.parquet": parquet([ROW]),
    "a.html": PAGE,
}


@pytest.mark.parametrize("name", FILES)
def test_formats_agree(read, name):
    (document,) = read(name, FILES[name])
    assert isinstance(document, Document)
    text = "Envoy meets minister\n" + TEXT if name == "a.html" else TEXT  # a page's heading is part of its text
    assert document.text == text
    assert document.doc_id == content_id("document", text)
    assert (document.title, document.published, document.url, document.author) == (
        "Envoy meets minister",
        date(2025, 3, 18),
        "https://example.org/1",
        "Ann Lee",
    )


def test_the_language_of_a_page_is_the_one_that_it_declares(read):
    (document,) = read("a.html", PAGE)
    assert document.language == "en"


def test_every_ending_has_a_reader():
    assert set(READERS) >= {".txt", ".md", ".html", ".htm", ".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet"}


def test_plain_text_keeps_its_heading_and_takes_it_as_title(read):
    (document,) = read("talks.txt", "Envoy meets minister\r\n\r\n" + TEXT)
    assert document.title == "Envoy meets minister"
    assert document.text == "Envoy meets minister\n\n" + TEXT


@pytest.mark.parametrize(
    ("content", "title"),
    [
        ("The envoy left the talks.\nHe said nothing more to the press.", None),
        ("# The envoy leaves\n\nHe said nothing more to the press.", "The envoy leaves"),
        ("Will the envoy stay?\nHe said nothing more to the press.", "Will the envoy stay?"),
        ("One line of text alone", None),
    ],
)
def test_heading(read, content, title):
    (document,) = read("a.txt", content)
    assert document.title == title


@pytest.mark.parametrize(
    ("name", "content", "published"),
    [
        ("call-2025-03.txt", TEXT, None),
        ("call-2025-03-18.txt", TEXT, date(2025, 3, 18)),
        ("call-20250318.txt", TEXT, date(2025, 3, 18)),
        ("a.txt", "Talks go on\n18 March 2025\n" + TEXT, date(2025, 3, 18)),
        ("a.txt", "Talks go on\nPublished: Tuesday, March 18, 2025\n" + TEXT, date(2025, 3, 18)),
        ("a.txt", "VIENNA, 18 March 2025 — " + TEXT, date(2025, 3, 18)),
        ("a.txt", "The talks of 18 March 2025 failed. " + TEXT, None),
        ("a.txt", "She left on 18 March 2025 - for good. " + TEXT, None),
    ],
)
def test_date_of_plain_text(read, name, content, published):
    (document,) = read(name, content)
    assert document.published == published


def test_default_date_holds_where_none_is_stated(read):
    given = date(2025, 3, 20)
    assert [found.published for found in read("a.txt", TEXT, default_date=given)] == [given]
    assert [found.published for found in read("a.jsonl", json.dumps(ROW), default_date=given)] == [date(2025, 3, 18)]


@pytest.mark.parametrize(
    ("given", "source"),
    [
        ({"source": "The Wire", "url": "https://www.example.org/1"}, "The Wire"),
        ({"url": "https://www.example.org/1"}, "example.org"),
        ({"url": "https://[broken/"}, None),
        ({}, None),
    ],
)
def test_the_site_stands_for_a_source_that_is_not_stated(read, given, source):
    (document,) = read("a.jsonl", json.dumps({"text": TEXT, **given}))
    assert document.source == source


def test_columns_by_mapping(read):
    row = {"story_html_free": TEXT, "when": "2025-03-18"}
    (missing,) = read("a.jsonl", json.dumps(row))
    assert isinstance(missing, Reject)
    assert missing.code == "R110"
    assert "story_html_free, when" in missing.message
    assert "--map text=" in missing.hint
    (document,) = read("a.jsonl", json.dumps(row), mapping={"text": "story_html_free", "published": "when"})
    assert (document.text, document.published) == (TEXT, date(2025, 3, 18))


def test_column_names_whatever_their_case(read):
    (document,) = read(
        "a.jsonl", json.dumps({"Full Text": TEXT, "Headline": "Talks", "Pub-Date": "18 Mar 2025", "Lang": "en-GB"})
    )
    assert (document.title, document.published, document.language) == ("Talks", date(2025, 3, 18), "en")


def test_standard_input_is_told_by_its_first_character(monkeypatch):
    for content in (json.dumps(ROW), json.dumps([ROW]), PAGE, TEXT):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
        (document,) = read_source(Source("-"))
        assert isinstance(document, Document)
        assert document.text.endswith(TEXT)
        assert "<" not in document.text


def test_extraction_input_is_kept_character_for_character():
    lines = [
        {"doc_id": "x1", "text": " \r\nA\u00a0“b”\t\x00 ", "date": "2025-03-18", "title": " T "},
        {"doc_id": "x2", "text": "", "date": None, "title": None},
    ]
    stream = io.BytesIO("\n".join(map(json.dumps, lines)).encode())
    first, second = read_extraction_input(stream)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.doc_id, first.text, first.published, first.title) == ("x1", lines[0]["text"], date(2025, 3, 18), " T ")
    assert (second.doc_id, second.text, second.published, second.title) == ("x2", "", None, None)


def test_folders_globs_and_files_name_each_source_once(tmp_path):
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".hidden.txt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
    found = [
        Path(source.location).relative_to(tmp_path).as_posix()
        for source in find_sources([str(tmp_path), str(tmp_path / "a.txt")])
    ]
    assert found == ["a.txt", "b/1.txt", "b/2.txt"]
    found = [Path(source.location).name for source in find_sources([str(tmp_path / "**" / "*.txt")])]
    assert found == ["a.txt", "1.txt", "2.txt"]


def test_the_articles_load_without_mapping(shared):
    found = [found for source in find_sources([str(shared / "articles")]) for found in read_source(source)]
    assert [type(one) for one in found] == [Document] * 283
    assert len({one.doc_id for one in found if isinstance(one, Document)}) == 283
