"""Backup and restore of the whole file, and export of all tables as Parquet with a Frictionless data package."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from warehouse.arrow import to_frame
from warehouse.connect import reader, require, writer
from warehouse.ddl import describe
from warehouse.errors import WarehouseError
from warehouse.migrate import prepare
from warehouse.publish import copy_durably
from warehouse.schema import TABLES, Column, Table
from warehouse.statements import statement, with_names

#: Frictionless field types.
FIELD_TYPES = {
    "VARCHAR": "string",
    "VARCHAR[]": "array",
    "JSON": "object",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "UBIGINT": "integer",
    "DOUBLE": "number",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "datetime",
}

PARTITION = "published_year"


def backup(warehouse: Path, target: Path) -> Path:
    """Copy the warehouse to a new file, consistent and durable.

    Raises:
        WarehouseError: the target is there already, or there is no warehouse.
        BusyError: another program held the warehouse.
    """
    if target.exists():
        raise WarehouseError("W401", f"{target} is there already.", "Name a new file.")
    require(warehouse)
    target.parent.mkdir(parents=True, exist_ok=True)
    with writer(warehouse) as connection:
        connection.execute(statement("session/checkpoint"))
        copy_durably(warehouse, target)
    return target


def restore(saved: Path, warehouse: Path) -> Path | None:
    """Put a backup in the place of the warehouse, once it has proved to be one; publish afterwards.

    Args:
        saved: a file that ``backup`` wrote.
        warehouse: where it goes.

    Returns:
        Where the warehouse that was there before is kept, or None where there was none.

    Raises:
        WarehouseError: the backup is no warehouse or is newer than this program, or the last ``.before-restore`` is still there.
        BusyError: another program held the warehouse.
    """
    trial = warehouse.with_name(f"{warehouse.name}.restoring")
    kept = warehouse.with_name(f"{warehouse.name}.before-restore")
    if kept.exists():
        raise WarehouseError("W401", f"{kept} is there already.", "Move or delete it: it is what an earlier restore replaced.")
    if not saved.exists():
        raise WarehouseError("W201", f"There is no backup at {saved}.", "Name the right file.")
    copy_durably(saved, trial)
    try:
        _prove(trial, saved)
        if not warehouse.exists():
            trial.replace(warehouse)
            return None
        with writer(warehouse) as connection:
            connection.execute(statement("session/checkpoint"))
        warehouse.replace(kept)
        trial.replace(warehouse)
    finally:
        trial.unlink(missing_ok=True)
    return kept


def _prove(trial: Path, saved: Path) -> None:
    """Raise where a copy of a backup cannot be used, in words on the backup."""
    try:
        with writer(trial) as connection:
            prepare(connection)
    except WarehouseError as error:
        raise WarehouseError(error.code, f"{saved} is no backup that can be restored.", error.message) from error


def export(warehouse: Path, folder: Path) -> Path:
    """Write all tables as Parquet, those of documents divided by year of publication, with a ``datapackage.json``.

    Args:
        warehouse: a warehouse, normally the published copy.
        folder: a folder that is not there yet.

    Returns:
        The folder.

    Raises:
        WarehouseError: the folder is there already.
    """
    if folder.exists():
        raise WarehouseError("W401", f"{folder} is there already.", "Name a new folder.")
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    with reader(warehouse) as connection:
        resources = [_export_table(connection, table, part) for table in TABLES.values()]
    package = {
        "profile": "data-package",
        "name": "readout",
        "title": "Readout: who said what, who did what to whom, and according to whom",
        "resources": resources,
    }
    (part / "datapackage.json").write_text(json.dumps(package, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    part.replace(folder)
    return folder


def _export_table(connection: duckdb.DuckDBPyConnection, table: Table, folder: Path) -> dict[str, Any]:
    """Write one table; return its Frictionless resource."""
    divided = table.layer == "core" and any(column.name == "doc_id" for column in table.columns)
    target = folder / table.name
    target.mkdir()
    if divided:
        rows = to_frame(connection.sql(with_names("export/by_year", table=table.name)))
        for (year,), part in rows.group_by(PARTITION, maintain_order=True):
            place = target / f"{PARTITION}={year}"
            place.mkdir()
            part.drop(PARTITION).write_parquet(place / "part-0.parquet", compression="zstd")
    else:
        rows = to_frame(connection.sql(with_names("export/whole", table=table.name)))
    if not divided or rows.is_empty():
        rows.select(pl.exclude(PARTITION)).write_parquet(target / "part-0.parquet", compression="zstd")
    files = sorted(target.rglob("*.parquet"))
    return {
        "name": table.name.replace("_", "-"),
        "description": table.description,
        "path": [path.relative_to(folder).as_posix() for path in files],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": sum(path.stat().st_size for path in files),
        "hash": "sha256:" + sha256(b"".join(path.read_bytes() for path in files)).hexdigest(),
        "schema": _table_schema(table),
    }


def _table_schema(table: Table) -> dict[str, Any]:
    """Return the Frictionless table schema that follows from the declaration."""
    references = [column for column in table.columns if column.references]
    return {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.keys),
        "foreignKeys": [
            {"fields": [column.name], "reference": {"resource": other.replace("_", "-"), "fields": [target]}}
            for column in references
            for other, _, target in [str(column.references).partition(".")]
        ],
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": not column.nullable}
    if column.values:
        constraints["enum"] = list(column.values)
    return {"name": column.name, "type": FIELD_TYPES[column.type], "description": describe(column), "constraints": constraints}
