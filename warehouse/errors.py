"""The errors of the warehouse: which kind it is, what is wrong, what to do next. Codes are explained in docs/errors.md."""

from __future__ import annotations


class WarehouseError(Exception):
    """Base of all errors of the warehouse: as such, something that another try will not mend.

    Args:
        code: stable code (W101 ...).
        message: what is wrong, with the name of the thing it is about.
        hint: what to do next.
    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(code, message, hint)
        self.code = code
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.code}: {self.message}" + (f" {self.hint}" if self.hint else "")


class SchemaError(WarehouseError):
    """Rows, a package or a file do not fit the declaration."""


class BusyError(WarehouseError):
    """Another program holds the file: worth another try in a while."""


class LoadError(WarehouseError):
    """The database could not write; nothing of the package in question was kept."""


class QueryError(WarehouseError):
    """A query of a reader is wrong, refused, or beyond its limits."""
