"""The command `readout`: one file per group of commands; each imports what it needs only when it runs."""

from flows.cli.app import main

__all__ = ["main"]
