"""How many an event befell, as its sentence says: killed, arrested, sent; of a protest, how many took part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.events.dates import NUMBERS

#: Types of which texts count those to whom it is done, and those who do it.
OF_UNDERGOERS = frozenset({"ASSAULT", "COERCE", "HARM", "MOBILIZE", "RETREAT"})
OF_DOERS = frozenset({"PROTEST"})
TEENS = ("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
WORDS = NUMBERS | {word: number for number, word in enumerate(TEENS, start=11)}
TENS = dict(zip(["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(30, 100, 10), strict=True))
MULTIPLES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
DIGITS = re.compile(r"\d{1,3}(,\d{3})+|\d+(\.\d+)?")
#: Nouns that measure and are no ones who are counted.
UNITS = re.compile(
    r"percent|%|year|month|week|day|hour|minute|mile|met(er|re)|kilom|km|kg|ton|dollar|euro|pound|degree|time|point|third|quarter|half"
)
#: A "toll of 12", "toll rose to 12".
TOLL = frozenset({"toll", "tally", "count"})
TO = frozenset({"to", "at", "of"})


def stated_count(trigger: Token, event_type: str) -> int | None:
    """Return the number that a sentence states of those whom an event befell; None where it gives none."""
    for word in _counted(trigger, event_type):
        if (number := _number_of(word)) is not None:
            return number
    return None


def _counted(trigger: Token, event_type: str) -> Iterator[Token]:
    """Yield the words whose number is that of an event."""
    if event_type not in OF_UNDERGOERS | OF_DOERS:
        return
    if trigger.pos_ in {"NOUN", "PROPN"}:
        yield from _of_noun(trigger, event_type)
        return
    if event_type in OF_DOERS:
        yield from clauses.subjects(trigger)
        return
    yield from clauses.objects(trigger)
    if clauses.is_passive(trigger) or (event_type in {"HARM", "RETREAT"} and not clauses.objects(trigger)):
        yield from clauses.subjects(trigger) or clauses.understood_subjects(trigger)
    if trigger.dep_ in clauses.PARTICIPLE and trigger.tag_ == "VBN":  # "12 people killed in the blast"
        yield trigger.head


def _of_noun(noun: Token, event_type: str) -> Iterator[Token]:
    toll = noun.head if noun.head.lower_ in TOLL else None
    if toll is not None:
        yield from (number for word in (toll, toll.head) for preposition, number in clauses.obliques(word) if preposition in TO)
    elif event_type == "HARM":
        yield noun


def _number_of(word: Token) -> int | None:
    """Return the number that a word is or has before it ("at least 12 people", "12", "1.7 million")."""
    if word.pos_ == "NUM" and not any(child.pos_ in {"NOUN", "SYM"} for child in word.children):
        return _value(word)
    if word.pos_ in {"NOUN", "PROPN"} and not UNITS.match(word.lower_):
        # of one alone a number is a year, a day or a name ("the 2012 candidate")
        numbers = [child for child in word.children if child.dep_ in {"nummod", "nummod:gov"} and child.i < word.i]
        number = _value(numbers[-1]) if numbers else None
        return None if number is None or (number > 1 and word.tag_ in {"NN", "NNP"}) else number
    return None


def _value(number: Token) -> int | None:
    """Return the value of a number in digits or words, with its multiples and tens ("two hundred", "1.7 million")."""
    parts = [*(child for child in number.lefts if child.dep_ in {"compound", "nummod", "flat"}), number]
    parts += [child for child in number.rights if child.dep_ in {"compound", "flat"}]
    total, current = 0.0, None
    for word in (piece for part in parts for piece in part.lower_.split("-")):
        if DIGITS.fullmatch(word):
            current = float(word.replace(",", ""))
        elif word in WORDS or word in TENS:
            current = (current or 0) + (WORDS.get(word) or TENS[word])
        elif word in MULTIPLES:
            total, current = total + (1 if current is None else current) * MULTIPLES[word], None
    value = total + (current or 0)
    return int(value) if value > 0 and value == int(value) else None
