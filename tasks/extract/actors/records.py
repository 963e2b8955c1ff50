"""Makes the records of actors out of resolved entities: id, name, type, country, sector, roles and affiliations."""

from __future__ import annotations

from datetime import date

from tasks.extract.actors import lexicon
from tasks.extract.actors.candidates import COUNTRY, GROUP, ORG, PERSON, Candidate, Chart, Entity, Role
from tasks.extract.actors.gazetteer import Gazetteer
from tasks.extract.actors.homes import Homes
from tasks.extract.actors.naming import organisation_key, person_name
from tasks.extract.actors.view import View
from tasks.records import Actor, ActorType, Affiliation, Mention, content_id

ACTING = frozenset({PERSON, ORG, COUNTRY, GROUP})
COLLECTIVE = frozenset({"organisation", "government", "media", "group"})
#: Classes of nouns for posts that parties, firms and governments alike have.
POSTS = frozenset({"spokesperson", "leader", "aide", "official"})
ARTICLES = ("the ", "a ", "an ")


class Recorder:
    """Turns the entities of one document into actors."""

    def __init__(self, view: View, gazetteer: Gazetteer, doc_id: str, on: date | None) -> None:
        self.view, self.gazetteer, self.doc_id, self.on = view, gazetteer, doc_id, on

    def record(self, chart: Chart) -> tuple[list[Actor], dict[int, str]]:
        """Return the actors in order of first mention, and the actor id of each entity by its Python identity."""
        ids: dict[int, str] = {}
        grouped: dict[str, list[Entity]] = {}
        for entity in list(chart.live()):
            entity.alias = entity.alias or self._bloc(entity)
            if self._is_actor(entity):
                actor_id, _ = self.identify(entity)
                ids[id(entity)] = actor_id
                grouped.setdefault(actor_id, []).append(entity)
        for first, *others in grouped.values():
            for other in others:
                first.absorb(other, "same_key", 0.95)
        homes = Homes(self.view, self.gazetteer, chart.home)
        actors = [self._actor(actor_id, entity, ids, homes) for actor_id, (entity, *_) in grouped.items()]
        return sorted(actors, key=lambda actor: (actor.mentions[0].start, actor.actor_id)), ids

    def _is_actor(self, entity: Entity) -> bool:
        told = [mention for mention in entity.mentions if mention.form != "pronoun"]
        return bool(told) and entity.kind in ACTING and not (entity.kind == ORG and all(self._is_medium(m) for m in told))

    def _bloc(self, entity: Entity) -> str | None:
        """Return the bloc that a description is, printed without capitals ("the international community")."""
        if entity.names or not entity.nominals:
            return None
        first = entity.nominals[0]
        words = [word for word in self.view.lower[first.start : first.end] if word != "the"]
        return lexicon.blocs().get(" ".join(words))

    def _is_medium(self, mention: Candidate) -> bool:
        """Tell whether an organisation is only where something was published ("on Twitter")."""
        return (
            mention.form == "name" and mention.start == mention.end - 1 and self.view.preposition(mention.head) in {"on", "via"}
        )

    def identify(self, entity: Entity) -> tuple[str, str | None]:
        """Return id and key: of the catalogue, else by full name, else within the document."""
        kind = self.type_of(entity)
        name = entity.longest_name()
        if entity.alias is not None:
            country = entity.alias.removeprefix("country:")
            return entity.alias, country if kind == "country" else self._key(entity)
        if name is None:
            return content_id(self.doc_id, kind, self.view.chars(entity.mentions[0].start, entity.mentions[0].end)[0]), None
        key = self._key(entity)
        if kind == "person" and len(name.words) < 2:
            return content_id(self.doc_id, kind, key), None
        return content_id(kind, key), key

    @staticmethod
    def _key(entity: Entity) -> str | None:
        name = entity.longest_name()
        if name is None:
            return None
        return person_name(name.words).key if entity.kind == PERSON else organisation_key(name.words)

    def type_of(self, entity: Entity) -> ActorType:
        """Return which of the six types an entity is."""
        if entity.alias is not None and (entry := self.gazetteer.entry(entity.alias)) is not None:
            return entry.type  # type: ignore[return-value]
        if entity.kind in {PERSON, COUNTRY}:
            return "person" if entity.kind == PERSON else "country"
        told = self._type_of_name(entity) if entity.names else self._type_of_nouns(entity)
        return told or ("group" if entity.kind == GROUP else "organisation")

    @staticmethod
    def _type_of_name(entity: Entity) -> ActorType | None:
        """Return the type that a word of the longest name tells ("Ministry": government), the last and first words first."""
        name = entity.longest_name()
        words = (name.words[-1], name.words[0], *name.words) if name is not None else ()
        told = (lexicon.name_words().get(word) for word in words)
        return next((found for found in told if found not in {None, "thing", "place"}), None)  # type: ignore[misc]

    def _type_of_nouns(self, entity: Entity) -> ActorType | None:
        nouns = (self.gazetteer.noun(nominal.words[0], nominal.words[0]) for nominal in entity.nominals)
        return next((noun.type for noun in nouns if noun is not None and noun.type in COLLECTIVE), None)  # type: ignore[misc]

    def _actor(self, actor_id: str, entity: Entity, ids: dict[int, str], homes: Homes) -> Actor:
        _, key = self.identify(entity)
        held = self.gazetteer.held_roles(actor_id, self.on) if self.on is not None else []
        roles = [role for role in entity.roles if role.noun]
        return Actor(
            actor_id=actor_id,
            name=self._name(entity),
            type=self.type_of(entity),
            mentions=self._mentions(entity),
            key=key,
            country=homes.of(entity),
            sector=self.gazetteer.catalogue.sector(actor_id, self.on) or self._stated_sector(roles),
            roles=tuple(dict.fromkeys(_without_article(role.text) for role in roles)),
            held_role=held[0].role if held else None,
            affiliations=tuple(self._affiliations(entity, ids)),
        )

    def _mentions(self, entity: Entity) -> tuple[Mention, ...]:
        found: dict[tuple[int, int], Mention] = {}
        for mention in entity.mentions:
            start, end = self.view.chars(mention.start, mention.end)
            found.setdefault((start, end), Mention(start, end, mention.form, mention.rule, mention.confidence))
        return tuple(found[span] for span in sorted(found))

    def _name(self, entity: Entity) -> str:
        if entity.alias is not None and (entry := self.gazetteer.entry(entity.alias)) is not None:
            return entry.name
        mention = entity.longest_name() or next(m for m in entity.mentions if m.form == "nominal")
        text = " ".join(self.view.text(mention.start, mention.end).split())
        return _without_article(text) if mention.form == "name" else text

    def _stated_sector(self, roles: list[Role]) -> str | None:
        return next((sector for role in roles if (sector := self._sector_of_role(role))), None)

    def _sector_of_role(self, role: Role) -> str | None:
        """Return the sector of a role: of its noun, or of the body where the noun names a post that any body can have."""
        row = self.gazetteer.catalogue.role_noun(role.noun)
        if row is None or (role.noun not in lexicon.words("posts") and row.role_class not in POSTS):
            return row.sector or None if row is not None else None
        body = role.organisation.entity if role.organisation is not None else None
        if body is not None and body.kind != COUNTRY:
            return self.gazetteer.catalogue.sector(body.alias, self.on) if body.alias is not None else None
        stately = row.role_class in {"head_of_state", "head_of_government"} and not self._is_of_some_body(role)
        return row.sector or None if stately or role.country is not None else None

    def _is_of_some_body(self, role: Role) -> bool:
        """Tell whether a role names a body that is not known ("Society President", "president of the federation")."""
        words = [word for word in role.text.split() if word.lower() not in {role.noun, *lexicon.words("office_words")}]
        named = any(word[:1].isupper() and self.gazetteer.country_of_adjective(word) is None for word in words)
        return named or " of " in role.text

    def _affiliations(self, entity: Entity, ids: dict[int, str]) -> list[Affiliation]:
        found = []
        for role in entity.roles:
            other = role.organisation.entity if role.organisation is not None else None
            organisation = ids.get(id(other)) if other is not None else None
            if other is not entity and (organisation is not None or role.noun):
                found.append(Affiliation(_without_article(role.text) if role.noun else "", organisation, role.start, role.end))
        return list(dict.fromkeys(found))


def _without_article(text: str) -> str:
    for article in ARTICLES:
        if text[: len(article)].lower() == article:
            return text[len(article) :]
    return text
