"""The commands of docs/tour.md, as they stand there, one after the other."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli.app import app
from tests.conftest import ROOT
from tests.integration.test_command import readout

BLOCK = re.compile(r"<!-- run -->\n```console\n(.*?)\n```", re.DOTALL)
#: Those that start a server of their own run as a program of their own.
RUNS = ("doctor", "ingest", "report")


def test_every_command_of_the_tour_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "readout.toml").write_text('model = "fast"\n')
    monkeypatch.chdir(tmp_path)
    told = {}
    for line in "\n".join(BLOCK.findall((ROOT / "docs" / "tour.md").read_text(encoding="utf-8"))).splitlines():
        arguments = shlex.split(line)[1:]
        if arguments[0] in RUNS:
            done = readout(tmp_path, *arguments)
            code, told[line] = done.returncode, done.stdout + done.stderr
        else:
            result = CliRunner().invoke(app, arguments, env={"COLUMNS": "200"})
            code, told[line] = result.exit_code, f"{result.output}{result.exception or ''}"
        assert code == 0, f"{line}\n{told[line]}"
    assert "0 of 8 documents loaded" in told["readout ingest examples/articles"]  # the second time
    assert "To see what happens" in told["readout actors history"]
    assert {"brennan.csv", "document.html", "kept.duckdb", "tables", "reports"} <= {path.name for path in tmp_path.iterdir()}
