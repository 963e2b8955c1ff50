"""Checks a catalogue against its own rules: `python -m warehouse.catalogue.check [FOLDER]` lists what breaks them."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from warehouse.catalogue.keys import exact_key, folded_key
from warehouse.catalogue.lookup import reading_rank, with_canonical_names
from warehouse.catalogue.read import OWN_FOLDER, ROW_TYPES, Tables, read_catalogue, read_rows, row_order
from warehouse.catalogue.rows import Alias, Role

TYPES = frozenset({"person", "organisation", "government", "country", "group", "media"})
ALIAS_KINDS = frozenset({"name", "acronym", "surname", "adjective", "demonym", "metonym"})
PLACE_KINDS = frozenset({"territory", "region", "capital", "city", "town", "landmark"})
#: PLOVER's sectors, and its codes for bodies without a country.
SECTORS = frozenset(
    {"GOV", "MIL", "JUD", "LEG", "COP", "SPY", "PTY", "REB", "PRM", "UAF", "UNK", "OPP", "ELI", "CVL", "BUS", "CRM", "AGR", "LAB"}
    | {"JRN", "MED", "EDU", "REL", "REF", "SOC", "PRE", "IGO", "NGO"}
)
#: Offices that one person at a time holds in a country.
SINGLE_OFFICES = frozenset({"head_of_state", "head_of_government"})

_ID = re.compile(r"(country|gov|mil|pol|leg|jud|person|org|group|media|place)(:[A-Z]{3})?(:[a-z0-9]+(-[a-z0-9]+)*)?")
_DATE = re.compile(r"(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?")


def problems(tables: Tables) -> list[str]:
    """Return what is wrong with the rows of a whole catalogue, one line each; nothing where all is well."""
    checks = (_ids, _references, _values, _periods, _offices, _alias_conflicts, _duplicates)
    return [problem for check in checks for problem in check(tables)]


def unsorted_files(folder: Path) -> list[str]:
    """Return the files under a folder whose rows are not in order."""
    paths = [path for path in sorted(folder.rglob("*.csv")) if path.stem in ROW_TYPES]
    return [str(path) for path in paths if (rows := read_rows(path)) != sorted(rows, key=row_order(path.stem))]


def _ids(tables: Tables) -> Iterator[str]:
    for row in tables.actors:
        if not _ID.fullmatch(row.actor_id):
            yield f"actor id not well-formed: {row.actor_id}"
    for place in tables.places:
        if not _ID.fullmatch(place.place_id) or not place.place_id.startswith(f"place:{place.country}:"):
            yield f"place id not well-formed: {place.place_id}"


def _references(tables: Tables) -> Iterator[str]:
    known = {row.actor_id for row in tables.actors} | {row.place_id for row in tables.places}
    classes = {row.role_class for row in tables.role_nouns}
    for alias in tables.aliases:
        if alias.actor_id not in known:
            yield f"alias {alias.alias!r} of an unknown actor: {alias.actor_id}"
    for role in tables.roles:
        if role.actor_id not in known:
            yield f"role {role.role!r} of an unknown actor: {role.actor_id}"
        if role.org_id and role.org_id not in known:
            yield f"role of {role.actor_id} in an unknown organisation: {role.org_id}"
        if role.role_class not in classes:
            yield f"role of {role.actor_id} of an unknown class: {role.role_class}"


def _values(tables: Tables) -> Iterator[str]:
    countries = {row.country for row in tables.actors if row.type == "country"} | {""}
    allowed: list[tuple[Iterable[Any], str, frozenset[str]]] = [
        (tables.actors, "type", TYPES),
        (tables.role_nouns, "type", TYPES),
        (tables.aliases, "kind", ALIAS_KINDS),
        (tables.places, "kind", PLACE_KINDS),
        (tables.forenames, "gender", frozenset("fmu")),
        (tables.actors, "sector", SECTORS | {""}),
        (tables.actors, "sector2", SECTORS | {""}),
        (tables.roles, "sector", SECTORS | {""}),
        (tables.role_nouns, "sector", SECTORS),
        (tables.actors, "country", frozenset(countries)),
        (tables.roles, "country", frozenset(countries)),
        (tables.places, "country", frozenset(countries - {""})),
        (tables.aliases, "case_sensitive", frozenset({"", "1"})),
        (tables.aliases, "needs_agent_context", frozenset({"", "1"})),
    ]
    for rows, column, values in allowed:
        for row in rows:
            if getattr(row, column) not in values:
                yield f"{column} {getattr(row, column)!r} is not known: {row}"


def _periods(tables: Tables) -> Iterator[str]:
    dated: list[Alias | Role] = [*tables.aliases, *tables.roles]
    for row in dated:
        if not (_DATE.fullmatch(row.valid_from) and _DATE.fullmatch(row.valid_to)):
            yield f"not an ISO date: {row}"
        elif row.valid_to and row.valid_from and row.valid_to[: len(row.valid_from)] < row.valid_from[: len(row.valid_to)]:
            yield f"ends before it starts: {row}"


def _overlap(one: Alias | Role, other: Alias | Role) -> bool:
    """Whether two periods share a day; a period cut to year or month counts as free at its cut ends."""

    def before(end: str, start: str) -> bool:
        width = min(len(end), len(start))
        return bool(end and start) and end[:width] <= start[:width]

    return not before(one.valid_to, other.valid_from) and not before(other.valid_to, one.valid_from)


def _offices(tables: Tables) -> Iterator[str]:
    offices: dict[tuple[str, str], list[Role]] = defaultdict(list)
    for role in tables.roles:
        if role.role_class in SINGLE_OFFICES:
            offices[role.country, role.role_class].append(role)
    for (country, office), holders in offices.items():
        for one, other in combinations(holders, 2):
            if one.actor_id != other.actor_id and _overlap(one, other):
                yield f"two live holders of {office} in {country}: {one.actor_id} and {other.actor_id}"


def _alias_conflicts(tables: Tables) -> Iterator[str]:
    """Yield names that mean two actors on one date although no rule orders the two readings."""
    groups: dict[tuple[str, object], list[Alias]] = defaultdict(list)
    for row in with_canonical_names(tables):
        adjectival = row.kind in ("adjective", "demonym")
        groups[folded_key(row.alias), "adjectival" if adjectival else reading_rank(row)].append(row)
    for rows in groups.values():
        for one, other in combinations(rows, 2):
            apart = one.case_sensitive and other.case_sensitive and exact_key(one.alias) != exact_key(other.alias)
            if one.actor_id != other.actor_id and not apart and _overlap(one, other):
                yield f"{one.alias!r} means both {one.actor_id} and {other.actor_id}"


def _duplicates(tables: Tables) -> Iterator[str]:
    keys: dict[str, list[object]] = {
        "actor": [row.actor_id for row in tables.actors],
        "place": [row.place_id for row in tables.places],
        "alias": [(row.actor_id, row.alias, row.kind, row.valid_from) for row in tables.aliases],
        "role": [(row.actor_id, row.role, row.org_id, row.valid_from) for row in tables.roles],
        "role noun": [row.noun.casefold() for row in tables.role_nouns],
        "forename": [folded_key(row.forename) for row in tables.forenames],
        "leading office": [row.country for row in tables.leading_offices],
    }
    for name, values in keys.items():
        seen: set[object] = set()
        for value in values:
            if value in seen:
                yield f"{name} twice: {value}"
            seen.add(value)


def main(arguments: list[str]) -> int:
    """List the problems of the shipped catalogue, or of it with the given folders on top; return 1 where there are any."""
    folders = [Path(argument) for argument in arguments]
    found = problems(read_catalogue(folders))
    found += [f"rows not in order: {path}" for folder in folders or [OWN_FOLDER] for path in unsorted_files(folder)]
    sys.stdout.writelines(f"{line}\n" for line in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
