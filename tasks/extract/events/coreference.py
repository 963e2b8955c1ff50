"""Later mentions of the same happening ("the attack", "the protests") take the participants that the article gives elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.events.factuality import DEFINITE
from tasks.extract.events.filling import fill
from tasks.extract.events.lemmas import lemmas_of
from tasks.extract.events.lexicon import classes
from tasks.extract.events.triggers import Trigger
from tasks.records import Actor, Event

#: Types of which an article tells one happening under several names (march, rally, protest).
ONE_HAPPENING = frozenset({"PROTEST"})
#: Types of what is done once to somebody, so that whom it was done to tells which one is meant.
ONE_OFF = frozenset({"ASSAULT", "COERCE", "RULE", "LEAVE", "APPOINT"})
#: Types of which many have one name.
NO_TOPIC = frozenset({"VOTE", "APPOINT", "HARM", "PROTEST", "ASSAULT"})
#: Nouns that may name, with the article, what another word of the same type has told.
GENERAL = {
    "ASSAULT": frozenset({"attack", "assault", "killing", "shooting", "offensive", "violence", "strike", "bombing"}),
    "CONSULT": frozenset({"meeting", "talk", "talks", "call", "conversation", "discussion", "visit", "negotiation", "summit"}),
    "AGREE": frozenset({"deal", "agreement", "accord", "pact", "treaty", "promise", "pledge", "contract"}),
    "ACCUSE": frozenset({"accusation", "allegation", "claim", "charge", "lawsuit", "suit", "case", "complaint", "criticism"}),
    "REQUEST": frozenset({"request", "demand", "appeal", "call", "plea"}),
    "THREATEN": frozenset({"threat", "warning", "ultimatum"}),
    "RULE": frozenset({"ruling", "verdict", "judgment", "judgement", "decision", "conviction", "sentence"}),
    "COERCE": frozenset({"arrest", "detention", "raid", "crackdown", "takeover", "seizure", "ban"}),
    "SANCTION": frozenset({"sanction", "sanctions", "embargo", "withdrawal"}),
    "REJECT": frozenset({"refusal", "rejection"}),
}
POINTING = frozenset({"the", "this", "that", "these", "those"})
#: Words beside a noun that say which one is meant, so that it may be another.
SPECIFYING = frozenset({"amod", "compound", "nmod", "nmod:poss", "nmod:desc", "acl", "acl:relcl", "nummod"})
#: Words within which a general noun refers back.
NEAR = 120
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
#: Words that introduce another happening of the kind.
INTRODUCING = frozenset({"a", "an", "another", "new", "further", "other", "more", "no", "any", "previous", "similar"})


def take_over_participants(events: Sequence[Event], triggers: Sequence[Trigger]) -> list[Event]:
    """Fill the empty sides of later mentions of a happening from the nearest mention that gives them."""
    completed = list(events)
    stems = [stem(trigger) for trigger in triggers]
    for index, (event, trigger) in enumerate(zip(events, triggers, strict=True)):
        if event.type == "VOTE" or (event.initiators and event.recipients) or _are_several_requests(event, trigger):
            continue
        if event.type != "APPOINT" and _refers_back(trigger):  # of nominations there are many
            named = [other for other in _around(index, len(events)) if stems[other] == stems[index]]
            for other in named:
                completed[index] = _completed(completed[index], completed[other], "mention")
            if not any(other < index for other in named) and (before := _told_before(index, events, triggers)) is not None:
                completed[index] = _completed(completed[index], completed[before], "happening")
        elif event.type in ONE_OFF and (trigger.token.pos_ == "VERB" or event.type == "APPOINT"):
            for other in _around(index, len(events)):
                if stems[other] == stems[index] and _is_done_to_the_same(event, events[other]):
                    completed[index] = _completed(completed[index], events[other], "mention")
    return _of_one_topic(completed, triggers)


def _of_one_topic(events: list[Event], triggers: Sequence[Trigger]) -> list[Event]:
    """Give events of one name ("peace talks", "an impeachment inquiry") the recipients on which those that have any agree."""
    by_topic: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    topics = [_topic(trigger) for trigger in triggers]
    for event, topic in zip(events, topics, strict=True):
        if topic and event.recipients:
            by_topic[topic].add(tuple(sorted(event.recipients)))
    return [
        fill(event, "topic", recipients=next(iter(by_topic[topic]))) if topic and len(by_topic[topic]) == 1 else event
        for event, topic in zip(events, topics, strict=True)
    ]


def _topic(trigger: Trigger) -> tuple[str, ...]:
    """Return type, stem and specifying words of an event noun, nothing where it has none."""
    token = trigger.token
    words = sorted(child.lemma_.lower() for child in token.children if child.dep_ == "compound" and child.i < token.i)
    if token.pos_ != "NOUN" or not words or trigger.sense.type in NO_TOPIC or INTRODUCING & set(words):
        return ()
    return (trigger.sense.type, stem(trigger), *words)


def _around(index: int, count: int) -> tuple[int, ...]:
    """Return the places of the other events, earlier ones first, the nearest of each first."""
    return (*range(index - 1, -1, -1), *range(index + 1, count))


def _completed(event: Event, other: Event, how: str) -> Event:
    if event.type != other.type or (event.status == "actual" and other.status != "actual"):
        return event  # who was asked or is to do it need not have done it
    if event.initiators and set(event.initiators) != set(other.initiators):
        return event
    if event.recipients and set(event.recipients) != set(other.recipients):
        return event
    return fill(event, how, other.initiators, other.recipients)


def _told_before(index: int, events: Sequence[Event], triggers: Sequence[Trigger]) -> int | None:
    """Return the event shortly before that a general noun with the article means ("... was poisoned. The attack ...")."""
    token = triggers[index].token
    if not set(lemmas_of(token)) & GENERAL.get(events[index].type, frozenset()):
        return None
    if not any(child.lower_ in POINTING for child in token.children) or any(child.dep_ in SPECIFYING for child in token.children):
        return None
    for other in range(index - 1, -1, -1):
        if token.i - triggers[other].token.i > NEAR:
            return None
        if events[other].type == events[index].type and events[other].polarity == "affirmed":
            return other
    return None


def _are_several_requests(event: Event, trigger: Trigger) -> bool:
    """Tell whether a word names demands of which each may be put to somebody else ("his demands")."""
    return event.type == "REQUEST" and trigger.token.tag_ == "NNS"


def _is_done_to_the_same(event: Event, other: Event) -> bool:
    return event.polarity == other.polarity and bool(event.recipients) and set(event.recipients) == set(other.recipients)


def stem(trigger: Trigger) -> str:
    """Return what the words for one happening have in common."""
    return trigger.sense.type if trigger.sense.type in ONE_HAPPENING else lemmas_of(trigger.token)[0][:STEM]


def _refers_back(trigger: Trigger) -> bool:
    """Tell whether an event noun can speak of a happening that is known: it is definite, or a plural that introduces no other."""
    token = trigger.token
    if token.pos_ not in {"NOUN", "PROPN"} or any(child.lower_ in INTRODUCING for child in token.children):
        return False
    possessors = clauses.possessors(token)
    if trigger.sense.type == "HARM" and (possessors or _has_own_victim(token)):
        return False
    definite = possessors or any(child.lower_ in DEFINITE for child in token.children)
    return bool(definite) or token.tag_ in {"NNS", "NNPS"}


def _has_own_victim(harm: Token) -> bool:
    """Tell whether a word for harm says whom it befell ("the death of a bear"), or names a disaster, which befalls many."""
    return bool(set(lemmas_of(harm)) & classes()["disaster"]) or any(case.preposition == "of" for case in clauses.obliques(harm))


def resolve_collectives(events: Sequence[Event], actors: Sequence[Actor]) -> list[Event]:
    """Replace "the leaders", "both sides" ... by the named participants, where several, of the meeting told of before."""
    names = {actor.actor_id: actor.name.lower().split() for actor in actors if not actor.is_named}
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
