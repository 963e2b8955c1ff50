"""When an event happens: the expression of time that belongs to it in its sentence, else the date of other mentions of the same.

A date is taken from the words of the trigger itself, from the verb that carries it, or from another mention of the same happening
in the document; never from another event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.events.coreference import stem
from tasks.extract.events.dates import COUNTING_WORDS, NONE_STATED, NUMBERS, TIME_WORDS, YEAR, resolve
from tasks.extract.events.factuality import is_known, reading
from tasks.extract.events.governors import MODIFIER, PREDICATIVE, governor, takes_as_object
from tasks.extract.events.lemmas import lemmas_of
from tasks.extract.events.lexicon import signature
from tasks.extract.events.marks import Reading
from tasks.extract.events.triggers import Trigger
from tasks.records import Event, When

#: Labels under which a phrase may be one of time.
MODIFIERS = frozenset(
    {"obl", "obl:tmod", "obl:unmarked", "nmod", "nmod:tmod", "nmod:unmarked", "nmod:poss", "advmod", "amod", "compound", "nummod"}
)
#: Parts of a phrase of time: of a wider phrase ("the plan for October") only these are read.
PARTS = MODIFIERS | {"case", "det", "flat", "punct", "appos", "fixed", "conj", "cc"}
#: Prepositions after which a date is no date of the event: it begins or ends something else.
BOUNDS = re.compile(r"^(until|till|before|after|prior|ahead|following|from|than)\b")
#: Counted from another event ("two weeks after the attack on 2 June").
COUNTED = re.compile(r"\b(after|before|later|earlier|prior|since|following)\b.*\w")
#: Before another event even more: "a candidate for the 2020 election", but "met at the 2020 summit".
OTHER_EVENTS = re.compile(BOUNDS.pattern.replace("(", "(for|with|to|of|on|about|", 1))
FUTURE = frozenset({"planned", "requested", "possible"})
FINE = {"day": 0, "month": 1, "year": 2, None: 3}
#: Prepositions of an occasion that happens at the time of its verb ("met at a summit").
OCCASION = frozenset({"at", "in", "during", "for", "amid"})
SAME_DAY = re.compile(r"\b(that|the same) (day|night|evening|morning|afternoon)\b")
DURATION = re.compile(rf"\b(?:for )?(\d+|{COUNTING_WORDS})[\s-](day|week|month|year|hour)s?\b")
#: Labels of a length of time before its noun ("a 30-day ceasefire").
MEASURES = frozenset({"amod", "compound", "nummod", "nmod:poss"})
PASSED = re.compile(r"\b(ago|after|before|later|earlier|since|last|next)\b")
DAYS_OF = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
DEPTH = 4


def when(trigger: Token, published: date | None, found: Reading) -> When:
    """Return when an event happens: the finest date of its own phrase, else of the words that carry it.

    Args:
        trigger: the word that signals the event.
        published: what relative expressions count from.
        found: polarity and status of the event: what is planned lies ahead.
    """
    ahead = found.status() in FUTURE and not any(auxiliary.lower_ == "have" for auxiliary in clauses.auxiliaries(trigger))
    own = [(word, 0) for word in (trigger, *_described(trigger))]
    for places in (own, *([place] for place in _carriers(trigger, found))):
        dates = [
            time
            for place in places
            for phrase in _phrases(*place)
            if (time := resolve(phrase, published, future=ahead)) is not None
        ]
        if dates:
            return min(dates, key=_coarseness)
    return NONE_STATED


def is_ahead(found: When, published: date | None) -> bool:
    """Tell whether a date lies wholly after the publication."""
    return found.date is not None and published is not None and found.date > published.isoformat()[: len(found.date)]


def share_dates(events: Sequence[Event], triggers: Sequence[Trigger], published: date | None) -> list[Event]:
    """Give undated events the date of the other mentions of the same happening, where these agree on one.

    An event is mentioned again by a definite noun of the same stem and type ("the attack"); "that day" is the last day named;
    what an event does happens when it does ("the attack killed two").
    """
    dated = _on_that_day(events, triggers)
    stems = [(trigger.sense.type, stem(trigger)) for trigger in triggers]
    for index, event in enumerate(stated := tuple(dated)):
        if event.when == NONE_STATED and (one := _agreed([stated[other].when for other in _mentions(index, stems, triggers)])):
            dated[index] = _dated(event, When(one.date, one.granularity, f"same_happening: {one.basis}"), published)
    positions = {trigger.token.i: index for index, trigger in enumerate(triggers)}
    for index, trigger in enumerate(triggers):
        doers = [positions[subject.i] for subject in clauses.subjects(trigger.token) if subject.i in positions]
        if dated[index].when == NONE_STATED and doers:
            dated[index] = _dated(dated[index], dated[doers[0]].when, published)
    return dated


def _on_that_day(events: Sequence[Event], triggers: Sequence[Trigger]) -> list[Event]:
    dated = list(events)
    day: When | None = None
    for index, (event, trigger) in enumerate(zip(events, triggers, strict=True)):
        if event.when.granularity == "day":
            day = event.when
        elif event.when == NONE_STATED and day is not None and _is_that_day(trigger.token):
            dated[index] = replace(event, when=When(day.date, day.granularity, f"same_day: {day.basis}"))
    return dated


def _dated(event: Event, time: When, published: date | None) -> Event:
    status = "planned" if event.status == "actual" and is_ahead(time, published) else event.status
    return replace(event, when=time, status=status)


def _mentions(index: int, stems: Sequence[tuple[str, str]], triggers: Sequence[Trigger]) -> list[int]:
    """Return the other mentions of a happening: the later of the two refers back to the earlier ("the attack")."""
    same = [other for other, key in enumerate(stems) if other != index and key == stems[index]]
    return [other for other in same if _refers_back(triggers[max(index, other)].token)]


def _refers_back(trigger: Token) -> bool:
    return trigger.pos_ in {"NOUN", "PROPN"} and is_known(trigger)


def _agreed(times: Sequence[When]) -> When | None:
    """Return the finest of several dates where all name the same time, None where there is none or they differ."""
    named = sorted((time for time in times if time.date is not None and not time.basis.startswith("since")), key=_coarseness)
    if not named or not all((named[0].date or "").startswith(time.date or "") for time in named):
        return None
    return named[0]


def _coarseness(time: When) -> int:
    return FINE[time.granularity]


def _is_that_day(trigger: Token) -> bool:
    places = ((trigger, 0), *((word, 0) for word in _described(trigger)), *_carriers(trigger, reading(trigger)))
    return any(SAME_DAY.search(phrase) for place in places for phrase in _phrases(*place, anaphoric=True))


def _described(trigger: Token) -> Iterator[Token]:
    """Yield the verbs that tell of an event noun itself ("the vote, which was held in May", "the attack that took place")."""
    for clause in (*clauses.relative_clauses(trigger), *clauses.participles(trigger)):
        frame = "obj" if takes_as_object(clause) else "subj"
        told = signature(lemmas_of(clause), clause.pos_, frame)
        if told is not None and told.affirmed == "same":
            yield clause


def _carriers(trigger: Token, found: Reading) -> Iterator[tuple[Token, int]]:
    """Yield the words upwards on which a trigger hangs, as far as they share its time, and where their phrases of time begin.

    On a word of saying hangs what the parser attached too high: only what follows the clause ("said they were held on Friday").
    """
    word = trigger
    for _ in range(DEPTH):
        above = governor(word)
        if word.dep_ == "conj" and word.head != word and not clauses.subjects(word):
            word = word.head
        elif above is not None and _shares_time(word, above.word, above.frame, found):
            word = above.word
        else:
            if word.dep_ == "ccomp":
                yield word.head, word.i
            return
        yield word, 0


def _shares_time(word: Token, head: Token, frame: str, found: Reading) -> bool:
    if word.pos_ in {"NOUN", "PROPN"}:
        return head.pos_ in {"VERB", "AUX"} and frame in {"obj", "subj", *OCCASION}
    return frame in {MODIFIER, PREDICATIVE, "by"} or (word.dep_ == "xcomp" and reading(head).reality == found.reality)


def _phrases(word: Token, start: int, *, anaphoric: bool = False) -> Iterator[str]:
    """Yield the modifiers of a word from a position on that may be expressions of time, with prepositions, in lower case."""
    for child in word.children:
        if child.dep_ not in MODIFIERS or child.i < start:
            continue
        parts = sorted((part for part in _parts(child)), key=_position)
        phrase = child.doc[parts[0].i : parts[-1].i + 1].text.lower() if parts else ""
        bound = BOUNDS if _may_be_time([child]) else OTHER_EVENTS
        is_counted = COUNTED.search(phrase) is not None and not phrase.startswith(("since", "earlier this", "later this"))
        if (anaphoric or _may_be_time(parts)) and not bound.match(phrase) and not is_counted:
            yield phrase


def _position(token: Token) -> int:
    return token.i


def _parts(token: Token) -> Iterator[Token]:
    """Yield a word and what belongs to its phrase of time, without clauses and other events."""
    yield token
    for child in token.children:
        is_time = (
            child.ent_type_ in {"DATE", "TIME"} or child.lower_ in TIME_WORDS or child.dep_ in {"case", "det", "fixed", "punct"}
        )
        if child.dep_ in PARTS and (is_time or (child.i < token.i and child.dep_ in {"compound", "amod", "nummod", "advmod"})):
            yield from _parts(child)


def _may_be_time(parts: Sequence[Token]) -> bool:
    return any(part.lower_ in TIME_WORDS or part.ent_type_ == "DATE" or YEAR.fullmatch(part.text) for part in parts)


def duration_days(trigger: Token) -> float | None:
    """Return how long an event lasts or is to last ("for 30 days", "a 30-day ceasefire")."""
    for word in (trigger, *(word for word, _ in _carriers(trigger, reading(trigger)))):
        for child in word.children:
            phrase = child.doc[child.left_edge.i : child.right_edge.i + 1].text.lower()
            if (
                child.dep_ in MODIFIERS
                and len(phrase) < 40
                and (found := DURATION.search(phrase)) is not None
                and not PASSED.search(phrase)
            ) and (child.dep_ in MEASURES or phrase.startswith("for ")):
                return float((NUMBERS.get(found[1]) or int(found[1])) * DAYS_OF[found[2]])
    return None
