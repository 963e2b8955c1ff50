"""`readout` itself: its version, and errors in plain words."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli.app import app, main
from tests.warehouse_examples import affair_warehouse
from warehouse.publish import publish


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_told(option: str) -> None:
    told = CliRunner().invoke(app, [option])
    assert (told.exit_code, told.output) == (0, f"readout {version('readout')}\n")


def test_the_help_says_what_it_is_for_and_lists_the_commands() -> None:
    told = CliRunner().invoke(app, ["--help"])
    assert "who said what" in told.output
    assert all(name in told.output for name in ("ingest", "sql", "report", "show", "actors"))


def failed(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what a command that cannot be done says on standard error."""
    monkeypatch.setattr("sys.argv", ["readout", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    return capfd.readouterr().err


def test_a_file_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    affair_warehouse(tmp_path / "w.duckdb")
    publish(tmp_path / "w.duckdb")
    output = tmp_path / "nowhere" / "x.csv"
    told = failed(monkeypatch, capfd, "sql", "SELECT 1", "--warehouse", str(tmp_path / "w.duckdb"), "-o", str(output))
    assert told.startswith(f"R004 {output}: No such file or directory.")


def test_a_backup_that_is_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("no warehouse")
    told = failed(monkeypatch, capfd, "restore", str(tmp_path / "notes.txt"), "--warehouse", str(tmp_path / "w.duckdb"))
    assert told.startswith(f"W203 {tmp_path / 'notes.txt'} is no backup that can be restored.")
    assert not (tmp_path / "w.duckdb").exists()
