"""Where a document is set: the countries and places that it names, and what they tell of names that mean several things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tasks.extract.actors.candidates import Candidate
from tasks.extract.actors.gazetteer import Gazetteer
from tasks.extract.actors.view import View
from warehouse.catalogue.rows import Alias

LEAST_COUNTRY_MENTIONS = 3
#: Offices whose holder is called by the surname alone anywhere in the world.
WORLDWIDE = frozenset({"head_of_state", "head_of_government", "igo_leader"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What a document says of where it is set, counted over the names that can mean one country alone."""

    gazetteer: Gazetteer
    on: date | None
    countries: Counter[str]
    """Names and adjectives of each country, and of what lies in it."""
    places: Counter[str]
    """Names of regions and towns of each country."""

    @property
    def main(self) -> str | None:
        """The country that the document is about: that of most names, and of three at least."""
        [(first, most), *_] = [*self.countries.most_common(1), ("", 0)]
        return first if most >= LEAST_COUNTRY_MENTIONS and most * 2 > self.countries.total() else None

    def readings(self, entries: list[Alias]) -> list[Alias]:
        """Return what a name means here where it is both a country and a region or town of another one ("Georgia")."""
        places = self.gazetteer.catalogue.places
        nations = [row for row in entries if row.actor_id.startswith("country:")]
        regions = [row for row in entries if row.actor_id in places and places[row.actor_id].kind != "territory"]
        if not nations or not regions:
            return entries
        nation, region = nations[0].actor_id.removeprefix("country:"), places[regions[0].actor_id].country
        is_region = self.places[region] > self.countries[nation] or (self.main == region and not self.countries[nation])
        return regions if is_region else nations

    def resolves(self, row: Alias) -> bool:
        """Tell whether a name can mean this person of the catalogue here.

        The document names the person's country, or the person leads a state or an international body and so is known everywhere.
        Else a bare surname means nobody in particular, and a full name a namesake where the document is about another country.
        """
        if not row.actor_id.startswith("person:"):
            return True
        entry = self.gazetteer.entry(row.actor_id)
        if entry is None or entry.country is None or self.countries[entry.country]:
            return True
        if row.kind != "surname" and self.main is None:
            return True
        return any(role.role_class in WORLDWIDE for role in self.gazetteer.held_roles(row.actor_id, self.on))


def scene_of(view: View, gazetteer: Gazetteer, names: Iterable[Candidate], on: date | None) -> Scene:
    """Count the countries and places that the names of a document mean, each name that can mean one country alone."""
    countries: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for name in names:
        rows = [row for row in gazetteer.named(view.text(name.start, name.end), None) if row.kind != "surname"]
        found = {entry.country for row in rows if (entry := gazetteer.entry(row.actor_id)) is not None}
        if len(found) == 1 and (country := found.pop()) is not None:
            countries[country] += 1
            places[country] += all(row.actor_id in gazetteer.catalogue.places for row in rows)
    return Scene(gazetteer, on, countries, places)
