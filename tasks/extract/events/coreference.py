"""Later mentions of the same happening ("the attack", "the protests") take the participants that the article gives elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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
        if trigger.token.pos_ not in {"NOUN", "PROPN"} or (event.initiators and event.recipients) or _introduces(trigger):
            continue
        others = [other for other in (*range(index - 1, -1, -1), *range(index + 1, len(events)))]
        same = [completed[other] for other in others if stems[other] == stems[index] and events[other].type == event.type]
        for other in same:
            event = _completed(event, other)
        completed[index] = event
    return completed


def _completed(event: Event, other: Event) -> Event:
    if event.initiators and set(event.initiators) != set(other.initiators):
        return event
    if event.recipients and set(event.recipients) != set(other.recipients):
        return event
    return replace(event, initiators=event.initiators or other.initiators, recipients=event.recipients or other.recipients)


def _stem(trigger: Trigger) -> str:
    return lemmas_of(trigger.token)[0][:STEM]


def _introduces(trigger: Trigger) -> bool:
    return any(child.lower_ in INTRODUCING for child in trigger.token.children)
