"""The Doc attributes through which the components hand on what they found."""

from __future__ import annotations

from spacy.tokens import Doc

#: attribute -> default; see tasks/records.py for the records that the lists hold.
DOC_EXTENSIONS: dict[str, object] = {
    "doc_id": "",
    "published": None,
    "title": None,
    "quotes": [],
    "actors": [],
    "events": [],
    "happenings": [],
}


def set_extensions() -> None:
    """Register the Doc attributes; safe to call again, as worker processes do at import."""
    for name, default in DOC_EXTENSIONS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
