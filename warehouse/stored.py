"""Documents as they are stored, for extraction after the pipeline changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from warehouse.connect import query, reader
from warehouse.statements import statement


def stored_documents(published: Path, batch_size: int, other_than_version: str) -> Iterator[pl.DataFrame]:
    """Yield stored documents in batches, sorted by doc_id: those whose rows come from another version of the pipeline.

    Args:
        published: path of the published copy.
        batch_size: documents in a frame.
        other_than_version: leave out documents whose rows come from this version.

    Yields:
        doc_id, text, published_date, title, url, author, source, language, location, pipeline_version.

    Raises:
        WarehouseError: there is no such file.
    """
    after = ""
    with reader(published) as connection:
        while True:
            parameters = {"after": after, "version": other_than_version, "count": batch_size}
            batch = query(connection, statement("stored/batch"), parameters)
            if batch.is_empty():
                return
            after = batch["doc_id"][-1]
            yield batch
