"""What a run came to, in numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from pydantic import BaseModel

from flows.settings import Settings
from flows.steps import ReadResult
from warehouse.load import LoadResult


class RunSummary(BaseModel):
    """Documents by what became of them: found = loaded + replaced + unchanged + duplicates + rejects."""

    found: int = 0
    loaded: int = 0
    replaced: int = 0
    unchanged: int = 0
    duplicates: int = 0
    rejects: int = 0
    recovered: int = 0
    """Documents, not among those found, that an interrupted run had extracted and this one loaded."""
    quotes: int = 0
    events: int = 0
    actors: int = 0
    """Actors as documents speak of them: one in each document that mentions it."""
    seconds: float = 0.0
    warehouse: Path = Path()
    published: Path = Path()

    @classmethod
    def of(cls, read: ReadResult, loaded: LoadResult, recovered: int, settings: Settings, seconds: float) -> Self:
        """Add up what the steps report."""
        return cls(
            found=read.found,
            loaded=loaded.loaded,
            replaced=loaded.replaced,
            unchanged=read.unchanged + loaded.unchanged,
            duplicates=loaded.duplicates,
            rejects=loaded.rejects,
            recovered=recovered,
            quotes=loaded.rows.get("quotes", 0),
            events=loaded.rows.get("events", 0),
            actors=loaded.rows.get("entities", 0),
            seconds=seconds,
            warehouse=settings.warehouse,
            published=settings.published,
        )

    def counts(self) -> dict[str, int]:
        """Return the counts under the names that the run ledger uses."""
        numbers = self.model_dump(exclude={"found", "seconds", "warehouse", "published"})
        return {"read": self.found} | numbers
