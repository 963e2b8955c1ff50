"""How much of what actors do in texts the lexicon of events knows: events per sentence and type, predicates without an event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from tasks.extract import clauses
from tasks.extract.actors.lookup import ActorLookup
from tasks.extract.events import arguments, lexicon
from tasks.extract.events.governors import governor
from tasks.extract.spans import token_offsets

#: Frames of clauses: verbs that have them say something of what another word tells ("said that", "began to", "hopes to").
CLAUSE_FRAMES = ("that", "to", "objto", "ing", "bare")
#: Verbs of being, having and belonging.
STATES = frozenset(
    {"be", "have", "remain", "live", "contain", "include", "become", "exist", "belong", "consist", "lie", "own", "cost"}
)


@dataclass
class Coverage:
    """What was counted over a collection of texts."""

    sentences: int = 0
    types: Counter[str] = field(default_factory=Counter)
    """Events by type."""
    covered: int = 0
    """Predicates that tell an event, or carry a noun that does."""
    uncovered: Counter[str] = field(default_factory=Counter)
    """Base forms of the other predicates."""

    @property
    def events(self) -> int:
        """All events."""
        return self.types.total()

    @property
    def predicates(self) -> int:
        """All predicates."""
        return self.covered + self.uncovered.total()

    @property
    def share(self) -> float:
        """The share of predicates that are covered."""
        return self.covered / max(1, self.predicates)


def measure_coverage(docs: Iterable[Doc]) -> Coverage:
    """Count the events of Docs that went through the pipeline, and the predicates with and without an event.

    A predicate is a verb that an actor does or undergoes, other than verbs of being and having and those that only embed others
    (of saying, thinking, wanting, beginning: whatever `signatures.tsv` gives a frame of clauses).
    """
    found = Coverage()
    for doc in docs:
        found.sentences += sum(1 for _ in doc.sents)
        found.types.update(event.type for event in doc._.events)
        triggers = {event.trigger for event in doc._.events}
        for verb in _predicates(doc):
            if _carriers(verb, triggers):
                found.covered += 1
            else:
                found.uncovered[_name(verb)] += 1
    return found


def _predicates(doc: Doc) -> list[Token]:
    lookup = ActorLookup(doc)
    verbs = [token for token in doc if token.pos_ == "VERB" and token.dep_ not in clauses.AUXILIARY and not _only_embeds(token)]
    return [
        verb
        for verb in verbs
        if any(lookup.of(word) is not None for word in (*arguments.doers(verb), *arguments.undergoers(verb)))
    ]


def _only_embeds(verb: Token) -> bool:
    lemma = (verb.lemma_.lower(),)
    return lemma[0] in STATES or any(lexicon.signature(lemma, "VERB", frame) is not None for frame in CLAUSE_FRAMES)


def _carriers(verb: Token, triggers: set[tuple[int, int]]) -> bool:
    """Tell whether a verb is a trigger, or stands over a noun that is ("carried out attacks", "came under attack")."""
    nouns = [
        child for child in verb.subtree if child.pos_ in {"NOUN", "PROPN"} and (above := governor(child)) and above.word == verb
    ]
    return any(token_offsets(token) in triggers for token in (verb, *nouns))


def _name(verb: Token) -> str:
    particle = clauses.particle_of(verb)
    return f"{verb.lemma_.lower()} {particle}".strip()
