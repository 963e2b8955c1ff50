"""Reads actor dictionaries in the PETRARCH format as catalogue rows: `NAME_`, `+ALIAS_` and dated `[CODE from-to]`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from warehouse.catalogue.check import SECTORS
from warehouse.catalogue.keys import folded_key
from warehouse.catalogue.read import OWN_FOLDER, Tables, read_folder, write_rows
from warehouse.catalogue.rows import Alias, CatalogueActor, Role
from warehouse.errors import WarehouseError

#: Tables that a dictionary gives rows for.
_WRITTEN = ("actors", "aliases", "roles")

_CODE = re.compile(r"\[\s*([A-Z]+)\s*([^\]]*)\]")
#: Days that the format writes for "always so far" and "still so".
_OPEN = frozenset({"000101", "00000101", "991231", "99991231"})
#: CAMEO role codes that PLOVER calls otherwise.
_RENAMED = {"GOV": "GOV", "OPP": "OPP", "INS": "REB", "SEP": "REB", "UAF": "UAF", "MOD": "SOC", "RAD": "REB", "NGM": "NGO"}
#: Types of bodies by their first sector; of the others nothing but "organisation" is known.
_TYPES = {
    **dict.fromkeys(("GOV", "LEG", "JUD"), "government"),
    **dict.fromkeys(("MED", "JRN"), "media"),
    **dict.fromkeys(("MIL", "COP", "REB", "UAF", "CRM"), "group"),
}


@dataclass(slots=True)
class _Entry:
    """One headword with its synonyms and codes, as read."""

    name: str
    aliases: list[str] = field(default_factory=list)
    codes: list[tuple[str, str, str]] = field(default_factory=list)


def import_petrarch(dictionary: Path, folder: Path) -> dict[str, int]:
    """Turn an actor dictionary into catalogue files that `readout` takes as a user's own.

    Args:
        dictionary: The file, in UTF-8.
        folder: Where ``actors.csv``, ``aliases.csv`` and ``roles.csv`` go; made where it does not exist.

    Returns:
        The number of rows of each file.

    Raises:
        WarehouseError: one of the files is there already (W401), or the dictionary is not UTF-8 or holds no entry (W509).
    """
    if there := [name for name in _WRITTEN if (folder / f"{name}.csv").exists()]:
        raise WarehouseError("W401", f"{folder / there[0]}.csv is there already.", "Name another folder.")
    try:
        lines = dictionary.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise WarehouseError("W509", f"{dictionary} is not in UTF-8: {error.reason}.", "Convert it, as with iconv.") from error
    tables = read_petrarch(lines, frozenset(row.country for row in read_folder(OWN_FOLDER / "countries").actors))
    if not tables.actors:
        raise WarehouseError("W509", f"{dictionary} holds no entry.", "An entry is a line such as ANN_MAYOR_ [GBRGOV 240501-]")
    folder.mkdir(parents=True, exist_ok=True)
    return {name: write_rows(folder / f"{name}.csv", getattr(tables, name)) for name in _WRITTEN}


def read_petrarch(lines: Iterable[str], countries: frozenset[str]) -> Tables:
    """Return the actors, names and roles of an actor dictionary.

    Args:
        lines: Lines of the file. `#` starts a comment; `<` and `!` lines and blank lines are skipped.
        countries: ISO 3166 alpha-3 codes; a code that starts with another triple is of a body without a country.

    Returns:
        Tables with a row per headword. An undated code gives country and sector of the actor, a dated one a role of the class
        "official". A name with dates is a person; one without is a body, of the type that its first sector tells.
    """
    tables = Tables()
    for entry in _merged(_entries(lines)):
        _add(tables, entry, countries)
    return tables


def _entries(lines: Iterable[str]) -> Iterator[_Entry]:
    entry: _Entry | None = None
    for raw in lines:
        line = raw.partition("#")[0].strip()
        if not line or line[0] in "<!":
            continue
        name = _plain(line.partition("[")[0])
        if line.startswith("+") and entry is not None:
            entry.aliases.append(name)
        elif not line.startswith(("[", "+")):
            if entry is not None:
                yield entry
            entry = _Entry(name)
        if entry is not None:
            entry.codes += [(code, *_period(dates)) for code, dates in _CODE.findall(line)]
    if entry is not None:
        yield entry


def _merged(entries: Iterable[_Entry]) -> Iterable[_Entry]:
    """Unite the entries of one name: the format allows several."""
    found: dict[str, _Entry] = {}
    for entry in entries:
        first = found.setdefault(folded_key(entry.name), entry)
        if first is not entry:
            first.aliases += entry.aliases
            first.codes += entry.codes
    return found.values()


def _plain(text: str) -> str:
    """Return a name as news write it: `BARACK_OBAMA_` becomes `Barack Obama`; names that are short and bare stay capital."""
    words = text.lstrip("+").replace("_", " ").split()
    return " ".join(word if len(words) == 1 and len(word) <= 4 else word.title().replace("'S", "'s") for word in words)


def _period(dates: str) -> tuple[str, str]:
    """Return first day and day of the end of `990101-001231`, `>20010120` or `<20010120`; open ends are empty."""
    dates = dates.strip()
    if dates.startswith(("<", ">")):
        day = _day(dates[1:])
        return (day, "") if dates[0] == ">" else ("", day)
    start, _, end = dates.partition("-")
    return _day(start), _day(end)


def _day(digits: str) -> str:
    """Return `20010120` or `010120` as an ISO date; years of two digits are those from 1950 to 2049."""
    digits = digits.strip()
    if not digits.isdigit() or len(digits) not in (6, 8) or digits in _OPEN:
        return ""
    if len(digits) == 6:
        digits = ("19" if digits[:2] >= "50" else "20") + digits
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat()


def _sectors(code: str, countries: frozenset[str]) -> tuple[str, list[str]]:
    """Return the country of a code and the sectors in it, in PLOVER's terms."""
    triples = [code[i : i + 3] for i in range(0, len(code) - 2, 3)]
    country = triples.pop(0) if triples and triples[0] in countries else ""
    renamed = [_RENAMED.get(triple, triple) for triple in triples]
    return country, [sector for sector in renamed if sector in SECTORS]


def _add(tables: Tables, entry: _Entry, countries: frozenset[str]) -> None:
    dated = any(start or end for _, start, end in entry.codes)
    slug = re.sub(r"[^a-z0-9]+", "-", folded_key(entry.name)).strip("-")
    actor_id = f"{'person' if dated else 'org'}:{slug}"
    standing = [code for code, start, end in entry.codes if not (start or end)] or [code for code, _, _ in entry.codes[-1:]]
    country, sectors = _sectors(standing[0], countries) if standing else ("", [])
    first, second, *_ = [*(sectors if not dated else []), "", ""]
    type_ = "person" if dated else _TYPES.get(first, "organisation")
    tables.actors.append(CatalogueActor(actor_id, type_, entry.name, country, first, second, note="PETRARCH dictionary"))
    aliases = dict.fromkeys(alias for alias in entry.aliases if folded_key(alias) != folded_key(entry.name))
    tables.aliases += [Alias(actor_id, alias) for alias in aliases]
    for code, start, end in entry.codes:
        if start or end:
            where, sectors = _sectors(code, countries)
            sector = sectors[0] if sectors else ""
            role = "former official" if sector == "ELI" else "official"
            tables.roles.append(Role(actor_id, role, "official", "", where, sector, start, end, f"PETRARCH {code}"))
