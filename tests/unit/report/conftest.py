"""A document with what could be found in it, made by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import duckdb
import pytest

from tasks.extract.rows import frames
from tasks.records import Actor, Document, Event, Extraction, Mention, Quote, Span, When, content_id
from warehouse.connect import reader, writer
from warehouse.load import load_packages, replace_rows
from warehouse.packages import write_package
from warehouse.schema import frame

TEXT = """Berg and Brennan speak by phone
Fisheries Minister Anna Berg spoke with James Brennan on Tuesday. Brennan did not agree to withdraw the boats.
"We want calm, and <b>Brennan</b> should pay the fine," Berg said. She asked Ireland to sign the accord."""


def span(words: str, nth: int = 0) -> Span:
    """Return the nth place of the words in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def mentions(*found: tuple[str, int, str]) -> tuple[Mention, ...]:
    return tuple(Mention(*span(words, nth), kind) for words, nth, kind in found)  # type: ignore[arg-type]


SENTENCES = tuple(
    span(words)
    for words in (
        "Berg and Brennan speak by phone",
        "Fisheries Minister Anna Berg spoke with James Brennan on Tuesday.",
        "Brennan did not agree to withdraw the boats.",
        '"We want calm, and <b>Brennan</b> should pay the fine," Berg said.',
        "She asked Ireland to sign the accord.",
    )
)


class Page(HTMLParser):
    """The tags, addresses, names and words of a page; attributes that would run something are an error."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            assert not name.startswith("on"), f"{tag} {name}"
            if name in {"href", "src"}:
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")

    def handle_data(self, data: str) -> None:
        self.words += data

    def check_inert(self) -> None:
        """Fail where the page could run or load something."""
        assert not {"script", "img", "iframe", "object", "embed", "form", "link", "base"} & set(self.tags)
        assert all(link.startswith(("#", "http://", "https://")) for link in self.links)


@pytest.fixture(scope="session")
def parse_page() -> Callable[[str], Page]:
    return Page


@pytest.fixture(scope="session")
def document() -> Document:
    return Document(
        "d1",
        TEXT,
        date(2024, 3, 12),
        "Berg and Brennan speak by phone",
        "https://example.org/call",
        "Ann Lee",
        "Northern Wire",
        "en",
    )


@pytest.fixture(scope="session")
def extraction() -> Extraction:
    named = mentions(("Berg", 0, "name"), ("Anna Berg", 0, "name"), ("Berg", 2, "name"), ("She", 0, "pronoun"))
    berg = Actor("a1", "Anna Berg", "person", named, country="NOR", roles=("Fisheries Minister",))
    named = mentions(("Brennan", 0, "name"), ("James Brennan", 0, "name"), ("Brennan", 2, "name"))
    brennan = Actor("a2", "James Brennan", "person", named, country="IRL")
    ireland = Actor("a3", "Ireland", "country", mentions(("Ireland", 0, "name")), country="IRL")
    calm = span("We want calm, and <b>Brennan</b> should pay the fine,")
    quotes = (
        Quote((calm,), "direct", (span("said"),), (span("Berg", 2),), speaker_actor="a1", cue_lemma="say"),
        Quote(
            (span("to sign the accord"),),
            "indirect",
            (span("asked"),),
            (span("She"),),
            speaker_reason="unresolved",
            addressee_actor="a3",
        ),
    )
    events = (
        Event(span("spoke"), "CONSULT", ("a1",), ("a2",), when=When("2024-03-12", "day", "Tuesday"), rule="r"),
        Event(span("agree"), "AGREE", ("a2",), (), "negated", cues=(span("not"),)),
        Event(span("withdraw"), "RETREAT", ("a2",), (), "negated", "planned", parent=1, relation="content_of_promise"),
        Event(span("pay"), "AID", ("a2",), (), status="requested", asserted_by="a1", quote=0),
        Event(span("asked"), "REQUEST", ("a1",), ("a3",)),
    )
    return Extraction("d1", SENTENCES, (berg, brennan, ireland), quotes, events)


NASTY = "<script>alert(1)</script>[x](javascript:alert(1)) ![y](http://evil.example/z.png) |`*_"


@pytest.fixture(scope="session")
def nasty() -> tuple[Document, Extraction]:
    """Return a document that tries to break out of the page wherever text of a source is shown."""
    text = f"{NASTY} said: {NASTY}."
    actor = Actor("n1", NASTY, "person", (Mention(0, len(NASTY), "name"),), roles=(NASTY,), held_role=NASTY, country="NOR")
    other = Actor("n2", '" onmouseover="alert(1)', "group", (Mention(0, 3, "name"),))
    content = (len(NASTY) + 7, len(text) - 1)
    quote = Quote((content,), "direct", speaker_actor="n1", medium=NASTY)
    said = (len(NASTY) + 1, len(NASTY) + 5)
    event = Event(said, "ACCUSE", ("n1",), ("n2",), asserted_by="n1", place=(0, 8))
    denied = Event((content[0], content[0] + 8), "ACCUSE", ("n1",), ("n2",), "negated")
    made = Document("x1", text, date(2024, 3, 13), NASTY, "javascript:alert(1)", NASTY, NASTY, "en", "/data/" + NASTY)
    return made, Extraction("x1", ((0, len(text)),), (actor, other), (quote,), (event, denied))


@pytest.fixture(scope="session")
def warehouse(
    tmp_path_factory: pytest.TempPathFactory, document: Document, extraction: Extraction, nasty: tuple[Document, Extraction]
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a warehouse with both documents, two accounts that differ, a reject and a failed check."""
    folder = tmp_path_factory.mktemp("report")
    path = folder / "readout.duckdb"
    rejects = [
        {"location": f"/in/{NASTY}", "stage": "read", "code": "R106", "message": NASTY, "hint": NASTY},
        {"location": nasty[0].location, "stage": "read", "code": "R109", "message": "Loaded since.", "hint": ""},
    ]
    made = frames([(document, extraction), nasty], "test-1")
    package = write_package(folder / "batch", made | {"rejects": frame("rejects", rejects)}, {"pipeline_version": "test-1"})
    load_packages(path, [package], "run")
    with writer(path) as connection:
        told = made["events"].filter(made["events"]["doc_id"] == "x1")
        accounts = [{"account_id": content_id("account"), "event_id": event, "doc_id": "x1"} for event in told["event_id"]]
        replace_rows(connection, "accounts", frame("accounts", accounts))
        check = {"name": "no_gap", "checked_at": datetime.now(UTC).replace(tzinfo=None), "severity": "fail", "description": NASTY}
        replace_rows(connection, "checks", frame("checks", [check | {"failure_count": 2, "sample": NASTY, "is_passed": False}]))
    with reader(path) as connection:
        yield connection
