"""`readout ingest` as a person runs it, without a server: quiet but for results, with its log kept for the UI."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.integration.conftest import EXAMPLES


def readout(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    environment = kept | {"PREFECT_HOME": str(folder / "prefect"), "PYTHONPATH": str(ROOT)}
    # The port of `readout serve` is one where nothing answers.
    environment |= {"READOUT_PORT": "1", "READOUT_WAREHOUSE": str(folder / "readout.duckdb"), "COLUMNS": "200"}
    command = [sys.executable, "-c", "from flows.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)


def test_results_are_told_and_the_log_is_kept(tmp_path: Path) -> None:
    first = readout(tmp_path, "ingest", str(EXAMPLES / "galway-courier.csv"), "--model", "fast")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.startswith("2 of 2 documents loaded: ")
    again = readout(tmp_path, "ingest", str(EXAMPLES / "galway-courier.csv"), "--model", "fast")
    assert (again.returncode, again.stderr) == (0, "")
    assert again.stdout.startswith("0 of 2 documents loaded (2 were there already)")
    with sqlite3.connect(tmp_path / "prefect" / "prefect.db") as database:
        messages = [message for (message,) in database.execute("SELECT message FROM log")]
        states = [
            state for (state,) in database.execute("SELECT state_type FROM flow_run UNION ALL SELECT state_type FROM task_run")
        ]
    assert "Found 2 documents: 0 unchanged, 0 rejected." in messages
    assert set(states) == {"COMPLETED"}


def test_no_password_reaches_the_database_of_the_server(tmp_path: Path) -> None:
    """Fault 44: Prefect keeps the parameters of every run."""
    told = readout(tmp_path, "ingest", "https://editor:swordfish@127.0.0.1:9/page", "--model", "fast")
    assert told.returncode == 1
    assert "https://127.0.0.1:9/page: R114" in told.stderr
    with sqlite3.connect(tmp_path / "prefect" / "prefect.db") as database:
        parameters = [json.loads(found) for (found,) in database.execute("SELECT parameters FROM flow_run")]
    assert [found["paths"] for found in parameters] == [["https://${1}@127.0.0.1:9/page"]]
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and b"swordfish" in path.read_bytes()]
    assert not kept
    assert "swordfish" not in told.stdout + told.stderr


def test_what_is_not_there_is_told_before_anything_starts(tmp_path: Path) -> None:
    told = readout(tmp_path, "ingest", "nothing.txt")
    assert told.returncode == 2
    assert "R101 There is no file or folder nothing.txt." in told.stderr
    assert not (tmp_path / "prefect").exists()
