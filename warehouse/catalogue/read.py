"""Reads a folder of catalogue files (at any depth), and lays one folder's rows over another's."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, NamedTuple

from warehouse.catalogue.keys import folded_key
from warehouse.catalogue.rows import Alias, CatalogueActor, Forename, LeadingOffice, Place, Role, RoleNoun
from warehouse.errors import WarehouseError

#: The catalogue that Readout ships.
OWN_FOLDER = Path(__file__).parent


class CatalogueFormatError(WarehouseError):
    """A catalogue file does not have the documented columns."""

    def __init__(self, path: Path, line: int, found: list[str], expected: tuple[str, ...]) -> None:
        told = f"{path}, line {line}: expected the columns {','.join(expected)}, found {','.join(found)}."
        super().__init__("W601", told, "docs/catalogue.md describes the files.")


@dataclass(slots=True)
class Tables:
    """The rows of all files of a catalogue, by table."""

    actors: list[CatalogueActor] = field(default_factory=list)
    aliases: list[Alias] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    role_nouns: list[RoleNoun] = field(default_factory=list)
    forenames: list[Forename] = field(default_factory=list)
    leading_offices: list[LeadingOffice] = field(default_factory=list)

    def overlaid(self, upper: Tables) -> Tables:
        """Return both catalogues as one in which a row of ``upper`` replaces every row of ours with the same key."""
        merged = {}
        for table in fields(self):
            key = _KEYS[table.name]
            ours, theirs = getattr(self, table.name), getattr(upper, table.name)
            taken = {key(row) for row in theirs}
            merged[table.name] = [row for row in ours if key(row) not in taken] + theirs
        return Tables(**merged)


#: What makes two rows of a table the same row, so that a user's row replaces ours.
_KEYS: dict[str, Callable[[Any], object]] = {
    "actors": lambda row: row.actor_id,
    "aliases": lambda row: folded_key(row.alias),
    "roles": lambda row: (row.actor_id, row.role, row.org_id, row.valid_from),
    "places": lambda row: row.place_id,
    "role_nouns": lambda row: row.noun,
    "forenames": lambda row: row.forename.casefold(),
    "leading_offices": lambda row: row.country,
}

#: The row type that belongs to each file name.
ROW_TYPES: dict[str, type[NamedTuple]] = {
    "actors": CatalogueActor,
    "aliases": Alias,
    "roles": Role,
    "places": Place,
    "role_nouns": RoleNoun,
    "forenames": Forename,
    "leading_offices": LeadingOffice,
}


def read_rows(path: Path) -> list[Any]:
    """Read one CSV file, whose name tells its table.

    Raises:
        CatalogueFormatError: Columns are missing, in another order, or a line has too few or too many.
    """
    row_type: Any = ROW_TYPES[path.stem]
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = csv.reader(file)
        header = next(lines, [])
        if tuple(header) != row_type._fields:
            raise CatalogueFormatError(path, 1, header, row_type._fields)
        width = len(header)
        rows = []
        for line in lines:
            if len(line) != width:
                raise CatalogueFormatError(path, lines.line_num, line, row_type._fields)
            rows.append(row_type._make(line))
    return rows


def row_order(table: str) -> Callable[[Any], tuple[str, ...]]:
    """Return by what the rows of a file are sorted, so that a change shows as one line in a diff."""
    return (lambda row: (row.actor_id, row.valid_from, row.role)) if table == "roles" else tuple


def write_rows(path: Path, rows: Iterable[Any]) -> int:
    """Write one CSV file, whose name tells its table, in order; return how many rows."""
    ordered = sorted(set(rows), key=row_order(path.stem))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(ROW_TYPES[path.stem]._fields)
        writer.writerows(ordered)
    return len(ordered)


def read_folder(folder: Path) -> Tables:
    """Read all catalogue files under a folder (or the one file given); files of one name in several subfolders are one table.

    Raises:
        WarehouseError: there is no file of the catalogue (W602), or one is not as documented (W601).
    """
    tables = Tables()
    paths = [path for path in ([folder] if folder.is_file() else sorted(folder.rglob("*.csv"))) if path.stem in ROW_TYPES]
    if not paths:
        raise WarehouseError(
            "W602", f"There is no catalogue file in {folder}.", f"Their names are {', '.join(ROW_TYPES)}, all .csv."
        )
    for path in paths:
        getattr(tables, path.stem).extend(read_rows(path))
    return tables


def read_catalogue(user_folders: Iterable[Path] = ()) -> Tables:
    """Read the shipped catalogue with the users' folders laid over it, the last one on top."""
    tables = read_folder(OWN_FOLDER)
    for folder in user_folders:
        tables = tables.overlaid(read_folder(folder))
    return tables
