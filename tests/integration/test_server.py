"""`readout serve`: server, UI and deployments start in one command; a run started there ends, and the API tells of it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.conftest import ROOT
from tests.integration.conftest import EXAMPLES

SECONDS = 300


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of the server that `readout serve` starts in a folder of its own."""
    folder = tmp_path_factory.mktemp("serve")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    environment = kept | {"PREFECT_HOME": str(folder / "prefect"), "READOUT_WAREHOUSE": str(folder / "readout.duckdb")}
    command = [sys.executable, "-c", "from flows.cli import main; main()", "serve", "--port", str(port)]
    environment["PYTHONPATH"] = str(ROOT)
    process = subprocess.Popen(command, cwd=folder, env=environment, start_new_session=True)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}/api/", timeout=30) as client:
            wait(lambda: len(deployments(client)) == 3)
            yield client
    finally:
        os.killpg(process.pid, signal.SIGINT)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def wait(done: Callable[[], Any]) -> None:
    """Wait until something is so; a server that does not answer yet is not."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        try:
            if done():
                return
        except httpx.TransportError:
            time.sleep(0.5)
        time.sleep(0.5)
    pytest.fail("it did not happen in time")


def deployments(client: httpx.Client) -> dict[str, str]:
    answer = client.post("deployments/filter", json={})
    return {found["name"]: found["id"] for found in answer.json()} if answer.is_success else {}


def state_of(client: httpx.Client, run_id: str) -> str:
    return str(client.get(f"flow_runs/{run_id}").json()["state_type"])


def test_a_run_started_in_the_ui_loads_documents_and_shows_what_it_found(api: httpx.Client) -> None:
    ids = deployments(api)
    assert set(ids) == {"ingest", "report", "rebuild"}
    parameters = {"paths": [str(EXAMPLES / "galway-courier.csv")]}
    run = api.post(f"deployments/{ids['ingest']}/create_flow_run", json={"parameters": parameters}).json()
    wait(lambda: state_of(api, run["id"]) in {"COMPLETED", "FAILED", "CRASHED"})
    assert state_of(api, run["id"]) == "COMPLETED"
    shown = api.post("artifacts/filter", json={"artifacts": {"flow_run_id": {"any_": [run["id"]]}}}).json()
    assert {"ingest-summary", "ingest-counts", "extract-progress"} <= {artifact["key"] for artifact in shown}
    (summary,) = (artifact["data"] for artifact in shown if artifact["key"] == "ingest-summary")
    assert "documents loaded" in summary
    steps = api.post("task_runs/filter", json={"task_runs": {"flow_run_id": {"any_": [run["id"]]}}}).json()
    assert {step["state_type"] for step in steps} == {"COMPLETED"}


def test_the_ui_is_served(api: httpx.Client) -> None:
    page = httpx.get(str(api.base_url).removesuffix("/api/") + "/", follow_redirects=True, timeout=30)
    assert page.is_success
    assert "html" in page.headers["content-type"]


def test_no_folder_of_the_project_is_written(api: httpx.Client) -> None:
    assert not Path(ROOT, "inbox").exists()
