"""Later mentions of the same happening ("the attack", "the protests") take the participants that the article gives elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.extract import clauses
from tasks.extract.events.factuality import DEFINITE
from tasks.extract.events.lemmas import lemmas_of
from tasks.extract.events.triggers import Trigger
from tasks.records import Actor, Event

#: Types of which an article tells one happening under several names (march, rally, protest).
ONE_HAPPENING = frozenset({"PROTEST"})
#: Letters that a noun and the verb of the same happening have in common (protest-ers, prorogu-e, attack-ed).
STEM = 5
#: Nouns by which a text speaks of all the parties to a meeting.
COLLECTIVES = frozenset(
    {
        "leaders",
        "sides",
        "parties",
        "presidents",
        "ministers",
        "countries",
        "nations",
        "governments",
        "delegations",
        "counterparts",
    }
    | {"pair", "duo", "two"}
)
PROTESTERS = frozenset({"protesters", "protestors", "demonstrators", "marchers", "rioters"})
#: Words that introduce another happening of the kind.
INTRODUCING = frozenset({"a", "an", "another", "new", "further", "other", "more", "no", "any", "previous", "similar"})


def take_over_participants(events: Sequence[Event], triggers: Sequence[Trigger]) -> list[Event]:
    """Fill the empty sides of event nouns from the nearest mention of the same type and word, earlier ones first."""
    completed = list(events)
    stems = [stem(trigger) for trigger in triggers]
    for index, (event, trigger) in enumerate(zip(events, triggers, strict=True)):
        if event.type == "VOTE" or (event.initiators and event.recipients) or not _refers_back(trigger):
            continue
        others = (*range(index - 1, -1, -1), *range(index + 1, len(events)))
        for other in others:
            if stems[other] == stems[index] and events[other].type == event.type:
                completed[index] = _completed(completed[index], completed[other])
    return completed


def _completed(event: Event, other: Event) -> Event:
    if event.initiators and set(event.initiators) != set(other.initiators):
        return event
    if event.recipients and set(event.recipients) != set(other.recipients):
        return event
    return replace(event, initiators=event.initiators or other.initiators, recipients=event.recipients or other.recipients)


def stem(trigger: Trigger) -> str:
    """Return what the words for one happening have in common."""
    return trigger.sense.type if trigger.sense.type in ONE_HAPPENING else lemmas_of(trigger.token)[0][:STEM]


def _refers_back(trigger: Trigger) -> bool:
    """Tell whether an event noun can speak of a happening that is known: it is definite, or a plural that introduces no other."""
    token = trigger.token
    if token.pos_ not in {"NOUN", "PROPN"} or any(child.lower_ in INTRODUCING for child in token.children):
        return False
    definite = clauses.possessors(token) or any(child.lower_ in DEFINITE for child in token.children)
    return bool(definite) or token.tag_ in {"NNS", "NNPS"}


def resolve_collectives(events: Sequence[Event], actors: Sequence[Actor]) -> list[Event]:
    """Replace "the leaders", "both sides" ... by the named participants, where several, of the meeting told of before."""
    names = {
        actor.actor_id: actor.name.lower().split()
        for actor in actors
        if all(mention.kind != "name" for mention in actor.mentions)
    }
    collective = {
        actor_id for actor_id, words in names.items() if words[-1:] and words[-1] in COLLECTIVES and words[0] in {"the", "both"}
    }
    resolved: list[Event] = []
    parties: tuple[str, ...] = ()
    for event in events:
        here = tuple(dict.fromkeys(actor for actor in (*event.initiators, *event.recipients) if actor not in names))
        if parties and collective & {*event.initiators, *event.recipients}:
            initiators = parties if collective & set(event.initiators) else event.initiators
            recipients = parties if collective & set(event.recipients) else event.recipients
            others = tuple(one for one in recipients if one not in initiators)
            resolved.append(replace(event, initiators=initiators, recipients=others))
            continue
        if event.type == "CONSULT" and len(here) > 1:
            parties = here
        resolved.append(event)
    return resolved


def let_protesters_protest(events: Sequence[Event], actors: Sequence[Actor]) -> list[Event]:
    """Give protests of nobody to the protesters, where the document speaks of them."""
    protesters = next((actor.actor_id for actor in actors if set(actor.name.lower().split()[-1:]) & PROTESTERS), None)
    if protesters is None:
        return list(events)
    return [
        replace(event, initiators=(protesters,)) if event.type == "PROTEST" and not event.initiators else event
        for event in events
    ]
