"""Where a document is set: the countries and places that it names, and what they tell of names that mean several things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tasks.extract.actors.candidates import Candidate
from tasks.extract.actors.gazetteer import TOKEN, Gazetteer
from tasks.extract.actors.view import View
from warehouse.catalogue.rows import Alias

LEAST_COUNTRY_MENTIONS = 3
#: What makes the country of a document that of the strangers in it, where its title does not tell: so many names, such a share.
LEAST_HOME_MENTIONS, LEAST_HOME_SHARE = 4, 0.75
LONGEST_TITLE_NAME = 3
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
    titled: frozenset[str] = frozenset()
    """The countries that the document's title names."""

    @property
    def main(self) -> str | None:
        """The country that the document is about: that of most names, and of three at least."""
        [(first, most), *_] = [*self.countries.most_common(1), ("", 0)]
        return first if most >= LEAST_COUNTRY_MENTIONS and most * 2 > self.countries.total() else None

    @property
    def home(self) -> str | None:
        """The country that strangers may be taken for: the main one, if the title names no other or little else is named."""
        main = self.main
        if main is None or (self.titled and main not in self.titled):
            return None
        count = self.countries[main]
        is_alone = count >= LEAST_HOME_MENTIONS and count >= LEAST_HOME_SHARE * self.countries.total()
        return main if is_alone or self.titled == {main} else None

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

    def nearest(self, actors: set[str]) -> set[str]:
        """Return those of several actors of one name whose country the document names most, none where none is named."""
        named = {
            found: self.countries[entry.country or ""] for found in actors if (entry := self.gazetteer.entry(found)) is not None
        }
        most = max(named.values(), default=0)
        return {found for found, count in named.items() if count == most} if most else set()

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
    return Scene(gazetteer, on, countries, places, frozenset(_countries_in(gazetteer, view.doc._.title or "")))


def _countries_in(gazetteer: Gazetteer, title: str) -> Iterator[str]:
    """Yield the countries that a title names, by their own names, their adjectives, or a region or capital."""
    words = TOKEN.findall(title)
    for start, word in enumerate(words):
        for end in range(start + 1, min(len(words), start + LONGEST_TITLE_NAME) + 1) if word[:1].isupper() else ():
            for row in gazetteer.named(" ".join(words[start:end]), None):
                place = gazetteer.catalogue.places.get(row.actor_id)
                if row.actor_id.startswith("country:"):
                    yield row.actor_id.removeprefix("country:")
                elif place is not None and place.kind in {"territory", "region", "capital"}:
                    yield place.country
