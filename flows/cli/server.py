"""Which Prefect server a command talks to: the one that is set, else the one that `readout serve` runs, else a temporary one."""

from __future__ import annotations

import os

from flows.cli.app import errors


def choose_server(port: int) -> None:
    """Choose the server, before Prefect is imported; one that is set but does not answer is passed over, with a warning."""
    import httpx

    wanted = os.environ.get("PREFECT_API_URL")
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")  # errors are told by the command itself, once
    for url in filter(None, (wanted, f"http://127.0.0.1:{port}/api")):
        try:
            httpx.get(f"{url}/health", timeout=3).raise_for_status()
        except httpx.HTTPError:
            if url == wanted:
                errors.print(f"The Prefect server at {url} does not answer; this run uses another one.", style="yellow")
                del os.environ["PREFECT_API_URL"]
        else:
            os.environ["PREFECT_API_URL"] = url
            return
