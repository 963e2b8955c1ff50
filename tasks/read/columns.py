"""Which column or key holds what: names recognised without being told, and the mapping that tells the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from tasks.errors import FatalError

#: Names of columns and keys, best first, in lower case with _ between words.
NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "article_text", "full_text", "fulltext", "body_text", "maintext", "main_text",
             "article_body", "articlebody", "story", "paragraphs", "transcript"),
    "title": ("title", "headline", "head", "heading", "article_title"),
    "published": ("date", "published", "published_at", "publication_date", "pubdate", "pub_date", "publish_date",
                  "date_published", "datepublished", "published_date", "publishedat", "date_publish", "datetime", "timestamp",
                  "created_at"),
    "url": ("url", "link", "uri", "href", "permalink", "canonical_url", "web_url"),
    "author": ("author", "byline", "authors", "creator", "writer"),
    "source": ("source", "publisher", "outlet", "publication", "newspaper", "site", "sitename", "site_name", "source_domain",
               "domain", "media"),
    "language": ("language", "lang"),
}  # fmt: skip


def check_mapping(mapping: Mapping[str, str] | None) -> None:
    """Raise R113 where a mapping names a field that documents do not have."""
    if unknown := [name for name in mapping or () if name not in NAMES]:
        raise FatalError(
            "R113",
            f"--map: documents have no field {', '.join(map(repr, unknown))}.",
            f"Write --map FIELD=COLUMN with one of the fields {', '.join(NAMES)}; for example --map text=body.",
        )


def match_columns(columns: Iterable[str], mapping: Mapping[str, str] | None) -> dict[str, str]:
    """Return the column of each field that is there: as mapped, else the best recognised name, whatever its case."""
    return dict(_match(tuple(columns), tuple((mapping or {}).items())))


@lru_cache(maxsize=64)
def _match(columns: tuple[str, ...], mapping: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Match once for all lines with the same keys."""
    by_name = {_plain(column): column for column in reversed(columns)}
    wanted = NAMES | {field: (column,) for field, column in mapping}
    found = (
        (field, next((by_name[_plain(name)] for name in names if _plain(name) in by_name), None))
        for field, names in wanted.items()
    )
    return tuple((field, column) for field, column in found if column is not None)


def no_text_column(columns: Iterable[str]) -> tuple[str, str]:
    """Return message and hint for a source without a recognised text column."""
    names = list(columns)
    found = ", ".join(names[:20]) + (" ..." if len(names) > 20 else "")
    return (
        f"There is no text column among: {found or '(no columns)'}.",
        f"Name it with --map text=COLUMN{f', for example --map text={names[-1]}' if names else ''}.",
    )


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.strip().lower()).strip("_")
