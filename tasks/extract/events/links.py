"""Tie a demand, promise, threat, accusation or denial to what it is about, and let the two share participants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from tasks.extract.events.filling import fill
from tasks.extract.events.governors import governor, light_governor
from tasks.extract.events.triggers import ABSORBING, Trigger
from tasks.records import Event

#: Types that have a content, and the name of the tie.
RELATIONS = {
    "REQUEST": "content_of_request",
    "AGREE": "content_of_promise",
    "THREATEN": "content_of_threat",
    "ACCUSE": "content_of_accusation",
    "REJECT": "content_of_denial",
}
#: Frames in which what hangs on a speech act is its content ("demanded a halt to ..."), not its time, place or occasion.
CONTENT_FRAMES = frozenset(
    {"obj", "that", "to", "ing", "bare", "of", "for", "on", "from", "against", "into", "such", "including", "over"}
)
#: Types whose participants are their own, whoever speaks of them.
#: Speech acts to which somebody answers, and the types of answers.
ANSWERED = frozenset({"REQUEST", "ACCUSE", "AGREE", "THREATEN"})
ANSWERS = frozenset({"AGREE", "REJECT", "CONCEDE", "ACCUSE", "SUPPORT"})
#: Types of what two sides do together.
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: Types that say what somebody thinks of another event, and so of those who did it.
OPINIONS = frozenset({"ACCUSE", "SUPPORT"})
ANSWER_FRAMES = frozenset({"obj", "with", "to", "of", "for"})
APART = frozenset({"VOTE", "HARM"})
#: Modes of asking and refusing by the type of what is asked for or refused, and of threats by what is threatened.
ASKED = (
    dict.fromkeys(("AID", "COOPERATE", "SUPPORT", "AGREE"), "assist")
    | dict.fromkeys(("LEGISLATE", "APPOINT", "LEAVE", "VOTE"), "change")
    | dict.fromkeys(("CONCEDE", "RETREAT"), "yield")
    | {"CONSULT": "meet"}
)
MODES = {
    "REQUEST": ASKED,
    "REJECT": ASKED,
    "THREATEN": {"ASSAULT": "violence", "SANCTION": "relations", "COERCE": "restrict", "PROTEST": "restrict"},
}
DEPTH = 6


def parent_of(token: Token, positions: dict[int, int], triggers: Sequence[Trigger]) -> int | None:
    """Return the index of the speech act that a trigger is the content of, looking upwards through what it hangs on."""
    content = token
    for _ in range(DEPTH):
        above = light_governor(token) if token.pos_ in {"NOUN", "PROPN"} else governor(token)
        if above is None or above.frame not in CONTENT_FRAMES or above.word == content:
            return None  # at a loop ("There was no deal") nothing is its own content
        token = above.word
        index = positions.get(token.i)
        if index is not None and triggers[index].sense.type in RELATIONS:
            return index
    return None


def share_participants(events: list[Event], triggers: Sequence[Trigger]) -> list[Event]:
    """Fill empty sides: who is asked does what is asked; who promises, threatens or refuses does it, to whom it is promised."""
    shared = list(events)
    for index, event in enumerate(events):
        if event.parent is None or event.type in APART or _is_of_others(event, triggers[index].token, shared[event.parent]):
            continue
        act, content = shared[event.parent], shared[index]
        if act.type in {"REQUEST", "ACCUSE"}:
            if not act.recipients:
                act = fill(act, "content", recipients=content.initiators)
            else:
                content = fill(content, "parent", initiators=act.recipients)
        elif (act.type, content.type) != ("AGREE", "PROTEST"):  # who approves a rally does not rally
            content = fill(content, "parent", initiators=act.initiators)
        if act.type in {"AGREE", "THREATEN", "REJECT"}:
            act = fill(act, "content", recipients=content.recipients)
        shared[event.parent], shared[index] = act, content
    return shared


def give_modes(events: Sequence[Event]) -> list[Event]:
    """Give demands, refusals and threats the mode that the type of their content tells."""
    told: dict[int, str] = {}
    for event in events:
        if event.parent is None or event.polarity == "negated":  # to ask for a halt to aid is not to ask for aid
            continue
        if (mode := MODES.get(events[event.parent].type, {}).get(event.type)) is not None:
            told.setdefault(event.parent, mode)
    return [replace(event, mode=event.mode or told.get(index)) for index, event in enumerate(events)]


def _is_of_others(content: Event, word: Token, act: Event) -> bool:
    """Tell whether what is rejected is another's doing ("opposed the withdrawal"), no deal, not one's own."""
    return act.type == "REJECT" and word.pos_ in {"NOUN", "PROPN"} and content.type not in MUTUAL


def answer(events: Sequence[Event], triggers: Sequence[Trigger]) -> list[Event]:
    """Let an answer and what it answers name each other ("rejected the demand"), an opinion those who did its object.

    What becomes of aid or sanctions ("a halt to aid for") has the participants of these where it names none.
    """
    answered = list(events)
    positions = {trigger.token.i: index for index, trigger in enumerate(triggers)}
    for index, trigger in enumerate(triggers):
        above = light_governor(trigger.token) if trigger.token.pos_ in {"NOUN", "PROPN"} else None
        other = positions.get(above.word.i) if above is not None and above.frame in ANSWER_FRAMES else None
        if other is None or other == index or answered[other].type not in ANSWERS | ABSORBING | {"RULE"}:
            continue
        reply, act = answered[other], answered[index]
        if reply.type == "RULE" and act.type != "ACCUSE":
            continue
        if reply.type in ABSORBING and act.type not in ANSWERED:
            answered[other] = reply = fill(reply, "object", act.initiators, act.recipients)
        if act.type in ANSWERED or reply.type in OPINIONS:
            answered[other] = fill(reply, "answer", recipients=act.initiators)
        if act.type in ANSWERED and reply.type != "RULE":
            answered[index] = fill(act, "answer", recipients=reply.initiators)
    return answered
