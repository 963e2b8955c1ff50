"""The temporary server of one command as a program: `python -m flows.ephemeral PORT`."""

from __future__ import annotations

import gc
import sys

import uvicorn

from flows.server import HOST


def main() -> None:
    """Serve Prefect's API on a port of this machine until the process is told to end."""
    # Nothing of what is imported is ever given back: looking through it for garbage takes a sixth of the start.
    gc.disable()
    from prefect.server.api.server import create_app  # noqa: PLC0415 (imported without that)

    app = create_app()
    gc.freeze()
    gc.enable()
    uvicorn.run(app, host=HOST, port=int(sys.argv[1]), log_level="error", lifespan="on")


if __name__ == "__main__":
    main()
