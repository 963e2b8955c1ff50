"""From tokens to actors, for what comes after: which actor does this noun phrase mention; which actors are worth reporting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from tasks.records import Actor, Event, Mention, Quote


class ActorLookup:
    """Finds the actor that a token of a Doc mentions."""

    def __init__(self, doc: Doc) -> None:
        self._spans: list[tuple[Mention, Actor]] = sorted(
            ((mention, actor) for actor in doc._.actors for mention in actor.mentions),
            key=lambda pair: pair[0].end - pair[0].start,
        )
        self._by_token: dict[int, Actor] = {}
        for mention, actor in self._spans:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is None:
                continue
            self._by_token.setdefault(span.root.i, actor)
            if mention.kind == "name":
                for token in span:
                    self._by_token.setdefault(token.i, actor)

    def of(self, token: Token) -> Actor | None:
        """Return the actor that a token mentions: by a mention that it heads, or by a name of which it is the title."""
        found = self._by_token.get(token.i)
        if found is not None:
            return found
        for child in token.children:
            actor = self._by_token.get(child.i) if child.dep_ in {"flat", "appos", "nmod:desc"} else None
            if actor is not None and actor.type == "person":
                return actor
        return None


def reportable(actors: Sequence[Actor], quotes: Iterable[Quote], events: Iterable[Event]) -> list[Actor]:
    """Return the actors that belong in the records: named, mentioned again, speaking, part of an event, or somebody's body."""
    known = {actor_id for quote in quotes for actor_id in (quote.speaker_actor, quote.addressee_actor)}
    known |= {actor_id for event in events for actor_id in (*event.initiators, *event.recipients, *event.sources)}
    known |= {tie.organisation_id for actor in actors for tie in actor.affiliations}
    return [actor for actor in actors if actor.actor_id in known or len(actor.mentions) > 1 or actor.mentions[0].kind == "name"]
