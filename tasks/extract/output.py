"""Extraction to JSON: the record that ``readout extract`` prints (docs/records.md), one per document."""

from __future__ import annotations

from typing import Any

from tasks.records import Actor, Document, Event, Extraction, Happening, Quote

Json = dict[str, Any]


def as_record(document: Document, extraction: Extraction, with_happenings: bool = False) -> Json:
    """Return the record of a document: ``doc_id``, ``actors``, ``quotes``, ``events`` and, if asked for, ``happenings``.

    Offsets index the document's text. Fields beyond the required ones are left out where they are empty.
    """
    record: Json = {
        "doc_id": document.doc_id,
        "actors": [_actor(actor) for actor in extraction.actors],
        "quotes": [_quote(quote) for quote in extraction.quotes],
        "events": [_event(event, document.text) for event in extraction.events],
    }
    if with_happenings:
        record["happenings"] = [_happening(happening) for happening in extraction.happenings]
    return record


def _present(fields: Json) -> Json:
    return {name: value for name, value in fields.items() if value not in (None, "", (), [])}


def _actor(actor: Actor) -> Json:
    return {
        "actor_id": actor.actor_id,
        "name": actor.name,
        "type": actor.type,
        "country": actor.country,
        "roles": list(actor.roles),
        "mentions": [
            {"start": m.start, "end": m.end, "kind": m.kind, "rule": m.rule, "confidence": m.confidence} for m in actor.mentions
        ],
    } | _present({"sector": actor.sector, "held_role": actor.held_role})


def _quote(quote: Quote) -> Json:
    return {
        "content": [list(span) for span in quote.content],
        "cue": [list(span) for span in quote.cue],
        "speaker": [list(span) for span in quote.speaker],
        "speaker_actor": quote.speaker_actor,
        "kind": quote.kind,
        "polarity": quote.polarity,
        "stance": quote.stance,
    } | _present(
        {
            "speaker_reason": quote.speaker_reason,
            "addressee": [list(span) for span in quote.addressee],
            "addressee_actor": quote.addressee_actor,
            "medium": quote.medium,
            "parent": quote.parent,
            "rule": quote.rule,
        }
    )


def _event(event: Event, text: str) -> Json:
    return {
        "trigger": list(event.trigger),
        "type": event.type,
        "initiators": list(event.initiators),
        "recipients": list(event.recipients),
        "place": text[slice(*event.place)] if event.place else None,
        "date": event.when.date,
        "polarity": event.polarity,
        "status": event.status,
        "asserted_by": event.asserted_by,
        "date_basis": event.when.basis,
    } | _present(
        {
            "mode": event.mode,
            "contexts": list(event.contexts),
            "cameo": event.cameo,
            "date_granularity": event.when.granularity,
            "duration_days": event.duration_days,
            "count": event.count,
            "place_country": event.place_country,
            "place_latitude": event.place_position[0] if event.place_position else None,
            "place_longitude": event.place_position[1] if event.place_position else None,
            "quote": event.quote,
            "sources": list(event.sources),
            "parent": event.parent,
            "relation": event.relation,
            "cues": [list(span) for span in event.cues],
            "rule": event.rule,
        }
    )


def _happening(happening: Happening) -> Json:
    return {"trigger": list(happening.trigger), "polarity": happening.polarity, "status": happening.status}
