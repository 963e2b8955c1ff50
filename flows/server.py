"""The Prefect server that a run talks to: one that is set or runs already, else one of its own for as long as it takes.

This module does not import Prefect: a server started here comes up while the rest of the program is still being imported.
"""

from __future__ import annotations

import atexit
import os
import socket
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import Self
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

from tasks.errors import FatalError

HOST = "127.0.0.1"
#: Seconds that a server may take to start on a busy machine.
START_SECONDS = 180.0

_open = build_opener(ProxyHandler({})).open


class Server:
    """A server process of our own on the loopback address."""

    def __init__(self, port: int, command: list[str], environment: dict[str, str]) -> None:
        """Start it; it answers only after a while (`wait`), and ends with the program, after Prefect told it the last news."""
        self.port, self.url = port, api_url(port)
        self._process = subprocess.Popen(
            command, env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        atexit.register(self.stop)

    @classmethod
    def with_ui(cls, port: int) -> Self:
        """Start the whole server, with its UI and its services."""
        return cls(port, [sys.executable, "-m", "prefect", "server", "start", "--host", HOST, "--port", str(port)], {})

    @classmethod
    def temporary(cls) -> Self:
        """Start what records one run and no more, the way in which Prefect does it itself where no server is set."""
        port = _free_port()
        environment = {"PREFECT_UI_ENABLED": "0", "PREFECT__SERVER_EPHEMERAL": "1", "PREFECT__SERVER_FINAL": "1"}
        return cls(port, [sys.executable, "-m", "flows.ephemeral", str(port)], environment)

    def wait(self) -> None:
        """Wait until it answers.

        Raises:
            FatalError: R501, it did not start.
        """
        deadline = time.monotonic() + START_SECONDS
        while not answers(self.url):
            if self._process.poll() is not None or time.monotonic() > deadline:
                hint = "Another program may hold the port (readout serve --port N); readout doctor says more."
                raise FatalError("R501", f"The Prefect server did not start on port {self.port}.", hint)
            time.sleep(0.1)

    def stop(self) -> None:
        """End it, if that was not done yet."""
        self._process.terminate()
        self._process.wait()


def ensure(port: int) -> None:
    """Run the whole server until the program ends, unless one answers at the port already."""
    if answers(api_url(port)):
        return
    Server.with_ui(port).wait()


def running(port: int) -> str | None:
    """Return the address of the server that a run is to use: the one that is set, else the one at the port, if they answer."""
    return next((url for url in (set_url(), api_url(port)) if url and answers(url)), None)


def set_url() -> str | None:
    """Return the address that the environment or Prefect's active profile sets."""
    if url := os.environ.get("PREFECT_API_URL"):
        return url
    path = Path(os.environ.get("PREFECT_HOME", "~/.prefect")).expanduser() / "profiles.toml"
    profiles = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    active = os.environ.get("PREFECT_PROFILE", profiles.get("active"))
    url = profiles.get("profiles", {}).get(active, {}).get("PREFECT_API_URL")
    return str(url) if url else None


def api_url(port: int) -> str:
    """Return the address of the API of a server on this machine."""
    return f"http://{HOST}:{port}/api"


def answers(url: str) -> bool:
    """Tell whether a server answers."""
    try:
        with _open(f"{url}/health", timeout=3) as response:
            return bool(response.status == 200)
    except (URLError, OSError):
        return False


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])
