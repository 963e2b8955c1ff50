"""Fixtures for the tests of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tasks.read.registry import read_source
from tasks.read.sources import find_sources
from tasks.records import Document, Reject

Read = Callable[..., list[Document | Reject]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write a file of the given name and content, and return all that is read from it."""

    def read_file(name: str, content: str | bytes, **options: object) -> list[Document | Reject]:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return [found for source in find_sources([str(path)]) for found in read_source(source, **options)]  # type: ignore[arg-type]

    return read_file
