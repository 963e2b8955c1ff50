"""Web pages: the article without what surrounds it, paragraphs as lines, with the metadata that the page states."""

from __future__ import annotations

import re
from typing import Any, BinaryIO

from lxml.etree import LxmlError  # type: ignore[import-untyped]
from trafilatura import bare_extraction

from tasks.errors import SkippableError
from tasks.read.build import Options, Results, build_document
from tasks.read.decode import declared_encoding, decode
from tasks.read.text import read_whole

#: A date of publication is taken from metadata and markup, not guessed from numbers in the text.
_DATES = {"extensive_search": False, "original_date": True}
_LANGUAGE = re.compile(r"<html\b[^>]*?\slang\s*=\s*[\"']?([A-Za-z-]+)", re.IGNORECASE)


def read_html(stream: BinaryIO, location: str, options: Options) -> Results:
    """Yield the one document of a web page.

    Raises:
        SkippableError: R112, no article is found in the page.
    """
    data = read_whole(stream)
    page = decode(data, declared_encoding(data))
    found = _extract(page, location)
    if found is None or not found["text"]:
        raise SkippableError("R112", "There is no article text in the page.", "Save the article's own page, or its text as .txt.")
    fields = {
        "text": found["text"],
        "title": found["title"],
        "published": found["date"],
        "url": found["url"] or (location if "://" in location else None),
        "author": found["author"],
        "source": found["sitename"] or found["hostname"],
        "language": language[1] if (language := _LANGUAGE.search(page[:10_000])) else None,
    }
    yield build_document(fields, location, options)


def _extract(page: str, location: str) -> dict[str, Any] | None:
    try:
        found = bare_extraction(
            page,
            url=location if "://" in location else None,
            fast=True,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=dict(_DATES),
        )
    except (LxmlError, ValueError, RecursionError) as error:
        raise SkippableError("R112", f"The page cannot be parsed: {error}.", "Save the article's text as .txt.") from error
    return found.as_dict() if found is not None and not isinstance(found, dict) else found
