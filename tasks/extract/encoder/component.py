"""The spaCy component `readout_encoder`: tags, lemmas, sentences, trees and names from one encoder."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from tasks.errors import FatalError
from tasks.extract.encoder.reader import FILES, Reader, Reading
from tasks.extract.encoder.words import GLUED, NEW_LINE, SPACED

SPACE_TAG, SPACE_POS, SPACE_DEP, ROOT = "_SP", "SPACE", "dep", "ROOT"
COLUMNS: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP"]
ASSIGNS = [
    "token.tag", "token.pos", "token.morph", "token.lemma", "token.dep", "token.head", "token.is_sent_start",
    "doc.ents", "doc.sents", "token.ent_iob", "token.ent_type",
]  # fmt: skip


@Language.factory("readout_encoder", assigns=ASSIGNS, default_config={"threads": 1})
def create_encoder(nlp: Language, name: str, threads: int) -> "EncoderComponent":
    """Make the component for a pipeline; its files come with `from_disk`."""
    return EncoderComponent(nlp.vocab, threads)


class EncoderComponent:
    """Annotates Docs with what the encoder reads in them; sentence starts that are set already are kept."""

    def __init__(self, vocab: Vocab, threads: int = 1) -> None:
        self.vocab, self.threads = vocab, threads
        self.folder: Path | None = None
        self._reader: Reader | None = None

    @property
    def reader(self) -> Reader:
        """The loaded network.

        Raises:
            FatalError: R302, the component was not loaded from a folder.
        """
        if self._reader is None:
            raise FatalError("R302", "The encoder has no network yet.", "Load it as part of a pipeline's folder.")
        return self._reader

    def load(self, folder: Path) -> None:
        """Load the files of an exported network."""
        self.folder, self._reader = folder, Reader(folder, self.threads)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        forms, is_space, starts, spaced = doc.to_array(["ORTH", "IS_SPACE", "SENT_START", "SPACY"]).astype(np.int64).T
        places = [int(i) for i in np.flatnonzero(is_space == 0)]
        strings = doc.vocab.strings
        words = [strings[form] for form in forms[places].astype(np.uint64).tolist()]
        reading = self.reader.read(words, _spacing(doc, places, spaced.tolist()), starts[places].tolist())
        _annotate(doc, places, reading)
        return doc

    def to_disk(self, path: str | Path, exclude: Sequence[str] = ()) -> None:
        """Copy the files of the network into a folder."""
        target = Path(path)
        target.mkdir(parents=True, exist_ok=True)
        for name in FILES if self.folder else ():
            shutil.copyfile(Path(str(self.folder)) / name, target / name)

    def from_disk(self, path: str | Path, exclude: Sequence[str] = ()) -> "EncoderComponent":
        """Load what `to_disk` wrote."""
        self.load(Path(path))
        return self


def _spacing(doc: Doc, places: Sequence[int], spaced: Sequence[int]) -> list[int]:
    """GLUED, SPACED or NEW_LINE before each word; `spaced` says for each token whether a space follows."""
    spacing = []
    before = -1
    for i in places:
        between = doc[before + 1 : i].text_with_ws if i > before + 1 else ""
        if before < 0 or "\n" in between or "\r" in between:
            spacing.append(NEW_LINE)
        else:
            spacing.append(SPACED if between or spaced[before] else GLUED)
        before = i
    return spacing


def _annotate(doc: Doc, places: Sequence[int], reading: Reading) -> None:
    """Set all attributes at once; white space hangs on the word before it."""
    strings, morphology = doc.vocab.strings, doc.vocab.morphology
    rows = np.zeros((len(doc), 6), dtype=np.uint64)
    rows[:, 0], rows[:, 1] = strings.add(SPACE_TAG), strings[SPACE_POS]
    rows[:, 2], rows[:, 5] = morphology.add(""), strings.add(SPACE_DEP)
    heads = _space_heads(len(doc), places)
    for number, i in enumerate(places):
        is_root = reading.heads[number] == number
        heads[i] = places[reading.heads[number]]
        rows[i, 0], rows[i, 1] = strings.add(reading.xpos[number]), strings[reading.upos[number]]
        rows[i, 2], rows[i, 3] = morphology.add(reading.feats[number]), strings.add(reading.lemmas[number])
        rows[i, 5] = strings.add(ROOT if is_root else reading.deprels[number])
    for i in set(range(len(doc))) - set(places):
        rows[i, 3] = doc[i].orth
    rows[:, 4] = (heads - np.arange(len(doc))).astype(np.uint64)
    doc.from_array(COLUMNS, rows)  # type: ignore[arg-type]  # hashes need all 64 bits
    doc.set_ents(list(_spans(doc, places, reading)))


def _space_heads(size: int, places: Sequence[int]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The word before each white space; before the first word, that word."""
    heads = np.arange(size, dtype=np.int64)
    if places:
        before = np.searchsorted(np.asarray(places), heads, side="right") - 1
        heads = np.asarray(places, dtype=np.int64)[np.maximum(before, 0)]
    return heads


def _spans(doc: Doc, places: Sequence[int], reading: Reading) -> Iterable[Span]:
    for begin, end, type_ in reading.names:
        yield Span(doc, places[begin], places[end - 1] + 1, label=type_)
