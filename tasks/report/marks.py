"""Marks over text that may overlap, cut into the segments between their ends, each with the marks that cover it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that stands for something: a mention of an actor, a quote's words, an event's trigger."""

    start: int
    end: int
    kind: str
    """actor, quote, cue, event or qualifier."""
    number: int
    """Which of its kind, from 0."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Text between two neighbouring ends of marks."""

    start: int
    text: str
    marks: tuple[Mark, ...]
    """All that cover it, the outermost first."""

    def of(self, kind: str) -> tuple[Mark, ...]:
        """Return the marks of one kind."""
        return tuple(mark for mark in self.marks if mark.kind == kind)

    def opening(self, kind: str) -> tuple[Mark, ...]:
        """Return the marks of one kind that begin here."""
        return tuple(mark for mark in self.of(kind) if mark.start == self.start)


def segments(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> Iterator[Segment]:
    """Yield the segments of ``text[start:end]`` in order; together they are that text.

    A mark that begins before ``start`` opens at ``start``; empty marks and marks outside are left out.
    """
    end = len(text) if end is None else end
    inside = sorted(_cut(marks, start, end), key=lambda mark: (mark.start, -mark.end))
    borders = sorted({start, end, *(mark.start for mark in inside), *(mark.end for mark in inside)})
    open_marks: list[Mark] = []
    waiting = iter(inside)
    following = next(waiting, None)
    for left, right in pairwise(borders):
        open_marks = [mark for mark in open_marks if mark.end > left]
        while following is not None and following.start == left:
            open_marks.append(following)
            following = next(waiting, None)
        yield Segment(left, text[left:right], tuple(open_marks))


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the lines that are not blank."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _cut(marks: Iterable[Mark], start: int, end: int) -> Iterator[Mark]:
    for mark in marks:
        left, right = max(mark.start, start), min(mark.end, end)
        if left < right:
            yield mark if (left, right) == (mark.start, mark.end) else Mark(left, right, mark.kind, mark.number)
