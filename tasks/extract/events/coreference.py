"""Later mentions of the same happening ("the attack", "the protests") take the participants that the article gives elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.extract import clauses
from tasks.extract.events.factuality import DEFINITE
from tasks.extract.events.lemmas import lemmas_of
from tasks.extract.events.triggers import Trigger
from tasks.records import Event

#: Letters that a noun and the verb of the same happening have in common (protest-ers, prorogu-e, attack-ed).
STEM = 5
#: Words that introduce another happening of the kind.
INTRODUCING = frozenset({"a", "an", "another", "new", "further", "other", "more", "no", "any", "previous", "similar"})


def take_over_participants(events: Sequence[Event], triggers: Sequence[Trigger]) -> list[Event]:
    """Fill the empty sides of event nouns from the nearest mention of the same type and word, earlier ones first."""
    completed = list(events)
    stems = [_stem(trigger) for trigger in triggers]
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


def _stem(trigger: Trigger) -> str:
    return lemmas_of(trigger.token)[0][:STEM]


def _refers_back(trigger: Trigger) -> bool:
    """Tell whether an event noun can speak of a happening that is known: it is definite, or a plural that introduces no other."""
    token = trigger.token
    if token.pos_ not in {"NOUN", "PROPN"} or any(child.lower_ in INTRODUCING for child in token.children):
        return False
    definite = clauses.possessors(token) or any(child.lower_ in DEFINITE for child in token.children)
    return bool(definite) or token.tag_ in {"NNS", "NNPS"}
