"""SQL statements: read from the .sql files of this package; identifiers put in only where the declaration gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Template

FOLDER = Path(__file__).parent / "sql"
_IDENTIFIER = re.compile(r"[a-z_][a-z0-9_]*(, [a-z_][a-z0-9_]*)*")


@cache
def statement(name: str) -> str:
    """Return the SQL of ``warehouse/sql/<name>.sql``."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def with_names(name: str, **names: str) -> str:
    """Return a statement with ``$placeholders`` replaced by names of tables and columns.

    Raises:
        ValueError: a name is not a plain identifier or a list of them.
    """
    for given in names.values():
        if not _IDENTIFIER.fullmatch(given):
            raise ValueError(f"not an identifier: {given!r}")
    return Template(statement(name)).substitute(names)


def statements_in(folder: str) -> Iterator[tuple[str, str]]:
    """Yield name and SQL of every file of ``warehouse/sql/<folder>``, in the order of their names."""
    for path in sorted((FOLDER / folder).glob("*.sql")):
        yield path.stem, path.read_text(encoding="utf-8")
