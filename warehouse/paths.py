"""How the two files of a warehouse are named: the one that is written to, and the copy of it that is read."""

from __future__ import annotations

from pathlib import Path


def published_path(warehouse: Path) -> Path:
    """Return the path of the copy that readers open: ``readout.duckdb`` -> ``readout.read.duckdb``."""
    return warehouse.with_name(f"{warehouse.stem}.read{warehouse.suffix}")


def written_path(named: Path) -> Path:
    """Return the path of the file that runs write to, whichever of the two was named."""
    stem = Path(named.stem)
    return named.with_name(f"{stem.stem}{named.suffix}") if stem.suffix == ".read" and named.suffix else named
