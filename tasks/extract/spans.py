"""Between tokens and character offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tasks.records import Span


def offsets(tokens: TokenSpan | Sequence[Token]) -> Span:
    """Return the offsets from the first to the last of the tokens."""
    first, last = tokens[0], tokens[-1]
    return first.idx, last.idx + len(last)


def token_offsets(token: Token) -> Span:
    """Return the offsets of one token."""
    return token.idx, token.idx + len(token)


def overlaps(one: Span, other: Span) -> bool:
    """Tell whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def contains(outer: Span, inner: Span) -> bool:
    """Tell whether the inner span lies within the outer one."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def covered_by(spans: Iterable[Span], inner: Span) -> bool:
    """Tell whether one of the spans contains the inner one."""
    return any(contains(span, inner) for span in spans)


class TokenIndex:
    """Finds the tokens of a Doc by character offset in logarithmic time."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._starts = [token.idx for token in doc]

    def at(self, char: int) -> Token | None:
        """Return the token that covers a character, or None between tokens."""
        position = bisect_right(self._starts, char) - 1
        if position < 0:
            return None
        token = self.doc[position]
        return token if char < token.idx + len(token) else None

    def span(self, span: Span) -> TokenSpan:
        """Return the tokens that a character span touches (empty where it touches none)."""
        first = bisect_right(self._starts, span[0]) - 1
        if first < 0 or self._starts[first] + len(self.doc[first]) <= span[0]:
            first += 1
        last = bisect_right(self._starts, span[1] - 1)
        return self.doc[first : max(first, last)]


def trimmed(tokens: Sequence[Token]) -> list[Token]:
    """Drop white-space tokens at both ends."""
    kept = list(tokens)
    while kept and kept[0].is_space:
        kept.pop(0)
    while kept and kept[-1].is_space:
        kept.pop()
    return kept
