"""Tables: CSV and TSV row by row, Parquet some hundred rows at a time; a row that cannot be read is put aside."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import polars as pl

from tasks.errors import SkippableError
from tasks.read.build import Options, Results, build_document, rejected
from tasks.read.columns import match_columns, no_text_column
from tasks.read.decode import decode, marked_encoding
from tasks.read.limits import LINE_BYTES, PARQUET_ROWS, TEXT_CHARS

_DELIMITERS = (",", "\t", ";", "|")
#: Longer than the longest text that is read, so that such a text is told by its own limit.
_FIELD_CHARS = 4 * TEXT_CHARS


def read_csv(stream: BinaryIO, location: str, options: Options) -> Results:
    """Yield a document or reject per row, in order; the location gets the number of the row's first line.

    Raises:
        SkippableError: R106 or R110, the table is empty or has no text column.
    """
    csv.field_size_limit(_FIELD_CHARS)
    lines = _lines(stream)
    header = next(lines, "")
    delimiter = max(_DELIMITERS, key=header.count)
    try:
        names = [name.strip() for name in next(csv.reader([header], delimiter=delimiter))]
    except csv.Error as error:
        raise SkippableError("R111", f"The first line cannot be read: {error}.", "It must name the columns.") from error
    if not any(names):
        raise SkippableError("R106", "The table is empty.", "Its first line must name the columns.")
    columns = match_columns(names, options.mapping)
    if "text" not in columns:
        raise SkippableError("R110", *no_text_column(names))
    yield from _rows(csv.reader(lines, delimiter=delimiter), names, columns, location, options)


def _rows(reader: Iterator[list[str]], names: list[str], columns: Mapping[str, str], location: str, options: Options) -> Results:
    places = {field: names.index(column) for field, column in columns.items()}
    while True:
        number = reader.line_num + 2  # type: ignore[attr-defined]  # lines that csv.reader has seen; the header was line 1
        try:
            row = next(reader)
            if not row:
                continue
            fields = _fields(row, names, places)
        except StopIteration:
            return
        except csv.Error as error:
            problem = SkippableError("R111", f"The row cannot be read: {error}.", "Look for a quote mark that is not closed.")
            yield rejected(f"{location}:{number}", problem)
        except SkippableError as error:
            yield rejected(f"{location}:{number}", error)
        else:
            yield build_document(fields, f"{location}:{number}", options)


def _fields(row: list[str], names: list[str], places: Mapping[str, int]) -> dict[str, object]:
    if len(row) > len(names):
        message = f"The row has {len(row)} values, the header {len(names)}."
        raise SkippableError("R111", message, "Put quote marks around values that contain the separator.")
    return {field: _repaired(row[place]) for field, place in places.items() if place < len(row)}


def _lines(stream: BinaryIO) -> Iterator[str]:
    """Yield the lines; bytes that are not UTF-8 are kept as surrogates until the value that holds them is known."""
    marked = marked_encoding(stream.read(4))
    stream.seek(marked[1] if marked else 0)
    encoding = marked[0] if marked else "utf-8"
    errors = "surrogateescape" if encoding == "utf-8" else "replace"
    # A line without end comes in pieces, so that it costs no memory; the field limit of csv tells it.
    with io.TextIOWrapper(stream, encoding, errors) as text:
        while line := text.readline(LINE_BYTES):
            yield line


def _repaired(value: str) -> str:
    """Return the value, read in the charset that fits it where it is not UTF-8."""
    if value.isascii() or not any("\udc80" <= character <= "\udcff" for character in value):
        return value
    return decode(value.encode("utf-8", "surrogateescape"))


def read_parquet(stream: BinaryIO, location: str, options: Options) -> Results:
    """Yield a document or reject per row, in order; the location gets the row's number.

    Raises:
        SkippableError: R110 or R112, there is no text column or the file is not Parquet.
    """
    try:
        table = pl.scan_parquet(stream)
        names = table.collect_schema().names()
        columns = match_columns(names, options.mapping)
        if "text" not in columns:
            raise SkippableError("R110", *no_text_column(names))
        number = 0
        for frame in table.select(columns.values()).collect_batches(chunk_size=PARQUET_ROWS, maintain_order=True):
            for row in frame.iter_rows(named=True):
                number += 1
                yield build_document({field: row[name] for field, name in columns.items()}, f"{location}:{number}", options)
    except pl.exceptions.PolarsError as error:
        raise SkippableError("R112", f"The Parquet file cannot be read: {error}.", "Write it again from its source.") from error
