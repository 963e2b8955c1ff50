"""What an event was about: the PLOVER contexts that the words of its sentence show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span, Token

from tasks.extract.events.lemmas import lemmas_of
from tasks.extract.events.lexicon import rows_of

#: Words of the longest term.
LONGEST_TERM = 3


class Contexts:
    """Finds the contexts of the events of one document."""

    def __init__(self) -> None:
        self._by_sentence: dict[int, tuple[str, ...]] = {}

    def of(self, trigger: Token) -> tuple[str, ...]:
        """Return the contexts of an event in the order of `contexts.tsv`."""
        start = trigger.sent.start
        if start not in self._by_sentence:
            shown = {context for term in _terms(trigger.sent) for context in _words().get(term, ())}
            self._by_sentence[start] = tuple(context for context in _names() if context in shown)
        return self._by_sentence[start]


def _terms(sentence: Span) -> Iterator[str]:
    """Yield the base forms of words and of runs of words that a term may be, joined by "_"."""
    lower = [token.lower_ for token in sentence]
    for position, token in enumerate(sentence):
        forms = lemmas_of(token)
        yield from forms
        for first in range(max(0, position - LONGEST_TERM + 1), position):
            if lower[first] in _openings():
                yield from ("_".join([*lower[first:position], form]) for form in forms)


@cache
def _openings() -> frozenset[str]:
    """Return the first words of the terms of several words."""
    return frozenset(word.split("_")[0] for word in _words() if "_" in word)


@cache
def _names() -> tuple[str, ...]:
    return tuple(row["context"] for _, row in rows_of("contexts.tsv"))


@cache
def _words() -> dict[str, tuple[str, ...]]:
    contexts: dict[str, list[str]] = defaultdict(list)
    for _, row in rows_of("contexts.tsv"):
        for word in row["words"].split():
            contexts[word].append(row["context"])
    return {word: tuple(listed) for word, listed in contexts.items()}
