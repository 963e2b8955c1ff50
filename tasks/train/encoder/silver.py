"""Labels of our own for raw news: the encoder reads it, and what it is sure of is kept for the training of others.

Each row of a shard is one sentence: words, spaces, upos, xpos, lemma, feats, heads (the root is its own head), deprels,
ents as [first word, end word, type], ent_confidence (one per name), unsure (words whose name label is not to be
trusted) and confidence {tree, tags, names} in [0, 1].
"""

import argparse
import gzip
import json
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language

from tasks.extract.encoder.labels import decode_names
from tasks.extract.encoder.reader import NO_START, START, Reader, Scores
from tasks.extract.encoder.words import GLUED, NEW_LINE, SPACED
from tasks.train.corpora import open_text
from tasks.train.tokenizer import split_hyphens

Floats = NDArray[np.float32]
Row = dict[str, Any]
Item = TypeVar("Item")

TOGETHER = 6
"""Neighbouring sentences that are read at once."""
SURE_TREE, SURE_NAME = 0.85, 0.7
SHARD = 4000


def read_texts(path: Path) -> Iterator[str]:
    """The texts of a JSON-lines file; its labels are not read."""
    seen: set[str] = set()
    with open_text(path) as lines:
        for line in lines:
            text = " ".join(json.loads(line)["text"].split())
            if text and text not in seen:
                seen.add(text)
                yield text


def label_texts(texts: Iterable[str], reader: Reader) -> Iterator[Row]:
    """Label sentences, in order; neighbours are read together."""
    nlp = spacy.blank("en")
    split_hyphens(nlp)
    for group in _groups(texts, TOGETHER):
        yield from _label_group([_tokenize(nlp, text) for text in group], reader)


def is_sure(row: Row) -> bool:
    """Whether the tree of a row or all its names are good enough to learn from."""
    return bool(row["confidence"]["tree"] >= SURE_TREE or not row["unsure"])


def write_shards(rows: Iterable[Row], folder: Path) -> int:
    """Write the rows that are sure, `SHARD` a file; returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for number, shard in enumerate(_groups((row for row in rows if is_sure(row)), SHARD)):
        unfinished = folder / f"silver-{number:03}.tmp"
        with gzip.open(unfinished, "wt", encoding="utf-8") as out:
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in shard)
        unfinished.replace(folder / f"silver-{number:03}.jsonl.gz")
        count += len(shard)
    return count


def _groups(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Lists of `size` items."""
    iterator = iter(items)
    while group := list(islice(iterator, size)):
        yield group


def _tokenize(nlp: Language, text: str) -> tuple[list[str], list[bool]]:
    tokens = [token for token in nlp.make_doc(text) if not token.is_space]
    return [token.text for token in tokens], [bool(token.whitespace_) for token in tokens]


def _label_group(group: list[tuple[list[str], list[bool]]], reader: Reader) -> Iterator[Row]:
    words = [word for sentence, _ in group for word in sentence]
    spaces = [space for _, spaces in group for space in spaces]
    starts = [START if i == 0 else NO_START for sentence, _ in group for i in range(len(sentence))]
    # Sentences end without a space in their own texts, but stand side by side here.
    spacing = [NEW_LINE] + [
        SPACED if space or start == START else GLUED for space, start in zip(spaces, starts[1:], strict=False)
    ]
    for begin, end, scores in reader.score(words, spacing, starts):
        for first, last in reader.sentences(words[begin:end], scores, starts[begin:end]):
            place = slice(begin + first, begin + last)
            yield _row(words[place], spaces[place], scores, first, reader)


def _row(words: list[str], spaces: list[bool], scores: Scores, first: int, reader: Reader) -> Row:
    end = first + len(words)
    best = {field: reader.best(scores, field)[first:end] for field in ("upos", "xpos", "feats")}
    heads, deprels = reader.tree(scores, first, end)
    labels = reader.name_labels(scores, first, end)
    sure_names = _chosen(scores, first, labels, reader, "ner")
    names = decode_names(labels)
    tags = _chosen(scores, first, best["upos"], reader, "upos") * _chosen(scores, first, best["xpos"], reader, "xpos")
    return {
        "words": words,
        "spaces": spaces,
        "upos": best["upos"],
        "xpos": best["xpos"],
        "lemma": reader.lemmas(words, best["xpos"], scores, first),
        "feats": best["feats"],
        "heads": [head - 1 if head else index for index, head in enumerate(heads)],
        "deprels": deprels,
        "ents": names,
        "ent_confidence": [round(float(sure_names[start:stop].min()), 3) for start, stop, _ in names],
        "unsure": [int(index) for index in np.flatnonzero(sure_names < SURE_NAME)],
        "confidence": {
            "tree": _mean(_tree_confidence(scores, first, heads, deprels, reader)),
            "tags": _mean(tags),
            "names": round(float(sure_names.min()), 3),
        },
    }


def _chosen(scores: Scores, first: int, labels: list[str], reader: Reader, field: str) -> Floats:
    """The probability of each word's label."""
    inventory = list(getattr(reader.labels, field))
    share = _softmax(scores.choices[first : first + len(labels), reader.labels.slices()[field]])
    chosen: Floats = share[np.arange(len(labels)), [inventory.index(label) for label in labels]]
    return chosen


def _tree_confidence(scores: Scores, first: int, heads: list[int], deprels: list[str], reader: Reader) -> Floats:
    """The probability of each word's head and label together."""
    words = np.arange(len(heads))
    columns = np.concatenate([[0], np.arange(first + 1, first + len(heads) + 1)])
    arcs = _softmax(scores.arcs[first : first + len(heads)][:, columns])[words, heads]
    labels = _softmax(reader.deprel_scores(scores, first, columns[heads]))
    chosen: Floats = arcs * labels[words, [reader.labels.deprel.index(label) for label in deprels]]
    return chosen


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(1, keepdims=True))
    shares: Floats = raised / raised.sum(1, keepdims=True)
    return shares


def _mean(shares: Floats) -> float:
    """The geometric mean."""
    return round(float(np.exp(np.log(np.maximum(shares, 1e-6)).mean())), 3)


def main() -> None:
    """Label texts from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("network", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--limit", type=int, default=None)
    given = parser.parse_args()
    began = time.monotonic()
    rows = label_texts(islice(read_texts(given.texts), given.limit), Reader(given.network))
    print(f"{write_shards(rows, given.out)} sentences kept, {time.monotonic() - began:.0f} s")  # noqa: T201


if __name__ == "__main__":
    main()
