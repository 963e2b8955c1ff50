"""Pair the quote marks of a text: every style, nested, unbalanced or left open from paragraph to paragraph.

Marks are paired within a paragraph and never across, so that one stray mark costs one paragraph at most. Straight
marks are opening or closing by what stands beside them; an apostrophe is never a mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tasks.records import Span

MARK = re.compile(r"``|''|[\"＂“”„‟«»‹›‘’‚‛'`]")
DOUBLE = frozenset({'"', "＂", "“", "”", "„", "‟", "``", "''"})
GUILLEMETS = frozenset("«»‹›")
STRAIGHT = frozenset({'"', "＂", "''"})
TERMINAL = frozenset(".!?…")
#: Words that begin with an apostrophe.
ELISION = re.compile(r"(?:\d0s|\d\d\b|em|til|tis|twas|cause|bout|round|cos|n|cuz)\b", re.IGNORECASE)
#: Feet and inches: 6'2"
INCHES = re.compile(r"\d['’′]\s?\d{1,2}$")
MARK_CHARACTERS = "\"＂“”„‟«»‹›‘’‚‛'`"


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of text between quote marks."""

    start: int
    """Offset of the opening mark."""
    end: int
    """Offset after the closing mark; the end of the paragraph where the quote goes on in the next one."""
    inner: Span
    """What stands between the marks."""
    parent: int | None = None
    """Index of the stretch inside which this one stands."""
    closed: bool = True


@dataclass(slots=True)
class _Open:
    start: int
    inner: int
    family: str


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs: lines with text, blanks around them cut; a line wrapped inside a sentence is joined to the next."""
    found: list[Span] = []
    for line in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        stripped = line.group().strip()
        if not stripped:
            continue
        start = line.start() + line.group().index(stripped[0])
        last_end = found[-1][1] if found else 0
        wrapped = stripped[0].islower() and text[last_end:start].count("\n") == 1 and text[last_end - 1] not in '.!?:"”'
        if found and wrapped:
            found[-1] = found[-1][0], start + len(stripped)
        else:
            found.append((start, start + len(stripped)))
    return found


def pair_marks(text: str, bounds: list[Span]) -> list[Marked]:
    """Return what stands between quote marks in each of the paragraphs, in text order, outer before inner.

    Args:
        text: the whole text.
        bounds: its paragraphs, in order.
    """
    found: list[Marked] = []
    continued = carried = False
    for index, (start, end) in enumerate(bounds):
        following = text[bounds[index + 1][0]] if index + 1 < len(bounds) else ""
        pairs, left_open = _Pairing(text, start, end, carried and text[start] not in DOUBLE).run()
        goes_on = led_in = False
        if left_open and left_open.start < left_open.inner:
            goes_on = following in DOUBLE | GUILLEMETS and following != ""
            led_in = text[max(start, left_open.start - 4) : left_open.start].rstrip()[-1:] in {":", ","}
            if goes_on or led_in or (continued and left_open.start == start):
                pairs.append(Marked(left_open.start, end, (left_open.inner, end), closed=False))
        continued, carried = goes_on, led_in and not goes_on
        found += pairs
    return _nested(found)


def _nested(pairs: list[Marked]) -> list[Marked]:
    """Sort stretches and tell each its parent."""
    ordered = sorted((pair for pair in pairs if pair.inner[0] < pair.inner[1]), key=_outer_first)
    found: list[Marked] = []
    stack: list[int] = []
    for pair in ordered:
        while stack and found[stack[-1]].end <= pair.start:
            stack.pop()
        found.append(replace(pair, parent=stack[-1] if stack else None))
        stack.append(len(found) - 1)
    return found


def _outer_first(pair: Marked) -> Span:
    return pair.start, -pair.end


class _Pairing:
    """One pass over the marks of a paragraph."""

    def __init__(self, text: str, start: int, end: int, carried: bool) -> None:
        self.text, self.start, self.end = text, start, end
        # A quote left open in the last paragraph may close here without having been opened again.
        self.open = [_Open(start, start, "double")] if carried else []
        self.pairs: list[Marked] = []

    def run(self) -> tuple[list[Marked], _Open | None]:
        """Return the pairs, and the outermost double mark that was never closed."""
        for match in MARK.finditer(self.text, self.start, self.end):
            mark, at, after = match.group(), match.start(), match.end()
            before, behind = self._neighbours(at, after)
            if mark in DOUBLE:
                self._read(mark, at, after, "double", self._double_opens(mark, before, behind))
            elif mark in GUILLEMETS:
                opens = not self._has_open("guillemets") and (mark in "«‹" or (before.isspace() and not behind.isspace()))
                self._read(mark, at, after, "guillemets", opens)
            else:
                self._read_single(mark, at, before, behind)
        left_open = next((mark for mark in self.open if mark.family != "single"), None)
        return self.pairs, left_open

    def _neighbours(self, at: int, after: int) -> tuple[str, str]:
        before = self.text[at - 1] if at > self.start else " "
        behind = self.text[after] if after < self.end else " "
        return before, behind

    def _has_open(self, family: str) -> bool:
        return any(mark.family == family for mark in self.open)

    def _double_opens(self, mark: str, before: str, behind: str) -> bool | None:
        """Tell whether a double mark opens; None where it is no mark at all."""
        is_open = self._has_open("double")
        could_open = not behind.isspace() and (before.isspace() or before in "([{—–-/" or before in MARK_CHARACTERS)
        could_close = not before.isspace() and not behind.isalnum()
        if mark in {"“", "„", "‟", "``"}:
            closes = mark in {"“", "‟"} and is_open and could_close and not could_open
            return not closes
        if mark == "”":
            return could_open and not could_close and not is_open
        if could_open != could_close:
            return could_open
        return not is_open

    def _read(self, mark: str, at: int, after: int, family: str, opens: bool | None) -> None:
        if opens:
            self._open(at, after, family)
        elif not (mark in STRAIGHT and INCHES.search(self.text, max(self.start, at - 5), at)):
            self._close(at, after, family)

    def _open(self, at: int, after: int, family: str) -> None:
        last = self.open[-1] if self.open else None
        end = at
        while end > self.start and self.text[end - 1].isspace():
            end -= 1
        if last and last.family == family and (self.text[end - 1] in TERMINAL or last.inner >= end):
            # A quote goes on in a new paragraph whose line break was lost: the mark that opens it again ends the last part.
            self.open.pop()
            self.pairs.append(Marked(last.start, end, (last.inner, end), closed=False))
        self.open.append(_Open(at, after, family))

    def _close(self, at: int, after: int, family: str) -> None:
        if not self._has_open(family):
            return
        while self.open[-1].family != family:
            self.open.pop()
        opened = self.open.pop()
        self.pairs.append(Marked(opened.start, after, (opened.inner, at)))

    def _read_single(self, mark: str, at: int, before: str, behind: str) -> None:
        if before.isalnum() and behind.isalnum():
            return
        if self._has_open("single") and not before.isspace() and not behind.isalnum() and mark in "'’‘":
            if not self._is_possessive(at, behind):
                self._close(at, at + 1, "single")
        elif mark != "’" and not before.isalnum() and not behind.isspace() and self._may_open_single(at + 1):
            self._open(at, at + 1, "single")

    def _may_open_single(self, after: int) -> bool:
        return not self._has_open("single") and not ELISION.match(self.text, after) and self._closes_later(after)

    def _is_possessive(self, at: int, behind: str) -> bool:
        """Tell whether the mark ends a plural possessive ("the workers' rights") rather than a quote that closes later."""
        following = self.text[at + 2 : at + 3]
        return self.text[at - 1] in "sS" and behind == " " and following.islower() and self._closes_later(at + 1)

    def _closes_later(self, position: int) -> bool:
        for match in re.finditer(r"['’‘]", self.text[position : self.end]):
            at = position + match.start()
            before, behind = self._neighbours(at, at + 1)
            if before.isspace() and not behind.isspace():
                return False
            if not before.isspace() and not behind.isalnum():
                return True
        return False
