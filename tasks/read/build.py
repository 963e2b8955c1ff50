"""Fields as a format gives them to the one shape of a document, or to the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from tasks.errors import ReadoutError, SkippableError
from tasks.read.dates import parse_date
from tasks.read.decode import clean
from tasks.read.language import is_english, language_code
from tasks.read.limits import TEXT_CHARS
from tasks.records import Document, Reject, content_id


@dataclass(frozen=True, slots=True)
class Options:
    """What the person who asks for the reading says about all documents of it."""

    mapping: Mapping[str, str] | None = None
    """Column or key of a field, where it is not recognised by its name."""
    default_date: date | None = None
    """Date of publication of documents that state none."""


Results = Iterator[Document | Reject]


def build_document(fields: Mapping[str, object], location: str, options: Options) -> Document | Reject:
    """Return the document that the fields make; its id depends on the stored text alone.

    Args:
        fields: values by field name (text, title, published, url, author, source, language).
        location: path, with line or row number where the file holds many.
        options: the date of documents that state none.
    """
    try:
        text = clean(_joined(fields.get("text"), "\n"))
        declared = _line(fields.get("language"))
        _check(text, declared)
    except SkippableError as error:
        return rejected(location, error)
    published = parse_date(fields.get("published"), location)
    url = _line(fields.get("url"))
    return Document(
        doc_id=content_id("document", text),
        text=text,
        published=published or options.default_date,
        title=_line(fields.get("title")),
        url=url if url and url.lower().startswith(("http://", "https://")) else None,
        author=_line(fields.get("author")),
        source=_line(fields.get("source")) or site_of(url),
        language=language_code(declared),
        location=location,
    )


def rejected(location: str, error: ReadoutError) -> Reject:
    """Return the reject that tells of an error in reading."""
    return Reject(location, "read", error.code, error.message, error.hint)


def site_of(url: str | None) -> str | None:
    """Return the host of a web address, without www: what stands for the source where none is stated."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _check(text: str, declared: str | None) -> None:
    if not any(map(str.isalnum, text)):
        raise SkippableError("R106", "There is no text.", "Leave it out, or look whether its text is in another column or file.")
    if len(text) > TEXT_CHARS:
        raise SkippableError(
            "R107", f"The text has {len(text):,} characters; at most {TEXT_CHARS:,} are read.", "Split it into its articles."
        )
    if not is_english(text, declared):
        raise SkippableError("R108", f"The text is not English (declared: {declared or 'nothing'}).", "Only English is read.")


def _joined(value: object, separator: str) -> str:
    """Return a string as it is and a list of strings joined.

    Raises:
        SkippableError: R111, it is something else.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
        return separator.join(value)
    raise SkippableError(
        "R111", f"The text is of type {type(value).__name__}.", "Give it as a string, or as a list of paragraphs."
    )


def _line(value: object) -> str | None:
    """Return a string, or the strings of a list, on one line; None where there is none."""
    if isinstance(value, list | tuple):
        value = ", ".join(part for part in value if isinstance(part, str))
    return (" ".join(clean(value).split()) or None) if isinstance(value, str) else None
