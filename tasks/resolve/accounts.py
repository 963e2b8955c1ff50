"""Accounts: the tellings of one happening by several documents or sources, grouped, each kept as it was told.

A pure function from the events of a warehouse to the rows of its table ``accounts``. Conservative: two events are tellings of one
happening only when type, participants, time and words all speak for it; what is told once is in no group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

import polars as pl

from tasks.records import content_id
from tasks.resolve.likeness import FAMILIES, Telling, Weights, same_family, similarity, telling_of

#: Columns of ``group_accounts``'s argument.
EVENT_COLUMNS: dict[str, pl.DataType] = {
    "event_id": pl.String(),
    "doc_id": pl.String(),
    "type": pl.String(),
    "trigger_text": pl.String(),
    "cameo_code": pl.String(),
    "stated_count": pl.Int64(),
    "asserted_by": pl.String(),  # actor id; null or "author": the text itself
    "initiators": pl.List(pl.String()),  # actor ids
    "recipients": pl.List(pl.String()),
    "named_participants": pl.List(pl.String()),  # those of them that have a name
    "countries": pl.List(pl.String()),  # codes of the countries and governments among them
    "event_date": pl.Date(),  # null where the text gives none
    "date_granularity": pl.String(),
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
Row = tuple[str, str, str, str, float]
#: Days after which a happening that nobody tells of any more takes up no further telling.
FORGET_DAYS = 14
#: The rarest words of a sentence, by which tellings that share no participant are compared at all.
RAREST = 3
#: Happenings of one participant or word, and tellings of one happening, with which a telling is compared: the latest.
LATEST, MEMBERS = 60, 12
#: Types of which one happening may be told, under one name.
ROOTS = {kind: min(family) for family in FAMILIES for kind in family}


def group_accounts(events: pl.DataFrame) -> pl.DataFrame:
    """Group the tellings of the same happening.

    Args:
        events: one row per event with the columns of ``EVENT_COLUMNS``, in any order.

    Returns:
        One row per event that is one of several tellings, with the columns of ``ACCOUNT_COLUMNS``, group by group, in order of
        publication. ``account_id`` is a hash of the first telling's id.
    """
    ordered = _without_contents(events).sort("published_date", "doc_id", "start_char", "event_id", nulls_last=True)
    weights = Weights(map(telling_of, ordered.iter_rows(named=True)))
    open_groups = _Groups(weights)
    for telling in map(telling_of, ordered.iter_rows(named=True)):
        open_groups.take(telling)
    open_groups.close(None)
    return pl.DataFrame(open_groups.rows(), schema=ACCOUNT_COLUMNS, orient="row")


class _Groups:
    """The happenings that are still told of, by what they are found; what is over is closed, so that memory holds days alone."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._groups: dict[int, list[Telling]] = {}
        self._of_key: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._closed: list[tuple[int, list[Row]]] = []
        self._count, self._today = 0, date.min

    def take(self, telling: Telling) -> None:
        """Put a telling to the happening that it fits best, or to a new one; they come in order of publication."""
        if telling.published is not None and telling.published > self._today:
            self._today = telling.published
            self.close(telling.published - timedelta(days=FORGET_DAYS))
        keys = _keys(telling, self._weights)
        candidates = sorted({index for key in keys for index in self._of_key[key][-LATEST:]})
        best = max(((_fit(telling, self._groups[index], self._weights), -index) for index in candidates), default=(0.0, 0))
        index = -best[1] if best[0] > 0 else self._count
        if index == self._count:
            self._groups[index] = []
            self._count += 1
        self._groups[index].append(telling)
        for key in keys:
            if index not in self._of_key[key][-1:]:
                self._of_key[key].append(index)

    def close(self, oldest: date | None) -> None:
        """Close the groups of which nobody told since a day; all where it is None."""
        over = {
            index
            for index, group in self._groups.items()
            if oldest is None or (published := group[-1].published) is None or published < oldest
        }
        for index in over:
            self._closed.append((index, _rows(self._groups.pop(index), self._weights)))
        if over:
            kept = {key: [index for index in indexes if index not in over] for key, indexes in self._of_key.items()}
            self._of_key = defaultdict(list, {key: indexes for key, indexes in kept.items() if indexes})

    def rows(self) -> list[Row]:
        """Return the rows of all closed groups, in order of their first tellings."""
        return [row for _, rows in sorted(self._closed) for row in rows]


def _keys(telling: Telling, weights: Weights) -> list[tuple[str, str]]:
    """Return by what a telling is compared with others: its family of types, and a participant or rare word."""
    rarest = sorted(telling.words, key=lambda word: (-weights.of(word), word))
    words = [word for word in rarest if weights.of(word) < 1][:RAREST]
    return [(ROOTS.get(telling.type, telling.type), key) for key in (*sorted(telling.participants), *words)]


def _without_contents(events: pl.DataFrame) -> pl.DataFrame:
    """Leave out what is told with its parent: of "agreed to withdraw" the withdrawal, which is no telling of its own."""
    types = dict(events.select("event_id", "type").iter_rows())
    told = [
        parent in types and same_family(kind, types[parent])
        for kind, parent in events.select("type", "parent_event_id").iter_rows()
    ]
    return events.filter(~pl.Series(told, dtype=pl.Boolean))


def _fit(telling: Telling, group: Sequence[Telling], weights: Weights) -> float:
    """Return how well a telling fits a group: its mean similarity, 0 where it is no telling of most of the members."""
    scores = [similarity(telling, member, weights) for member in group[-MEMBERS:]]
    fitting = [score for score in scores if score > 0]
    return sum(fitting) / len(scores) if 2 * len(fitting) > len(scores) else 0.0


def _rows(group: Sequence[Telling], weights: Weights) -> list[Row]:
    if len({telling.source for telling in group}) < 2:
        return []
    account_id = content_id("account", group[0].event_id)
    rows = []
    for number, telling in enumerate(group):
        others = [other for place, other in enumerate(group) if place != number][:MEMBERS]
        score = sum(similarity(telling, other, weights) for other in others) / len(others)
        rows.append((account_id, telling.event_id, telling.doc_id, _basis(telling, others), round(score, 3)))
    return rows


def _basis(telling: Telling, others: Sequence[Telling]) -> str:
    """Say what a telling has in common with the others: type, participants, words."""
    shared = telling.participants & frozenset[str]().union(*(other.participants for other in others))
    words = telling.words & frozenset[str]().union(*(other.words for other in others))
    kinds = sorted({other.type for other in (telling, *others)})
    return f"type {'/'.join(kinds)}; participants {len(shared)} shared; words {', '.join(sorted(words)[:5])}"
