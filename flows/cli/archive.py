"""`readout backup`, `readout restore`, `readout export`: the warehouse as a file to keep, or as Parquet for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.terminal import console

Warehouse = Annotated[Path | None, typer.Option(help="The DuckDB file.")]


def backup(target: Annotated[Path, typer.Argument(help="A file that is not there yet.")], warehouse: Warehouse = None) -> None:
    """Copy the warehouse to a file, consistent and durable, while nobody writes."""
    from flows.settings import load_settings
    from warehouse import archive

    console.print(str(archive.backup(load_settings(warehouse=warehouse).warehouse, target)), markup=False)


def restore(saved: Annotated[Path, typer.Argument(help="A file that backup wrote.")], warehouse: Warehouse = None) -> None:
    """Put a backup in the place of the warehouse and publish it; the warehouse that was there is kept beside it."""
    from flows.settings import load_settings
    from warehouse import archive
    from warehouse.publish import publish

    path = load_settings(warehouse=warehouse).warehouse
    kept = archive.restore(saved, path)
    publish(path)
    console.print(f"Restored {path}" + (f"; the one before is {kept}" if kept else ""), markup=False)


def export(folder: Annotated[Path, typer.Argument(help="A folder that is not there yet.")], warehouse: Warehouse = None) -> None:
    """Write all tables of the published copy as Parquet, by year, with a Frictionless datapackage.json."""
    from flows.settings import load_settings
    from warehouse import archive

    console.print(str(archive.export(load_settings(warehouse=warehouse).published, folder)), markup=False)
