"""Declaration of the tables of quotes and events: who said what, who did what to whom, and according to whom."""

from __future__ import annotations

from warehouse.schema.column import Column, Table, doc_id, end_char, rule, start_char

QUOTE_KINDS = ("direct", "mixed", "indirect")
POLARITIES = ("affirmed", "negated")
STATUSES = ("actual", "planned", "requested", "possible")
GRANULARITIES = ("day", "month", "year")


def first_participant(side: str) -> Column:
    """Column: the first participant on one side of an event."""
    description = f"The first {side}; NULL where the text names none. All of them are in event_actors."
    return Column(f"{side}_entity_id", "VARCHAR", description, nullable=True, filled=True, references="entities.entity_id")


QUOTES = Table(
    "quotes",
    "core",
    "One row per thing said or written that a text attributes to a source.",
    (
        Column("quote_id", "VARCHAR", "Hash of document, offsets and kind.", key=True),
        doc_id(),
        Column("sentence_id", "VARCHAR", "Sentence in which it starts.", nullable=True, references="sentences.sentence_id"),
        Column("kind", "VARCHAR", "direct: all inside quote marks; mixed: partly; indirect: none of it.", values=QUOTE_KINDS),
        Column("text", "VARCHAR", "What was said: the content spans, joined by one space."),
        start_char("the first content span"),
        end_char("the last content span"),
        Column(
            "speaker_entity_id", "VARCHAR", "Who said it; NULL where unknown.", nullable=True, references="entities.entity_id"
        ),
        Column("speaker_text", "VARCHAR", "The words that name the source.", nullable=True),
        Column("speaker_reason", "VARCHAR", "Why the speaker is unknown.", nullable=True),
        Column("cue_text", "VARCHAR", "The words that introduce it (said, according to).", nullable=True),
        Column("cue_lemma", "VARCHAR", "Base form of the cue.", nullable=True),
        Column("stance", "VARCHAR", "What the cue says of it: neutral, assertive, denying, demanding and so on."),
        Column("polarity", "VARCHAR", "negated: the text says that it was not said.", values=POLARITIES),
        Column("addressee_entity_id", "VARCHAR", "To whom it was said.", nullable=True, references="entities.entity_id"),
        Column("addressee_text", "VARCHAR", "The words that name the addressee.", nullable=True),
        Column("medium", "VARCHAR", "Statement, interview, call, letter, post, where stated.", nullable=True),
        Column("parent_quote_id", "VARCHAR", "Quote inside which this one stands.", nullable=True, references="quotes.quote_id"),
        rule(),
    ),
)

QUOTE_SPANS = Table(
    "quote_spans",
    "core",
    "One row per span of a quote: its content, cue, speaker and addressee can each have several.",
    (
        Column("quote_id", "VARCHAR", "The quote.", key=True, references="quotes.quote_id"),
        doc_id(),
        Column("part", "VARCHAR", "Which part of the quote.", key=True, values=("content", "cue", "speaker", "addressee")),
        Column("number", "INTEGER", "Place among the spans of this part, from 1.", key=True),
        start_char(),
        end_char(),
    ),
)

EVENTS = Table(
    "events",
    "core",
    "One row per mention of an event, with whether it happened and according to whom.",
    (
        Column("event_id", "VARCHAR", "Hash of document, trigger offsets and type.", key=True),
        doc_id(),
        Column("sentence_id", "VARCHAR", "Sentence of the trigger.", nullable=True, references="sentences.sentence_id"),
        Column("type", "VARCHAR", "Type of event.", references="event_types.type"),
        Column("mode", "VARCHAR", "PLOVER mode: how it was done.", nullable=True),
        Column("contexts", "VARCHAR[]", "PLOVER contexts: what it was about."),
        Column("cameo_code", "VARCHAR", "CAMEO code where the lexicon knows it.", nullable=True),
        Column("trigger_text", "VARCHAR", "The word that signals the event."),
        start_char("the trigger"),
        end_char("the trigger"),
        Column("polarity", "VARCHAR", "negated: said not to have happened, or not to happen.", values=POLARITIES),
        Column(
            "status", "VARCHAR", "actual: happened or is happening; planned; requested: asked for; possible.", values=STATUSES
        ),
        Column(
            "asserted_by_entity_id",
            "VARCHAR",
            "Whose account it is; NULL: the author states it.",
            nullable=True,
            references="entities.entity_id",
        ),
        Column("source_entity_ids", "VARCHAR[]", "Chain of those who assert it, innermost first."),
        Column("quote_id", "VARCHAR", "Innermost quote in which it stands.", nullable=True, references="quotes.quote_id"),
        Column("event_date", "DATE", "When: first day of the period that date_granularity names.", nullable=True),
        Column("date_granularity", "VARCHAR", "How exact event_date is.", nullable=True, values=GRANULARITIES),
        Column("date_basis", "VARCHAR", "The words that the date rests on, or why there is none."),
        Column("duration_days", "DOUBLE", "How long it lasted or is to last.", nullable=True, unit="days"),
        Column(
            "stated_count",
            "INTEGER",
            "How many it befell, or took part in a protest, as the sentence says; NULL where it gives no number.",
            nullable=True,
        ),
        Column("place_text", "VARCHAR", "Place as the sentence names it.", nullable=True),
        Column("place_start_char", "INTEGER", "Start of the place in documents.text: 0-based.", nullable=True, unit="characters"),
        Column("place_end_char", "INTEGER", "End of the place in documents.text: exclusive.", nullable=True, unit="characters"),
        Column("place_country_code", "VARCHAR", "ISO 3166 alpha-3 code of the place.", nullable=True),
        Column("place_latitude", "DOUBLE", "Latitude of a place of the catalogue.", nullable=True, unit="degrees"),
        Column("place_longitude", "DOUBLE", "Longitude of a place of the catalogue.", nullable=True, unit="degrees"),
        Column(
            "parent_event_id",
            "VARCHAR",
            "The demand, promise, threat, accusation or denial of which this is the content.",
            nullable=True,
            references="events.event_id",
        ),
        Column("relation", "VARCHAR", "How it hangs on its parent: content_of_request and so on.", nullable=True),
        rule(),
        Column("sentence_text", "VARCHAR", "The sentence that it rests on.", nullable=True, filled=True),
        first_participant("initiator"),
        first_participant("recipient"),
    ),
)

EVENT_ACTORS = Table(
    "event_actors",
    "core",
    "One row per participant of an event.",
    (
        Column("event_id", "VARCHAR", "The event.", key=True, references="events.event_id"),
        doc_id(),
        Column("side", "VARCHAR", "initiator: who does it; recipient: to whom.", key=True, values=("initiator", "recipient")),
        Column("number", "INTEGER", "Place on this side, from 1.", key=True),
        Column("entity_id", "VARCHAR", "The participant.", references="entities.entity_id"),
    ),
)

EVENT_CUES = Table(
    "event_cues",
    "core",
    "One row per word or phrase that decided polarity or status of an event.",
    (
        Column("event_id", "VARCHAR", "The event.", key=True, references="events.event_id"),
        doc_id(),
        Column("number", "INTEGER", "Place among the cues of the event, from 1.", key=True),
        start_char("the cue"),
        end_char("the cue"),
    ),
)

ACCOUNTS = Table(
    "accounts",
    "core",
    "One row per event that is one telling of a happening; several rows with one account_id are several accounts of it.",
    (
        Column("account_id", "VARCHAR", "The happening: hash of its first telling.", key=True),
        Column("event_id", "VARCHAR", "One telling of it.", key=True, references="events.event_id"),
        doc_id(),
        Column("basis", "VARCHAR", "What the grouping rests on.", nullable=True),
        Column("similarity_score", "DOUBLE", "How alike this telling is to the others, from 0 to 1.", nullable=True),
    ),
)

EVENT_TYPES = Table(
    "event_types",
    "core",
    "One row per type of event.",
    (
        Column("type", "VARCHAR", "Name of the type.", key=True),
        Column("description", "VARCHAR", "What counts as such an event."),
        Column(
            "quad_code",
            "INTEGER",
            "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; NULL: outside "
            "the four classes.",
            nullable=True,
        ),
        Column("quad_name", "VARCHAR", "Name of the quad class.", nullable=True),
        Column("goldstein_score", "DOUBLE", "From -10 (conflict) to 10 (cooperation).", nullable=True),
        Column("is_plover", "BOOLEAN", "One of the 16 PLOVER types; the others are extensions for general news."),
    ),
)

FACT_TABLES = (QUOTES, QUOTE_SPANS, EVENTS, EVENT_ACTORS, EVENT_CUES, ACCOUNTS, EVENT_TYPES)
