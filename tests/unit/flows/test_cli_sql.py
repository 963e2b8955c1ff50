"""`readout sql`: answers in every form, and a prompt that completes names, remembers queries, and goes on after errors."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import polars as pl
import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from flows.cli import sql as command
from flows.cli.answers import MOST_ROWS, Format, as_table, as_text
from tests.warehouse_examples import affair_warehouse
from warehouse.errors import QueryError
from warehouse.publish import publish


class Terminal(StringIO):
    """Standard input of somebody who types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def warehouse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A published warehouse, a home of its own for the history, and somebody at the terminal."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("sys.stdin", Terminal())
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
        keys.send_text("\rSELEC wrong;\r")  # after an empty line
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


def printed(*arguments: object, width: int = 80) -> str:
    console = Console(file=(file := StringIO()), width=width)
    console.print(as_table(*arguments, width=width), soft_wrap=True)  # type: ignore[arg-type]
    return file.getvalue()


def test_each_of_several_queries_is_answered(warehouse: Path, capfd: pytest.CaptureFixture[str]) -> None:
    command.sql("SELECT 41 AS one; SELECT 'a;b' AS other", warehouse=warehouse)
    out, _ = capfd.readouterr()
    assert out.index("41") < out.index("a;b")


@pytest.mark.parametrize("query", ["SELECT 1; SELECT 2", "", "-- nothing"])
def test_a_file_takes_one_answer(warehouse: Path, query: str) -> None:
    with pytest.raises(QueryError, match="W305"):
        command.sql(query, Format.CSV, warehouse=warehouse)


def test_queries_come_from_standard_input(
    warehouse: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO("SELECT 40 + 2;\n"))
    command.sql(None, Format.CSV, warehouse=warehouse)
    assert capfd.readouterr().out.splitlines()[1] == "42"


def test_the_name_of_the_file_says_the_form(warehouse: Path) -> None:
    for form in (Format.CSV, Format.JSON, Format.PARQUET):
        assert Format.of(Path(f"answer.{form.upper()}")) is form
    output = warehouse.with_name("answer.csv")
    command.sql("SELECT 1 AS number", output=output, warehouse=warehouse)
    assert output.read_text() == "number\n1\n"


def test_a_wide_answer_is_told_value_by_value() -> None:
    row = {f"column_{number}": f"value {number}" for number in range(20)}
    lines = [line.split() for line in printed(pl.DataFrame([row, row])).splitlines()]
    assert sum("column_7" in line and "value" in line for line in lines) == 2
    assert "column_7" not in printed(pl.DataFrame([{name: row[name] for name in ("column_1", "column_2")}]))


def test_a_long_answer_is_cut_with_a_word() -> None:
    many = pl.DataFrame({"number": range(MOST_ROWS + 5)})
    assert f"the first {MOST_ROWS:,} of {MOST_ROWS + 5:,} rows" in printed(many)
    assert as_text(many).count("\n") > MOST_ROWS + 5


def test_lists_are_told_without_brackets() -> None:
    assert "polarity; date" in printed(pl.DataFrame({"differs_in": [["polarity", "date"]]}))
