"""Participants that the happenings of a document imply: who protests and against whom, who arrests, whom a fight goes on with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.events.arguments import is_passive
from tasks.extract.events.filling import fill
from tasks.extract.events.lemmas import lemmas_of
from tasks.extract.events.triggers import Trigger
from tasks.records import Actor, Event

#: Words between an arrest and the protest where it happens, at most.
NEAR = 60
POLICE = frozenset({"police", "policemen", "gendarmerie"})
ARRESTING = frozenset({"arrest", "detain", "apprehend"})
PROTESTERS = frozenset({"protesters", "protestors", "demonstrators", "marchers", "rioters"})


def with_implied(events: Sequence[Event], triggers: Sequence[Trigger], actors: Sequence[Actor]) -> list[Event]:
    """Fill the sides that the text leaves to be understood."""
    protested = share_cause(let_protesters_protest(events, actors))
    return let_police_arrest(_arrested_at_protests(protested, triggers, actors), triggers, actors)


def let_protesters_protest(events: Sequence[Event], actors: Sequence[Actor]) -> list[Event]:
    """Give protests of nobody to the protesters, where the document speaks of them."""
    protesters = next((actor.actor_id for actor in actors if set(actor.name.lower().split()[-1:]) & PROTESTERS), None)
    if protesters is None:
        return list(events)
    return [fill(event, "protesters", initiators=(protesters,)) if event.type == "PROTEST" else event for event in events]


def share_cause(events: Sequence[Event]) -> list[Event]:
    """Give protests, and demands of those who protest, the recipient that all other protests of the document have."""
    against = {frozenset(event.recipients): event.recipients for event in events if event.type == "PROTEST" and event.recipients}
    if len(against) != 1:
        return list(events)
    (recipients,) = against.values()
    protesting = {actor for event in events if event.type == "PROTEST" for actor in event.initiators}
    return [
        fill(event, "cause", recipients=recipients)
        if event.type == "PROTEST" or (event.type == "REQUEST" and event.initiators and protesting.issuperset(event.initiators))
        else event
        for event in events
    ]


def let_police_arrest(events: Sequence[Event], triggers: Sequence[Trigger], actors: Sequence[Actor]) -> list[Event]:
    """Give arrests by nobody to the police, where the document knows one police force."""
    police = [actor for actor in actors if actor.type == "group" and set(actor.name.lower().split()[-1:]) & POLICE]
    named = [actor for actor in police if any(mention.kind == "name" for mention in actor.mentions)]
    if not police or len(named) > 1 or len({actor.country for actor in police} - {None}) > 1:
        return list(events)
    force = (named or sorted(police, key=_told_of))[-1].actor_id
    return [
        fill(event, "police", initiators=(force,)) if _is_arrest(trigger.token) and event.type == "COERCE" else event
        for event, trigger in zip(events, triggers, strict=True)
    ]


def _is_arrest(token: Token) -> bool:
    arresting = token.pos_ == "NOUN" or is_passive(token)
    return arresting and (bool(set(lemmas_of(token)) & ARRESTING) or token.lower_ == "taken")


def _told_of(actor: Actor) -> int:
    return len(actor.mentions)


def share_fights(events: Sequence[Event], triggers: Sequence[Trigger]) -> list[Event]:
    """Give a coordinated attack whom the one before it was on ("clashed with the police and threw stones")."""
    shared = list(events)
    positions = {trigger.token.i: index for index, trigger in enumerate(triggers)}
    for index, trigger in enumerate(triggers):
        before = positions.get(clauses.first_conjunct(trigger.token).i)
        if before is None or before == index or clauses.subjects(trigger.token):
            continue
        if shared[index].type == shared[before].type == "ASSAULT" and shared[index].initiators == shared[before].initiators:
            shared[index] = fill(shared[index], "coordination", recipients=shared[before].recipients)
    return shared


def share_victims(events: Sequence[Event], triggers: Sequence[Trigger]) -> list[Event]:
    """Give an attack of which nobody is told on whom it was the victims that are killed or hurt in it."""
    shared = list(events)
    positions = {trigger.token.i: index for index, trigger in enumerate(triggers)}
    for index, trigger in enumerate(triggers):
        for case in clauses.obliques(trigger.token) if trigger.token.pos_ == "VERB" else ():
            attack = positions.get(case.head.i)
            if attack is None or case.preposition != "in" or shared[attack].type != "ASSAULT":
                continue
            told = shared[index]
            if told.type == "ASSAULT":
                shared[attack] = fill(shared[attack], "victims", told.initiators, told.recipients)
                shared[index] = fill(told, "attack", initiators=shared[attack].initiators)
            elif told.type == "HARM":
                shared[attack] = fill(shared[attack], "victims", recipients=told.recipients)
    return shared


def _arrested_at_protests(events: Sequence[Event], triggers: Sequence[Trigger], actors: Sequence[Actor]) -> list[Event]:
    """Read people who are arrested near a protest ("71 people were arrested") as those who protest."""
    protesters = next((actor.actor_id for actor in actors if set(actor.name.lower().split()[-1:]) & PROTESTERS), None)
    people = {actor.actor_id for actor in actors if len(actor.mentions) == 1 and actor.name.lower().split()[-1:] == ["people"]}
    places = [trigger.token.i for trigger in triggers if trigger.sense.type == "PROTEST"]
    if protesters is None:
        return list(events)
    return [
        replace(event, recipients=(protesters,), rule=f"{event.rule} recipients:protesters")
        if event.recipients and people.issuperset(event.recipients) and _is_arrest(trigger.token) and _is_near(trigger, places)
        else event
        for event, trigger in zip(events, triggers, strict=True)
    ]


def _is_near(trigger: Trigger, places: Sequence[int]) -> bool:
    return any(abs(trigger.token.i - place) < NEAR for place in places)
