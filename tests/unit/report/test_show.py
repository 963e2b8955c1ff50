"""A document with its marks: all of the text, every mark, and nothing that can act."""

from __future__ import annotations

import io
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from tasks.errors import FatalError
from tasks.records import Actor, Document, Extraction, Mention
from tasks.report.marks import Mark, lines, segments
from tasks.report.show import render_html, render_text
from tasks.report.stored import read_document
from tests.warehouse_examples import affair_warehouse
from warehouse.connect import reader

MARKS = st.lists(
    st.builds(Mark, st.integers(0, 40), st.integers(0, 40), st.sampled_from(["actor", "quote", "event"]), st.integers(0, 9))
)


@given(st.text(max_size=40), MARKS)
def test_segments_make_up_the_text_and_know_their_marks(text, marks):
    found = list(segments(text, marks))
    assert "".join(segment.text for segment in found) == text
    for segment in found:
        covering = {
            (mark.kind, mark.number, mark.start, min(mark.end, len(text)))
            for mark in marks
            if mark.start <= segment.start and min(mark.end, len(text)) >= segment.start + len(segment.text) > mark.start
        }
        assert {(mark.kind, mark.number, mark.start, mark.end) for mark in segment.marks} == covering


@given(st.text())
def test_lines_leave_out_only_blank_ones(text):
    kept = [text[start:end] for start, end in lines(text)]
    assert kept == [line for line in text.split("\n") if line.strip()]


def body(page: str) -> str:
    """Return the text of the article without the numbers of its marks."""
    article = page[page.index("<article>") : page.index("</article>")]
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<sup.*?</sup>", "", article)))


def test_the_page_holds_the_text_and_the_marks(document, extraction):
    page = render_html(document, extraction)
    for start, end in extraction.sentences:
        assert document.text[start:end] in body(page)
    assert '<span class="event negated">agree</span>' in page
    assert '<span class="event unreal planned negated">withdraw</span>' in page
    assert page.count('class="ref"') == len(extraction.quotes) + len(extraction.events)
    for number in range(1, len(extraction.events) + 1):
        assert f'id="e{number}"' in page
        assert f'href="#list-e{number}"' in page


def test_the_unknown_is_told_as_such(document, extraction):
    assert "She (unresolved)" in render_html(document, extraction)


def test_nothing_of_a_source_can_act(nasty, parse_page):
    text = render_html(*nasty)
    page = parse_page(text)
    page.check_inert()
    assert "<script>alert(1)</script>" in page.words  # shown as the text that it is
    assert "default-src 'none'" in text


def test_what_is_stored_is_shown_as_what_was_found(warehouse, document, extraction):
    stored, found = read_document(warehouse, "d1")
    assert stored == document
    assert found.sentences == extraction.sentences
    names = {actor.actor_id: actor.name for actor in (*found.actors, *extraction.actors)}

    def plain(events):
        return sorted(
            (event.trigger, event.type, event.polarity, event.status, [names[actor] for actor in event.initiators], event.cues)
            for event in events
        )

    assert plain(found.events) == plain(extraction.events)
    assert [(q.content, q.cue, q.kind, q.speaker_reason) for q in found.quotes] == [
        (q.content, q.cue, q.kind, q.speaker_reason) for q in extraction.quotes
    ]
    assert {(actor.name, len(actor.mentions)) for actor in found.actors} == {
        (actor.name, len(actor.mentions)) for actor in extraction.actors
    }
    assert render_html(stored, found).count("<li") == render_html(document, extraction).count("<li")


def test_documents_are_found_by_address_and_told_when_missing(warehouse):
    assert read_document(warehouse, "https://example.org/call")[0].doc_id == "d1"
    assert read_document(warehouse, "brennan SPEAK")[0].doc_id == "d1"
    with pytest.raises(FatalError, match="R401: No document"):
        read_document(warehouse, "nothing")


def test_of_several_documents_that_may_be_meant_all_are_named(tmp_path):
    affair_warehouse(tmp_path / "w.duckdb")
    with (
        reader(tmp_path / "w.duckdb") as connection,
        pytest.raises(FatalError, match=r"doc-.* Kremlin on the call; doc-.* White House on"),
    ):
        read_document(connection, "on the call")


def test_the_terminal_shows_the_same(document, extraction):
    console = Console(width=120, record=True, file=io.StringIO())
    console.print(render_text(document, extraction))
    shown = console.export_text()
    for words in ("CONSULT", "Anna Berg → James Brennan", "negated, planned", "She (unresolved)", "⟦Q1 We want calm"):
        assert words in shown


def test_pronouns_and_descriptions_say_whom_they_mean():
    text = "Anna Holt left. She was tired. The mayor slept."
    mentions = (Mention(0, 9, "name"), Mention(16, 19, "pronoun"), Mention(31, 40, "nominal"))
    holt = Actor("a", "Anna Holt", "person", mentions, key="person:anna-holt")
    crowd = Actor("b", "The mayor", "group", (Mention(31, 40, "nominal"),))
    document = Document("d", text)
    page = render_html(document, Extraction("d", ((0, 15),), (holt, crowd), (), ()))
    assert page.count('<sup class="who">Holt</sup>') == 2
    assert "2 actors, 1 in the catalogue" in page
    console = Console(file=io.StringIO(), width=100)
    console.print(render_text(document, Extraction("d", ((0, 15),), (holt,), (), ())))
    assert "She(Holt) was tired." in console.file.getvalue()
