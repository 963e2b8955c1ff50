"""What a run takes over from others: all that runs left that ended, nothing of runs that are at work."""

from __future__ import annotations

from pathlib import Path

from flows.settings import Settings
from flows.steps import take_over
from warehouse.runs import Run, finish_run, start_run


def leave_package(settings: Settings, run_id: str) -> Path:
    """Leave a whole package and one that was cut short in the folder of a run."""
    folder = settings.work / "runs" / run_id / "packages"
    (folder / "two.part").mkdir(parents=True)
    (folder / "one").mkdir()
    (folder / "one" / "manifest.json").write_text("{}")
    return folder / "one"


def test_what_a_run_at_work_has_extracted_is_left_to_it(tmp_path: Path) -> None:
    """Fault 4: a second ingest starts while the first extracts."""
    settings = Settings(warehouse=tmp_path / "readout.duckdb")
    for run_id in ("at-work", "failed", "mine"):
        start_run(settings.warehouse, Run(run_id, "ingest"))
    finish_run(settings.warehouse, "failed", "failed")
    mine, at_work, failed, forgotten = [leave_package(settings, run_id) for run_id in ("mine", "at-work", "failed", "forgotten")]
    folder = settings.work / "runs" / "mine"
    taken = [folder / "taken_over" / name / "packages" / "one" for name in ("failed", "forgotten")]
    assert take_over(settings, folder) == [mine, *taken]
    assert at_work.exists()
    assert not failed.exists()
    assert not forgotten.exists()


def test_a_run_that_was_killed_while_it_took_over_leaves_all_to_the_next(tmp_path: Path) -> None:
    settings = Settings(warehouse=tmp_path / "readout.duckdb")
    start_run(settings.warehouse, Run("third", "ingest"))
    leave_package(settings, "first")
    take_over(settings, settings.work / "runs" / "second")
    third = settings.work / "runs" / "third"
    (package,) = take_over(settings, third)
    assert package.relative_to(third) == Path("taken_over/second/taken_over/first/packages/one")
