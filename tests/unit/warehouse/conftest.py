"""A small warehouse, written once, and a copy of it for every test that writes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.warehouse_examples import affair_warehouse
from warehouse.connect import reader, writer
from warehouse.publish import publish


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Published copy of a warehouse that holds the affair."""
    path = tmp_path_factory.mktemp("affair") / "readout.duckdb"
    affair_warehouse(path)
    return publish(path)


@pytest.fixture
def warehouse(published: Path, tmp_path: Path) -> Path:
    """A warehouse of one's own that holds the affair."""
    path = tmp_path / "readout.duckdb"
    shutil.copyfile(published, path)
    return path


@pytest.fixture
def analyst(published: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A locked reader on the published affair."""
    with reader(published) as connection:
        yield connection


@pytest.fixture
def loader(warehouse: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The writing connection to one's own affair."""
    with writer(warehouse) as connection:
        yield connection
