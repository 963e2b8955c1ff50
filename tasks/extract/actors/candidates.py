"""What the sieves work on: noun phrases that may mention an actor, and the entities that they are tied into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tasks.records import MentionKind

#: Coarse kinds that decide what may corefer; the six types of actors are worked out of them at the end.
PERSON, ORG, COUNTRY, PLACE, GROUP, THING = "person", "org", "country", "place", "group", "thing"


@dataclass(slots=True, eq=False)
class Candidate:
    """A noun phrase that may mention an actor. Positions are tokens, `end` exclusive."""

    start: int
    end: int
    head: int
    """Token by which the phrase hangs in the sentence."""
    form: MentionKind
    sentence: int
    kind: str | None = None
    """person, org, country, place, group, thing; None where nothing tells."""
    gender: str | None = None
    """m, f, n (neither person); None where nothing tells."""
    plural: bool = False
    words: tuple[str, ...] = ()
    """Of a name: its words, normalised, without titles and articles. Of a nominal: its head noun."""
    title: str = ""
    """Of a name: the words before it that belong to the phrase ("Russian president")."""
    phrase_start: int = -1
    """Where the phrase starts with title and modifiers."""
    country: str | None = None
    """ISO code that the phrase itself gives: the country it names, or the nationality before its noun."""
    label: str = ""
    """What the statistical pipeline took a name for."""
    alias: str | None = None
    """Catalogue actor that the name, taken alone, stands for."""
    definite: bool = False
    rule: str = "name"
    confidence: float = 1.0
    entity: Entity | None = None

    def __post_init__(self) -> None:
        if self.phrase_start < 0:
            self.phrase_start = self.start


@dataclass(slots=True, eq=False)
class Entity:
    """Mentions tied together, and what they say of the entity."""

    mentions: list[Candidate] = field(default_factory=list)
    kind: str | None = None
    gender: str | None = None
    plural: bool | None = None
    country: str | None = None
    alias: str | None = None
    roles: list[Role] = field(default_factory=list)
    speaks: bool = False
    """It is the speaker of a quote, so it is a person, an organisation or a group."""

    def add(self, candidate: Candidate, rule: str, confidence: float) -> None:
        """Tie a mention to the entity."""
        candidate.entity, candidate.rule, candidate.confidence = self, rule, confidence
        self.mentions.append(candidate)
        self.gender = self.gender or candidate.gender
        self.country = self.country or (candidate.country if candidate.form == "name" else None)

    def absorb(self, other: Entity, rule: str, confidence: float) -> None:
        """Tie another entity to this one; each of its mentions keeps its rule, its first gets the one that joins them."""
        for position, mention in enumerate(other.mentions):
            mention.entity = self
            if position == 0:
                mention.rule, mention.confidence = rule, min(confidence, mention.confidence)
        self.mentions = sorted([*self.mentions, *other.mentions], key=lambda m: (m.start, m.end))
        self.gender, self.kind = self.gender or other.gender, self.kind or other.kind
        self.country, self.alias = self.country or other.country, self.alias or other.alias
        self.roles += other.roles
        other.mentions = []

    @property
    def names(self) -> list[Candidate]:
        """Return the mentions by name."""
        return [mention for mention in self.mentions if mention.form == "name"]

    @property
    def nominals(self) -> list[Candidate]:
        """Return the mentions by a common noun."""
        return [mention for mention in self.mentions if mention.form == "nominal"]

    def longest_name(self) -> Candidate | None:
        """Return the name with most words; the most frequent, then the first, among equals."""
        names = self.names
        counts = Counter(name.words for name in names)
        return max(names, key=lambda n: (len(n.words), counts[n.words], -n.start), default=None)


@dataclass(frozen=True, slots=True)
class Role:
    """A role or affiliation that the text states: the words, and the name of the organisation or country in it."""

    text: str
    start: int
    end: int
    noun: str
    """Head noun in lower case, "" for a bare affiliation ("of the Atlantic Council")."""
    organisation: Candidate | None
    country: str | None


@dataclass(slots=True)
class Chart:
    """All candidates of a document in text order, and the entities made so far."""

    candidates: list[Candidate]
    entities: list[Entity] = field(default_factory=list)
    main_country: str | None = None
    """The country that the document is about, where there is one."""
    home: str | None = None
    """That country where strangers may be taken to be of it."""

    def new(self, candidate: Candidate, rule: str = "name", confidence: float = 1.0) -> Entity:
        """Start an entity with one mention."""
        entity = Entity(kind=candidate.kind, gender=candidate.gender, plural=candidate.plural, country=candidate.country)
        entity.alias = candidate.alias
        entity.add(candidate, rule, confidence)
        self.entities.append(entity)
        return entity

    def live(self) -> Iterator[Entity]:
        """Yield the entities that have mentions."""
        return (entity for entity in self.entities if entity.mentions)

    def of_form(self, form: MentionKind) -> list[Candidate]:
        """Return the candidates of one form, in text order."""
        return [candidate for candidate in self.candidates if candidate.form == form]
