"""JSON: one object per line, or one list; a line that cannot be read is put aside and the next one is read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import BinaryIO

from tasks.errors import SkippableError
from tasks.read.build import Options, Results, build_document, rejected
from tasks.read.columns import match_columns, no_text_column
from tasks.read.decode import decode
from tasks.read.limits import LINE_BYTES, LIST_BYTES, TEXT_CHARS
from tasks.read.text import read_whole
from tasks.records import Document, Reject


def read_jsonl(stream: BinaryIO, location: str, options: Options) -> Results:
    """Yield a document or reject for each line that is not blank, in order; the location gets the line's number."""
    for number, line in _lines(stream):
        place = f"{location}:{number}"
        try:
            fields = _fields(_object(line), options.mapping)
        except SkippableError as error:
            yield rejected(place, error)
        else:
            yield build_document(fields, place, options)


def read_json(stream: BinaryIO, location: str, options: Options) -> Results:
    """Yield the documents of a JSON list, of an object that holds one list of objects, or of a single object.

    Raises:
        SkippableError: R109, it is not JSON.
    """
    data = decode(read_whole(stream, LIST_BYTES))
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        hint = "If it holds one object per line, name it .jsonl."
        raise SkippableError("R109", f"This is not JSON: {error}.", hint) from error
    for number, value in enumerate(_items(content), start=1):
        place = f"{location}:{number}"
        try:
            yield build_document(_fields(value, options.mapping), place, options)
        except SkippableError as error:
            yield rejected(place, error)


def read_extraction_input(stream: BinaryIO) -> Iterator[Document | Reject]:
    """Yield a document for each line of `{"doc_id", "text", "date", "title"}`: all of them exactly as given.

    Nothing is cleaned, so that offsets index the given text.
    """
    for number, line in _lines(stream):
        try:
            yield _as_given(_object(line), number)
        except SkippableError as error:
            yield rejected(f"line {number}", error)


def _as_given(value: object, number: int) -> Document:
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise SkippableError("R110", "The line has no text.", 'Each line is {"doc_id", "text", "date", "title"}.')
    if len(value["text"]) > TEXT_CHARS:
        raise SkippableError("R107", f"The text has more than {TEXT_CHARS:,} characters.", "Split it into its articles.")
    try:
        published = date.fromisoformat(str(value["date"])[:10]) if value.get("date") else None
    except ValueError as error:
        raise SkippableError(
            "R111", f"The date {value['date']!r} is not ISO (2025-03-18).", "Correct it, or give null."
        ) from error
    title = value.get("title")
    return Document(
        doc_id=str(value.get("doc_id", number)),
        text=value["text"],
        published=published,
        title=title if isinstance(title, str) else None,
        location=f"line {number}",
    )


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Yield number and bytes of the lines that are not blank; None for a line over the limit, which is never held whole."""
    number = 0
    while line := stream.readline(LINE_BYTES):
        number += 1
        too_long = len(line) == LINE_BYTES and not line.endswith(b"\n")
        if too_long:
            while (rest := stream.readline(LINE_BYTES)) and not rest.endswith(b"\n"):
                pass
        if too_long or line.strip():
            yield number, None if too_long else line


def _object(line: bytes | None) -> object:
    if line is None:
        raise SkippableError("R104", f"The line is longer than {LINE_BYTES:,} bytes.", "Split it into its articles.")
    try:
        value: object = json.loads(decode(line))
    except (ValueError, RecursionError) as error:
        hint = "One JSON object per line is read; correct the line and ingest again: only what is new is loaded."
        raise SkippableError("R109", f"The line is not JSON: {error}.", hint) from error
    return value


def _items(content: object) -> Iterable[object]:
    if isinstance(content, list):
        return content
    if isinstance(content, dict):
        lists = [value for value in content.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        if len(lists) == 1 and "text" not in match_columns(content, None):
            return list(lists[0])
    return [content]


def _fields(value: object, mapping: Mapping[str, str] | None) -> dict[str, object]:
    if not isinstance(value, dict):
        raise SkippableError(
            "R111", f"This is a {type(value).__name__}, not an object with fields.", "Give one object per article."
        )
    columns = match_columns(value, mapping)
    if "text" not in columns:
        raise SkippableError("R110", *no_text_column(value))
    return {field: value[column] for field, column in columns.items()}
