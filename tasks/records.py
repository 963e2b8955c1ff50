"""The records that the steps exchange: documents and what was found in them. Frozen, plain, with offsets into the stored text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import Literal

#: 0-based, end-exclusive character offsets into ``Document.text``.
Span = tuple[int, int]

MentionKind = Literal["name", "nominal", "pronoun"]
ActorType = Literal["person", "organisation", "government", "country", "group", "media"]
QuoteKind = Literal["direct", "mixed", "indirect"]
Polarity = Literal["affirmed", "negated"]
Status = Literal["actual", "planned", "requested", "possible"]

#: ``Event.asserted_by`` of what the text states in its own voice.
AUTHOR = "author"


def content_id(*parts: object) -> str:
    """Return 16 hexadecimal digits that depend on the parts alone: the id of anything derived from content."""
    return blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Document:
    """One source document: its text as stored, and what the source says of it."""

    doc_id: str
    text: str
    published: date | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None
    source: str | None = None
    language: str | None = None
    location: str | None = None
    """Where it was read: a path, with line or row number where the file holds many."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an actor, with the coreference rule that tied it there and how sure that rule is."""

    start: int
    end: int
    kind: MentionKind
    rule: str = "name"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Actor:
    """A real-world entity as one document speaks of it."""

    actor_id: str
    """Catalogue id, else a hash of type and name key; of the document too where the name alone does not identify."""
    name: str
    type: ActorType
    mentions: tuple[Mention, ...]
    key: str | None = None
    """Normalised name by which the same actor is known in other documents; None where it identifies in this document only."""
    country: str | None = None
    """ISO 3166 alpha-3."""
    sector: str | None = None
    """PLOVER sector code (GOV, MIL, JRN ...)."""
    roles: tuple[str, ...] = ()
    """Roles and affiliations as the text states them."""
    held_role: str | None = None
    """Role that the catalogue knows for the document's date."""
    affiliations: tuple[Affiliation, ...] = ()

    @property
    def is_named(self) -> bool:
        """Whether the document calls it by a name at least once."""
        return any(mention.kind == "name" for mention in self.mentions)


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A person's tie to an organisation, government or country, as stated in the text."""

    role: str
    organisation_id: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quote:
    """Something said or written, attributed to a source. The first content span gives its place in the text."""

    content: tuple[Span, ...]
    kind: QuoteKind
    cue: tuple[Span, ...] = ()
    speaker: tuple[Span, ...] = ()
    issuer: tuple[Span, ...] = ()
    """Who issued the text that is the speaker ("the ministry's statement": the ministry): the actor meant, where known."""
    speaker_actor: str | None = None
    speaker_reason: str | None = None
    """Why ``speaker_actor`` is None: no_source, unresolved, document, generic."""
    addressee: tuple[Span, ...] = ()
    addressee_actor: str | None = None
    medium: str | None = None
    """statement, interview, call, letter, post, document, speech ... where stated."""
    cue_lemma: str | None = None
    stance: str = "neutral"
    """From the cue lexicon: neutral, assertive, denying, demanding, promising, doubting ..."""
    polarity: Polarity = "affirmed"
    """negated: the text says that it was not said."""
    parent: int | None = None
    """Index in the document's quotes of the quote inside which this one stands."""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A resolved date: ISO text cut to its granularity, and what it was worked out from."""

    date: str | None
    granularity: Literal["day", "month", "year"] | None
    basis: str
    """The words it rests on, or why there is no date."""


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, whether it happened, and according to whom. Participants are actor ids."""

    trigger: Span
    type: str
    initiators: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    polarity: Polarity = "affirmed"
    status: Status = "actual"
    asserted_by: str = AUTHOR
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    when: When = field(default_factory=lambda: When(None, None, "none_stated"))
    duration_days: float | None = None
    count: int | None = None
    """How many it befell, or took part in a protest, as the sentence says."""
    place: Span | None = None
    place_country: str | None = None
    """ISO 3166 alpha-3."""
    place_position: tuple[float, float] | None = None
    """Latitude and longitude in degrees, where the catalogue knows the place."""
    quote: int | None = None
    """Index in the document's quotes of the innermost quote inside which the event stands."""
    sources: tuple[str, ...] = ()
    """The chain of asserters, innermost first."""
    parent: int | None = None
    """Index in the document's events of the demand, promise, threat, accusation or denial of which this is the content."""
    relation: str | None = None
    """How it hangs on the parent: content_of_request, content_of_promise ..."""
    cues: tuple[Span, ...] = ()
    """The words that decided polarity and status."""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """Any predicate, typed or not, with polarity and status."""

    trigger: Span
    polarity: Polarity
    status: Status


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document."""

    doc_id: str
    sentences: tuple[Span, ...]
    actors: tuple[Actor, ...]
    quotes: tuple[Quote, ...]
    events: tuple[Event, ...]
    happenings: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class Reject:
    """A document, or a part of a source, that could not be used: where, at which stage, why, and what to do."""

    location: str
    stage: Literal["read", "extract", "load"]
    code: str
    message: str
    hint: str = ""
    doc_id: str | None = None
