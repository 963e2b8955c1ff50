"""What the steps decide by themselves."""

from __future__ import annotations

import pytest

from flows.settings import Settings
from flows.steps import even_size


@pytest.mark.parametrize(
    ("documents", "workers", "size"), [(283, 1, 95), (283, 2, 71), (100, 1, 100), (101, 1, 51), (3, 4, 1), (0, 2, 1)]
)
def test_batches_are_even_and_as_many_for_each_worker(documents: int, workers: int, size: int) -> None:
    assert even_size(documents, Settings(batch_size=100, workers=workers)) == size
