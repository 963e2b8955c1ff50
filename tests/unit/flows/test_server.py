"""Which server a run uses, without one being started."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from flows import server


class Healthy(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/api/health" else 404)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    """Port of something that answers like a Prefect server."""
    with HTTPServer((server.HOST, 0), Healthy) as healthy:
        threading.Thread(target=healthy.serve_forever, daemon=True).start()
        yield healthy.server_port
        healthy.shutdown()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path))
    for name in ("PREFECT_API_URL", "PREFECT_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_the_server_at_the_port_is_used(port: int) -> None:
    assert server.running(port) == server.api_url(port)


def test_the_one_that_is_set_comes_first(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_URL", server.api_url(port))
    assert server.running(1) == server.api_url(port)


def test_the_active_profile_sets_one_too(home: Path) -> None:
    assert server.set_url() is None
    (home / "profiles.toml").write_text(
        'active = "office"\n[profiles.ephemeral]\n[profiles.office]\nPREFECT_API_URL = "http://office/api"\n'
    )
    assert server.set_url() == "http://office/api"


def test_one_that_does_not_answer_is_passed_over(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:1/api")
    assert server.running(port) == server.api_url(port)
    assert server.running(1) is None
