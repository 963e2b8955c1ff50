"""From a source to its documents: which reader reads which kind of file, and what stops one source but not the rest."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO
from urllib.parse import urlsplit

from tasks.errors import RetriableError, SkippableError
from tasks.read.build import Options, Results, rejected
from tasks.read.columns import check_mapping
from tasks.read.html import read_html
from tasks.read.jsonl import read_json, read_jsonl
from tasks.read.logins import with_login
from tasks.read.sources import Source
from tasks.read.table import read_csv, read_parquet
from tasks.read.text import read_text
from tasks.read.urls import fetch
from tasks.records import Document, Reject

Reader = Callable[[BinaryIO, str, Options], Results]

#: A reader yields documents and rejects; SkippableError ends this source, not the run.
READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".json": read_json,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
}
_MEDIA_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/vnd.apache.parquet": ".parquet",
}


def read_source(
    source: Source,
    mapping: Mapping[str, str] | None = None,
    *,
    default_date: date | None = None,
    allow_private: bool = False,
) -> Iterator[Document | Reject]:
    """Yield the documents of a source, and a reject for each part that cannot be used, in the source's order.

    Args:
        source: from `find_sources`.
        mapping: column or key by field (text, title, published, url, author, source, language), for odd names.
        default_date: date of publication of documents that state none.
        allow_private: let web addresses lead into this machine's own network.

    Raises:
        FatalError: R113, the mapping names an unknown field.
    """
    check_mapping(mapping)
    try:
        reader, stream = _open(source, allow_private)
        with stream:
            yield from reader(stream, source.shown, Options(mapping, default_date))
    except (SkippableError, RetriableError) as error:  # one address that does not answer must not cost the others
        yield rejected(source.shown, error)
    except OSError as error:
        problem = SkippableError("R102", f"Cannot be opened: {error.strerror or error}.", "Check its name and who may read it.")
        yield rejected(source.shown, problem)


def _open(source: Source, allow_private: bool) -> tuple[Reader, BinaryIO]:
    if source.is_stdin:
        data = sys.stdin.buffer.read()
        return READERS[_sniff(data)], BytesIO(data)
    if source.is_url:
        page = fetch(with_login(source.location), allow_private)
        suffix = _MEDIA_TYPES.get(page.media_type) or PurePath(urlsplit(source.location).path).suffix
        return _reader(suffix), BytesIO(page.content)
    path = PurePath(source.location)
    return _reader(path.suffix), open(path, "rb")  # noqa: PTH123 (closed by the caller)


def _reader(suffix: str) -> Reader:
    if suffix.lower() not in READERS:
        known = " ".join(READERS)
        raise SkippableError("R103", f"Files ending in {suffix or '(nothing)'} are not read.", f"Read are: {known}.")
    return READERS[suffix.lower()]


def _sniff(data: bytes) -> str:
    """Return the kind of what comes in on standard input, by its first character."""
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"PAR1"):
        return ".parquet"
    return {b"{": ".jsonl", b"[": ".json", b"<": ".html"}.get(start[:1], ".txt")
