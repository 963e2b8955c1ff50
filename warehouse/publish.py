"""Publishing: a consistent copy of the warehouse for readers, replaced in one step."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb

from warehouse.connect import writer
from warehouse.errors import WarehouseError
from warehouse.paths import published_path
from warehouse.statements import statement


def publish(warehouse: Path, wait_seconds: float = 30.0) -> Path:
    """Copy the warehouse to its published path: checkpoint, copy, fsync, atomic replace. Open readers keep what they read.

    Returns:
        The path of the published copy.

    Raises:
        BusyError: another program held the warehouse.
        WarehouseError: the disk is full or not writable; the copy published before stays as it was.
    """
    target = published_path(warehouse)
    try:
        with writer(warehouse, wait_seconds) as connection:
            connection.execute(statement("session/checkpoint"))
            copy_durably(warehouse, target)
    except (OSError, duckdb.Error) as error:
        hint = "The copy published before stays. All is loaded; mend the cause (room on the disk) and run again."
        raise WarehouseError("W209", f"{target} could not be written: {error}", hint) from error
    return target


def copy_durably(source: Path, target: Path) -> None:
    """Copy a file so that at any moment the target is either the old one or all of the new one."""
    part = target.with_name(f"{target.name}.part")
    try:
        shutil.copyfile(source, part)
        with part.open("rb+") as copied:
            os.fsync(copied.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
