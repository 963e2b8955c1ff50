"""Who takes part in an event: the actors behind the words in the roles of its sense."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.events import arguments
from tasks.extract.events.lexicon import classes
from tasks.extract.events.roles import AGAINST, filled, is_opposed
from tasks.extract.events.triggers import Trigger
from tasks.records import Actor, Quote

#: Prepositions through which a noun belongs to an actor ("positions of the army", "troops from Chad", "ports in Ukraine").
BELONGING = ("of", "from", "by", "belonging", "in", "at")
#: How an owner stands before a noun.
OWNING = frozenset({"amod", "compound", "nmod:desc", "flat", "nmod"})
FIRST_PERSON = frozenset({"i", "we", "us", "me"})
THIRD_PERSON = frozenset({"it", "he", "she", "they"})
#: Who gives an office or nomination, where it is theirs ("the party's nomination"); people get it.
NOMINATING = frozenset({"organisation", "government", "country"})
#: What a country has one of, so that all such of one country are one, however a text speaks of them.
BODIES = frozenset({"police", "government", "army", "military"})
DEPTH = 3


class Lookup(Protocol):
    """Finds the actor that a word refers to."""

    def of(self, token: Token) -> Actor | None:
        """Return the actor whose mention a token heads."""


class Nations(Protocol):
    """Finds the country of an adjective."""

    def of(self, adjective: Token, text: str = "") -> Actor | None:
        """Return the country that an adjective of nationality, or a part of it, names."""


class Participants:
    """Resolves the arguments of triggers to actors."""

    def __init__(self, lookup: Lookup, actors: Sequence[Actor], nations: Nations) -> None:
        self._lookup = lookup
        self._nations = nations
        self._actors = actors
        self._by_last_word: dict[str, dict[str, Actor]] | None = None

    def is_actor(self, token: Token) -> bool:
        """Tell whether a word refers to an actor."""
        return self._lookup.of(token) is not None or token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}

    def of(self, trigger: Trigger, quote: Quote | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the actor ids of initiators and recipients of an event in a quote or outside."""
        by_role: dict[str, list[Token]] = {"I": [], "R": [], "-": []}
        for role, words in filled(trigger, self.is_actor):
            by_role[role] += words
        if not self._ids(by_role["R"], quote) and trigger.sense.type == "ASSAULT" and trigger.token.pos_ == "VERB":
            by_role["R"] += [case.head for case in clauses.obliques(trigger.token) if case.preposition == "in"]
        if trigger.sense.type == "APPOINT" and trigger.token.pos_ == "NOUN":
            nominating = [word for word in by_role["R"] if any(actor.type in NOMINATING for actor in self.behind(word))]
            by_role = {"I": by_role["I"] + nominating, "R": [word for word in by_role["R"] if word not in nominating]}
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
        if word.pos_ == "ADJ":
            return list(filter(None, [self._adjectival(word)]))
        actor = self._lookup.of(word) or self._titled(word) or self._first_part(word)
        if actor is not None and not _is_thing(word, actor):
            return self._listed(word, actor) or [actor]
        if depth == 0 or word.pos_ == "PRON":
            return []
        for group in self._owners(word):
            found = [actor for owner in group for actor in self.behind(owner, depth - 1 if owner.i > word.i else 0)]
            if found:
                return found
        return []

    @staticmethod
    def _owners(word: Token) -> Iterator[list[Token]]:
        """Yield those to whom a thing may belong, the closest tie first."""
        cases = clauses.obliques(word)
        yield arguments.occupants(word)
        yield arguments.owners(word)
        yield [child for child in word.children if child.dep_ in OWNING and child.i < word.i]
        for preposition in BELONGING:
            heads = [case.head for case in cases if case.preposition == preposition]
            yield [part for head in heads for part in (head, *clauses.conjuncts(head))]
        yield clauses.appositions(word)
        yield arguments.makers(word)

    def _titled(self, word: Token) -> Actor | None:
        """Return the person before whose name a title stands ("newly elected [president] Orla Brandt")."""
        holder = self._lookup.of(word.head) if word.dep_ == "nmod:desc" and word.head.i > word.i else None
        return holder if holder is not None and holder.type == "person" else None

    def _listed(self, word: Token, actor: Actor) -> list[Actor]:
        """Return the named actors that a description without a name is said to be ("the two leaders, Brandt and Olsen")."""
        if actor.is_named:
            return []
        names = [part for head in clauses.appositions(word) for part in (head, *clauses.conjuncts(head))]
        found = [other for name in names if (other := self._lookup.of(name)) is not None and other.is_named]
        return found if len(found) > 1 else []

    def _adjectival(self, word: Token) -> Actor | None:
        """Return the country of an adjective ("Russian missiles"), or the actor whom "anti-" opposes ("anti-government")."""
        if is_opposed(word):
            return self._opposed(word.text[len(AGAINST) :], word)
        return (self._lookup.of(word) or self._nations.of(word)) if word.text[:1].isupper() else None

    def _opposed(self, name: str, word: Token) -> Actor | None:
        """Return the country of an adjective, else the one actor of the text whose name ends so."""
        return self._nations.of(word, name) if name[:1].isupper() else self._called(name, word)

    def _first_part(self, word: Token) -> Actor | None:
        """Return the one actor that the first part of a compound means ("[police] violence", of the Swedish police)."""
        return self._called(word.lower_, word) if word.dep_ == "compound" and word.pos_ == "NOUN" else None

    def _called(self, name: str, word: Token) -> Actor | None:
        """Return the actor of the text whose name or description ends so, the only one, or a body of which a country has one."""
        if self._by_last_word is None:
            self._by_last_word = _by_last_word(self._actors, word.doc.text)
        called = list(self._by_last_word.get(name, {}).values())
        if len(called) > 1 and (name not in BODIES or len({actor.country for actor in called}) > 1):
            return None
        return max(called, key=lambda actor: len(actor.mentions), default=None)


def _by_last_word(actors: Sequence[Actor], text: str) -> dict[str, dict[str, Actor]]:
    """Return the actors, by id, whose names or descriptions end in a word."""
    found: dict[str, dict[str, Actor]] = {}
    for actor in actors:
        for mention in actor.mentions:
            if mention.kind != "pronoun" and (words := text[mention.start : mention.end].split()):
                found.setdefault(words[-1], {})[actor.actor_id] = actor
    return found


def _means_speaker(word: Token, quote: Quote) -> bool:
    """Tell whether an unresolved pronoun means the speaker: "we" always, "it" where the words are reported indirectly."""
    return word.lower_ in FIRST_PERSON or (word.lower_ in THIRD_PERSON and quote.kind == "indirect")


def _is_thing(word: Token, actor: Actor) -> bool:
    """Tell whether a noun without a name is no actor: a building ("schools"), or what somebody has or does ("his authority")."""
    return not actor.is_named and any({word.lemma_.lower(), word.lower_} & classes()[name] for name in ("facility", "abstract"))
