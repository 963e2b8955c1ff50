"""Ties definite noun phrases to the actors that they describe: "the Russian leader", "the expert", "the court", "the country"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tasks.extract.actors import lexicon
from tasks.extract.actors.candidates import COUNTRY, GROUP, ORG, PERSON, Candidate, Chart, Entity
from tasks.extract.actors.gazetteer import Gazetteer
from tasks.extract.actors.naming import normal_words
from tasks.extract.actors.view import View
from tasks.extract.clauses import POSSESSOR
from warehouse.catalogue.rows import Role

#: Confidence of each rule: its precision on held-out links, see docs/actors.md.
SAME_ROLE, ROLE_CLASS, HELD_ROLE, SAME_HEAD, HEAD_IN_NAME, THE_COUNTRY, NATIONAL_BODY = 0.85, 0.78, 0.88, 0.84, 0.8, 0.77, 0.9
THE_COMPANY, NAMED_WITHIN, PRINTED_SMALL = 0.78, 0.9, 0.92
SAME_HEAD_WINDOW, ROLE_WINDOW, NAME_WINDOW, COUNTRY_WINDOW, COMPANY_WINDOW = 12, 40, 10, 3, 3
OWNED_WINDOW = 3
STATE_PREFIXES = ("gov:", "leg:", "jud:", "mil:", "country:", "media:")
#: Classes of nouns that are often said of one person ("the analyst", then "the expert").
SYNONYMOUS = frozenset({"expert", "spokesperson", "journalist", "legislator", "medical", "culture", "activist"})
STATE_HEADS = frozenset(
    {"leader", "president", "ruler", "strongman", "premier", "chancellor", "minister", "monarch", "king", "queen"}
)


class Describer:
    """Ties the noun phrases of one document in text order."""

    def __init__(self, view: View, gazetteer: Gazetteer, chart: Chart, on: date | None) -> None:
        self.view, self.gazetteer, self.chart, self.on = view, gazetteer, chart, on
        self.names = chart.of_form("name")
        self.by_head: dict[tuple[str, str | None], Entity] = {}

    def tie_offices(self) -> None:
        """Tie "the Russian leader" to who holds the office, before any other rule reads the phrase otherwise."""
        for nominal in self.chart.of_form("nominal"):
            if nominal.definite and nominal.kind == PERSON and not nominal.plural and (holder := self._by_held_role(nominal)):
                holder.add(nominal, "held_role", HELD_ROLE)
        for entity in self.chart.live():
            entity.mentions.sort(key=lambda m: (m.start, m.end))

    def tie(self) -> None:
        """Tie each noun phrase to the actor that it describes, or make it an actor of its own."""
        for nominal in self.chart.of_form("nominal"):
            if nominal.entity is not None:
                continue
            entity, rule, confidence = self._antecedent(nominal)
            if entity is None:
                entity = self.chart.new(nominal, "nominal", 1.0)
            else:
                entity.add(nominal, rule, confidence)
            self.by_head[nominal.words[0], nominal.country] = entity

    def _antecedent(self, nominal: Candidate) -> tuple[Entity | None, str, float]:
        if body := self._national_body(nominal):
            return body, "national_body", NATIONAL_BODY
        if nominal.kind in {ORG, GROUP} and (named := self._printed_small(nominal)):
            return named, "printed_small", PRINTED_SMALL
        rules: list[tuple[Callable[[Candidate], Entity | None], str, float]] = []
        if nominal.kind == PERSON and not nominal.plural:
            rules = [
                (self._by_stated_role, "same_role", SAME_ROLE),
                (self._by_role_class, "role_class", ROLE_CLASS),
            ]
        rules.append((self._same_head, "same_head", SAME_HEAD))
        if nominal.kind in {ORG, GROUP}:
            rules.insert(0, (self._named_within, "named_within", NAMED_WITHIN))
        if nominal.kind == ORG:
            rules.append((self._head_in_name, "head_in_name", HEAD_IN_NAME))
            if self.gazetteer.class_of(nominal.words[0]) in {"company", "body"} and not nominal.plural:
                rules.append((self._the_company, "the_company", THE_COMPANY))
        if nominal.kind == COUNTRY and not nominal.plural:
            rules.append((self._the_country, "the_country", THE_COUNTRY))
        for find, rule, confidence in rules if nominal.definite else ():
            if (found := find(nominal)) is not None:
                return found, rule, confidence
        return None, "", 0.0

    def _by_stated_role(self, nominal: Candidate) -> Entity | None:
        return self._by_role(nominal, exact=True)

    def _by_role_class(self, nominal: Candidate) -> Entity | None:
        return self._by_role(nominal, exact=False)

    def _national_body(self, nominal: Candidate) -> Entity | None:
        """Tie "the Chinese government" and "Chinese authorities" to the government of that country."""
        if nominal.country is None or nominal.words[0] not in lexicon.words("state_nouns"):
            return None
        if nominal.words[0] == "side":
            return next((e for e in self.chart.live() if e.alias == f"country:{nominal.country}"), None)
        government = self.gazetteer.government_of(nominal.country)
        if government is None:
            return None
        for entity in self.chart.live():
            if entity.alias == government:
                return entity
        nominal.kind = ORG
        entity = self.chart.new(nominal, "national_body", NATIONAL_BODY)
        entity.alias, entity.country = government, nominal.country
        entity.mentions.remove(nominal)
        return entity

    def _by_role(self, nominal: Candidate, *, exact: bool) -> Entity | None:
        """Find the person last mentioned of whom the text has stated the role, or one of the same class."""
        noun = nominal.words[0]
        cls = self.gazetteer.class_of(noun)
        if (not exact and cls not in SYNONYMOUS) or possessed(self.view, nominal):
            return None
        fitting = []
        for entity in self.chart.live():
            if entity.kind != PERSON or not _genders_agree(entity, nominal):
                continue
            for role in entity.roles:
                same = role.noun == noun if exact else self.gazetteer.class_of(role.noun) == cls
                same = same and self._modifiers(nominal) <= set(role.text.lower().split())
                same = same and self._is_past(nominal) == bool(set(role.text.lower().split()) & lexicon.words("past_or_future"))
                if same and (nominal.country is None or role.country in {None, nominal.country}):
                    fitting.append(entity)
        return _latest(fitting, nominal, ROLE_WINDOW)

    def _by_held_role(self, nominal: Candidate) -> Entity | None:
        """Find the person named in the text who holds the role on the document's date ("the Russian leader")."""
        noun = nominal.words[0]
        if noun not in STATE_HEADS or self._is_past(nominal):
            return None
        fitting = []
        for entity in self.chart.live():
            if entity.kind != PERSON or entity.alias is None or not _genders_agree(entity, nominal):
                continue
            for held in self.gazetteer.held_roles(entity.alias, self.on):
                told = self._modifiers(nominal) <= set(held.role.lower().split())
                if told and nominal.country in {None, held.country} and self._is_called(held, noun, entity.alias):
                    fitting.append(entity)
        holders = len({id(entity) for entity in fitting})
        if (nominal.country is None or self.on is None) and holders > 1:
            return _latest(fitting, nominal, COUNTRY_WINDOW)
        if nominal.country is not None and self.on is not None and holders == 1:
            return fitting[0]  # the only one to hold the office then, even if named further on
        return _latest(fitting, nominal, ROLE_WINDOW)

    def _is_called(self, held: Role, noun: str, actor_id: str) -> bool:
        return noun in held.role.lower().split() or (noun == "leader" and self.gazetteer.leads(actor_id, held.country, self.on))

    def _is_past(self, nominal: Candidate) -> bool:
        return any(self.view.lower[t] in lexicon.words("past_or_future") for t in range(nominal.start, nominal.head))

    def _same_head(self, nominal: Candidate) -> Entity | None:
        """Find an earlier noun phrase with the same head and nothing that tells the two apart."""
        entity = self.by_head.get((nominal.words[0], nominal.country))
        if entity is None and nominal.country is None:
            entity = next((e for (head, _), e in reversed(list(self.by_head.items())) if head == nominal.words[0]), None)
        if entity is None or not entity.mentions or not self._no_new_modifier(nominal, entity):
            return None
        if not entity.names and nominal.kind == ORG and self._head_in_name(nominal) is not None:
            return None
        window = OWNED_WINDOW if possessed(self.view, nominal) else SAME_HEAD_WINDOW
        return entity if nominal.sentence - entity.mentions[-1].sentence <= window else None

    def _no_new_modifier(self, nominal: Candidate, entity: Entity) -> bool:
        known = {word for mention in entity.mentions for word in self.view.lower[mention.start : mention.end]}
        return self._modifiers(nominal) <= known

    def _modifiers(self, nominal: Candidate) -> set[str]:
        """Return the words of a noun phrase that tell what it denotes, besides its head and a nationality."""
        return {
            self.view.lower[t]
            for t in range(nominal.start, nominal.end)
            if self.view.pos[t] in {"NOUN", "PROPN", "ADJ", "NUM"}
            and t != nominal.head
            and self.gazetteer.country_of_adjective(self.view.words[t]) is None
        }

    def _printed_small(self, nominal: Candidate) -> Entity | None:
        """Tie "the Avalonian navy" to the body that is printed with capitals elsewhere."""
        words = normal_words(self.view.words[nominal.start : nominal.end])
        fitting = [e for e in self.chart.live() if e.kind in {ORG, GROUP} and any(n.words == words for n in e.names)]
        return fitting[0] if len(fitting) == 1 and words else None

    def _named_within(self, nominal: Candidate) -> Entity | None:
        """Tie "the Acme group" to Acme: a general noun for bodies after the name of one."""
        if nominal.words[0] not in lexicon.words("bodies") or nominal.plural:
            return None
        name = next((name for name in self.names if name.end == nominal.head and name.start >= nominal.start), None)
        fitting = name is not None and name.entity is not None and name.kind in {ORG, GROUP}
        return name.entity if name is not None and fitting else None

    def _head_in_name(self, nominal: Candidate) -> Entity | None:
        """Tie "the court" to the "Supreme Court" named last."""
        noun = nominal.words[0]
        told = self._modifiers(nominal) | {noun}
        if possessed(self.view, nominal) or self.gazetteer.class_of(noun) == "collective_media":
            return None
        fitting = [e for e in self.chart.live() if e.kind in {ORG, GROUP} and any(told <= _words_of(n) for n in e.names)]
        if nominal.country is not None:
            fitting = [e for e in fitting if e.country in {None, nominal.country}]
        return _latest(fitting, nominal, NAME_WINDOW)

    def _the_company(self, nominal: Candidate) -> Entity | None:
        """Tie "the company" to the organisation named last, where it also is the one named most so far."""
        if self._modifiers(nominal) or possessed(self.view, nominal):
            return None
        rivals = [e for e in self.chart.live() if e.kind == ORG and e.names and not (e.alias or "").startswith(STATE_PREFIXES)]
        last = _latest(rivals, nominal, COMPANY_WINDOW, self.view.is_name_part)
        if last is None:
            return None
        counts = {id(e): sum(1 for m in e.mentions if m.start < nominal.start) for e in rivals}
        return last if counts[id(last)] == max(counts.values()) else None

    def _the_country(self, nominal: Candidate) -> Entity | None:
        if self.view.lower[nominal.start] in {"our", "this"} and self.chart.main_country is not None:
            return next((e for e in self.chart.live() if e.alias == f"country:{self.chart.main_country}"), None)
        if possessed(self.view, nominal):
            return None
        return _latest([e for e in self.chart.live() if e.kind == COUNTRY and e.names], nominal, COUNTRY_WINDOW)


def possessed(view: View, nominal: Candidate) -> bool:
    """Tell whether a pronoun says whose somebody is ("his party"), so that the same words can mean another."""
    return any(view.dep[c] in POSSESSOR and view.pos[c] in {"PRON", "DET"} for c in view.children[nominal.head])


def _genders_agree(entity: Entity, nominal: Candidate) -> bool:
    return entity.gender is None or nominal.gender in {None, entity.gender}


def _words_of(name: Candidate) -> set[str]:
    """Return the words of a name, each in the singular as well."""
    return {form for word in name.words for form in (word, word.removesuffix("s"))}


def _latest(
    entities: list[Entity], nominal: Candidate, window: int, ignored: Callable[[int], bool] = lambda _: False
) -> Entity | None:
    """Return the entity mentioned last before a noun phrase, no further than so many sentences away.

    Args:
        entities: the entities to choose from.
        nominal: the noun phrase.
        window: sentences to look back.
        ignored: tells of the head of a mention whether it does not count.
    """
    best, place = None, -1
    for entity in entities:
        near = (m for m in entity.mentions if m.start < nominal.start and nominal.sentence - m.sentence <= window)
        before = [m for m in near if not ignored(m.head)]
        if before and before[-1].start > place:
            best, place = entity, before[-1].start
    return best
