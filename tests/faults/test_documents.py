"""Bad documents: each is told with what to do, and costs nothing but itself."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.errors import FatalError
from tasks.read import build, jsonl, table
from tasks.read.build import Options, build_document
from tasks.read.dates import date_in_text, parse_date
from tasks.read.decode import clean, decode
from tasks.read.registry import read_source
from tasks.read.sources import Source, find_sources
from tasks.records import Document, Reject

GOOD = "The envoy met the minister in Vienna. They said that the talks would go on for the rest of the week."
LINE = json.dumps({"text": GOOD, "title": "Talks"})


def read(path: Path, content: bytes, **options: object) -> list[Document | Reject]:
    path.write_bytes(content)
    return list(read_source(Source(str(path)), **options))  # type: ignore[arg-type]


def codes(found: list[Document | Reject]) -> list[str]:
    return [one.code if isinstance(one, Reject) else "ok" for one in found]


@pytest.mark.parametrize("content", [b"", b"  \n\t\r\n ", b"\xef\xbb\xbf", b"\xff\xfe", "\u200b\ufeff ".encode(), b"--- ***"])
def test_no_text(tmp_path, content):
    assert codes(read(tmp_path / "a.txt", content)) == ["R106"]


@pytest.mark.parametrize("content", [b"PK\x03\x04\x14\x00\x06\x00" * 500, bytes(range(256)) * 20, b"\x00" * 5000])
def test_binary_file_named_txt(tmp_path, content):
    (found,) = read(tmp_path / "a.txt", content)
    assert isinstance(found, Reject)
    assert found.code == "R105"
    assert found.hint


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252", "utf-8"])
def test_charsets(tmp_path, encoding):
    text = "The minister’s “final” answer was that the café talks would not go on, and that the envoy should leave. " * 3
    (found,) = read(tmp_path / "a.txt", text.encode(encoding))
    assert isinstance(found, Document)
    assert found.text == text.strip()


@pytest.mark.parametrize("text", ["It’s over.", "naïve résumé", "Señor Peña met José – again", "The euro (€) fell"])
def test_short_lines_in_windows_1252(text):
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("windows-1250", "cp1250"),
        ("ISO-8859-2", "iso8859-2"),
        *((wrong, "cp1252") for wrong in ("iso-8859-1", "utf-8", "utf-16", "no-such-charset", "base64", "shift_jis")),
        ("iso-8859-2", "utf-8"),
    ],
)
def test_a_page_is_read_in_the_charset_that_it_declares_where_that_fits(tmp_path, declared, written):
    name = "Zoë Peña – “soon”" if written == "cp1252" else "Miloš Řezník"
    head = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"><title>Talks</title></head>'
    page = head + f"<body><article><p>{name} said: {GOOD}</p><p>{GOOD * 3}</p></article></body></html>"
    (found,) = read(tmp_path / "a.html", page.encode(written))
    assert isinstance(found, Document)
    assert name in found.text


def test_invalid_bytes_cost_only_themselves(tmp_path):
    (found,) = read(tmp_path / "a.csv", b'text,title\n"' + GOOD.encode() + b' The caf\xe9 was closed.",Talks\n')
    assert isinstance(found, Document)
    assert found.text == GOOD + " The café was closed."


@given(st.text())
def test_cleaning_is_stable_and_keeps_what_can_be_seen(text):
    stored = clean(text)
    assert clean(stored) == stored
    assert "\r" not in stored
    assert "\x00" not in stored
    stored.encode()
    visible = [character for character in text if character.isalnum() and not "\ud800" <= character <= "\udfff"]
    assert [character for character in stored if character.isalnum()] == visible


@pytest.mark.parametrize("mark", ["\u00a0", "\u200b", "e\u0301", "🕊️", "\u202bשלום\u202c", "D’Anieri", "“«‘’»”"])
def test_unusual_characters_are_kept(mark):
    assert clean(f"a {mark} b") == f"a {mark} b"


@given(st.binary(max_size=300))
def test_any_bytes_end_as_documents_or_rejects(data):
    for reader, options in ((jsonl.read_jsonl, Options()), (table.read_csv, Options({"text": "a"}))):
        try:
            found = list(reader(io.BytesIO(data), "here", options))
        except build.SkippableError as error:
            assert error.hint
        else:
            assert all(isinstance(one, Document | Reject) for one in found)


def test_text_over_the_limit():
    (found,) = [build_document({"text": "The talks of that day. " * 50_000}, "here", Options())]
    assert isinstance(found, Reject)
    assert found.code == "R107"


@pytest.mark.parametrize(
    "text",
    [
        "Der Außenminister hat am Dienstag erklärt, dass die Regierung an dem Abkommen festhalten will und dass es mit der "
        "anderen Seite keine Gespräche über eine Änderung geben wird.",
        "Le ministre a déclaré que le gouvernement a l’intention de maintenir l’accord et qu’on ne parle pas d’un changement.",
        "外交部长星期二表示，政府将遵守协议，不会与对方谈判任何修改。",
        "Министр иностранных дел заявил во вторник, что правительство намерено соблюдать соглашение и не обсуждает изменений.",
    ],
)
def test_other_languages(text):
    found = build_document({"text": text}, "here", Options())
    assert isinstance(found, Reject)
    assert found.code == "R108"


def test_a_short_text_is_english_unless_its_source_says_otherwise():
    assert isinstance(build_document({"text": "Talks fail."}, "here", Options()), Document)
    assert isinstance(build_document({"text": "Talks fail.", "language": "en-US"}, "here", Options()), Document)
    assert isinstance(build_document({"text": "Gespräche scheitern.", "language": "de"}, "here", Options()), Reject)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-03-18", date(2025, 3, 18)),
        ("2025-03-18T23:30:00-05:00", date(2025, 3, 18)),
        ("Tue, 18 Mar 2025 10:00:00 GMT", date(2025, 3, 18)),
        ("March 18, 2025", date(2025, 3, 18)),
        ("18/03/2025", date(2025, 3, 18)),
        ("20250318", date(2025, 3, 18)),
        (1742286600, date(2025, 3, 18)),
        (1742286600000, date(2025, 3, 18)),
        (date(2025, 3, 18), date(2025, 3, 18)),
        ("03/04/2025", None),
        ("04/04/2025", date(2025, 4, 4)),
        ("March 2025", None),
        ("2025-03", None),
        ("2025", None),
        ("2025-02-30", None),
        ("0001-01-01", None),
        ("2031-01-01", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (True, None),
        (0, None),
        ([2025], None),
        ("9" * 400, None),
    ],
)
def test_dates_are_sure_or_none(value, expected):
    assert parse_date(value, "here", today=date(2026, 1, 1)) == expected


def test_a_date_that_is_not_used_is_logged(caplog):
    assert parse_date("2031-01-01", "news.csv:7", today=date(2026, 1, 1)) is None
    assert "news.csv:7" in caplog.text
    assert "future" in caplog.text


def test_broken_json_lines_are_put_aside(tmp_path):
    lines = [LINE, "{broken", "[1, 2]", '{"text": 7}', '{"title": "No text"}', '{"text": ""}', "null", "[" * 100_000, LINE]
    found = read(tmp_path / "a.jsonl", "\n".join(lines).encode())
    assert codes(found) == ["ok", "R109", "R111", "R111", "R110", "R106", "R111", "R109", "ok"]
    assert [one.location for one in found] == [f"{tmp_path / 'a.jsonl'}:{number}" for number in range(1, 10)]


def test_an_endless_json_line_is_put_aside(tmp_path, monkeypatch):
    monkeypatch.setattr(jsonl, "LINE_BYTES", 500)
    found = read(tmp_path / "a.jsonl", b"\n".join([LINE.encode(), b"x" * 5000, LINE.encode()]))
    assert codes(found) == ["ok", "R104", "ok"]


def test_broken_rows_are_put_aside(tmp_path):
    rows = ["title,text", f'A,"{GOOD}"', "B", f'C,"{GOOD}",too,many', "", f'D,"{GOOD}"']
    found = read(tmp_path / "a.csv", "\r\n".join(rows).encode())
    assert codes(found) == ["ok", "R106", "R111", "ok"]
    assert [one.location.rpartition(":")[2] for one in found] == ["2", "3", "4", "6"]


def test_a_huge_field_is_put_aside(tmp_path, monkeypatch):
    monkeypatch.setattr(table, "_FIELD_CHARS", 1000)
    monkeypatch.setattr(table, "LINE_BYTES", 5000)
    found = read(tmp_path / "a.csv", f'text\n"{GOOD}"\n"{"x" * 90_000}"\n"{GOOD}"\n'.encode())
    assert codes(found)[0] == "ok"
    assert codes(found)[-1] == "ok"
    assert "R111" in codes(found)


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.jsonl"])
def test_missing_text_column(tmp_path, name):
    content = (
        LINE.replace("text", "words")
        if name == "a.jsonl"
        else "title\twords\nTalks\tx\n".replace("\t", "\t" if "t" in name[2] else ",")
    )
    (found,) = read(tmp_path / name, content.encode())
    assert isinstance(found, Reject)
    assert found.code == "R110"
    assert "words" in found.message
    assert "--map text=" in found.hint


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.parquet", b"not parquet at all", "R112"),
        ("a.parquet", b"PAR1" + b"\x00" * 50 + b"PAR1", "R112"),
        ("a.parquet", b"", "R112"),
        ("a.json", b"{", "R109"),
        ("a.docx", b"PK", "R103"),
        ("noending", GOOD.encode(), "R103"),
        ("a.html", b"<html><body><script>alert(1)</script></body></html>", "R112"),
        ("a.html", b"", "R112"),
        ("a.csv", b"", "R106"),
    ],
)
def test_files_that_are_not_what_they_seem(tmp_path, name, content, code):
    (found,) = read(tmp_path / name, content)
    assert isinstance(found, Reject)
    assert found.code == code
    assert found.hint


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + f"<p>{GOOD}</p>",
        f"<html><body><article><p>{GOOD}<p>{GOOD}<div><span>{GOOD}",
        f"<article><table><tr><td colspan=99999999>x</td></tr></table><p>{GOOD}</p><p>{GOOD}</p></article>",
        f"<article><p>{GOOD}</p><script>document.write('never')</script><style>never</style><p>{GOOD}</p></article>",
    ],
)
def test_bad_pages_give_their_text_or_a_reason(tmp_path, page):
    (found,) = read(tmp_path / "a.html", page.encode())
    assert isinstance(found, Reject) or (GOOD in found.text and "never" not in found.text)


@pytest.mark.parametrize("line", ["A " * 50_000, "A" + " " * 100_000 + "x", "12 " * 40_000, "MARCH " * 20_000])
def test_long_lines_are_no_dates(line):
    assert date_in_text(line + "\n" + line) is None


def test_a_large_page_is_refused(tmp_path):
    assert codes(read(tmp_path / "a.html", b"<p>" + b"x " * 6_000_000)) == ["R104"]


def test_unreadable_files_and_the_rest(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "nothing.txt")
    (tmp_path / "b.txt").write_text(GOOD)
    found = [one for source in find_sources([str(tmp_path)]) for one in read_source(source)]
    assert codes(found) == ["R102", "ok"]


def test_no_such_path(tmp_path):
    for path in (str(tmp_path / "nothing"), str(tmp_path / "*.csv"), "ftp://example.org/a", "file:///etc/passwd"):
        with pytest.raises(FatalError, match="R101"):
            find_sources([path])


def test_a_mapping_of_an_unknown_field(tmp_path):
    with pytest.raises(FatalError, match="R113"):
        read(tmp_path / "a.jsonl", LINE.encode(), mapping={"words": "text"})


def test_formulas_and_statements_are_text(tmp_path):
    title = "=cmd|' /C calc'!A0'; DROP TABLE documents; --"
    (found,) = read(tmp_path / "a.jsonl", json.dumps({"text": GOOD, "title": title, "url": "javascript:alert(1)"}).encode())
    assert isinstance(found, Document)
    assert found.title == title
    assert found.url is None
