"""Says of which country an actor is: by catalogue, name, owner, role, or where the document is set; else it is unknown."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.extract.actors import lexicon
from tasks.extract.actors.candidates import GROUP, ORG, PERSON, Candidate, Entity
from tasks.extract.actors.gazetteer import Gazetteer
from tasks.extract.actors.naming import is_acronym
from tasks.extract.actors.nominals import nationality
from tasks.extract.actors.view import View

LOCAL = frozenset({PERSON, ORG, GROUP})


class Homes:
    """Finds the countries of the actors of one document."""

    def __init__(self, view: View, gazetteer: Gazetteer, home: str | None) -> None:
        self.view, self.gazetteer, self.home = view, gazetteer, home

    def of(self, entity: Entity) -> str | None:
        """Return the country of an entity; the catalogue's word, also that it has none, is final."""
        if entity.alias is not None and (entry := self.gazetteer.entry(entity.alias)) is not None:
            return entry.country
        return next((country for country in self._evidence(entity) if country is not None), None)

    def _evidence(self, entity: Entity) -> Iterator[str | None]:
        """Yield the countries that speak for themselves first; that of the document last, and for those only who may be local."""
        yield entity.country
        if entity.kind != PERSON:
            for name in entity.names:
                yield self._in_name(name)
                yield nationality(self.view, self.gazetteer, name.head)
                yield self._before(name)
        for role in entity.roles:
            yield role.country
            if role.organisation is not None and role.organisation.entity is not None:
                yield self._of_body(role.organisation.entity)
        yield from (nominal.country for nominal in entity.nominals)
        if entity.kind in LOCAL and not self._is_anywhere(entity):
            yield self.home

    def _of_body(self, body: Entity) -> str | None:
        if body.alias is not None and (entry := self.gazetteer.entry(body.alias)) is not None:
            return entry.country
        return body.country or next((found for name in body.names if (found := self._in_name(name)) is not None), None)

    def _in_name(self, name: Candidate) -> str | None:
        """Return the one country whose name, adjective, region or town stands in a name ("Bank of Avalon")."""
        first = name.end - len(name.words)
        if (country := self.gazetteer.country_of_adjective(self.view.words[first])) is not None:
            return country
        found: set[str] = set()
        token = name.start
        while token < name.end:
            if self.view.lower[token] in lexicon.words("ambiguous_in_names"):
                return None
            length = min(self.gazetteer.longest(self.view, token), name.end - token)
            named = self.gazetteer.named(self.view.text(token, token + length), None) if length else []
            rows = [row for row in named if not row.needs_agent_context]
            told = {entry.country for row in rows if (entry := self.gazetteer.entry(row.actor_id)) is not None}
            if rows and all(
                row.actor_id in self.gazetteer.catalogue.places or row.actor_id.startswith("country:") for row in rows
            ):
                found |= {country for country in told if country is not None}
            token += max(length, 1)
        return found.pop() if len(found) == 1 else None

    def _before(self, name: Candidate) -> str | None:
        """Return the nationality of the noun right before a name with which it makes one phrase ("the British grocer Acme")."""
        noun = name.start - 1
        if noun < 0 or self.view.pos[noun] != "NOUN" or not {noun, self.view.head[noun]} & {self.view.head[name.head], name.head}:
            return None
        return nationality(self.view, self.gazetteer, noun) or nationality(self.view, self.gazetteer, self.view.head[noun])

    def _is_anywhere(self, entity: Entity) -> bool:
        """Tell whether the place of a document says nothing of a body: it calls itself international, or is an acronym alone."""
        if entity.kind == PERSON or not entity.names:
            return False
        worldwide = any(word in lexicon.words("worldwide") for name in entity.names for word in name.words)
        return worldwide or all(len(name.words) == 1 and is_acronym(self.view.words[name.end - 1]) for name in entity.names)
