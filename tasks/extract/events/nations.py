"""Countries and blocs that a text names by adjectives alone ("Russian missiles"): actors where they take part in an event."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Token

from tasks.records import Actor, ActorType, Mention
from warehouse.catalogue import load_catalogue
from warehouse.catalogue.keys import folded_key

RULE = "adjective"
CONFIDENCE = 0.9


class Nations:
    """Finds the countries behind the adjectives of one document."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._known = {actor.actor_id: actor for actor in actors}
        self._found: dict[str, Actor] = {}

    def of(self, adjective: Token, text: str = "") -> Actor | None:
        """Return the country or bloc of an adjective, or of a part of it: an actor of the document, else one of the catalogue."""
        catalogue = load_catalogue()
        actor_id = catalogue.adjective_actor(text or adjective.text)
        if actor_id is None:
            return None
        if actor_id in self._known:
            return self._known[actor_id]
        entry = catalogue.actors[actor_id]
        country = entry.country or None
        mention = Mention(adjective.idx, adjective.idx + len(adjective), "nominal", RULE, CONFIDENCE)
        kind: ActorType = "country" if country else "group"
        actor = Actor(
            entry.actor_id, entry.name, kind, (mention,), country or folded_key(entry.name), country, entry.sector or None
        )
        return self._found.setdefault(actor_id, actor)

    def among(self, ids: Collection[str]) -> list[Actor]:
        """Return the countries that only adjectives name, of those that take part in events."""
        return [actor for actor in self._found.values() if actor.actor_id in ids]
