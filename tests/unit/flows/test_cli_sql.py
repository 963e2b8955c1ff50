"""`readout sql`: answers in every form, and a prompt that completes names, remembers queries, and goes on after errors."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from flows.cli import sql as command
from flows.cli.sql import Format
from tests.warehouse_examples import affair_warehouse
from warehouse.publish import publish


@pytest.fixture
def warehouse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A published warehouse, and a home of its own for the history."""
    monkeypatch.setenv("HOME", str(tmp_path))
    affair_warehouse(tmp_path / "readout.duckdb")
    publish(tmp_path / "readout.duckdb")
    return tmp_path / "readout.duckdb"


@pytest.mark.parametrize("form", list(Format))
def test_an_answer_can_be_written_in_every_form(warehouse: Path, form: Format) -> None:
    output = warehouse.with_name(f"answer.{form}")
    command.sql("SELECT '=1+1' AS formula, ['a', 'b'] AS names, 3 AS number", form, output, warehouse)
    written = {
        Format.CSV: lambda: output.read_text() == "formula,names,number\n'=1+1,a; b,3\n",
        Format.JSON: lambda: json.loads(output.read_text()) == [{"formula": "=1+1", "names": ["a", "b"], "number": 3}],
        Format.PARQUET: lambda: pl.read_parquet(output).rows() == [("=1+1", ["a", "b"], 3)],
        Format.TABLE: lambda: "=1+1" in output.read_text(),
    }
    assert written[form]()


def test_the_prompt_completes_remembers_and_goes_on(warehouse: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text("SELEC wrong;\r")
        keys.send_text("SELECT count(*) + 40 AS found\rFROM said;\r")  # over two lines
        keys.send_text("\x1b[A\r\x04")  # the line before again, then the end of input
        command.sql(None, warehouse=warehouse)
    out, complaint = capfd.readouterr()
    assert "46" in out
    assert "SELEC" in complaint
    assert "FROM said;" in (warehouse.parent / ".readout_history").read_text()


def test_the_prompt_knows_views_columns_and_macros(warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known: list[str] = []
    monkeypatch.setattr("prompt_toolkit.completion.WordCompleter", lambda words, **_: known.extend(words))
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text("\x04")
        command.sql(None, warehouse=warehouse)
    assert {"said", "quotes_by", "speaker_actor_id", "timeline", "SELECT"} <= set(known)
