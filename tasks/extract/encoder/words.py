"""What the encoder sees of a word: its word pieces, its spelling and the space before it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from tasks.errors import FatalError

Ints = NDArray[np.int64]

PAD, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
MAX_PIECES = 8
"""Longer words keep their first six and last two pieces."""
GLUED, SPACED, NEW_LINE = 1, 2, 3
"""Space before a word; 0 is padding."""

_SHAPES = (
    ("lower", re.compile(r"[^\W\d_A-Z]+")),
    ("Title", re.compile(r"[A-Z][a-z]+")),
    ("initial", re.compile(r"[A-Z]\.?")),
    ("CAPS", re.compile(r"[A-Z]+")),
    ("initials", re.compile(r"(?:[A-Za-z]\.){2,}[A-Za-z]?")),
    ("digits", re.compile(r"\d+")),
    ("number", re.compile(r"[\d.,:/%-]*\d[\d.,:/%-]*")),
    ("with digits", re.compile(r".*\d.*", re.DOTALL)),
    ("Titles", re.compile(r"(?:[A-Z]['’]?[a-z]+[-’']?){2,}")),
    ("CAPS mixed", re.compile(r"[A-Z][A-Z&.'’-]*[A-Z]s?")),
    ("Mixed", re.compile(r"[^\W\d_]*[A-Z].*", re.DOTALL)),
    ("letters", re.compile(r".*[^\W\d_].*", re.DOTALL)),
    ("opening", re.compile(r"[(\[{“‘«`]+")),
    ("closing", re.compile(r"[)\]}”’»']+")),
    ("stop", re.compile(r"[.!?…]+")),
    ("comma", re.compile(r"[,;:–—-]+")),
)
SHAPE_COUNT = len(_SHAPES) + 2
"""Shapes, one for everything else, and 0 for padding."""


@dataclass(frozen=True)
class Window:
    """A stretch of words that the encoder reads at once; `spacing` holds GLUED, SPACED or NEW_LINE per word."""

    words: Sequence[str]
    spacing: Sequence[int]


@dataclass(frozen=True)
class Batch:
    """Padded arrays of some windows: pieces, shapes and spacing by piece; first and last piece by word."""

    pieces: Ints
    shapes: Ints
    spacing: Ints
    first: Ints
    last: Ints
    lengths: tuple[int, ...]

    def inputs(self) -> dict[str, Ints]:
        """The arrays by the names of the network's inputs."""
        return {
            "pieces": self.pieces,
            "shapes": self.shapes,
            "spacing": self.spacing,
            "first": self.first,
            "last": self.last,
        }


def shape_of(word: str) -> int:
    """The spelling class of a word, 1 or more."""
    for number, (_, pattern) in enumerate(_SHAPES, start=1):
        if pattern.fullmatch(word):
            return number
    return len(_SHAPES) + 1


class WordPieces:
    """Splits words into pieces, each word apart from its neighbours, so that pieces and words always align."""

    def __init__(self, path: Path) -> None:
        """Read a `tokenizer.json`."""
        self.tokenizer = Tokenizer.from_file(str(path))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.unknown, self.start, self.end = (self._id(token) for token in (UNKNOWN, START, END))
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}

    def describe(self, word: str) -> tuple[tuple[int, ...], int]:
        """The pieces (one or more) and the shape of a word."""
        if word not in self._known:
            if len(self._known) > 200_000:
                self._known.clear()
            self._known[word] = (self._split(word), shape_of(word))
        return self._known[word]

    def count(self, words: Iterable[str]) -> int:
        """How many pieces some words have."""
        return sum(len(self.describe(word)[0]) for word in words)

    def batch(self, windows: Sequence[Window]) -> Batch:
        """Lay windows out as padded arrays."""
        described = [[self.describe(word) for word in window.words] for window in windows]
        width = 2 + max(sum(len(pieces) for pieces, _ in words) for words in described)
        longest = max(1, *(len(words) for words in described))
        piece_rows = np.zeros((3, len(windows), width), dtype=np.int64)
        word_rows = np.zeros((2, len(windows), longest), dtype=np.int64)
        for row, (window, words) in enumerate(zip(windows, described, strict=True)):
            counts = np.fromiter((len(pieces) for pieces, _ in words), dtype=np.int64, count=len(words))
            ends = counts.cumsum() + 1
            size = 1 + int(counts.sum())
            piece_rows[0, row, 0], piece_rows[0, row, size] = self.start, self.end
            piece_rows[0, row, 1:size] = [piece for pieces, _ in words for piece in pieces]
            piece_rows[1, row, 1:size] = np.repeat([shape for _, shape in words], counts)
            piece_rows[2, row, 1:size] = np.repeat(np.asarray(window.spacing, dtype=np.int64), counts)
            word_rows[0, row, : len(words)] = ends - counts
            word_rows[1, row, : len(words)] = ends - 1
        lengths = tuple(len(window.words) for window in windows)
        return Batch(piece_rows[0], piece_rows[1], piece_rows[2], word_rows[0], word_rows[1], lengths)

    def _id(self, token: str) -> int:
        number = self.tokenizer.token_to_id(token)
        if number is None:
            raise FatalError("R303", f"The tokenizer of the encoder has no {token}.", "Get the pipeline's folder again.")
        return int(number)

    def _split(self, word: str) -> tuple[int, ...]:
        pieces = tuple(self.tokenizer.encode(word, add_special_tokens=False).ids) or (self.unknown,)
        return pieces if len(pieces) <= MAX_PIECES else pieces[:6] + pieces[-2:]
