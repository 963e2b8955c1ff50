"""Decisions about actors as CSV files, to keep under version control, to review, and to carry from one warehouse to another."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from warehouse.decisions import Decision, DecisionError, act_row, all_acts, record

#: Columns that a file needs; the others of ``COLUMNS`` may be missing or empty.
REQUIRED = ("action", "from_actor_id", "to_actor_id")
COLUMNS = (
    "number",
    "act",
    "action",
    "from_actor_id",
    "to_actor_id",
    "entity_id",
    "note",
    "decided_by",
    "decided_at",
    "decision_id",
)


def export_decisions(connection: duckdb.DuckDBPyConnection, path: Path) -> int:
    """Write every decision and taking back to a CSV file, the oldest first; return how many."""
    rows = all_acts(connection).sort("decided_at", "decision_id", "number").select(COLUMNS)
    rows.write_csv(path)
    return rows.height


def import_decisions(connection: duckdb.DuckDBPyConnection, path: Path) -> int:
    """Add the rows of a CSV file that the warehouse lacks: all of them, or none where they contradict what stands.

    The actors need not be there yet, so that a warehouse may be given its decisions before its documents.

    Returns:
        How many rows were added.

    Raises:
        DecisionError: a column is missing or a value unknown (W508), or decisions would contradict each other (W502 to W505).
    """
    given = pl.read_csv(path, infer_schema=False)
    if missing := [column for column in REQUIRED if column not in given.columns]:
        raise DecisionError("W508", f"{path} lacks the columns {', '.join(missing)}.", "docs/catalogue.md describes the file.")
    acts = [_read(path, line, row) for line, row in enumerate(given.iter_rows(named=True), start=2)]
    known = set(all_acts(connection)["act_id"])
    new = {act["act_id"]: act for act in acts if act["act_id"] not in known}
    if new:
        record(connection, list(new.values()))
    return len(new)


def _read(path: Path, line: int, row: dict[str, str | None]) -> dict[str, Any]:
    """Return one row of the table for a line of a file."""
    action, act = row["action"], row.get("act") or "decided"
    if (
        action not in {"merge", "split"}
        or act not in {"decided", "taken_back"}
        or not (row["from_actor_id"] and row["to_actor_id"])
    ):
        raise DecisionError(
            "W508", f"{path}, line {line}: {action}, {act} is no decision.", "docs/catalogue.md describes the file."
        )
    of = Decision(action, row["from_actor_id"], row["to_actor_id"], row.get("entity_id") or None)
    if action == "split" and of.entity_id is None and of.from_actor_id > of.to_actor_id:
        of = Decision(action, of.to_actor_id, of.from_actor_id)
    try:
        number = int(row.get("number") or 1)
        at = datetime.fromisoformat(str(row["decided_at"])) if row.get("decided_at") else None
    except ValueError as error:
        raise DecisionError("W508", f"{path}, line {line}: {error}.", "docs/catalogue.md describes the file.") from error
    return act_row(of, number, act, row.get("note"), row.get("decided_by"), at)
