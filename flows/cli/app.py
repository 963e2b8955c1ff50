"""The application: `readout` with all its commands, and its exit code where nothing could be done."""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import Annotated

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


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"readout {version('readout')}")
        raise typer.Exit


@app.callback()
def options(
    _: Annotated[
        bool, typer.Option("--version", "-V", callback=_tell_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Take the options that need no command."""


def main() -> None:
    """Run the command line; known errors end in plain words and exit code 2."""
    try:
        app()
    except (ReadoutError, WarehouseError) as error:
        tell(error)
        sys.exit(EXIT_FAILED)
    except OSError as error:  # a file or folder that was named
        tell(ReadoutError("R004", f"{error.filename or 'A file'}: {error.strerror or error}.", "Check name and permissions."))
        sys.exit(EXIT_FAILED)
    except ValidationError as error:
        for problem in error.errors():
            name = ".".join(map(str, problem["loc"]))
            errors.print(f"[red]R001[/] Setting [bold]{name}[/]: {problem['msg']}. See readout.toml and READOUT_{name.upper()}.")
        sys.exit(EXIT_FAILED)
