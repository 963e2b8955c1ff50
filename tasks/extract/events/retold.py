"""Dates that an event has from elsewhere in its document: other mentions of the same happening, "that day"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.events.coreference import INTRODUCING, ONE_HAPPENING, stem
from tasks.extract.events.dates import NONE_STATED
from tasks.extract.events.factuality import is_known
from tasks.extract.events.governors import governor, is_past
from tasks.extract.events.timing import CHARGING, FINE, TAKING_PART, is_ahead, is_that_day, names_time
from tasks.extract.events.triggers import Trigger
from tasks.records import Event, When

#: What befalls somebody once, so that two tellings with the same participants and word are of one happening.
ONCE = frozenset({"ASSAULT", "HARM"})
ANY_NUMBER = ONE_HAPPENING | {"VOTE"}
#: Words for another of a series.
ORDINALS = frozenset({"last", "next", "first", "second", "third", "final", "earlier", "later", "past"})
#: Labels of the words that tell a happening from others of its kind ("the Brescia attack").
DISTINCTIONS = frozenset({"amod", "compound", "nummod", "nmod:poss", "poss"})


def share_dates(events: Sequence[Event], triggers: Sequence[Trigger], published: date | None) -> list[Event]:
    """Give undated events the date of the other mentions of the same happening, where these agree on one.

    An event is mentioned again by a definite noun of the same stem and type ("the attack"); "that day" is the last day named;
    what an event does happens when it does ("the attack killed two"), and so do the casualties told behind it.
    """
    dated = _on_that_day(events, triggers)
    stated = tuple(dated)
    for index, event in enumerate(stated):
        if event.when == NONE_STATED and (one := _agreed([stated[other].when for other in _mentions(index, stated, triggers)])):
            dated[index] = _dated(event, When(one.date, one.granularity, f"same_happening: {one.basis}"), published)
    positions = {trigger.token.i: index for index, trigger in enumerate(triggers)}
    for index, trigger in enumerate(triggers):
        partners = [positions[word.i] for word in _told_with(trigger.token) if word.i in positions]
        if dated[index].when == NONE_STATED and partners:
            dated[index] = _dated(dated[index], dated[partners[0]].when, published)
    return _with_casualties(dated, triggers, published)


def _told_with(trigger: Token) -> Iterator[Token]:
    """Yield the words for what happens when an event does: its doer, the election won, the attack in which somebody died."""
    yield from clauses.subjects(trigger)
    if trigger.lemma_ in TAKING_PART:
        yield from clauses.objects(trigger)
    if trigger.pos_ == "VERB" and trigger.lemma_ not in CHARGING:
        yield from (noun for preposition, noun in clauses.obliques(trigger) if preposition in {"in", "during"})


def _with_casualties(events: list[Event], triggers: Sequence[Trigger], published: date | None) -> list[Event]:
    """Date the harm told in the past right behind a dated attack or disaster, in a sentence without a time of its own."""
    dated, last = list(events), None
    for index, (event, trigger) in enumerate(zip(events, triggers, strict=True)):
        sentence = trigger.token.sent
        if event.type == "HARM" and event.when == NONE_STATED and is_past(trigger.token) and event.quote is None and last:
            before = last[1]
            follows = before.end == sentence.start and "\n\n" not in before.text_with_ws
            if follows and not any(names_time(word) for word in sentence):
                dated[index] = _dated(event, replace(last[0], basis=f"told_with: {last[0].basis}"), published)
        if event.type in {"HARM", "ASSAULT"} and event.when.granularity == "day" and event.status == "actual":
            last = event.when, sentence
    return dated


def _on_that_day(events: Sequence[Event], triggers: Sequence[Trigger]) -> list[Event]:
    dated = list(events)
    day: When | None = None
    for index, (event, trigger) in enumerate(zip(events, triggers, strict=True)):
        if event.when.granularity == "day":
            day = event.when
        elif event.when == NONE_STATED and day is not None and is_that_day(trigger.token):
            dated[index] = replace(event, when=When(day.date, day.granularity, f"same_day: {day.basis}"))
    return dated


def _dated(event: Event, time: When, published: date | None) -> Event:
    status = "planned" if event.status == "actual" and is_ahead(time, published) else event.status
    return replace(event, when=time, status=status)


def _mentions(index: int, events: Sequence[Event], triggers: Sequence[Trigger]) -> list[int]:
    """Return the other mentions of a happening."""
    word = triggers[index].token
    is_any = triggers[index].sense.type == "VOTE" and any(child.lower_ in {"a", "an"} for child in word.children)
    if is_any or word.dep_ == "compound":  # "took part in an election", "the election commission": no known one
        return []
    pairs = ((min(index, other), max(index, other), other) for other in range(len(events)) if other != index)
    return [other for earlier, later, other in pairs if _is_same(earlier, later, events, triggers)]


def _is_same(earlier: int, later: int, events: Sequence[Event], triggers: Sequence[Trigger]) -> bool:
    """Tell whether two mentions are of one happening: the later refers back, or tells what befalls the same only once."""
    first, second = triggers[earlier], triggers[later]
    if first.sense.type != second.sense.type or stem(first) != stem(second):
        return False
    one, other = events[earlier], events[later]
    is_joint = one.type in ONE_HAPPENING  # organised by some, attended by others
    if not is_joint and not (_fits(one.initiators, other.initiators) and _fits(one.recipients, other.recipients)):
        return False
    if one.type != "APPOINT" and _refers_back(second.token) and _is_one(first.token):
        return _same_number(first, second) and _same_kind(first, second)
    is_once = bool(one.recipients) and one.type in ONCE and second.token.pos_ == "VERB" and one.polarity == other.polarity
    return is_once and {*one.recipients} == {*other.recipients} and one.status == other.status


def _is_one(trigger: Token) -> bool:
    """Tell whether a word tells of one happening, not of such happenings ("parties use elections to")."""
    above = governor(trigger)
    return trigger.pos_ not in {"NOUN", "PROPN"} or is_known(trigger) or above is None or above.word.tag_ not in {"VBP", "VB"}


def _fits(some: Sequence[str], others: Sequence[str]) -> bool:
    return not some or not others or not set(some).isdisjoint(others)


def _same_number(one: Trigger, other: Trigger) -> bool:
    nouns = [trigger.token.tag_ for trigger in (one, other) if trigger.token.pos_ in {"NOUN", "PROPN"}]
    return one.sense.type in ANY_NUMBER or len({tag.endswith("S") for tag in nouns}) < 2


def _same_kind(earlier: Trigger, later: Trigger) -> bool:
    """Tell whether what the later noun says of its happening is known of the earlier; elections are called by many names."""
    named, known = _distinctions(later.token), _distinctions(earlier.token)
    if earlier.sense.type == "VOTE":
        is_others = any(child.tag_ == "PRP$" for one in (earlier, later) for child in one.token.children)
        return not is_others and not (named | known) & ORDINALS and (not named or not known or bool(named & known))
    return named <= _words_around(earlier.token)


def _refers_back(trigger: Token) -> bool:
    introduced = any(child.lower_ in INTRODUCING for child in trigger.children)
    return trigger.pos_ in {"NOUN", "PROPN"} and is_known(trigger) and not introduced


def _distinctions(noun: Token) -> set[str]:
    names = [child for child in noun.children if child.dep_ in clauses.NOMINAL_MODIFIER and child.pos_ == "PROPN"]
    others = [child for child in noun.children if child.dep_ in DISTINCTIONS and child.pos_ not in {"DET", "PRON"}]
    return {child.lower_ for child in (*names, *others) if not names_time(child)}


def _words_around(token: Token) -> set[str]:
    title = token.doc._.title or ""
    return {word.lower_ for word in token.sent} | set(title.lower().split())


def _agreed(times: Sequence[When]) -> When | None:
    """Return the finest of several dates where all name the same time, None where there is none or they differ."""
    named = sorted((time for time in times if time.date is not None and not time.basis.startswith("since")), key=_coarseness)
    if not named or not all((named[0].date or "").startswith(time.date or "") for time in named):
        return None
    return named[0]


def _coarseness(time: When) -> int:
    return FINE[time.granularity]
