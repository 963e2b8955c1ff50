"""Fixtures for all tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder with gold data, corpora and articles; tests that need it are skipped where it is absent."""
    folder = Path(os.environ.get("READOUT_SHARED", ROOT.parent / "shared"))
    if not (folder / "evaluation").is_dir():
        pytest.skip(f"no gold data at {folder}: set READOUT_SHARED to the folder that holds evaluation/, corpora/ and articles/")
    return folder
