"""Accounts: events of all documents out, groups that tell of one happening back in."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from warehouse.arrow import to_frame
from warehouse.connect import writer
from warehouse.load import replace_rows
from warehouse.statements import statement


def tellings(warehouse: Path) -> pl.DataFrame:
    """Return the events that may be accounts of something: those of current versions, syndicated copies once.

    Returns:
        event_id, doc_id, type, trigger_text, cameo_code, stated_count, asserted_by, initiators, recipients, named_participants
        (actor ids after all decisions), countries, event_date, date_granularity, published_date, start_char, sentence_text,
        parent_event_id.

    Raises:
        BusyError: another program held the warehouse.
    """
    with writer(warehouse) as connection:
        return to_frame(connection.sql(statement("accounts/tellings")))


def replace_accounts(warehouse: Path, accounts: pl.DataFrame) -> int:
    """Replace all accounts; return the number of happenings that have several.

    Args:
        warehouse: path of the DuckDB file.
        accounts: one row per telling, with the columns of table `accounts`.
    """
    with writer(warehouse) as connection:
        replace_rows(connection, "accounts", accounts)
    return accounts["account_id"].n_unique()
