"""According to whom: the quotes in which an event stands, innermost first."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.extract.spans import contains
from tasks.records import AUTHOR, Quote, Span


class Sources:
    """Finds the quotes around a span and their speakers."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._quotes = quotes
        self._spans = [
            (span, index) for index, quote in enumerate(quotes) for span in quote.content if quote.polarity == "affirmed"
        ]

    def innermost(self, span: Span) -> int | None:
        """Return the index of the shortest quote around a span, None where the text speaks in its own voice."""
        around = [(outer[1] - outer[0], index) for outer, index in self._spans if contains(outer, span)]
        return min(around)[1] if around else None

    def quote(self, index: int | None) -> Quote | None:
        """Return a quote by its index."""
        return None if index is None else self._quotes[index]

    def chain(self, quote: int | None) -> tuple[str, ...]:
        """Return the asserters from the innermost quote outwards; the text itself where no speaker is known."""
        asserters: list[str] = []
        seen: set[int] = set()
        while quote is not None and quote not in seen:
            seen.add(quote)
            asserters.append(self._quotes[quote].speaker_actor or AUTHOR)
            quote = self._quotes[quote].parent
        return tuple(asserters) or (AUTHOR,)
