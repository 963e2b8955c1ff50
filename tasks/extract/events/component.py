"""The spaCy component ``readout_events``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Token

from tasks.extract import spans
from tasks.extract.actors.lookup import ActorLookup, reportable
from tasks.extract.events.contexts import Contexts
from tasks.extract.events.coreference import resolve_collectives, take_over_participants
from tasks.extract.events.counts import stated_count
from tasks.extract.events.factuality import reading
from tasks.extract.events.happenings import happenings
from tasks.extract.events.implied import share_victims, with_implied
from tasks.extract.events.links import RELATIONS, answer, give_modes, parent_of, share_participants
from tasks.extract.events.nations import Nations
from tasks.extract.events.participants import Participants
from tasks.extract.events.places import place_of
from tasks.extract.events.retold import share_dates
from tasks.extract.events.sources import Sources
from tasks.extract.events.timing import duration_days, is_ahead, when
from tasks.extract.events.triggers import Trigger, find_triggers
from tasks.extract.extensions import set_extensions
from tasks.records import Actor, Event


@Language.factory(
    "readout_events",
    assigns=["doc._.events", "doc._.happenings"],
    requires=["token.dep", "token.pos", "token.lemma", "doc.sents"],
    default_config={"with_happenings": True},
)
def create_events(nlp: Language, name: str, with_happenings: bool) -> Events:
    """Make the component for a pipeline."""
    return Events(with_happenings)


class Events:
    """Finds the events of a document, and its other happenings where they are wanted: those take half of the time."""

    def __init__(self, with_happenings: bool = True) -> None:
        set_extensions()
        self._with_happenings = with_happenings

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.events`` and ``doc._.happenings``."""
        nations = Nations(doc._.actors)
        participants = Participants(ActorLookup(doc), doc._.actors, nations)
        triggers = find_triggers(doc, participants.is_actor)
        sources, contexts = Sources(doc._.quotes), Contexts()
        positions = {trigger.token.i: index for index, trigger in enumerate(triggers)}
        events = [_event(trigger, participants, sources, positions, triggers) for trigger in triggers]
        events = [replace(event, contexts=contexts.of(trigger.token)) for event, trigger in zip(events, triggers, strict=True)]
        events = share_participants(give_modes(events), triggers)
        events = answer(share_victims(take_over_participants(events, triggers), triggers), triggers)
        events = resolve_collectives(share_dates(events, triggers, doc._.published), doc._.actors)
        doc._.events = with_implied(events, triggers, doc._.actors)
        actors = _with(doc._.actors, nations.among(_participating(doc._.events)))
        doc._.actors = reportable(actors, doc._.quotes, doc._.events)
        doc._.happenings = happenings(doc, triggers) if self._with_happenings else []
        return doc


def _participating(events: Sequence[Event]) -> set[str]:
    return {actor for event in events for actor in (*event.initiators, *event.recipients)}


def _with(actors: Sequence[Actor], others: Sequence[Actor]) -> list[Actor]:
    """Return all actors in the order of their first mentions."""
    return sorted([*actors, *others], key=lambda actor: (actor.mentions[0].start, actor.actor_id))


def _event(
    trigger: Trigger, participants: Participants, sources: Sources, positions: dict[int, int], triggers: list[Trigger]
) -> Event:
    token, sense = trigger
    parent = parent_of(token, positions, triggers)
    found = reading(token)
    span = spans.token_offsets(token)
    quote = sources.innermost(span)
    chain = sources.chain(quote)
    initiators, recipients = participants.of(trigger, sources.quote(quote))
    published: date | None = token.doc._.published
    time = when(token, published, found)
    place = place_of(token, sense.type, positions)
    return Event(
        trigger=span,
        type=sense.type,
        initiators=initiators,
        recipients=recipients,
        polarity=found.polarity,
        status="planned" if found.reality == "actual" and is_ahead(time, published) else found.status(),
        asserted_by=chain[0],
        mode=sense.mode,
        cameo=sense.cameo,
        when=time,
        duration_days=duration_days(token),
        count=stated_count(token, sense.type),
        place=place.span if place else None,
        place_country=place.country if place else None,
        place_position=place.position if place else None,
        quote=quote,
        sources=chain,
        parent=parent,
        relation=None if parent is None else RELATIONS[triggers[parent].sense.type],
        cues=tuple(spans.token_offsets(cue) for cue in _ordered(found.cues)),
        rule=sense.rule,
    )


def _ordered(cues: tuple[Token, ...]) -> list[Token]:
    return sorted({cue.i: cue for cue in cues}.values(), key=_position)


def _position(token: Token) -> int:
    return token.i
