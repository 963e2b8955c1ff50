"""Questions to the catalogue: whom a name means on a date, who holds an office, what country an adjective belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path

from warehouse.catalogue.keys import exact_key, folded_key
from warehouse.catalogue.read import Tables, read_catalogue
from warehouse.catalogue.rows import Alias, CatalogueActor, Place, Role, RoleNoun

_NAMING = frozenset({"name", "acronym"})
_ADJECTIVAL = frozenset({"adjective", "demonym"})
#: Sectors of those in state office: who once held such a role and holds none on the date is a former official (ELI).
_STATE_SECTORS = frozenset({"GOV", "LEG", "MIL", "JUD", "SPY", "COP"})
#: A person's most telling role first, where several are live on one date.
_RANK = {
    name: i for i, name in enumerate(("head_of_state", "head_of_government", "igo_leader", "deputy_head", "foreign_minister"))
}


def reading_rank(row: Alias) -> int:
    """Order the readings of one name, likeliest first: acting metonym, country, body, person, surname, place."""
    if row.kind == "metonym":
        return 0
    kind = row.actor_id.partition(":")[0]
    if kind == "person":
        return 4 if row.kind == "surname" else 3
    return {"country": 1, "place": 5}.get(kind, 2)


class Catalogue:
    """An indexed catalogue. Read-only; one per process serves all documents."""

    def __init__(self, tables: Tables) -> None:
        self.actors: dict[str, CatalogueActor] = {row.actor_id: row for row in tables.actors}
        self.places: dict[str, Place] = {row.place_id: row for row in tables.places}
        self._exact: dict[str, list[Alias]] = defaultdict(list)
        self._folded: dict[str, list[Alias]] = defaultdict(list)
        self._names: dict[str, list[Alias]] = defaultdict(list)
        for row in with_canonical_names(tables):
            self._names[row.actor_id].append(row)
            if row.case_sensitive:
                self._exact[exact_key(row.alias)].append(row)
            else:
                self._folded[folded_key(row.alias)].append(row)
        self._roles: dict[str, list[Role]] = defaultdict(list)
        self._offices: dict[tuple[str, str], list[Role]] = defaultdict(list)
        for role in tables.roles:
            self._roles[role.actor_id].append(role)
            for office in {role.role.casefold(), role.role_class}:
                self._offices[role.country, office].append(role)
        self._leading = {row.country: row.role_class for row in tables.leading_offices}
        self._nouns = {row.noun.casefold(): row for row in tables.role_nouns}
        self._genders = {folded_key(row.forename): row.gender for row in tables.forenames}

    def aliases(self, text: str, on: date | None = None) -> list[Alias]:
        """Return all readings of a name that were in use on the date; a name without any capital has none."""
        key = exact_key(text)
        found = self._exact.get(key, []) + (self._folded.get(key.casefold(), []) if key != key.lower() else [])
        return [row for row in found if row.holds_on(on)]

    def candidates(self, text: str, on: date | None = None, *, agent: bool = False) -> list[str]:
        """Return the ids of the actors and places that a name may mean, likeliest first.

        Args:
            text: The name as it stands in the text; article, possessive, dots and accents do not matter.
            on: The document's date.
            agent: The name speaks or decides, so that a capital or a building may stand for a government.
        """
        rows = [row for row in self.aliases(text, on) if row.kind not in _ADJECTIVAL and (agent or not row.needs_agent_context)]
        return list(dict.fromkeys(row.actor_id for row in sorted(rows, key=reading_rank)))

    def resolve(self, text: str, on: date | None = None, *, agent: bool = False) -> str | None:
        """Return the actor or place that a name means, or None where it is unknown or two are equally likely."""
        rows = [row for row in self.aliases(text, on) if row.kind not in _ADJECTIVAL and (agent or not row.needs_agent_context)]
        if not rows:
            return None
        best = min(map(reading_rank, rows))
        ids = {row.actor_id for row in rows if reading_rank(row) == best}
        return ids.pop() if len(ids) == 1 else None

    def names_of(self, actor_id: str) -> list[Alias]:
        """Return all names of an actor or place, the canonical one first."""
        return list(self._names.get(actor_id, []))

    def roles(self, actor_id: str, on: date | None = None) -> list[Role]:
        """Return the roles that an actor holds on a date (all without one), the most telling first."""
        return sorted((r for r in self._roles.get(actor_id, []) if r.holds_on(on)), key=lambda r: _RANK.get(r.role_class, 9))

    def holders(self, country: str, office: str, on: date | None) -> list[str]:
        """Return who holds an office of a country on a date; the office is a role ("chancellor") or a role class."""
        rows = self._offices.get((country, office.casefold()), [])
        return list(dict.fromkeys(row.actor_id for row in rows if row.holds_on(on)))

    def leader(self, country: str, on: date) -> str | None:
        """Return whom "the leader" of a country means on a date: its president or its prime minister, as the country goes."""
        holders = self.holders(country, self._leading.get(country, "head_of_state"), on)
        return holders[0] if len(holders) == 1 else None

    def sector(self, actor_id: str, on: date | None = None) -> str | None:
        """Return the PLOVER sector on a date: of the role then held, else ELI after state office, else of the actor."""
        live = [role.sector for role in self.roles(actor_id, on) if role.sector]
        if live:
            return live[0]
        actor = self.actors.get(actor_id)
        own = actor.sector if actor else ""
        if on is not None and not own and any(self._ended(role, on) for role in self._roles.get(actor_id, [])):
            return "ELI"
        return own or None

    @staticmethod
    def _ended(role: Role, on: date) -> bool:
        return role.sector in _STATE_SECTORS and bool(role.valid_to) and role.valid_to <= on.isoformat()

    def country_code(self, text: str) -> str | None:
        """Return the ISO alpha-3 code of a country or territory by its name or short form, None for anything else."""
        for row in self.aliases(text):
            if row.kind in _NAMING and not row.needs_agent_context:
                place = self.places.get(row.actor_id)
                if row.actor_id.startswith("country:"):
                    return self.actors[row.actor_id].country
                if place and place.kind == "territory":
                    return place.country
        return None

    def demonym_country(self, text: str) -> str | None:
        """Return the country of an adjective or a word for its people; a country's name may stand as adjective too."""
        for row in self.aliases(text):
            if row.kind in _ADJECTIVAL:
                actor = self.actors.get(row.actor_id)
                return (actor.country or None) if actor else self.places[row.actor_id].country
        return self.country_code(text)

    def adjective_actor(self, text: str) -> str | None:
        """Return the country or bloc of an adjective or a word for its people ("Russian", "Western")."""
        own = next((row.actor_id for row in self.aliases(text) if row.kind in _ADJECTIVAL and row.actor_id in self.actors), None)
        country = self.demonym_country(text) if own is None else None
        return own or (f"country:{country}" if f"country:{country}" in self.actors else None)

    def metonym_actor(self, text: str, on: date | None = None) -> str | None:
        """Return the government or body for which a capital, building or street stands when it acts or speaks."""
        found = self.resolve(text, on, agent=True)
        return found if found in self.actors and not found.startswith(("country:", "person:")) else None

    def metonym_country(self, text: str) -> str | None:
        """Return the country of the government or body for which a capital, building or street stands."""
        found = self.metonym_actor(text)
        return (self.actors[found].country or None) if found else None

    def place(self, text: str) -> Place | None:
        """Return the place of that name; where several share it, the one listed first."""
        return next((self.places[row.actor_id] for row in self.aliases(text) if row.actor_id in self.places), None)

    def role_noun(self, text: str) -> RoleNoun | None:
        """Return class, sector and type of a role noun in its dictionary form ("prime minister", "protesters")."""
        return self._nouns.get(text.casefold())

    def gender(self, forename: str) -> str | None:
        """Return f, m, u (both), or None for a forename not listed."""
        return self._genders.get(folded_key(forename))


def with_canonical_names(tables: Tables) -> Iterable[Alias]:
    """Yield the canonical names as aliases, then the aliases; one that is a metonym too is that alone ("the West")."""
    told = {(row.actor_id, row.alias) for row in tables.aliases if row.kind == "metonym"}
    for actor in tables.actors:
        if (actor.actor_id, actor.name) not in told:
            yield Alias(actor.actor_id, actor.name, case_sensitive="1" if actor.name.isupper() else "")
    for place in tables.places:
        yield Alias(place.place_id, place.name)
    yield from tables.aliases


@lru_cache(maxsize=4)
def load_catalogue(*user_folders: Path) -> Catalogue:
    """Read and index the shipped catalogue with the users' folders on top; the same folders give the same object."""
    return Catalogue(read_catalogue(user_folders))


def country_code(text: str) -> str | None:
    """See `Catalogue.country_code`, of the shipped catalogue."""
    return load_catalogue().country_code(text)


def demonym_country(text: str) -> str | None:
    """See `Catalogue.demonym_country`, of the shipped catalogue."""
    return load_catalogue().demonym_country(text)


def metonym_country(text: str) -> str | None:
    """See `Catalogue.metonym_country`, of the shipped catalogue."""
    return load_catalogue().metonym_country(text)
