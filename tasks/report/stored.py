"""A stored document and what is stored of it, read back from the published copy as the records that it was made from."""

from __future__ import annotations

from typing import Any

import duckdb

from tasks.errors import FatalError
from tasks.records import AUTHOR, Actor, Document, Event, Extraction, Mention, Quote, Span, When
from warehouse.connect import query
from warehouse.statements import statement

Row = dict[str, Any]


def read_document(connection: duckdb.DuckDBPyConnection, wanted: str) -> tuple[Document, Extraction]:
    """Return a document with its extraction.

    Args:
        connection: an open connection to the published copy.
        wanted: a document's id or the first digits of it, the place that it was read from, its address, or words of its title.

    Returns:
        The document, and its extraction with the entity ids of the warehouse as actor ids, name and key (its id
        across documents) as merged by hand.

    Raises:
        FatalError: R401, no document is meant, or more than one.
    """
    found = _rows(connection, "document", wanted=wanted)
    if not found:
        hint = 'readout sql "SELECT doc_id, title FROM documents" lists them.'
        raise FatalError("R401", f"No document has the id, the place, the address or the title {wanted}.", hint)
    if len(found) > 1 and found[0]["doc_id"] != wanted:
        several = "; ".join(f"{row['doc_id']} {row['title'] or row['location']}" for row in found)
        raise FatalError("R401", f"Several documents may be meant by {wanted}.", f"Give an id or more of the title: {several}")
    row = found[0]
    doc_id = row["doc_id"]
    fields = {name: value for name, value in row.items() if name != "published_date"}
    quotes = _rows(connection, "quotes", doc_id=doc_id)
    events = _rows(connection, "events", doc_id=doc_id)
    quote_numbers = {quote["quote_id"]: number for number, quote in enumerate(quotes)}
    event_numbers = {event["event_id"]: number for number, event in enumerate(events)}
    extraction = Extraction(
        doc_id=doc_id,
        sentences=tuple(map(_span, _rows(connection, "sentences", doc_id=doc_id))),
        actors=tuple(map(_actor, _rows(connection, "actors", doc_id=doc_id))),
        quotes=tuple(_quote(quote, quote_numbers) for quote in quotes),
        events=tuple(_event(event, event_numbers, quote_numbers) for event in events),
    )
    return Document(published=row["published_date"], **fields), extraction


def _rows(connection: duckdb.DuckDBPyConnection, name: str, **parameters: str) -> list[Row]:
    return query(connection, statement(f"reports/show_{name}"), parameters).to_dicts()


def _span(row: Row) -> Span:
    return row["start_char"], row["end_char"]


def _actor(row: Row) -> Actor:
    return Actor(
        actor_id=row["entity_id"],
        name=row["name"],
        type=row["type"],
        mentions=tuple(Mention(*_span(mention), mention["kind"]) for mention in row["mentions"]),
        country=row["country_code"],
        sector=row["sector_code"],
        key=row["actor_id"],
        roles=tuple(row["roles"]),
        held_role=row["held_role"],
    )


def _quote(row: Row, numbers: dict[str, int]) -> Quote:
    parts: dict[str, list[Span]] = {"content": [], "cue": [], "speaker": [], "addressee": []}
    for span in row["spans"]:
        parts[span["part"]].append(_span(span))
    return Quote(
        **{part: tuple(spans) for part, spans in parts.items()},
        kind=row["kind"],
        speaker_actor=row["speaker_entity_id"],
        speaker_reason=row["speaker_reason"],
        addressee_actor=row["addressee_entity_id"],
        medium=row["medium"],
        cue_lemma=row["cue_lemma"],
        stance=row["stance"],
        polarity=row["polarity"],
        parent=numbers.get(row["parent_quote_id"]),
        rule=row["rule"] or "",
    )


def _event(row: Row, numbers: dict[str, int], quotes: dict[str, int]) -> Event:
    has_place = row["place_start_char"] is not None
    return Event(
        trigger=_span(row),
        type=row["type"],
        initiators=tuple(row["initiators"] or ()),
        recipients=tuple(row["recipients"] or ()),
        polarity=row["polarity"],
        status=row["status"],
        asserted_by=row["asserted_by_entity_id"] or AUTHOR,
        mode=row["mode"],
        contexts=tuple(row["contexts"]),
        cameo=row["cameo_code"],
        when=When(row["event_date"].isoformat() if row["event_date"] else None, row["date_granularity"], row["date_basis"]),
        duration_days=row["duration_days"],
        count=row["stated_count"],
        place=(row["place_start_char"], row["place_end_char"]) if has_place else None,
        place_country=row["place_country_code"],
        place_position=(row["place_latitude"], row["place_longitude"]) if row["place_latitude"] is not None else None,
        quote=quotes.get(row["quote_id"]),
        sources=tuple(row["source_entity_ids"]),
        parent=numbers.get(row["parent_event_id"]),
        relation=row["relation"],
        cues=tuple(map(_span, row["cues"] or ())),
        rule=row["rule"] or "",
    )
