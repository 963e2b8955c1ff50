"""Accounts: the tellings of one happening by several documents or sources, grouped, each kept as it was told.

A pure function from the events of a warehouse to the rows of its table ``accounts``. Conservative: two events are tellings of one
happening only when type, participants, time and words all speak for it; what is told once is in no group.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import polars as pl
from spacy.lang.en.stop_words import STOP_WORDS

from tasks.records import AUTHOR, content_id

#: Columns of ``group_accounts``'s argument.
EVENT_COLUMNS: dict[str, pl.DataType] = {
    "event_id": pl.String(),
    "doc_id": pl.String(),
    "type": pl.String(),
    "asserted_by": pl.String(),  # entity id; null or "author": the text itself
    "initiators": pl.List(pl.String()),  # entity ids
    "recipients": pl.List(pl.String()),
    "event_date": pl.Date(),  # null where the text gives none
    "published_date": pl.Date(),
    "start_char": pl.Int64(),
    "sentence_text": pl.String(),
    "parent_event_id": pl.String(),  # the promise, demand ... of which it is the content
}
ACCOUNT_COLUMNS: dict[str, pl.DataType] = {
    "account_id": pl.String(),
    "event_id": pl.String(),
    "doc_id": pl.String(),
    "basis": pl.String(),
    "similarity_score": pl.Float64(),
}
#: Types under which sources may tell the same happening: yielding is told as agreeing, an attack by its victims.
FAMILIES = ({"AGREE", "CONCEDE", "RETREAT"}, {"ASSAULT", "HARM"}, {"SUPPORT", "AGREE"}, {"COERCE", "RULE"})
NEAR_DAYS = 2
#: Days after which a happening that nobody tells of any more takes up no further telling.
FORGET_DAYS = 14
#: The least share of participants that two tellings have in common.
LEAST_PARTICIPANTS = 1 / 3
#: The least share of content words other than names; more where they have only one participant in common, of whom much is told.
LEAST_WORDS, LEAST_WORDS_OF_ONE = 0.15, 0.25
#: Letters by which forms of one word are taken as one.
STEM = 6
NAME = re.compile(r"\b[A-Z]\w+")
WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one document and source tell it."""

    event_id: str
    doc_id: str
    type: str
    source: tuple[str, str]
    initiators: frozenset[str]
    participants: frozenset[str]
    happened: date | None
    published: date | None
    words: frozenset[str]
    matter: frozenset[str]
    """The words that are no names."""


def group_accounts(events: pl.DataFrame) -> pl.DataFrame:
    """Group the tellings of the same happening.

    Args:
        events: one row per event with the columns of ``EVENT_COLUMNS``, in any order.

    Returns:
        One row per event that is one of several tellings, with the columns of ``ACCOUNT_COLUMNS``, group by group, in order of
        publication. ``account_id`` is a hash of the first telling's id.
    """
    ordered = _without_contents(events).sort("published_date", "doc_id", "start_char", "event_id", nulls_last=True)
    groups: list[list[Telling]] = []
    of_participant: dict[str, list[int]] = defaultdict(list)
    for telling in map(_telling, ordered.iter_rows(named=True)):
        candidates = sorted(
            {index for actor in telling.participants for index in _recent(of_participant[actor], groups, telling)}
        )
        best = max(((_fit(telling, groups[index]), -index) for index in candidates), default=(0.0, 0))
        index = -best[1]
        if best[0] == 0.0:
            index = len(groups)
            groups.append([])
        groups[index].append(telling)
        for actor in telling.participants:
            if index not in of_participant[actor][-1:]:
                of_participant[actor].append(index)
    rows = [row for group in groups for row in _rows(group)]
    return pl.DataFrame(rows, schema=ACCOUNT_COLUMNS, orient="row")


def _without_contents(events: pl.DataFrame) -> pl.DataFrame:
    """Leave out what is told with its parent: of "agreed to withdraw" the withdrawal, which is no telling of its own."""
    types = dict(events.select("event_id", "type").iter_rows())
    told = [
        parent in types and _same_family(kind, types[parent])
        for kind, parent in events.select("type", "parent_event_id").iter_rows()
    ]
    return events.filter(~pl.Series(told, dtype=pl.Boolean))


def _recent(indexes: list[int], groups: Sequence[Sequence[Telling]], telling: Telling) -> list[int]:
    """Return the groups of an actor that are still told of, and forget the others: the tellings come in order of publication."""
    if telling.published is not None:
        oldest = telling.published - timedelta(days=FORGET_DAYS)
        indexes[:] = [index for index in indexes if (groups[index][-1].published or oldest) >= oldest]
    return indexes


def _telling(row: dict[str, object]) -> Telling:
    def listed(column: str) -> Iterable[str]:
        value = row[column]
        return [str(item) for item in value] if isinstance(value, list) else []

    happened, published = row["event_date"], row["published_date"]
    return Telling(
        event_id=str(row["event_id"]),
        doc_id=str(row["doc_id"]),
        type=str(row["type"]),
        source=(str(row["doc_id"]), str(row["asserted_by"] or AUTHOR)),
        initiators=frozenset(listed("initiators")),
        participants=frozenset((*listed("initiators"), *listed("recipients"))),
        happened=happened if isinstance(happened, date) else None,
        published=published if isinstance(published, date) else None,
        words=_content_words(str(row["sentence_text"] or "")),
        matter=_content_words(NAME.sub(" ", str(row["sentence_text"] or ""))),
    )


@lru_cache(maxsize=8192)
def _content_words(sentence: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in WORD.findall(sentence.lower()) if word not in STOP_WORDS)


def _fit(telling: Telling, group: Sequence[Telling]) -> float:
    """Return how well a telling fits a group: its mean similarity, 0 where it is no telling of most of the members."""
    scores = [similarity(telling, member) for member in group]
    fitting = [score for score in scores if score > 0]
    return sum(fitting) / len(scores) if 2 * len(fitting) > len(scores) else 0.0


def similarity(one: Telling, other: Telling) -> float:
    """Return how alike two tellings are, from 0 to 1; 0 where they are not tellings of one happening."""
    if not _same_family(one.type, other.type) or not _near(one, other) or not _same_parties(one, other):
        return 0.0
    participants = _share(one.participants, other.participants)
    words = _share(one.words, other.words)
    least = LEAST_WORDS if len(one.participants & other.participants) > 1 else LEAST_WORDS_OF_ONE
    if participants < LEAST_PARTICIPANTS or _share(one.matter, other.matter) < least:
        return 0.0
    return (participants + words + (one.type == other.type)) / 3


def _same_family(one: str, other: str) -> bool:
    return one == other or any({one, other} <= family for family in FAMILIES)


def _same_parties(one: Telling, other: Telling) -> bool:
    """Tell whether the same may do it: a shared initiator, or both parties where sources differ in who did it to whom."""
    if not one.initiators or not other.initiators or one.initiators & other.initiators:
        return True
    return len(one.participants & other.participants) > 1


def _near(one: Telling, other: Telling) -> bool:
    """Tell whether the happening can be the same in time: by the dates given, else by publication."""
    if one.happened and other.happened:
        return abs((one.happened - other.happened).days) <= NEAR_DAYS
    if one.doc_id == other.doc_id:
        return True
    first, second = one.happened or one.published, other.happened or other.published
    return first is not None and second is not None and abs((first - second).days) <= NEAR_DAYS


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Return what two sets have in common: the mean of its shares of the smaller set and of both together."""
    if not one or not other:
        return 0.0
    return (len(one & other) / min(len(one), len(other)) + len(one & other) / len(one | other)) / 2


def _rows(group: Sequence[Telling]) -> list[tuple[str, str, str, str, float]]:
    if len({telling.source for telling in group}) < 2:
        return []
    account_id = content_id("account", group[0].event_id)
    return [
        (account_id, telling.event_id, telling.doc_id, _basis(telling, group), round(_mean_similarity(telling, group), 3))
        for telling in group
    ]


def _mean_similarity(telling: Telling, group: Sequence[Telling]) -> float:
    others = [similarity(telling, other) for other in group if other is not telling]
    return sum(others) / len(others)


def _basis(telling: Telling, group: Sequence[Telling]) -> str:
    """Say what a telling has in common with the others: type, participants, date, words."""
    others = [other for other in group if other is not telling]
    shared = frozenset.intersection(telling.participants, frozenset[str]().union(*(other.participants for other in others)))
    words = frozenset.intersection(telling.words, frozenset[str]().union(*(other.words for other in others)))
    kinds = sorted({other.type for other in group})
    return f"type {'/'.join(kinds)}; participants {len(shared)} shared; words {', '.join(sorted(words)[:5])}"
