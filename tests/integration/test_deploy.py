"""The commands of docs/flows.md for a worker: deployed from one folder, run by a worker that was started in another."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from prefect.client.orchestration import get_client
from prefect.settings import PREFECT_API_URL

from tests.conftest import ROOT
from tests.integration.conftest import EXAMPLES
from warehouse.connect import query, reader

SECONDS = 300


def prefect(folder: Path, *arguments: str) -> str:
    """Run a command of Prefect against the server of these tests; return what it prints."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "READOUT_"))}
    own = {"PREFECT_HOME": str(folder.parent / "prefect"), "PREFECT_API_URL": str(PREFECT_API_URL.value())}
    environment = kept | own | {"PYTHONPATH": str(ROOT), "READOUT_MODEL": "fast", "PWD": str(folder)}  # a shell sets PWD
    command = [sys.executable, "-m", "prefect", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def deployed(tmp_path: Path) -> Path:
    """A folder from which everything of prefect.yaml is deployed."""
    if not PREFECT_API_URL.value():
        pytest.skip("Prefect's server did not start here (tests/integration/conftest.py): nothing can be deployed")
    folder = tmp_path / "desk"
    folder.mkdir()
    shutil.copy(ROOT / "prefect.yaml", folder)
    prefect(folder, "work-pool", "create", "readout", "--type", "process")
    prefect(folder, "--no-prompt", "deploy", "--all")
    return folder


def test_a_worker_runs_what_was_deployed_where_it_was_deployed(deployed: Path) -> None:
    elsewhere = deployed.with_name("elsewhere")
    elsewhere.mkdir()
    with get_client(sync_client=True) as client:
        ids = {deployment.name: deployment.id for deployment in client.read_deployments()}
        assert {"ingest", "report", "rebuild"} <= set(ids)
        parameters = {"paths": [str(EXAMPLES / "galway-courier.csv")]}
        run_id = client.create_flow_run_from_deployment(ids["ingest"], parameters=parameters).id
        log = prefect(elsewhere, "worker", "start", "--pool", "readout", "--run-once")
        state = client.read_flow_run(run_id).state
    assert state is not None
    assert state.is_completed(), f"{state}\n{log}"
    with reader(deployed / "readout.read.duckdb") as connection:
        assert query(connection, "SELECT count(*) FROM documents").item() == 2
    assert not list(elsewhere.iterdir())
