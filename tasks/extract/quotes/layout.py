"""How a document lies on the page: its paragraphs, what stands between quote marks, and where tokens are in them."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc, Token

from tasks.extract.quotes.marks import MARK_CHARACTERS, TERMINAL, Marked, pair_marks, paragraphs
from tasks.extract.spans import TokenIndex
from tasks.records import Span

#: Short words that a title does not capitalise.
SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "de", "for", "from", "in", "la", "nor", "of", "on", "or", "the", "to", "v"}
)


class Layout:
    """Paragraphs and marked stretches of a document, with the questions that the other modules ask of them."""

    def __init__(self, doc: Doc) -> None:
        self.doc, self.text = doc, doc.text
        self.index = TokenIndex(doc)
        self.paragraphs = paragraphs(self.text)
        self.marked = pair_marks(self.text, self.paragraphs)
        self.outer = [zone for zone in self.marked if zone.parent is None]
        self._starts = [zone.start for zone in self.outer]
        self._paragraph_starts = [start for start, _ in self.paragraphs]

    def paragraph_of(self, char: int) -> int:
        """Return the number of the paragraph that a character stands in (or after)."""
        return max(0, bisect_right(self._paragraph_starts, char) - 1)

    def zone_at(self, char: int) -> Marked | None:
        """Return the outermost stretch between marks that covers a character."""
        position = bisect_right(self._starts, char) - 1
        if position < 0:
            return None
        zone = self.outer[position]
        return zone if char < zone.end else None

    def innermost_at(self, char: int) -> Marked | None:
        """Return the innermost stretch between marks that covers a character."""
        return (
            next((zone for zone in reversed(self.marked) if zone.start <= char < zone.end), None) if self.zone_at(char) else None
        )

    def outer_within(self, span: Span) -> list[Marked]:
        """Return the outermost stretches that share a character with a span."""
        first = max(0, bisect_right(self._starts, span[0]) - 1)
        last = bisect_right(self._starts, span[1] - 1)
        return [zone for zone in self.outer[first:last] if zone.end > span[0]]

    def tokens_after(self, zone: Marked) -> list[Token]:
        """Return the tokens behind a stretch: to the end of its sentence on the page, the next stretch or the paragraph."""
        end = self.paragraphs[self.paragraph_of(zone.start)][1]
        following = bisect_right(self._starts, zone.start)
        if following < len(self.outer):
            end = min(end, self.outer[following].start)
        found: list[Token] = []
        for token in self.index.span((zone.end, end)) if zone.end < end else ():
            if token.text in TERMINAL or token.text == ";":
                break
            if not token.is_space:
                found.append(token)
        return found

    def next_line(self, zone: Marked) -> list[Token]:
        """Return the tokens of the line below a stretch that ends its paragraph, a final stop aside."""
        number = self.paragraph_of(zone.start)
        if self.paragraphs[number][1] > zone.end + 1 or number + 1 == len(self.paragraphs):
            return []
        line = [token for token in self.index.span(self.paragraphs[number + 1]) if not token.is_space]
        return line[:-1] if line and line[-1].text == "." else line

    def tokens_before(self, zone: Marked) -> list[Token]:
        """Return the tokens before a stretch, from the start of the sentence on the page; over a line break behind a colon."""
        number = self.paragraph_of(zone.start)
        start = self.paragraphs[number][0]
        if zone.start == start and number > 0 and self.text[self.paragraphs[number - 1][1] - 1] == ":":
            start = self.paragraphs[number - 1][0]
        preceding = bisect_right(self._starts, zone.start) - 2
        if preceding >= 0:
            start = max(start, self.outer[preceding].end)
        found: list[Token] = []
        for token in reversed(self.index.span((start, zone.start))) if start < zone.start else ():
            if token.text in TERMINAL or token.text == ";":
                break
            if not token.is_space:
                found.append(token)
        return found[::-1]

    def last_of(self, zone: Marked) -> str:
        """Return the last character between the marks, closing marks of inner quotes aside."""
        return self.text[zone.inner[0] : zone.inner[1]].rstrip(MARK_CHARACTERS + " \u00a0\n")[-1:]

    def before(self, zone: Marked) -> str:
        """Return the last character before a stretch that is no blank."""
        return self.text[max(0, zone.start - 8) : zone.start].rstrip()[-1:]

    def is_title(self, zone: Marked) -> bool:
        """Tell whether all words between the marks but articles and the like are capitalised, as in a title or heading."""
        words = [word.strip(MARK_CHARACTERS + ".,!?") for word in self.text[slice(*zone.inner)].split()]
        return len(words) > 1 and not any(word[:1].islower() and (len(word) > 3 or word not in SMALL) for word in words)

    def is_stop(self, char: int) -> bool:
        """Tell whether a character is the stop of a sentence, not of an abbreviation."""
        token = self.index.at(char)
        return token is not None and token.is_punct and len(token) == 1

    def begins_sentence(self, zone: Marked) -> bool:
        """Tell whether nothing of a sentence stands before a stretch."""
        start = self.paragraphs[self.paragraph_of(zone.start)][0]
        before = self.text[start : zone.start].rstrip()[-2:]
        return not before or before[-1] in TERMINAL or before[-1] in ":)]" or (before[-1] in "\"”’'»" and before[0] in TERMINAL)

    def is_sentence(self, zone: Marked) -> bool:
        """Tell whether a stretch holds one whole sentence or more."""
        inner = self.text[zone.inner[0] : zone.inner[1]].strip()
        behind = self.text[zone.end : zone.end + 1]
        last = self.last_of(zone)
        whole = last in TERMINAL or behind in TERMINAL or not zone.closed or last in {",", ";", "—", "–", "-", "]"}
        return whole and not self.is_title(zone) and len(inner.split()) > 2 and (inner[0].isupper() or not inner[0].isalpha())
