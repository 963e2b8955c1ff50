"""Packages: what was extracted from one batch of documents, as a folder of Parquet files that is complete or absent."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from warehouse.errors import SchemaError
from warehouse.publish import sync_folder
from warehouse.schema import EXTRACTED, TABLES, TYPES, check_frame

#: Tables that a package may hold; those absent count as empty.
PACKAGED = ("documents", *EXTRACTED, "duplicates", "rejects")

MANIFEST = "manifest.json"


def write_package(folder: Path, frames: Mapping[str, pl.DataFrame], manifest: Mapping[str, Any]) -> Path:
    """Write a package; a kill at any moment leaves either all of it or nothing that counts.

    Args:
        folder: where it goes; its name is the batch id, which the caller derives from the content.
        frames: checked frames (``schema.frame``) by name of table.
        manifest: what else to note; must hold ``pipeline_version``. Batch id and row counts are added.

    Returns:
        The folder. One that is complete already is left as it is: same id, same content.

    Raises:
        SchemaError: a frame does not fit its table, or a table is not one that packages hold.
    """
    if is_complete(folder):
        return folder
    for table, rows in frames.items():
        if table not in PACKAGED:
            raise SchemaError("W102", f"Table {table} cannot be in a package.", f"Packages hold {', '.join(PACKAGED)}.")
        check_frame(table, rows)
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    for table, rows in frames.items():
        _write_durably(part / f"{table}.parquet", rows)
    noted = {**manifest, "batch_id": folder.name, "rows": {table: rows.height for table, rows in frames.items()}}
    with (part / MANIFEST).open("w", encoding="utf-8") as file:
        json.dump(noted, file, indent=1, sort_keys=True)
        file.flush()
        os.fsync(file.fileno())
    shutil.rmtree(folder, ignore_errors=True)
    part.replace(folder)
    sync_folder(folder.parent)
    return folder


def is_complete(folder: Path) -> bool:
    """Return whether a package is whole: its manifest is written last."""
    return (folder / MANIFEST).is_file()


def complete_packages(folder: Path) -> list[Path]:
    """Return the whole packages in a folder, in the order of their names."""
    return sorted(path for path in folder.glob("*") if path.suffix != ".part" and is_complete(path))


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of a package.

    Raises:
        SchemaError: there is none, or it cannot be read.
    """
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _damaged(folder, error) from error
    return manifest


def read_package(folder: Path) -> dict[str, pl.DataFrame]:
    """Return one checked frame for every table that packages hold, empty where the package has none.

    Raises:
        SchemaError: a file is missing, damaged, short, or of another declaration.
    """
    counts = read_manifest(folder)["rows"]
    frames = {table: _empty(table) for table in PACKAGED}
    for table, count in counts.items():
        try:
            frames[table] = check_frame(table, pl.read_parquet(folder / f"{table}.parquet"))
        except (OSError, pl.exceptions.PolarsError) as error:
            raise _damaged(folder, error) from error
        if frames[table].height != count:
            raise _damaged(folder, f"{table} has {frames[table].height} rows, not {count}")
    return frames


def _empty(table: str) -> pl.DataFrame:
    return pl.DataFrame(schema={column.name: TYPES[column.type] for column in TABLES[table].given})


def _write_durably(path: Path, rows: pl.DataFrame) -> None:
    with path.open("wb") as file:
        rows.write_parquet(file, compression="zstd")
        file.flush()
        os.fsync(file.fileno())


def _damaged(folder: Path, reason: object) -> SchemaError:
    return SchemaError("W103", f"Package {folder} is damaged: {reason}.", "Delete the folder and run again.")
