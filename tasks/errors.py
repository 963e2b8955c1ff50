"""The errors of Readout: what each kind means for the run, and for people what to do next."""

from __future__ import annotations


class ReadoutError(Exception):
    """Base of all errors that are told to people in plain words.

    Args:
        code: stable code (R101 ...), explained in docs/errors.md.
        message: what is wrong, with the name of the thing it is about.
        hint: what to do next.
    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.code}: {self.message}" + (f" {self.hint}" if self.hint else "")

    def __reduce__(self) -> tuple[type[ReadoutError], tuple[str, str, str]]:
        return type(self), (self.code, self.message, self.hint)


class FatalError(ReadoutError):
    """The run cannot go on: wrong settings, no such path, a newer warehouse, a missing model."""


class RetriableError(ReadoutError):
    """Worth another try in a while: a lock held by another program, a network fault."""


class SkippableError(ReadoutError):
    """One document cannot be used: it gets a row in ``rejects`` and the run goes on."""
