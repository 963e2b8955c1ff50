"""Reading a text with the exported network: from words to tags, lemmas, sentences, trees and names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from tasks.extract.encoder.labels import Labels, Name, decode_names
from tasks.extract.encoder.lemmas import Lemmatizer
from tasks.extract.encoder.names import NameDecoder
from tasks.extract.encoder.trees import best_tree
from tasks.extract.encoder.windows import may_start, split_windows
from tasks.extract.encoder.words import Window, WordPieces

Floats = NDArray[np.float32]

NETWORK, TOKENIZER, LABELS, LEMMAS = "network.onnx", "tokenizer.json", "labels.json", "lemmas.tsv"
FILES = (NETWORK, TOKENIZER, LABELS, LEMMAS)
RULES_TRIED = 3
"""Lemma rules tried for a form that the table lacks, best first."""
NO_START, OPEN_START, START = -1, 0, 1
START_AFTER_STOP, START_ELSEWHERE = -1.5, -0.5
"""Log-odds from which a word starts a sentence; the network alone starts too few, most of all after full stops."""


@dataclass(frozen=True)
class Scores:
    """What the network says of a window: choices (words, labels), arcs (words, 1 + words), and what tree labels are told by.

    A label's score is the product of the dependent's vector for the label, of `dependents` (words, labels, size), and the
    head's, of `heads` (1 + words, size).
    """

    choices: Floats
    arcs: Floats
    dependents: Floats
    heads: Floats


@dataclass(frozen=True)
class Reading:
    """What was read in a text, one entry per word; the root of a sentence is its own head."""

    upos: list[str]
    xpos: list[str]
    feats: list[str]
    lemmas: list[str]
    heads: list[int]
    deprels: list[str]
    starts: list[bool]
    names: list[Name]

    @classmethod
    def empty(cls) -> "Reading":
        """The reading of no words."""
        return cls([], [], [], [], [], [], [], [])


class Reader:
    """The exported network with its labels and its decoders.

    Every window is scored by itself: dynamic quantisation scales activations over all that is scored together, so
    results would otherwise depend on the company a text is in.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Load the files of an exported network."""
        self.labels = Labels.load(folder / LABELS)
        self.pieces = WordPieces(folder / TOKENIZER)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(folder / NETWORK), options, providers=["CPUExecutionProvider"])
        self._slices = self.labels.slices()
        self._lemmatizer = Lemmatizer.load(folder / LEMMAS)
        self._names = NameDecoder(self.labels.ner)

    def read(self, words: Sequence[str], spacing: Sequence[int], starts: Sequence[int]) -> Reading:
        """Read a text.

        Args:
            words: its words, without white space.
            spacing: GLUED, SPACED or NEW_LINE before each word.
            starts: START or NO_START where it is known whether a sentence starts, else OPEN_START.
        """
        reading = Reading.empty()
        for begin, end, scores in self.score(words, spacing, starts):
            self._decode(words[begin:end], scores, starts[begin:end], reading)
        return reading

    def score(self, words: Sequence[str], spacing: Sequence[int], starts: Sequence[int]) -> Iterator[tuple[int, int, Scores]]:
        """Score a text window by window, as (first word, end word, scores)."""
        sizes = [len(self.pieces.describe(word)[0]) for word in words]
        for begin, end in split_windows(words, sizes, starts):
            batch = self.pieces.batch([Window(words[begin:end], spacing[begin:end])])
            choices, arcs, dependents, heads = self._session.run(None, dict(batch.inputs()))
            yield begin, end, Scores(choices[0], arcs[0], dependents[0], heads[0])

    def sentences(self, words: Sequence[str], scores: Scores, starts: Sequence[int]) -> list[tuple[int, int]]:
        """The sentences of a window, as (first word, end word); its first word always starts one."""
        no, yes = scores.choices[:, self._slices["start"]].T
        likely = [index > 0 and may_start(words, index) for index in range(len(words))]
        found = yes - no > np.where(likely, START_AFTER_STOP, START_ELSEWHERE)
        known = np.asarray(starts)
        begins = np.flatnonzero((known == START) | ((known == OPEN_START) & found))
        bounds = [0, *(int(index) for index in begins if index), len(known)]
        return list(pairwise(bounds))

    def best(self, scores: Scores, field: str) -> list[str]:
        """The best label of each word in one field."""
        labels = getattr(self.labels, field)
        return [labels[index] for index in scores.choices[:, self._slices[field]].argmax(1)]

    def lemmas(self, words: Sequence[str], xpos: Sequence[str], scores: Scores, begin: int = 0) -> list[str]:
        """The lemmas of the words of a window from `begin` on."""
        found = [self._lemmatizer.known(word, tag) for word, tag in zip(words, xpos, strict=True)]
        new = [index for index, lemma in enumerate(found) if lemma is None]
        if new:
            ranked = (-scores.choices[begin:, self._slices["lemma"]][new]).argsort(1, kind="stable")[:, :RULES_TRIED]
            for index, rules in zip(new, ranked, strict=True):
                ranked_rules = [self.labels.lemma[rule] for rule in rules]
                found[index] = self._lemmatizer.choose(words[index], xpos[index], ranked_rules)
        return [lemma or word for lemma, word in zip(found, words, strict=True)]

    def name_labels(self, scores: Scores, begin: int, end: int) -> list[str]:
        """The name labels of the words of a sentence."""
        return self._names.decode(scores.choices[begin:end, self._slices["ner"]])

    def tree(self, scores: Scores, begin: int, end: int) -> tuple[list[int], list[str]]:
        """Heads (0 for the root, else 1 + word within the sentence) and tree labels of a sentence."""
        columns = np.concatenate([[0], np.arange(begin + 1, end + 1)])
        heads = best_tree(scores.arcs[begin:end][:, columns])
        labels = self.deprel_scores(scores, begin, columns[heads]).copy()
        # Only the root is called root.
        root = self.labels.deprel.index("root")
        labels[:, root] = np.where(heads == 0, np.inf, -np.inf)
        return [int(head) for head in heads], [self.labels.deprel[index] for index in labels.argmax(1)]

    def deprel_scores(self, scores: Scores, begin: int, columns: NDArray[np.int64]) -> Floats:
        """Scores (words, labels) of the words from `begin` on, given the column of the head of each."""
        dependents = scores.dependents[begin : begin + len(columns)]
        result: Floats = (dependents @ scores.heads[columns][:, :, None])[:, :, 0]
        return result

    def _decode(self, words: Sequence[str], scores: Scores, starts: Sequence[int], reading: Reading) -> None:
        base = len(reading.heads)
        reading.upos.extend(self.best(scores, "upos"))
        xpos = self.best(scores, "xpos")
        reading.xpos.extend(xpos)
        reading.feats.extend(self.best(scores, "feats"))
        reading.lemmas.extend(self.lemmas(words, xpos, scores))
        for begin, end in self.sentences(words, scores, starts):
            heads, deprels = self.tree(scores, begin, end)
            first = base + begin
            reading.heads.extend(first + (head - 1 if head else index) for index, head in enumerate(heads))
            reading.deprels.extend(deprels)
            reading.starts.extend([True] + [False] * (end - begin - 1))
            found = decode_names(self.name_labels(scores, begin, end))
            reading.names.extend((first + start, first + stop, type_) for start, stop, type_ in found)
