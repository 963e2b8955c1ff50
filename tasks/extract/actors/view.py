"""One pass over a Doc: what the resolver reads of each token, as plain lists (many times faster than Token attributes)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from tasks.extract.clauses import NAME_PART, SUBJECT
from tasks.extract.spans import TokenIndex
from tasks.records import Quote, Span


class View:
    """The tokens of a Doc by position, with sentence, paragraph and quote of each."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.index = TokenIndex(doc)
        self.tokens = tokens = list(doc)
        self.source = "".join([token.text_with_ws for token in tokens])
        self.words = [token.text for token in tokens]
        self.lower = [token.lower_ for token in tokens]
        self.lemma = [token.lemma_.lower() for token in tokens]
        self.pos = [token.pos_ for token in tokens]
        self.tag = [token.tag_ for token in tokens]
        self.dep = [token.dep_ for token in tokens]
        self.head = [token.head.i for token in tokens]
        self.label = [token.ent_type_ for token in tokens]
        self.start = [token.idx for token in tokens]
        self.children: list[list[int]] = [[] for _ in self.words]
        for child, head in enumerate(self.head):
            if child != head:
                self.children[head].append(child)
        self.sentence = [0] * len(doc)
        self.sentence_start: list[int] = []
        for number, sent in enumerate(doc.sents):
            self.sentence_start.append(sent.start)
            self.sentence[sent.start : sent.end] = [number] * (sent.end - sent.start)
        self.quotes: list[Quote] = list(doc._.quotes)
        self.quote = self._innermost_quotes()

    def __len__(self) -> int:
        return len(self.words)

    def text(self, start: int, end: int) -> str:
        """Return the text of tokens from start to end, end-exclusive."""
        return self.source[slice(*self.chars(start, end))]

    def chars(self, start: int, end: int) -> Span:
        """Return the character offsets of tokens from start to end, end-exclusive."""
        return self.start[start], self.start[end - 1] + len(self.words[end - 1])

    def left_edge(self, token: int) -> int:
        """Return the first token of what depends on a token."""
        return int(self.tokens[token].left_edge.i)

    def right_edge(self, token: int) -> int:
        """Return the position after the last token of what depends on a token."""
        return int(self.tokens[token].right_edge.i) + 1

    def ancestors(self, token: int) -> Iterator[int]:
        """Yield the head of a token, its head, and so on."""
        while self.head[token] != token:
            token = self.head[token]
            yield token

    def with_dep(self, token: int, labels: frozenset[str]) -> list[int]:
        """Return the children of a token that bear one of the labels."""
        return [child for child in self.children[token] if self.dep[child] in labels]

    def preposition(self, token: int) -> str:
        """Return the preposition before a noun ("" where there is none), whichever way the labels attach it."""
        for child in self.children[token]:
            if child < token and self.dep[child] == "case" and self.lower[child] not in {"'s", "’s"}:
                return self.lower[child]
        return self.lower[self.head[token]] if self.dep[token] == "pobj" else ""

    def span_top(self, start: int, end: int) -> int:
        """Return the token of a span on which the others depend: the last of those whose head lies outside."""
        for token in range(end - 1, start - 1, -1):
            head = self.head[token]
            if (head < start or head >= end or head == token) and self.pos[token] not in {"PUNCT", "SPACE", "PART"}:
                return token
        return end - 1

    def is_subject(self, token: int) -> bool:
        """Tell whether a token is a grammatical subject."""
        return self.dep[token] in SUBJECT

    def is_name_part(self, token: int) -> bool:
        """Tell whether a token is a part of the name or compound that it hangs on."""
        return self.dep[token] in NAME_PART

    def _innermost_quotes(self) -> list[int | None]:
        """Number of the smallest quote whose content a token stands in."""
        found: list[int | None] = [None] * len(self.words)
        order = sorted(range(len(self.quotes)), key=lambda q: -sum(end - start for start, end in self.quotes[q].content))
        for number in order:
            for span in self.quotes[number].content:
                tokens = self.index.span(span)
                found[tokens.start : tokens.end] = [number] * (tokens.end - tokens.start)
        return found
