"""How alike two tellings of events are: whether they can be of one happening, and what speaks for it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from math import fsum, log
from operator import attrgetter
from sys import intern

from spacy.lang.en.stop_words import STOP_WORDS

from tasks.records import AUTHOR

#: Types under which sources may tell the same happening: yielding is told as agreeing, an attack by its victims.
FAMILIES = ({"AGREE", "CONCEDE", "RETREAT"}, {"ASSAULT", "HARM"}, {"SUPPORT", "AGREE"}, {"COERCE", "RULE"})
NEAR_DAYS = 2
#: What speaks for one happening: weights learnt from pairs of events of the training part of ECB+, rounded.
SAME_WORD, SAME_CODE, PARTICIPANTS, RECIPIENTS, WORDS, NAMES, SAME_DAY = 1.5, 0.5, 2.0, 0.75, 3.0, 1.25, 0.5
GREATEST = SAME_WORD + SAME_CODE + PARTICIPANTS + RECIPIENTS + WORDS + SAME_DAY
#: The least share of it: in another document; there with no participant in common; in the same one, where all is about the same.
LEAST, LEAST_OF_NOBODY, LEAST_INSIDE = 0.4, 0.45, 0.65
#: More words in common make a sentence a copy of the other and no telling of its own.
COPIED = 0.9
#: The least weighted share of participants, unless the words speak for it alone, and of words.
LEAST_PARTICIPANTS = 0.3
LEAST_WORDS = 0.12
#: Documents that every collection is thought to have more than it has, so that in a small one no word passes for common.
PRIOR = 200
#: Letters by which forms of one word are taken as one: in sentences, in the word of the event.
STEM, EVENT_STEM = 6, 5
NAME = re.compile(r"\b[A-Z]\w+")
WORD = re.compile(r"[^\W\d_]{3,}|\d[\d,.]*\d|\d")


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one document and source tell it."""

    event_id: str
    doc_id: str
    type: str
    source: tuple[str, str]
    stem: str
    is_plural: bool
    code: str | None
    count: int | None
    initiators: frozenset[str]
    recipients: frozenset[str]
    named: frozenset[str]
    """Participants that have a name: others may be one under two descriptions."""
    countries: frozenset[str]
    period: tuple[date, date] | None
    """First and last day on which it happened, as told."""
    published: date | None
    words: frozenset[str]
    names: frozenset[str]

    @property
    def participants(self) -> frozenset[str]:
        """Who takes part, on either side."""
        return self.initiators | self.recipients


def telling_of(row: dict[str, object]) -> Telling:
    """Make a telling of a row with the columns of ``accounts.EVENT_COLUMNS``."""

    def listed(column: str) -> frozenset[str]:
        value = row[column]
        return frozenset(map(str, value)) if isinstance(value, list) else frozenset()

    happened, published, count = row["event_date"], row["published_date"], row["stated_count"]
    words, names = _content_words(str(row["sentence_text"] or ""))
    trigger = str(row["trigger_text"] or "").lower()
    return Telling(
        event_id=str(row["event_id"]),
        doc_id=str(row["doc_id"]),
        type=str(row["type"]),
        source=(str(row["doc_id"]), str(row["asserted_by"] or AUTHOR)),
        stem=trigger[:EVENT_STEM],
        is_plural=trigger.endswith("s"),
        code=str(row["cameo_code"]) if row["cameo_code"] else None,
        count=count if isinstance(count, int) else None,
        initiators=listed("initiators"),
        recipients=listed("recipients"),
        named=listed("named_participants"),
        countries=listed("countries"),
        period=_period(happened, str(row["date_granularity"])) if isinstance(happened, date) else None,
        published=published if isinstance(published, date) else None,
        words=words,
        names=names,
    )


def _period(first: date, granularity: str) -> tuple[date, date]:
    if granularity == "year":
        return first, first.replace(month=12, day=31)
    return first, first.replace(day=monthrange(first.year, first.month)[1]) if granularity == "month" else first


@lru_cache(maxsize=8192)
def _content_words(sentence: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems of all content words and numbers of a sentence, and of its names."""
    words = {intern(word[:STEM]) for word in WORD.findall(sentence.lower()) if word not in STOP_WORDS}
    names = {intern(name.lower()[:STEM]) for name in NAME.findall(sentence) if name.lower() not in STOP_WORDS}
    return frozenset(words), frozenset(names)


class Weights:
    """How much it means to share a participant or word: the fewer documents have it, the more. Tellings come by document."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        documents: Counter[str] = Counter()
        count = 0
        for _, of_document in groupby(tellings, key=attrgetter("doc_id")):
            count += 1
            documents.update(
                {item for telling in of_document for item in (*telling.participants, *telling.words, *telling.names)}
            )
        self._weights = {item: 1 - log(documents[item]) / log(count + PRIOR) for item in documents}

    def of(self, item: str) -> float:
        """Return the weight of one participant or word, from 0 to 1."""
        return self._weights.get(item, 1.0)

    def share(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return what two sets have in common: the mean of its shares of the smaller set and of both together."""
        common = self._sum(one & other)
        if common == 0:
            return 0.0
        first, second = self._sum(one), self._sum(other)
        return (common / min(first, second) + common / (first + second - common)) / 2

    def _sum(self, items: Iterable[str]) -> float:
        return fsum(map(self._weights.__getitem__, items))  # exact in any order


def similarity(one: Telling, other: Telling, weights: Weights) -> float:
    """Return how alike two tellings are, from 0 to 1; 0 where they are not tellings of one happening."""
    if not same_family(one.type, other.type) or not _near(one, other) or not _same_parties(one, other):
        return 0.0
    is_inside = one.doc_id == other.doc_id
    if is_inside and not _same_inside(one, other):
        return 0.0
    words, names = weights.share(one.words, other.words), weights.share(one.names, other.names)
    participants = weights.share(one.participants, other.participants)
    if words < LEAST_WORDS or (words > COPIED and not is_inside):
        return 0.0
    if participants < LEAST_PARTICIPANTS and (participants > 0 or names == 0 or one.stem != other.stem):
        return 0.0
    score = (
        SAME_WORD * (one.stem == other.stem)
        + SAME_CODE * (one.code is not None and one.code == other.code)
        + PARTICIPANTS * participants
        + RECIPIENTS * (not one.recipients.isdisjoint(other.recipients))
        + WORDS * words
        + SAME_DAY * (one.period is not None and one.period == other.period)
    )
    # inside a document the names of a sentence are rather those of its source
    score = score / GREATEST if is_inside else (score + NAMES * names) / (GREATEST + NAMES)
    return score if score >= _least(one, other, participants) else 0.0


def _least(one: Telling, other: Telling, participants: float) -> float:
    """Return the least likeness: more where nobody takes part in both, and inside one document."""
    if one.doc_id != other.doc_id:
        return LEAST if participants > 0 else LEAST_OF_NOBODY
    sources = {telling.source[1] for telling in (one, other)} - {AUTHOR}
    return LEAST if len(sources) == 2 and one.stem == other.stem else LEAST_INSIDE  # two sources side by side


def same_family(one: str, other: str) -> bool:
    """Tell whether two types may be used of one happening."""
    return one == other or any({one, other} <= family for family in FAMILIES)


def _same_inside(one: Telling, other: Telling) -> bool:
    """Tell whether two tellings inside one document can be of one happening: of one act, and not two numbers of one source."""
    if one.source == other.source and None not in {one.count, other.count} and one.count != other.count:
        return False
    return one.is_plural == other.is_plural or one.stem != other.stem


def _same_parties(one: Telling, other: Telling) -> bool:
    """Tell whether the same may do it to the same; who did it to whom, sources may tell the other way round."""
    if len(one.participants & other.participants) > 1:
        return True
    sides = ((one.initiators, other.initiators), (one.recipients, other.recipients))
    return not any(_differ(first & one.named, second & other.named) for first, second in sides) or bool(
        one.countries & other.countries
    )


def _differ(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some) and bool(others) and some.isdisjoint(others)


def _near(one: Telling, other: Telling) -> bool:
    """Tell whether the happening can be the same in time: by the dates told, else by publication."""
    if one.period and other.period:
        return _gap(one.period, other.period) <= NEAR_DAYS
    first, second = one.period or _day(one.published), other.period or _day(other.published)
    if one.doc_id == other.doc_id:
        return first is None or second is None or _is_exact(first, second)
    return first is not None and second is not None and _is_exact(first, second) and _gap(first, second) <= NEAR_DAYS


def _day(published: date | None) -> tuple[date, date] | None:
    return None if published is None else (published, published)


def _is_exact(one: tuple[date, date], other: tuple[date, date]) -> bool:
    """Tell whether no period is longer than a month: what happened some time this year may be anything."""
    return all(last - first < timedelta(days=31) for first, last in (one, other))


def _gap(one: tuple[date, date], other: tuple[date, date]) -> int:
    return max((one[0] - other[1]).days, (other[0] - one[1]).days, 0)
