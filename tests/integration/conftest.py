"""Fixtures of the tests that run whole flows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest
from prefect.testing.utilities import prefect_test_harness

from flows.settings import Settings
from tests.conftest import ROOT
from warehouse.connect import query, reader
from warehouse.schema import TABLES

EXAMPLES = ROOT / "examples" / "articles"


@pytest.fixture(scope="session", autouse=True)
def prefect_server() -> Iterator[None]:
    """One temporary Prefect server for all tests of this folder."""
    with prefect_test_harness(server_startup_timeout=180):
        yield


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings for a warehouse of its own."""
    return Settings(warehouse=tmp_path / "readout.duckdb", reports=tmp_path / "reports")


def content(published: Path) -> dict[str, pl.DataFrame]:
    """Return what all core tables hold, without what says when and by which run it was loaded, sorted."""
    core = [table for table in TABLES.values() if table.layer == "core"]
    with reader(published) as connection:
        frames = {table.name: query(connection, f"FROM {table.name}") for table in core}
    return {table.name: frames[table.name].select(table.content).sort(table.keys) for table in core}
