"""Reads actor dictionaries in the PETRARCH format as catalogue rows: `NAME_`, `+ALIAS_` and dated `[CODE from-to]`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from warehouse.catalogue.check import SECTORS
from warehouse.catalogue.keys import folded_key
from warehouse.catalogue.read import Tables
from warehouse.catalogue.rows import Alias, CatalogueActor, Role

_CODE = re.compile(r"\[\s*([A-Z]+)\s*([^\]]*)\]")
#: Days that the format writes for "always so far" and "still so".
_OPEN = frozenset({"000101", "00000101", "991231", "99991231"})
#: CAMEO role codes that PLOVER calls otherwise.
_RENAMED = {"GOV": "GOV", "OPP": "OPP", "INS": "REB", "SEP": "REB", "UAF": "UAF", "MOD": "SOC", "RAD": "REB", "NGM": "NGO"}


@dataclass(slots=True)
class _Entry:
    """One headword with its synonyms and codes, as read."""

    name: str
    aliases: list[str] = field(default_factory=list)
    codes: list[tuple[str, str, str]] = field(default_factory=list)


def read_petrarch(lines: Iterable[str], countries: frozenset[str]) -> Tables:
    """Return the actors, names and roles of an actor dictionary.

    Args:
        lines: Lines of the file. `#` starts a comment; `<` and `!` lines and blank lines are skipped.
        countries: ISO 3166 alpha-3 codes; a code that starts with another triple is of a body without a country.

    Returns:
        Tables with a row per headword. An undated code gives country and sector of the actor, a dated one a role of the class
        "official". A name without dates is an organisation; with dates it is a person.
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
    type_ = "person" if dated else "organisation"
    slug = re.sub(r"[^a-z0-9]+", "-", folded_key(entry.name)).strip("-")
    actor_id = f"{'person' if dated else 'org'}:{slug}"
    standing = [code for code, start, end in entry.codes if not (start or end)] or [code for code, _, _ in entry.codes[-1:]]
    country, sectors = _sectors(standing[0], countries) if standing else ("", [])
    first, second, *_ = [*(sectors if not dated else []), "", ""]
    tables.actors.append(CatalogueActor(actor_id, type_, entry.name, country, first, second, note="PETRARCH dictionary"))
    aliases = dict.fromkeys(alias for alias in entry.aliases if folded_key(alias) != folded_key(entry.name))
    tables.aliases += [Alias(actor_id, alias) for alias in aliases]
    for code, start, end in entry.codes:
        if start or end:
            where, sectors = _sectors(code, countries)
            tables.roles.append(
                Role(actor_id, code, "official", "", where, sectors[0] if sectors else "", start, end, "PETRARCH")
            )
