"""One named tuple per CSV file of the catalogue; the field order is the column order. What the columns mean: README.md."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


def holds(valid_from: str, valid_to: str, on: date | None) -> bool:
    """Whether a period covers a day.

    Args:
        valid_from: First day (``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``); empty where unknown or always.
        valid_to: The day it ended, no longer part of it; a mere year or month is part of it. Empty where it goes on.
        on: The day asked about; None asks about no day in particular, so every period covers it.
    """
    if on is None:
        return True
    day = on.isoformat()
    if valid_from and day[: len(valid_from)] < valid_from:
        return False
    if not valid_to:
        return True
    return day < valid_to if len(valid_to) == len(day) else day[: len(valid_to)] <= valid_to


class CatalogueActor(NamedTuple):
    """A row of ``actors.csv``: one real-world entity."""

    actor_id: str
    type: str
    name: str
    country: str = ""
    sector: str = ""
    sector2: str = ""
    wikidata: str = ""
    note: str = ""


class Alias(NamedTuple):
    """A row of ``aliases.csv``: a string by which an actor or place is called."""

    actor_id: str
    alias: str
    kind: str = "name"
    valid_from: str = ""
    valid_to: str = ""
    case_sensitive: str = ""
    needs_agent_context: str = ""

    def holds_on(self, on: date | None) -> bool:
        """Whether the name was in use on that day."""
        return holds(self.valid_from, self.valid_to, on)


class Role(NamedTuple):
    """A row of ``roles.csv``: an office or affiliation with its dates."""

    actor_id: str
    role: str
    role_class: str
    org_id: str = ""
    country: str = ""
    sector: str = ""
    valid_from: str = ""
    valid_to: str = ""
    source_note: str = ""

    def holds_on(self, on: date | None) -> bool:
        """Whether the role was held on that day."""
        return holds(self.valid_from, self.valid_to, on)


class Place(NamedTuple):
    """A row of ``places.csv``: a territory, region, city or town; its further names are in ``aliases.csv``."""

    place_id: str
    name: str
    country: str
    kind: str
    latitude: str = ""
    longitude: str = ""


class RoleNoun(NamedTuple):
    """A row of ``role_nouns.csv``: a common noun or title for an actor, with its class, PLOVER sector and actor type."""

    noun: str
    role_class: str
    sector: str
    type: str


class Forename(NamedTuple):
    """A row of ``forenames.csv``: gender is f, m, or u where both bear the name."""

    forename: str
    gender: str


class LeadingOffice(NamedTuple):
    """A row of ``leading_offices.csv``: the class of the office that "the country's leader" means."""

    country: str
    role_class: str
