"""Rows of table `documents` back into documents."""

from __future__ import annotations

import polars as pl

from tasks.records import Document


def as_documents(rows: pl.DataFrame) -> list[Document]:
    """Return the documents of a frame with the columns of `warehouse.stored.stored_documents`."""
    return [
        Document(
            doc_id=row["doc_id"],
            text=row["text"],
            published=row["published_date"],
            title=row["title"],
            url=row["url"],
            author=row["author"],
            source=row["source"],
            language=row["language"],
            location=row["location"],
        )
        for row in rows.iter_rows(named=True)
    ]
