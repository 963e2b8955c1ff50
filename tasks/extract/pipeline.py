"""Load the spaCy pipeline and run documents through it: the one place that calls ``nlp.pipe``."""

from __future__ import annotations

import atexit
import gc
import logging
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import spacy
import spacy.util
from spacy.language import Language
from spacy.tokens import Doc

import warehouse
from tasks.errors import FatalError
from tasks.extract.extensions import set_extensions
from tasks.records import Document, Extraction, Reject, content_id

logger = logging.getLogger(__name__)

MODELS = Path(__file__).parent / "models"
DEFAULT_MODEL = "accurate"
COMPONENTS = ("readout_quotes", "readout_actors", "readout_events")
BATCH_SIZE = 64
RULE_FILES = frozenset({".py", ".csv", ".tsv", ".json", ".toml"})


def model_path(name: str = DEFAULT_MODEL) -> Path:
    """Return the folder of a shipped pipeline, or of the pipeline that a path names.

    Raises:
        FatalError: R301, there is no such pipeline.
    """
    for folder in (MODELS / name, Path(name)):
        if (folder / "meta.json").is_file():
            return folder
    shipped = ", ".join(sorted(folder.name for folder in MODELS.glob("*") if (folder / "meta.json").is_file())) or "none"
    raise FatalError(
        "R301",
        f"There is no language pipeline {name!r}.",
        f"Shipped: {shipped}; or give the folder of a spaCy pipeline.",
    )


@cache
def load_pipeline(name: str = DEFAULT_MODEL, catalogue: tuple[Path, ...] = (), with_happenings: bool = True) -> Language:
    """Load a pipeline once per process and add the components of Readout to it.

    Args:
        name: a shipped pipeline, a folder, or the name of an installed spaCy package.
        catalogue: the user's own files of actors, which win over the shipped ones.
        with_happenings: list every predicate that is no event too (`doc._.happenings`); the warehouse does not keep them.

    Raises:
        FatalError: R301, there is no such pipeline.
    """
    set_extensions()
    nlp = spacy.load(name) if spacy.util.is_package(name) else spacy.load(model_path(name))
    options: dict[str, dict[str, Any]] = {
        "readout_actors": {"catalogue": [str(path) for path in catalogue]},
        "readout_events": {"with_happenings": with_happenings},
    }
    for component in COMPONENTS:
        if component not in nlp.pipe_names:
            nlp.add_pipe(component, config=options.get(component, {}))
    # What is loaded stays for good: without it the collector walks the lexicons again and again.
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)
    return nlp


@cache
def pipeline_version(name: str = DEFAULT_MODEL, catalogue: tuple[Path, ...] = ()) -> str:
    """Return the version of an extraction: the pipeline's name and version, and a hash of the rules and lexicons beside it.

    Two extractions with the same version give the same rows for the same text.

    Raises:
        FatalError: R301, there is no such pipeline.
    """
    folder = spacy.util.get_package_path(name) if spacy.util.is_package(name) else model_path(name)
    meta = spacy.util.load_meta(folder / "meta.json")
    return f"{meta['lang']}_{meta['name']}-{meta['version']}+{_rules_hash(catalogue)}"


def _rules_hash(catalogue: tuple[Path, ...]) -> str:
    """Hash the code and data that extraction rests on, apart from the weights."""
    folders = (Path(__file__).parent, Path(warehouse.__file__).parent / "catalogue", *catalogue)
    found = [path for folder in folders for path in ([folder] if folder.is_file() else folder.rglob("*"))]
    files = sorted(path for path in found if path.suffix in RULE_FILES and MODELS not in path.parents)
    return content_id(*(part for path in files for part in (path.name, path.read_bytes())))[:8]


def as_doc(nlp: Language, document: Document) -> Doc:
    """Make the Doc of a document, with what the components need to know of it."""
    doc = nlp.make_doc(document.text)
    doc._.doc_id, doc._.published, doc._.title = document.doc_id, document.published, document.title
    return doc


def extraction_of(doc: Doc) -> Extraction:
    """Collect what the components found into a record that outlives the Doc."""
    return Extraction(
        doc_id=doc._.doc_id,
        sentences=tuple((sent.start_char, sent.end_char) for sent in doc.sents),
        actors=tuple(doc._.actors),
        quotes=tuple(doc._.quotes),
        events=tuple(doc._.events),
        happenings=tuple(doc._.happenings),
    )


def extract(
    nlp: Language, documents: Iterable[Document], batch_size: int = BATCH_SIZE
) -> Iterator[tuple[Document, Extraction | Reject]]:
    """Yield each document, in input order, with its extraction, or with a reject where a component failed on it.

    Memory stays bounded: strings and lexemes of a batch are freed after it (``nlp.memory_zone``).
    """
    for batch in batched(documents, batch_size):
        yield from zip(batch, _extract_batch(nlp, batch), strict=True)


def batched(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    """Cut a stream of documents into lists of a size."""
    stream = iter(documents)
    while batch := list(islice(stream, size)):
        yield batch


def _extract_batch(nlp: Language, batch: list[Document]) -> list[Extraction | Reject]:
    with nlp.memory_zone():
        try:
            docs = nlp.pipe((as_doc(nlp, document) for document in batch), batch_size=len(batch))
            return [extraction_of(doc) for doc in docs]
        except Exception:
            # Whatever a component raised, only the documents that it raised on are lost.
            return [_extract_alone(nlp, document) for document in batch]


def _extract_alone(nlp: Language, document: Document) -> Extraction | Reject:
    try:
        return extraction_of(nlp(as_doc(nlp, document)))
    except Exception as error:
        logger.exception("Extraction failed on document %s", document.doc_id)
        message = f"Extraction failed: {type(error).__name__}: {error}"
        return Reject(
            document.location or document.doc_id, "extract", "R203", message, "Report it with the text.", document.doc_id
        )
