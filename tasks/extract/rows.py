"""From records to rows: one frame per table of the warehouse, for a batch of documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import polars as pl

from tasks.read.batches import metadata_of
from tasks.records import AUTHOR, Actor, Document, Event, Extraction, Quote, Span, content_id
from warehouse.schema import EXTRACTED, frame

Row = dict[str, Any]
Rows = dict[str, list[Row]]

PARAGRAPH_BREAK = re.compile(r"\n\s*")


def frames(pairs: Iterable[tuple[Document, Extraction]], pipeline_version: str) -> dict[str, pl.DataFrame]:
    """Return the frames of a batch, keyed by table name, in the columns that `warehouse.schema` declares.

    Raises:
        warehouse.errors.SchemaError: an extraction does not fit the declaration; it names table and column.
    """
    rows: Rows = {table: [] for table in ("documents", *EXTRACTED)}
    for document, extraction in pairs:
        rows["documents"].append(_document(document, pipeline_version))
        for table, found in _Facts(document, extraction).rows().items():
            rows[table] += found
    return {table: frame(table, found) for table, found in rows.items()}


def _document(document: Document, pipeline_version: str) -> Row:
    counted = {"text": document.text, "word_count": len(document.text.split())}
    return metadata_of(document) | counted | {"pipeline_version": pipeline_version}


class _Facts:
    """The rows of one document. Ids are hashes of the document, what the row is, and where it stands."""

    def __init__(self, document: Document, extraction: Extraction) -> None:
        self.doc_id = document.doc_id
        self.text = document.text
        self.found = extraction
        self._seen: Counter[str] = Counter()
        self.sentence_ids = [(span, self.new_id("sentence", *span)) for span in extraction.sentences]
        self.entity_ids = {actor.actor_id: content_id(self.doc_id, "entity", actor.actor_id) for actor in extraction.actors}
        self.quote_ids = [self.new_id("quote", *quote.content[0], quote.kind) for quote in extraction.quotes]
        self.event_ids = [self.new_id("event", *event.trigger, event.type) for event in extraction.events]

    def new_id(self, *parts: object) -> str:
        """Return an id; where two rows share all parts, the later one's id counts them."""
        made = content_id(self.doc_id, *parts)
        self._seen[made] += 1
        return made if self._seen[made] == 1 else content_id(self.doc_id, *parts, self._seen[made])

    def rows(self) -> Rows:
        """Return the rows of all tables that hold what was extracted."""
        found: Rows = {table: [] for table in EXTRACTED}
        self._add_sentences(found)
        for actor in self.found.actors:
            self._add_actor(actor, found)
        for quote_id, quote in zip(self.quote_ids, self.found.quotes, strict=True):
            self._add_quote(quote_id, quote, found)
        for event_id, event in zip(self.event_ids, self.found.events, strict=True):
            self._add_event(event_id, event, found)
        return found

    def _add_sentences(self, found: Rows) -> None:
        paragraph, reached = 1, 0
        for number, ((start, end), sentence_id) in enumerate(self.sentence_ids, start=1):
            paragraph += len(PARAGRAPH_BREAK.findall(self.text, reached, start))
            reached = start
            row = {"sentence_id": sentence_id, "number": number, "paragraph_number": paragraph}
            found["sentences"].append(self._placed((start, end)) | row)

    def _add_actor(self, actor: Actor, found: Rows) -> None:
        entity_id = self.entity_ids[actor.actor_id]
        found["entities"].append(
            {
                "entity_id": entity_id,
                "doc_id": self.doc_id,
                "extracted_actor_id": actor.actor_id,
                "actor_key": actor.key,
                "name": actor.name,
                "type": actor.type,
                "country_code": actor.country,
                "sector_code": actor.sector,
                "roles": list(actor.roles),
                "held_role": actor.held_role,
                "mention_count": len(actor.mentions),
            }
        )
        for mention in actor.mentions:
            place = (mention.start, mention.end)
            row: Row = {
                "mention_id": self.new_id("mention", *place, actor.actor_id),
                "entity_id": entity_id,
                "text": self._words(place),
            }
            row |= {"kind": mention.kind, "rule": mention.rule, "confidence_score": mention.confidence}
            found["mentions"].append(self._placed(place) | row)
        for tie in actor.affiliations:
            place = (tie.start, tie.end)
            row = self._placed(place) | {"entity_id": entity_id, "role": tie.role}
            row |= {"affiliation_id": self.new_id("affiliation", *place, actor.actor_id, tie.role)}
            found["affiliations"].append(row | {"organisation_entity_id": self._entity(tie.organisation_id)})

    def _add_quote(self, quote_id: str, quote: Quote, found: Rows) -> None:
        found["quotes"].append(
            self._placed((quote.content[0][0], quote.content[-1][1]))
            | {
                "quote_id": quote_id,
                "sentence_id": self._sentence_at(quote.content[0][0]),
                "kind": quote.kind,
                "text": self._words(*quote.content),
                "speaker_entity_id": self._entity(quote.speaker_actor),
                "speaker_text": self._words(*quote.speaker) or None,
                "speaker_reason": quote.speaker_reason,
                "cue_text": self._words(*quote.cue) or None,
                "cue_lemma": quote.cue_lemma,
                "stance": quote.stance,
                "polarity": quote.polarity,
                "addressee_entity_id": self._entity(quote.addressee_actor),
                "addressee_text": self._words(*quote.addressee) or None,
                "medium": quote.medium,
                "parent_quote_id": None if quote.parent is None else self.quote_ids[quote.parent],
                "rule": quote.rule or None,
            }
        )
        parts = {"content": quote.content, "cue": quote.cue, "speaker": quote.speaker, "addressee": quote.addressee}
        for part, spans in parts.items():
            found["quote_spans"] += self._numbered(spans, {"quote_id": quote_id, "part": part})

    def _add_event(self, event_id: str, event: Event, found: Rows) -> None:
        found["events"].append(
            self._placed(event.trigger)
            | {
                "event_id": event_id,
                "sentence_id": self._sentence_at(event.trigger[0]),
                "type": event.type,
                "mode": event.mode,
                "contexts": list(event.contexts),
                "cameo_code": event.cameo,
                "trigger_text": self._words(event.trigger),
                "polarity": event.polarity,
                "status": event.status,
                "asserted_by_entity_id": None if event.asserted_by == AUTHOR else self._entity(event.asserted_by),
                "source_entity_ids": [self.entity_ids[source] for source in event.sources if source in self.entity_ids],
                "quote_id": None if event.quote is None else self.quote_ids[event.quote],
                "event_date": _first_day(event.when.date),
                "date_granularity": event.when.granularity,
                "date_basis": event.when.basis,
                "duration_days": event.duration_days,
                "stated_count": event.count,
                "place_country_code": event.place_country,
                "place_latitude": event.place_position[0] if event.place_position else None,
                "place_longitude": event.place_position[1] if event.place_position else None,
                "parent_event_id": None if event.parent is None else self.event_ids[event.parent],
                "relation": event.relation,
                "rule": event.rule or None,
            }
            | self._place(event.place)
        )
        for side, actors in (("initiator", event.initiators), ("recipient", event.recipients)):
            for number, actor_id in enumerate(actors, start=1):
                row = {"event_id": event_id, "doc_id": self.doc_id, "side": side, "number": number}
                found["event_actors"].append(row | {"entity_id": self.entity_ids[actor_id]})
        found["event_cues"] += self._numbered(event.cues, {"event_id": event_id})

    def _place(self, span: Span | None) -> Row:
        if span is None:
            return {}
        return {"place_text": self._words(span), "place_start_char": span[0], "place_end_char": span[1]}

    def _placed(self, span: Span) -> Row:
        return {"doc_id": self.doc_id, "start_char": span[0], "end_char": span[1]}

    def _numbered(self, spans: Iterable[Span], row: Mapping[str, Any]) -> list[Row]:
        return [{**row, **self._placed(span), "number": number} for number, span in enumerate(spans, start=1)]

    def _words(self, *spans: Span) -> str:
        return " ".join(self.text[start:end] for start, end in spans)

    def _entity(self, actor_id: str | None) -> str | None:
        return None if actor_id is None else self.entity_ids.get(actor_id)

    def _sentence_at(self, char: int) -> str | None:
        return next((sentence_id for (start, end), sentence_id in self.sentence_ids if start <= char < end), None)


def _first_day(iso: str | None) -> date | None:
    """Return the first day of the day, month or year that an ISO date names."""
    if iso is None:
        return None
    year, month, day = (*map(int, iso.split("-")), 1, 1)[:3]
    return date(year, month, day)
