"""Raw news that the encoder has labelled (tasks/train/encoder/silver.py), as records to train on."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from tasks.train.corpora import LABELS, Sentence, open_text

SURE_TREE = 0.85
"""Least confidence in a tree that is learnt from."""


@dataclass(frozen=True)
class SilverSentence:
    """A labelled sentence: its tree, its names as word spans, and the words whose name label is not to be trusted."""

    sentence: Sentence
    ents: tuple[tuple[int, int, str], ...]
    unsure: frozenset[int]
    tree_confidence: float


def read_silver(folder: Path) -> Iterator[SilverSentence]:
    """Read all finished shards of a folder, in the order of their names."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        with open_text(path) as lines:
            for number, line in enumerate(lines):
                yield _silver(f"{path.name}-{number}", json.loads(line))


def names_doc(vocab: Vocab, silver: SilverSentence) -> Doc:
    """The sentence with its names; the label of unsure words stays unknown."""
    doc = Doc(vocab, words=list(silver.sentence.words), spaces=list(silver.sentence.spaces))
    unsure = silver.unsure
    spans = [Span(doc, start, end, label=label) for start, end, label in silver.ents if not unsure & set(range(start, end))]
    named = {token.i for span in spans for token in span}
    doubtful = unsure | {i for start, end, _ in silver.ents for i in range(start, end)} - named
    doc.set_ents(spans, missing=[doc[i : i + 1] for i in sorted(doubtful)], default="outside")
    return doc


def _silver(sent_id: str, row: dict[str, Any]) -> SilverSentence:
    sentence = Sentence(
        sent_id,
        doc_id=sent_id,
        paragraph=0,
        words=tuple(row["words"]),
        spaces=tuple(row["spaces"]),
        upos=tuple(row["upos"]),
        xpos=tuple(row["xpos"]),
        lemmas=("",) * len(row["words"]),  # not learnt from: those of the treebanks are better
        feats=tuple("" if feats == "_" else feats for feats in row["feats"]),
        heads=tuple(row["heads"]),
        deprels=tuple(row["deprels"]),
    )
    ents = tuple((start, end, label) for start, end, label in row["ents"] if label in LABELS)
    return SilverSentence(sentence, ents, frozenset(row["unsure"]), row["confidence"]["tree"])
