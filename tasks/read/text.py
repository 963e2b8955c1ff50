"""Plain text and Markdown: one document; the title is a first line that looks like a heading."""

from __future__ import annotations

from pathlib import PurePath
from typing import BinaryIO

from tasks.errors import SkippableError
from tasks.read.build import Options, Results, build_document
from tasks.read.dates import date_in_name, date_in_text
from tasks.read.decode import clean, decode
from tasks.read.limits import FILE_BYTES

_TITLE_CHARS = 200


def read_text(stream: BinaryIO, location: str, options: Options) -> Results:
    """Yield the one document of a plain text; the heading stays in the text too."""
    text = clean(decode(read_whole(stream)))
    published = date_in_text(text) or date_in_name(PurePath(location).name)
    yield build_document({"text": text, "title": heading(text), "published": published}, location, options)


def read_whole(stream: BinaryIO, limit: int = FILE_BYTES) -> bytes:
    """Return all bytes of the stream.

    Raises:
        SkippableError: R104, there are more than the limit.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise SkippableError("R104", f"The file is larger than {limit:,} bytes.", "Split it into its articles.")
    return data


def heading(text: str) -> str | None:
    """Return the first line where it is short, has no final stop and more text follows."""
    first, _, rest = text.partition("\n")
    title = first.strip().lstrip("# ").strip()
    looks = len(title) <= _TITLE_CHARS and " " in title and title[-1].isalnum() | (title[-1] in "?!'\"’”)")
    return title if looks and rest.strip() else None
