"""Training examples as batches of tensors: texts of some sentences, laid out by length, with what is to be predicted."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from tasks.extract.encoder.labels import FIELDS, Labels
from tasks.extract.encoder.lemmas import rule_of
from tasks.extract.encoder.words import Batch, Ints, Window, WordPieces
from tasks.train.encoder.examples import Example, name_tags

UNKNOWN = -100
"""Target of a word whose label is not annotated."""
TEXT_SIZES = (0, 40, 80, 120)
"""Sizes of training texts in pieces; 0 stands for single sentences."""
LONGEST = 400

Text = list[Example]


@dataclass(frozen=True)
class Targets:
    """What is to be predicted, UNKNOWN where not annotated.

    `choices` (fields, batch, words); `heads` (batch, words), 0 is the root, else 1 + word; `deprels` (batch, words);
    `sentences` (batch, words), -1 for padding.
    """

    choices: Tensor
    heads: Tensor
    deprels: Tensor
    sentences: Tensor


class TargetMaker:
    """Turns texts into targets for some label inventories."""

    def __init__(self, labels: Labels) -> None:
        self._index = {field: {label: i for i, label in enumerate(getattr(labels, field))} for field in FIELDS}
        self._deprel = {label: i for i, label in enumerate(labels.deprel)}

    def make(self, texts: Sequence[Text], width: int) -> Targets:
        """Targets of a batch of texts, padded to `width` words."""
        choices = np.full((len(FIELDS), len(texts), width), UNKNOWN, dtype=np.int64)
        heads, deprels, sentences = (np.full((len(texts), width), fill, dtype=np.int64) for fill in (-100, -100, -1))
        for row, text in enumerate(texts):
            begin = 0
            for number, example in enumerate(text):
                end = begin + len(example.words)
                sentences[row, begin:end] = number
                for field, values in enumerate(self._choices(example, first=number == 0)):
                    choices[field, row, begin:end] = values
                if (tree := example.tree) is not None:
                    relative = np.asarray(tree.heads)
                    is_root = relative == np.arange(len(relative))
                    heads[row, begin:end] = np.where(is_root, 0, relative + begin + 1)
                    deprels[row, begin:end] = [self._deprel.get(label, UNKNOWN) for label in tree.deprels]
                begin = end
        return Targets(*map(torch.from_numpy, (choices, heads, deprels, sentences)))

    def _choices(self, example: Example, first: bool) -> list[Ints]:
        size = len(example.words)
        unknown = [""] * size
        tree = example.tree
        start = ["yes"] + ["no"] * (size - 1)
        if first or tree is None:
            start[0] = ""
        columns = {
            "upos": tree.upos if tree else unknown,
            "xpos": tree.xpos if tree else unknown,
            "feats": tree.feats if tree else unknown,
            "lemma": [rule_of(w, lemma) for w, lemma in zip(example.words, tree.lemmas, strict=True)] if tree else unknown,
            "ner": name_tags(example) or unknown,
            "start": start if tree else unknown,
        }
        known = tree is not None
        return [
            np.asarray(
                [
                    self._index[field].get(label, UNKNOWN) if label or (field == "feats" and known) else UNKNOWN
                    for label in columns[field]
                ],
                dtype=np.int64,
            )
            for field in FIELDS
        ]


def group_texts(examples: Sequence[Example], pieces: WordPieces, rng: random.Random) -> Iterator[Text]:
    """Join sentences that follow one another into texts of varied size."""
    text: Text = []
    size, limit = 0, 0
    for example in examples:
        count = pieces.count(example.words)
        if count > LONGEST:
            continue
        if text and (not example.follows or size + count > limit):
            yield text
            text, size = [], 0
        if not text:
            limit = rng.choice(TEXT_SIZES)
        text.append(example)
        size += count
    if text:
        yield text


def group_batches(texts: Sequence[Text], pieces: WordPieces, most: int, rng: random.Random) -> list[list[Text]]:
    """Batches of texts of similar length with at most `most` pieces, padding counted, in random order."""
    sizes = [sum(pieces.count(example.words) for example in text) + 2 for text in texts]
    order = sorted(range(len(texts)), key=lambda i: sizes[i] + rng.random() * 8)
    batches: list[list[Text]] = []
    batch: list[Text] = []
    longest = 0
    for i in order:
        longest = max(longest, sizes[i])
        if batch and longest * (len(batch) + 1) > most:
            batches.append(batch)
            batch, longest = [], sizes[i]
        batch.append(texts[i])
    batches.append(batch)
    rng.shuffle(batches)
    return batches


def lay_out(texts: Sequence[Text], pieces: WordPieces) -> Batch:
    """The network's input for a batch of texts."""
    return pieces.batch(
        [Window([word for e in text for word in e.words], [space for e in text for space in e.spacing]) for text in texts]
    )
