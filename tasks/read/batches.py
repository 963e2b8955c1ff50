"""From a stream of documents to batch files, by way of a spool on disk: memory never holds the texts of a run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tasks.records import Document, Reject, content_id


@dataclass(slots=True)
class Spool:
    """The documents of one run on disk, numbered in the order in which they were read."""

    path: Path
    rejects: list[Reject] = field(default_factory=list)
    metadata: list[dict[str, Any]] = field(default_factory=list)
    """What is known of each document besides its text: doc_id, url, location, published_date, title, author, source, language."""
    _offsets: list[int] = field(default_factory=list)

    def documents(self, numbers: Iterable[int]) -> Iterator[Document]:
        """Yield the documents with the given numbers, in that order."""
        with self.path.open("rb") as stream:
            for number in numbers:
                stream.seek(self._offsets[number])
                yield _load_document(stream.readline())

    def add(self, document: Document, offset: int) -> None:
        """Note a document that was written at an offset of the file."""
        self._offsets.append(offset)
        self.metadata.append(metadata_of(document))


def metadata_of(document: Document) -> dict[str, Any]:
    """Return what a source says of a document, under the names of the columns of `documents`."""
    return {
        "doc_id": document.doc_id,
        "url": document.url,
        "location": document.location,
        "published_date": document.published,
        "title": document.title,
        "author": document.author,
        "source": document.source,
        "language": document.language,
    }


def spool(items: Iterable[Document | Reject], path: Path) -> Spool:
    """Write the documents of a run to a file, one line each, and keep the rejects."""
    made = Spool(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        for item in items:
            if isinstance(item, Document):
                made.add(item, stream.tell())
                stream.write(_dump_document(item))
            else:
                made.rejects.append(item)
    return made


def write_batches(made: Spool, numbers: Sequence[int], size: int, folder: Path, version: str) -> list[Path]:
    """Write batch files; which documents share one, and its name, do not depend on the order in which they were read.

    Args:
        made: the run's documents.
        numbers: those to extract.
        size: documents in a batch.
        folder: where the files go.
        version: what the extraction depends on besides the documents.
    """
    ordered = sorted(numbers, key=lambda number: made.metadata[number]["doc_id"])
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for start in range(0, len(ordered), size):
        lines = [_dump_document(document) for document in made.documents(ordered[start : start + size])]
        path = folder / f"{content_id(version, *lines)}.jsonl"
        path.write_bytes(b"".join(lines))
        paths.append(path)
    return paths


def read_batch(path: Path) -> list[Document]:
    """Read the documents of a batch file."""
    with path.open("rb") as stream:
        return [_load_document(line) for line in stream]


def _dump_document(document: Document) -> bytes:
    return json.dumps(asdict(document), default=str).encode() + b"\n"


def _load_document(line: bytes) -> Document:
    fields = json.loads(line)
    fields["published"] = date.fromisoformat(fields["published"]) if fields["published"] else None
    return Document(**fields)
