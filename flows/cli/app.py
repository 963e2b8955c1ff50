"""The application: `readout` with all its commands, and its exit code where nothing could be done."""

from __future__ import annotations

import sys

import typer
from pydantic import ValidationError

from flows.cli import commands
from flows.cli.terminal import EXIT_FAILED, errors, tell
from tasks.errors import ReadoutError
from warehouse.errors import WarehouseError

app = typer.Typer(
    name="readout",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="News text into a DuckDB warehouse of who said what, who did what to whom, and according to whom.",
    epilog='Start with `readout ingest examples/articles`, then `readout sql "SELECT speaker, quote FROM said LIMIT 5"`.',
)
commands.register(app)


def main() -> None:
    """Run the command line; known errors end in plain words and exit code 2."""
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
