"""From a stream of documents to batch files: each text once, in an order that does not depend on the sources' order."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import IO

from tasks.records import Document, Reject, content_id

#: Sorts the documents that share a text; the first one's metadata is stored, the others are duplicates of it.
Precedence = tuple[str, str, str]


def precedence(published: date | None, url: str | None, location: str | None) -> Precedence:
    """Return the sort key among documents with the same text: earliest date first (undated last), then url, then place read."""
    return (published.isoformat() if published else "9999", url or "", location or "")


@dataclass(slots=True)
class Spool:
    """Documents of one run on disk, with what is needed in memory to choose among them: some hundred bytes a document."""

    path: Path
    found: int = 0
    rejects: list[Reject] = field(default_factory=list)
    _places: dict[str, list[tuple[Precedence, int]]] = field(default_factory=dict)

    @property
    def doc_ids(self) -> list[str]:
        """Ids of the distinct texts, sorted."""
        return sorted(self._places)

    def precedence_of(self, doc_id: str) -> Precedence:
        """Return the sort key of the document that stands for a text in this run."""
        return min(self._places[doc_id])[0]

    def duplicates(self) -> Iterator[Document]:
        """Yield the documents whose text stands in this run under another one's metadata."""
        with self.path.open("rb") as stream:
            for doc_id in self.doc_ids:
                for _, offset in sorted(self._places[doc_id])[1:]:
                    yield _read_at(stream, offset)

    def documents(self, doc_ids: Collection[str]) -> Iterator[Document]:
        """Yield the documents that stand for the given texts, in the order of the ids given."""
        with self.path.open("rb") as stream:
            for doc_id in doc_ids:
                yield _read_at(stream, min(self._places[doc_id])[1])


def spool(items: Iterable[Document | Reject], path: Path) -> Spool:
    """Write the documents of a run to a file and note which of them share a text."""
    made = Spool(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        for item in items:
            made.found += 1
            if isinstance(item, Reject):
                made.rejects.append(item)
                continue
            key = precedence(item.published, item.url, item.location)
            made._places.setdefault(item.doc_id, []).append((key, stream.tell()))
            stream.write(dump_document(item))
    return made


def write_batches(made: Spool, doc_ids: Collection[str], size: int, folder: Path, version: str) -> list[Path]:
    """Write the batch files of the given texts; a file's name follows from its documents and the pipeline's version.

    Args:
        made: the run's documents.
        doc_ids: the texts to extract.
        size: documents in a batch.
        folder: where the files go.
        version: what the extraction depends on besides the documents (pipeline, lexicons, settings).
    """
    ids = sorted(doc_ids)
    paths = []
    for start in range(0, len(ids), size):
        batch = list(made.documents(ids[start : start + size]))
        name = content_id(version, *(f"{document.doc_id} {document.published} {document.url}" for document in batch))
        path = folder / f"{name}.jsonl"
        path.write_bytes(b"".join(map(dump_document, batch)))
        paths.append(path)
    return paths


def read_batch(path: Path) -> list[Document]:
    """Read the documents of a batch file."""
    return [_load_document(line) for line in path.read_bytes().splitlines()]


def dump_document(document: Document) -> bytes:
    """Return a document as one line of JSON."""
    return json.dumps(asdict(document), default=str).encode() + b"\n"


def _read_at(stream: IO[bytes], offset: int) -> Document:
    stream.seek(offset)
    return _load_document(stream.readline())


def _load_document(line: bytes) -> Document:
    fields = json.loads(line)
    fields["published"] = date.fromisoformat(fields["published"]) if fields["published"] else None
    return Document(**fields)
