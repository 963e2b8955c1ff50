"""The application: all commands, common options, and how errors are told."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from shutil import which

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.text import Text

from tasks.errors import ReadoutError
from warehouse.errors import WarehouseError

EXIT_REJECTS = 1
EXIT_FAILED = 2

app = typer.Typer(
    name="readout",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="News text into a DuckDB warehouse of who said what, who did what to whom, and according to whom.",
    epilog='Start with `readout ingest examples/articles`, then `readout sql "SELECT speaker, quote FROM said LIMIT 5"`.',
)
console = Console(highlight=False, soft_wrap=True)
errors = Console(stderr=True, highlight=False, soft_wrap=True)


def main() -> None:
    """Run the command line; known errors end in plain words and exit code 2."""
    from flows.cli import commands  # registers the commands

    commands.register(app)
    try:
        app()
    except (ReadoutError, WarehouseError) as error:
        tell(error)
        sys.exit(EXIT_FAILED)
    except ValidationError as error:
        for problem in error.errors():
            name = ".".join(map(str, problem["loc"]))
            errors.print(f"[red]R001[/] Setting [bold]{name}[/]: {problem['msg']}. See readout.toml and READOUT_{name.upper()}.")
        sys.exit(EXIT_FAILED)


def command(name: str, warehouse: Path | None = None) -> str:
    """Return a command as the person who runs this one can type it."""
    program = "readout" if which("readout") else os.path.relpath(sys.argv[0])
    return f"{program} {name}" + (f" --warehouse {os.path.relpath(warehouse)}" if warehouse else "")


def tell(error: ReadoutError | WarehouseError) -> None:
    """Print an error and what to do next."""
    errors.print(Text.assemble((error.code, "red"), " ", error.message))
    if error.hint:
        errors.print(f"     {error.hint}", style="dim", markup=False)
