"""Participants that the happenings of a document imply: who protests, who arrests, whom an attack befell."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.events.arguments import is_passive
from tasks.extract.events.filling import fill
from tasks.extract.events.lemmas import lemmas_of
from tasks.extract.events.triggers import Trigger
from tasks.records import Actor, Event

POLICE = frozenset({"police", "policemen", "gendarmerie"})
ARRESTING = frozenset({"arrest", "detain", "apprehend"})
PROTESTERS = frozenset({"protesters", "protestors", "demonstrators", "marchers", "rioters"})


def with_implied(events: Sequence[Event], triggers: Sequence[Trigger], actors: Sequence[Actor]) -> list[Event]:
    """Fill the sides that the text leaves to be understood."""
    return let_police_arrest(let_protesters_protest(events, actors), triggers, actors)


def let_protesters_protest(events: Sequence[Event], actors: Sequence[Actor]) -> list[Event]:
    """Give protests of nobody to the protesters, where the document speaks of them."""
    protesters = next((actor.actor_id for actor in actors if set(actor.name.lower().split()[-1:]) & PROTESTERS), None)
    if protesters is None:
        return list(events)
    return [fill(event, "protesters", initiators=(protesters,)) if event.type == "PROTEST" else event for event in events]


def let_police_arrest(events: Sequence[Event], triggers: Sequence[Trigger], actors: Sequence[Actor]) -> list[Event]:
    """Give arrests by nobody to the police, where the document knows one police force."""
    police = [actor for actor in actors if actor.type == "group" and set(actor.name.lower().split()[-1:]) & POLICE]
    named = [actor for actor in police if actor.is_named]
    if not police or len(named) > 1 or len({actor.country for actor in police} - {None}) > 1:
        return list(events)
    force = (named or sorted(police, key=lambda actor: len(actor.mentions)))[-1].actor_id
    return [
        fill(event, "police", initiators=(force,)) if _is_arrest(trigger.token) and event.type == "COERCE" else event
        for event, trigger in zip(events, triggers, strict=True)
    ]


def _is_arrest(token: Token) -> bool:
    arresting = token.pos_ == "NOUN" or is_passive(token)
    return arresting and (bool(set(lemmas_of(token)) & ARRESTING) or token.lower_ == "taken")


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
