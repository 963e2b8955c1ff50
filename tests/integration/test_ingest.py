"""The main job, end to end: the same rows whatever the order, the workers and the batches; nothing lost, nothing silent."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal
from prefect.client.orchestration import get_client
from prefect.states import Running

from flows.ingest import TooManyRejects, ingest
from flows.rebuild import rebuild
from flows.report import ReportHeld, report
from flows.settings import Settings
from flows.summary import RunSummary
from tasks.errors import FatalError
from tasks.extract.package import extract_package
from tasks.read.batches import read_batch, spool, write_batches
from tasks.read.registry import read_source
from tasks.read.sources import find_sources
from tests.integration.conftest import EXAMPLES, content
from warehouse.connect import query, reader, writer
from warehouse.errors import WarehouseError


def run(settings: Settings, *paths: Path | str) -> RunSummary:
    return ingest([str(path) for path in paths or [EXAMPLES]], settings=settings)


def ask(settings: Settings, sql: str) -> pl.DataFrame:
    with reader(settings.published) as connection:
        return query(connection, sql)


def assert_same_tables(one: Settings, other: Settings) -> None:
    expected, found = content(one.published), content(other.published)
    assert expected["quotes"].height > 20
    for table in expected:
        assert_frame_equal(expected[table], found[table])


def test_every_document_is_accounted_for_and_a_second_run_changes_nothing(settings: Settings) -> None:
    first = run(settings)
    before = content(settings.published)
    second = run(settings)
    assert first.loaded > 0
    assert first.found == first.loaded + first.duplicates + first.rejects
    assert (second.loaded, second.replaced, second.unchanged + second.duplicates) == (0, 0, first.found - first.rejects)
    for table, rows in content(settings.published).items():
        assert_frame_equal(before[table], rows)
    assert ask(settings, "SELECT state, loaded_count FROM runs ORDER BY started_at").rows() == [
        ("completed", first.loaded),
        ("completed", 0),
    ]


def test_workers_batches_and_order_change_nothing(settings: Settings, tmp_path: Path) -> None:
    run(settings)
    other = Settings(warehouse=tmp_path / "other.duckdb", workers=2, batch_size=3)
    for path in sorted(EXAMPLES.iterdir(), reverse=True):
        run(other, path)
    assert_same_tables(settings, other)


def test_what_cannot_be_used_is_rejected_with_a_reason_and_the_rest_is_loaded(settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "broken.jsonl").write_text('{"text": "The minister said on Monday that talks had failed."}\n{"text": "half\n')
    (folder / "odd.csv").write_text("headline,words\nTalks fail,The minister said that talks had failed.\n")
    (folder / "slides.pptx").write_bytes(b"PK")
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere")
    with pytest.raises(TooManyRejects) as raised:
        run(settings, folder)
    summary = raised.value.summary
    assert (summary.found, summary.loaded, summary.rejects) == (7, 1, 6)
    rejects = ask(settings, "SELECT location, code, message, hint FROM rejects ORDER BY location")
    assert [Path(location).name for location in rejects["location"]] == [
        "binary.txt",
        "broken.jsonl:2",
        "empty.txt",
        "gone.txt",
        "odd.csv",
        "slides.pptx",
    ]
    assert all(rejects["hint"])


def test_columns_with_odd_names_can_be_mapped(settings: Settings, tmp_path: Path) -> None:
    table = tmp_path / "odd.csv"
    table.write_text("words,head\nThe minister said on Monday that the talks had failed.,Talks fail\n")
    assert ingest([str(table)], mapping={"text": "words", "title": "head"}, settings=settings).loaded == 1
    assert ask(settings, "SELECT title FROM documents").item() == "Talks fail"


def test_a_package_that_an_interrupted_run_left_is_loaded_by_the_next(settings: Settings, tmp_path: Path) -> None:
    documents = read_source(find_sources([str(EXAMPLES / "galway-courier.csv")])[0])
    made = spool(documents, tmp_path / "spool.jsonl")
    (batch,) = write_batches(made, range(len(made.metadata)), 100, tmp_path, "1")
    killed = settings.work / "runs" / "killed"
    extract_package(read_batch(batch), killed / "packages" / batch.stem, [], model=settings.model)
    (killed / "spool.jsonl").write_text("what the killed run had read")
    summary = run(settings, EXAMPLES / "galway-courier.csv")
    assert summary.recovered == len(made.metadata) > 0
    assert ask(settings, "SELECT count(*) FROM documents").item() == summary.recovered
    assert not list((settings.work / "runs").iterdir())


def test_the_server_learns_from_the_next_run_that_one_was_killed(settings: Settings) -> None:
    """Fault 2: a run whose process is gone stands as crashed, in the ledger and in the UI."""
    start = (
        "import sys; from pathlib import Path; from warehouse.runs import *; start_run(Path(sys.argv[1]), Run(sys.argv[2], ''))"
    )
    with get_client(sync_client=True) as client:
        killed = client.create_flow_run(ingest, parameters={"paths": []}, state=Running()).id
        subprocess.run([sys.executable, "-c", start, str(settings.warehouse), str(killed)], check=True)
        run(settings, EXAMPLES / "galway-courier.csv")
        state = client.read_flow_run(killed).state
    assert state is not None
    assert state.is_crashed()
    assert ask(settings, "SELECT state FROM runs ORDER BY started_at")["state"].to_list() == ["crashed", "completed"]


def test_why_a_run_failed_is_told_though_the_ledger_cannot_note_it(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fault 7: on a full disk both fail."""

    def full(*_: object, **__: object) -> None:
        raise WarehouseError("W208", "No space left on device")

    monkeypatch.setattr("flows.steps.load_packages", full)
    monkeypatch.setattr("flows.run.finish_run", full)
    with pytest.raises(WarehouseError, match="No space left") as told:
        run(settings, EXAMPLES / "galway-courier.csv")
    assert "could not note" in told.value.__notes__[0]


def test_no_password_is_kept(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fault 44: neither the ledger nor the rejects hold the one of an address."""
    monkeypatch.setenv("READOUT_LOGIN_NEWS", "editor:swordfish")
    with pytest.raises(TooManyRejects):
        run(settings, "https://${NEWS}@127.0.0.1:9/page")
    kept = "".join(ask(settings, f"FROM {table}").write_json() for table in ("runs", "rejects"))
    assert "https://127.0.0.1:9/page" in kept
    assert "swordfish" not in kept


def test_a_flow_refuses_a_password_among_its_parameters(settings: Settings) -> None:
    with pytest.raises(FatalError, match="R118"):
        run(settings, "https://editor:swordfish@127.0.0.1:9/page")
    assert not settings.warehouse.exists()


def test_a_report_is_held_while_a_check_fails(settings: Settings) -> None:
    run(settings, EXAMPLES / "galway-courier.csv")
    with writer(settings.warehouse) as connection:
        connection.execute("UPDATE quotes SET text = text || '!'")
    with pytest.raises(ReportHeld, match="quote_text_at_offsets"):
        report(settings=settings)
    assert not list(settings.reports.glob("*"))


def test_rebuild_replaces_the_rows_of_another_version(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    run(settings)
    before = content(settings.published)
    monkeypatch.setattr("flows.steps.pipeline_version", lambda *_: "another")
    summary = rebuild(settings=settings)
    assert summary.found == summary.replaced + summary.unchanged == before["documents"].height
    assert_frame_equal(content(settings.published)["quotes"], before["quotes"])


def test_the_report_rests_on_the_published_copy(settings: Settings) -> None:
    run(settings)
    written = report(settings=settings)
    page = written.html.read_text()
    assert "James Brennan" in page
    assert "<script src" not in page
    assert written.markdown.stat().st_size > 500
