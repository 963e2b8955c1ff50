"""From tokens to actors, for what comes after: which actor does this noun phrase mention; is this actor worth reporting."""

from __future__ import annotations

from collections.abc import Iterable

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


def is_reportable(actor: Actor, quotes: Iterable[Quote], events: Iterable[Event]) -> bool:
    """Tell whether an actor belongs in the records: named, mentioned again, a speaker, or part of an event."""
    if len(actor.mentions) > 1 or any(mention.kind == "name" for mention in actor.mentions):
        return True
    spoken = {actor_id for quote in quotes for actor_id in (quote.speaker_actor, quote.addressee_actor)}
    done = {
        actor_id for event in events for actor_id in (*event.initiators, *event.recipients, event.asserted_by, *event.sources)
    }
    return actor.actor_id in spoken | done
