"""Variants of training examples: headings, letter case, curly quotes and other names in the place of the given ones."""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tasks.extract.encoder.labels import Name
from tasks.extract.encoder.lemmas import IDENTITY, rule_of
from tasks.extract.encoder.words import GLUED, NEW_LINE, shape_of
from tasks.train.corpora import Sentence
from tasks.train.encoder.examples import Example

HEADINGS, CURLY, RENAMED, RENAMED_EACH = 0.06, 0.3, 0.35, 0.5
REPLACED_TYPES = ("PERSON", "ORG", "GPE", "LOC")

Key = tuple[str, tuple[int, ...]]


class NamePool:
    """The names of the training data by type and spelling, to replace one another."""

    def __init__(self, examples: Iterable[Example]) -> None:
        self._names: dict[Key, list[tuple[str, ...]]] = defaultdict(list)
        for example in examples:
            for start, end, type_ in example.names or ():
                if type_ in REPLACED_TYPES:
                    words = example.words[start:end]
                    self._names[_key(type_, words)].append(words)

    def other(self, type_: str, words: tuple[str, ...], rng: random.Random) -> tuple[str, ...]:
        """Another name of the same type, length and spelling."""
        return rng.choice(self._names.get(_key(type_, words)) or [words])


def vary(text: Sequence[Example], pool: NamePool, rng: random.Random) -> list[Example]:
    """Vary the sentences of one text; the same name gets the same replacement throughout."""
    varied = list(text)
    if rng.random() < RENAMED:
        chosen: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
        varied = [_rename(example, pool, chosen, rng) for example in varied]
    if rng.random() < CURLY:
        varied = [_curl(example) for example in varied]
    for index, example in enumerate(varied):
        if rng.random() < HEADINGS:
            varied[index] = _heading(example, rng)
            if index + 1 < len(varied):
                varied[index + 1] = _on_new_line(varied[index + 1])
    return varied


def _key(type_: str, words: Sequence[str]) -> Key:
    return type_, tuple(shape_of(word) for word in words)


def _rename(
    example: Example, pool: NamePool, chosen: dict[tuple[str, tuple[str, ...]], tuple[str, ...]], rng: random.Random
) -> Example:
    words = list(example.words)
    lemmas = list(example.tree.lemmas) if example.tree else []
    for start, end, type_ in example.names or ():
        given = example.words[start:end]
        if type_ not in REPLACED_TYPES or not _is_plain(example, start, end):
            continue
        if (type_, given) not in chosen:
            chosen[type_, given] = pool.other(type_, given, rng) if rng.random() < RENAMED_EACH else given
        words[start:end] = chosen[type_, given]
        if lemmas:
            lemmas[start:end] = chosen[type_, given]
    tree = replace(example.tree, lemmas=tuple(lemmas)) if example.tree else None
    return replace(example, words=tuple(words), tree=tree)


def _is_plain(example: Example, start: int, end: int) -> bool:
    """Whether all words of a name are proper nouns that are their own lemmas, so that others fit in their place."""
    tree = example.tree
    return tree is None or all(
        tree.upos[i] == "PROPN" and rule_of(example.words[i], tree.lemmas[i]) == IDENTITY for i in range(start, end)
    )


def _curl(example: Example) -> Example:
    words = []
    for index, word in enumerate(example.words):
        if word in ('"', "``", "''"):
            glued = index + 1 < len(example.words) and example.spacing[index + 1] == GLUED
            opens = word == "``" or (word == '"' and glued and example.spacing[index] != GLUED)
            words.append("“" if opens else "”")
        else:
            words.append(word.replace("'", "’"))
    return replace(example, words=tuple(words))


def _heading(example: Example, rng: random.Random) -> Example:
    example = _on_new_line(_without_stop(example))
    style = rng.random()
    if style < 0.4:
        return replace(example, words=tuple(word.upper() for word in example.words))
    if style < 0.8:
        return replace(example, words=tuple(_capitalised(word) for word in example.words))
    return example


def _capitalised(word: str) -> str:
    return word[0].upper() + word[1:] if len(word) > 3 and word.islower() else word


def _on_new_line(example: Example) -> Example:
    return replace(example, spacing=(NEW_LINE, *example.spacing[1:]))


def _without_stop(example: Example) -> Example:
    last = len(example.words) - 1
    names: tuple[Name, ...] = example.names or ()
    if last < 2 or example.words[last] != "." or any(end > last for _, end, _ in names):
        return example
    tree = example.tree
    if tree is not None:
        if last in tree.heads:
            return example
        tree = _cut(tree, last)
    return replace(example, words=example.words[:last], spacing=example.spacing[:last], tree=tree)


def _cut(tree: Sentence, size: int) -> Sentence:
    return replace(
        tree,
        words=tree.words[:size],
        spaces=tree.spaces[:size],
        upos=tree.upos[:size],
        xpos=tree.xpos[:size],
        lemmas=tree.lemmas[:size],
        feats=tree.feats[:size],
        heads=tree.heads[:size],
        deprels=tree.deprels[:size],
    )
