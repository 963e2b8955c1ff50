"""Countries that a text names by their adjectives alone ("Russian missiles"): actors where they take part in an event."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Token

from tasks.records import Actor, Mention
from warehouse.catalogue import load_catalogue

RULE = "adjective"
CONFIDENCE = 0.9


class Nations:
    """Finds the countries behind the adjectives of one document."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._known = {actor.country: actor for actor in actors if actor.type == "country" and actor.country}
        self._found: dict[str, Actor] = {}

    def of(self, adjective: Token, text: str = "") -> Actor | None:
        """Return the country of an adjective, or of a part of it: an actor of the document, else one of the catalogue."""
        catalogue = load_catalogue()
        country = catalogue.demonym_country(text or adjective.text)
        if country is None:
            return None
        if country in self._known:
            return self._known[country]
        entry = catalogue.actors.get(f"country:{country}")
        if entry is None:
            return None
        mention = Mention(adjective.idx, adjective.idx + len(adjective), "nominal", RULE, CONFIDENCE)
        actor = Actor(entry.actor_id, entry.name, "country", (mention,), country, country, entry.sector or None)
        return self._found.setdefault(country, actor)

    def among(self, ids: Collection[str]) -> list[Actor]:
        """Return the countries that only adjectives name, of those that take part in events."""
        return [actor for actor in self._found.values() if actor.actor_id in ids]
