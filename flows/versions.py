"""Versions of what a run rests on, for the run ledger and `readout doctor`."""

from __future__ import annotations

import platform
from importlib.metadata import version

PACKAGES = ("readout", "prefect", "spacy", "duckdb", "polars")


def versions() -> dict[str, str]:
    """Return the version of Python and of each package by name."""
    return {"python": platform.python_version()} | {name: version(name) for name in PACKAGES}
