"""What every command prints with: the two consoles, exit codes, how errors and commands are told."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from shutil import which

from rich.console import Console
from rich.text import Text

from tasks.errors import ReadoutError
from warehouse.errors import WarehouseError

EXIT_REJECTS = 1
EXIT_FAILED = 2

console = Console(highlight=False, soft_wrap=True)
errors = Console(stderr=True, highlight=False, soft_wrap=True)


def command(name: str, warehouse: Path | None = None) -> str:
    """Return a command as the person who runs this one can type it."""
    program = "readout" if which("readout") else os.path.relpath(sys.argv[0])
    return f"{program} {name}" + (f" --warehouse {os.path.relpath(warehouse)}" if warehouse else "")


def tell(error: ReadoutError | WarehouseError) -> None:
    """Print an error and what to do next."""
    errors.print(Text.assemble((error.code, "red"), " ", error.message))
    if error.hint:
        errors.print(f"     {error.hint}", style="dim", markup=False)
