"""What the warehouse knows of documents before they are extracted: so that a second run has next to nothing to do."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from warehouse.arrow import Stream, to_frame
from warehouse.connect import writer
from warehouse.migrate import prepare
from warehouse.schema import TABLES, TYPES
from warehouse.statements import statement


def known(warehouse: Path, documents: pl.DataFrame) -> pl.DataFrame:
    """Say for each document that was read what loading it would do.

    Args:
        warehouse: path of the DuckDB file; where it does not exist, all documents are new.
        documents: one row per document that was read, with doc_id, url, location, published_date, title, author, source,
            language and pipeline_version; the same doc_id may come several times.

    Returns:
        doc_id, url, location, outcome, in the order given. Outcomes: ``loaded`` (new) and ``replaced`` (another pipeline, or this
        copy's metadata goes first) are to be extracted; ``duplicate`` (a further copy of a text that is stored or among
        those given) goes into the package's ``duplicates``; ``unchanged`` is there already.
    """
    columns = {column.name: TYPES[column.type] for column in TABLES["documents"].given if column.name in documents.columns}
    typed = documents.select(pl.col(name).cast(kind) for name, kind in columns.items()).with_row_index("number")
    with writer(warehouse) as connection:
        prepare(connection)
        connection.register("staged_documents", Stream(typed))
        connection.execute(statement("load/preference"))
        connection.execute(statement("load/outcomes"))
        return to_frame(connection.sql(statement("load/known")))
