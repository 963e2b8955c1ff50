"""Records to rows: every reference leads to a row, every span to its words."""

from __future__ import annotations

from datetime import date

from tasks.extract.rows import frames
from tasks.records import Actor, Affiliation, Document, Event, Extraction, Mention, Quote, When

TEXT = "Ministry spokeswoman Ada Holm spoke.\n\nShe said that Norway demanded a halt."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


HOLM = Actor(
    actor_id="a1",
    name="Ada Holm",
    type="person",
    mentions=(Mention(*span("Ada Holm"), kind="name"), Mention(*span("She"), kind="pronoun", rule="pronoun", confidence=0.9)),
    affiliations=(Affiliation("spokeswoman", None, *span("Ministry spokeswoman")),),
)
NORWAY = Actor("country:NOR", "Norway", "country", (Mention(*span("Norway"), kind="name"),), country="NOR")
QUOTE = Quote((span("Norway demanded a halt"),), "indirect", (span("said"),), (span("She"),), speaker_actor="a1")
DEMAND = Event(span("demanded"), "REQUEST", ("country:NOR",), asserted_by="a1", quote=0, sources=("a1",))
HALT = Event(span("halt"), "RETREAT", status="requested", parent=0, relation="content_of_request", asserted_by="a1", quote=0)
SENTENCES = (span("Ministry spokeswoman Ada Holm spoke."), span("She said that Norway demanded a halt."))
FOUND = Extraction("d", SENTENCES, (HOLM, NORWAY), (QUOTE,), (DEMAND, HALT))


def made() -> dict[str, list[dict[str, object]]]:
    return {table: rows.to_dicts() for table, rows in frames([(Document("d", TEXT), FOUND)], "1").items()}


def test_references_lead_to_rows() -> None:
    rows = made()
    holm, norway = rows["entities"]
    (quote,) = rows["quotes"]
    demand, halt = rows["events"]
    assert quote["speaker_entity_id"] == holm["entity_id"]
    assert quote["sentence_id"] == rows["sentences"][1]["sentence_id"]
    assert (demand["asserted_by_entity_id"], demand["quote_id"]) == (holm["entity_id"], quote["quote_id"])
    assert halt["parent_event_id"] == demand["event_id"]
    assert rows["event_actors"][0]["entity_id"] == norway["entity_id"]
    assert [row["paragraph_number"] for row in rows["sentences"]] == [1, 2]


def test_words_are_those_at_the_offsets() -> None:
    rows = made()
    for table, column in (("mentions", "text"), ("quotes", "text"), ("events", "trigger_text")):
        for row in rows[table]:
            assert TEXT[row["start_char"] : row["end_char"]] == row[column]


def test_the_author_is_no_entity() -> None:
    event = Event(trigger=span("spoke"), type="CONSULT", when=When("2025-03", "month", "March"))
    rows = frames([(Document("d", TEXT), Extraction("d", (), (), (), (event,)))], "1")
    assert rows["events"]["asserted_by_entity_id"].to_list() == [None]
    assert rows["events"]["event_date"].to_list() == [date(2025, 3, 1)]


def test_events_on_one_trigger_keep_apart() -> None:
    event = Event(trigger=span("spoke"), type="CONSULT")
    rows = frames([(Document("d", TEXT), Extraction("d", (), (), (), (event, event)))], "1")
    assert rows["events"]["event_id"].n_unique() == 2
