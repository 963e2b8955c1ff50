"""Readers of the training corpora: treebanks, texts with names and raw text, as small typed records."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

TREEBANKS = ("ewt", "gum_free")
"""Treebanks; `NAME-train.conllu.gz` and `NAME-dev.conllu.gz` in the corpora folder."""
NAME_SOURCES = ("uner_ewt", "gum_ner", "crossner", "wikigold", "re3d", "btc")
"""Human-labelled names; `NAME-train.jsonl.gz`, the first two also `NAME-dev.jsonl.gz`."""
RAW_NEWS = "gmb-train.iob.gz"
"""Public-domain newswire; its own labels are never read."""
LABELS = ("PERSON", "ORG", "GPE", "LOC", "NORP", "DATE", "EVENT")
"""Types of names that the pipeline tells apart."""

# GUM's court documents are of mixed origin; see docs/model.md.
LEFT_OUT = ("GUM_court_",)

Span = tuple[int, int, str]


@dataclass(frozen=True)
class Sentence:
    """A sentence of a treebank.

    `heads` are 0-based indices into the words; the root is its own head. `spaces` says whether a space follows each
    word. `paragraph` counts within the document.
    """

    sent_id: str
    doc_id: str
    paragraph: int
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    lemmas: tuple[str, ...]
    feats: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]

    @property
    def text(self) -> str:
        """The sentence as written, without a space at its end."""
        return join_words(self.words, self.spaces).rstrip()


@dataclass(frozen=True)
class NamedText:
    """A text and its names: character offsets (0-based, end-exclusive) and type, in order, none overlapping.

    `sent_id` is that of the treebank sentence for sources that label a treebank.
    """

    source: str
    doc_id: str
    sent_id: str
    text: str
    ents: tuple[Span, ...]


def join_words(words: Iterable[str], spaces: Iterable[bool]) -> str:
    """Write words with the spaces that follow them."""
    return "".join(word + " " * space for word, space in zip(words, spaces, strict=True))


def open_text(path: Path) -> IO[str]:
    """Open a text file for reading, gzipped where its name ends in .gz."""
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def read_treebank(path: Path) -> Iterator[Sentence]:
    """Read a CoNLL-U file, without the documents that are left out for their licence."""
    doc_id, paragraph = "", 0
    for comments, rows in _blocks(path):
        for comment in comments:
            if comment.startswith("# newdoc"):
                doc_id, paragraph = comment.partition("=")[2].strip(), 0
            elif comment.startswith("# newpar"):
                paragraph += 1
        sent_id = next(c.partition("=")[2].strip() for c in comments if c.startswith("# sent_id"))
        if rows and not doc_id.startswith(LEFT_OUT):
            yield _sentence(sent_id, doc_id, paragraph, rows)


def read_names(path: Path) -> Iterator[NamedText]:
    """Read a JSON-lines file of texts with names of the types in `LABELS`; "Secretary of State" holds no name."""
    with open_text(path) as lines:
        for line in lines:
            row = json.loads(line)
            sent_id, doc_id = str(row["id"]), row.get("doc", "")
            if sent_id.startswith(LEFT_OUT):
                continue
            text = row["text"]
            ents = sorted((s, e, t) for s, e, t in row["ents"] if t in LABELS and not _is_office(text, s))
            yield NamedText(row["src"], doc_id, sent_id, text, tuple(ents))


def read_raw(path: Path) -> Iterator[str]:
    """Read the sentences of a file of tagged tokens (token first in each row) as plain text; labels are not read."""
    seen: set[str] = set()
    for _, rows in _blocks(path):
        text = detokenize([row[0] for row in rows])
        if text and text not in seen:
            seen.add(text)
            yield text


def detokenize(words: Iterable[str]) -> str:
    """Write space-separated newswire tokens as ordinary text."""
    text = " ".join(words).replace("``", '"').replace("''", '"')
    text = re.sub(r" ([.,;:?!%)\]}]|'s\b|'(?:s|re|ve|ll|d|m)\b|n't\b|' )", r"\1", text)
    text = re.sub(r"([(\[{$]) ", r"\1", text)
    text = re.sub(r'" ([^"]*?) ?"', r'"\1"', text)
    return text.strip()


def _is_office(text: str, start: int) -> bool:
    return text[:start].endswith(("Secretary of ", "secretary of ")) and text.startswith("State", start)


def _blocks(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Blank-line separated blocks of a tab-separated file: (comment lines, rows)."""
    comments: list[str] = []
    rows: list[list[str]] = []
    with open_text(path) as lines:
        for raw in lines:
            line = raw.rstrip("\n")
            if not line:
                if comments or rows:
                    yield comments, rows
                comments, rows = [], []
            elif line.startswith("# ") and not rows:
                comments.append(line)
            else:
                rows.append(line.split("\t"))
    if rows:
        yield comments, rows


def _sentence(sent_id: str, doc_id: str, paragraph: int, rows: list[list[str]]) -> Sentence:
    words = [row for row in rows if row[0].isdigit()]
    return Sentence(
        sent_id,
        doc_id,
        paragraph,
        words=tuple(row[1] for row in words),
        spaces=_spaces(rows, words),
        upos=tuple(row[3] for row in words),
        xpos=tuple(row[4] for row in words),
        lemmas=tuple(row[2] for row in words),
        feats=tuple("" if row[5] == "_" else row[5] for row in words),
        heads=tuple(int(row[6]) - 1 if row[6] != "0" else index for index, row in enumerate(words)),
        deprels=tuple(row[7] for row in words),
    )


def _spaces(rows: list[list[str]], words: list[list[str]]) -> tuple[bool, ...]:
    """Whether a space follows each word; inside a multiword token ("don't") none does."""
    spaces = {int(row[0]): "SpaceAfter=No" not in row[9] for row in words}
    for row in rows:
        first, dash, last = row[0].partition("-")
        if dash:
            spaces.update({number: False for number in range(int(first), int(last))})
            spaces[int(last)] = "SpaceAfter=No" not in row[9]
    return tuple(spaces[int(row[0])] for row in words)
