"""Who takes part in an event: the actors behind the words in the roles of its sense."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.events import arguments
from tasks.extract.events.lexicon import classes
from tasks.extract.events.triggers import Slots, Trigger
from tasks.records import Actor, Quote

#: Prepositions through which a noun belongs to an actor ("positions of the army", "troops from Chad", "ports in Ukraine").
BELONGING = ("of", "from", "by", "belonging", "in", "at")
#: How an owner stands before a noun.
OWNING = frozenset({"amod", "compound", "nmod:desc", "flat", "nmod"})
#: Prepositions of recipients that the parser may hang on the noun between ("suspended [aid to ...]").
TOWARDS = ("to", "on", "against", "with", "from")
FIRST_PERSON = frozenset({"i", "we", "us", "me"})
THIRD_PERSON = frozenset({"it", "he", "she", "they"})
DEPTH = 3


class Lookup(Protocol):
    """Finds the actor that a word refers to."""

    def of(self, token: Token) -> Actor | None:
        """Return the actor whose mention a token heads."""


class Participants:
    """Resolves the arguments of triggers to actors."""

    def __init__(self, lookup: Lookup, actors: Sequence[Actor], country_of: Callable[[str], str | None]) -> None:
        self._lookup = lookup
        self._country_of = country_of
        self._countries = {actor.country: actor for actor in actors if actor.type == "country" and actor.country}

    def is_actor(self, token: Token) -> bool:
        """Tell whether a word refers to an actor."""
        return self._lookup.of(token) is not None or token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}

    def of(self, trigger: Trigger, quote: Quote | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the actor ids of initiators and recipients of an event in a quote or outside."""
        by_role: dict[str, list[Token]] = {"I": [], "R": [], "-": []}
        for slot, words in _filled(trigger, self.is_actor):
            by_role[trigger.sense.roles.get(slot, "-")] += words
        if not self._ids(by_role["R"], quote) and trigger.sense.type == "ASSAULT" and trigger.token.pos_ == "VERB":
            by_role["R"] += [case.head for case in clauses.obliques(trigger.token) if case.preposition == "in"]
        initiators = self._ids(by_role["I"], quote)
        recipients = tuple(actor for actor in self._ids(by_role["R"], quote) if actor not in initiators)
        return initiators, recipients

    def _ids(self, words: Iterable[Token], quote: Quote | None) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for word in words:
            actors = [actor.actor_id for actor in self.behind(word)]
            speaker = quote.speaker_actor if quote is not None and not actors and _means_speaker(word, quote) else None
            found.update(dict.fromkeys([*actors, speaker] if speaker else actors))
        return tuple(found)

    def behind(self, word: Token, depth: int = DEPTH) -> list[Actor]:
        """Return the actor that a word names, else those to whom the thing belongs ("Russian missiles", "ports in Ukraine")."""
        actor = self._adjectival(word) if word.pos_ == "ADJ" else self._lookup.of(word)
        if actor is not None and not _is_building(word, actor):
            return [actor]
        if depth == 0 or word.pos_ == "PRON":
            return []
        cases = clauses.obliques(word)
        owners = [
            clauses.possessors(word),
            [
                child
                for child in word.children
                if child.dep_ in {"amod", "compound", "nmod:desc", "flat", "nmod"} and child.i < word.i
            ],
            *([case.head for case in cases if case.preposition == preposition] for preposition in BELONGING),
            clauses.appositions(word),
        ]
        for group in owners:
            found = [actor for owner in group for actor in self.behind(owner, depth - 1 if owner.i > word.i else 0)]
            if found:
                return found
        return []

    def _adjectival(self, word: Token) -> Actor | None:
        """Return the country of an adjective ("Russian missiles"), where the document speaks of the country."""
        if not word.text[:1].isupper():
            return None
        return self._lookup.of(word) or self._countries.get(self._country_of(word.text) or "")


def _means_speaker(word: Token, quote: Quote) -> bool:
    """Tell whether an unresolved pronoun means the speaker: "we" always, "it" where the words are reported indirectly."""
    return word.lower_ in FIRST_PERSON or (word.lower_ in THIRD_PERSON and quote.kind == "indirect")


def _is_building(word: Token, actor: Actor) -> bool:
    """Tell whether a noun names a building or installation without owner: a place, no actor ("schools")."""
    unnamed = all(mention.kind != "name" for mention in actor.mentions)
    return unnamed and bool({word.lemma_.lower(), word.lower_} & classes()["facility"])


def _filled(trigger: Trigger, is_actor: Callable[[Token], bool]) -> list[tuple[str, list[Token]]]:
    """Return the words in each slot that a sense gives a role."""
    token, roles = trigger.token, trigger.sense.roles
    slots = Slots(token)
    if token.pos_ in {"VERB", "AUX"}:
        named = [(slot, slots[slot]) for slot in roles if slot != "iobj"]
        inner = [
            (slot, words)
            for slot in TOWARDS
            if slot in roles and not slots[slot] and (words := _inside(slots["obj"], slot, is_actor))
        ]
        return [*named, ("iobj", clauses.indirect_objects(token)), *inner]
    found = [(slot, slots[slot]) for slot in roles]
    found += [(slot, _inside(slots["of"], slot, is_actor)) for slot in TOWARDS if slot in roles and not slots[slot]]
    if not slots["poss"] and not slots["by"]:
        found.append(("by", arguments.light_doers(token)))
    if undergoers := arguments.light_undergoers(token):
        recipient = next((slot for slot, role in roles.items() if role == "R"), "")
        found.append((recipient, undergoers))
    return found


def _inside(nouns: Sequence[Token], preposition: str, is_actor: Callable[[Token], bool]) -> list[Token]:
    """Return what stands after a preposition on nouns that are no actors themselves."""
    return [
        case.head for noun in nouns if not is_actor(noun) for case in clauses.obliques(noun) if case.preposition == preposition
    ]
