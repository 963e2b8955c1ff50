"""Ties what is known only once pronouns are resolved: predicates ("He is a legend") and what people belong to ("her party")."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.extract.actors.candidates import ORG, PERSON, Candidate, Chart, Entity, Role
from tasks.extract.actors.gazetteer import Gazetteer
from tasks.extract.actors.nominals import make_nominal
from tasks.extract.actors.view import View
from tasks.extract.clauses import SUBJECT, negations

PREDICATE, BELONGING = 0.85, 0.85
LONGEST_BELONGING = 2
"""Words of a phrase such as "her party": with more, it can be another one ("her former party")."""
BECOMING = frozenset({"be", "become", "remain"})
ARTICLES = frozenset({"a", "an", "the"})


def tie_predicates(view: View, gazetteer: Gazetteer, chart: Chart) -> None:
    """Tie what is said of a person in the predicate ("is a legend") to the person, known noun or not."""
    at_head = {candidate.head: candidate for candidate in chart.candidates if candidate.form == "nominal"}
    taken = {token for name in chart.of_form("name") for token in range(name.phrase_start, name.end)}
    for subject in list(chart.candidates):
        entity = subject.entity
        if entity is None or entity.kind != PERSON or entity.plural or view.dep[subject.head] not in SUBJECT:
            continue
        for noun in _predicate_nouns(view, subject.head):
            if noun in taken or view.preposition(noun) or not any(view.lower[child] in ARTICLES for child in view.children[noun]):
                continue
            known = at_head.get(noun)
            nominal = known or make_nominal(view, gazetteer, noun, PERSON, None, plural=False)
            if nominal.start <= subject.head < nominal.end or not _agree(entity, nominal):
                continue
            _tie(entity, nominal)


def _predicate_nouns(view: View, subject: int) -> Iterator[int]:
    """Yield the singular nouns that a copula or "become" says of a subject, not negated and not asked."""
    predicate = view.head[subject]
    if negations(view.tokens[predicate]):
        return
    if view.tag[predicate] == "NN" and any(view.dep[child] == "cop" for child in view.children[predicate]):
        yield predicate
        yield from (child for child in view.children[predicate] if view.dep[child] == "conj" and view.tag[child] == "NN")
    if view.lemma[predicate] in BECOMING:
        for child in view.children[predicate]:
            if view.dep[child] in {"attr", "xcomp", "obj"} and view.tag[child] == "NN" and child > subject:
                yield child


def _agree(entity: Entity, nominal: Candidate) -> bool:
    return nominal.kind == PERSON and (entity.gender is None or nominal.gender in {None, entity.gender})


def _tie(entity: Entity, nominal: Candidate) -> None:
    other = nominal.entity
    if other is entity:
        return
    if other is None:
        entity.add(nominal, "copula", PREDICATE)
        entity.mentions.sort(key=lambda m: (m.start, m.end))
    elif not other.names and not other.speaks:
        entity.absorb(other, "copula", PREDICATE)


def tie_belongings(view: View, gazetteer: Gazetteer, chart: Chart) -> None:
    """Tie "her party", "his company" to the one body of that sort to which the text ties the person."""
    owners = {pronoun.head: pronoun.entity for pronoun in chart.of_form("pronoun")}
    for nominal in chart.of_form("nominal"):
        own = nominal.entity
        if own is None or own.names or nominal.kind != ORG or nominal.plural or own.mentions[0] is not nominal:
            continue
        person = next((owners[child] for child in view.children[nominal.head] if owners.get(child)), None)
        if person is None or nominal.end - nominal.start > LONGEST_BELONGING:
            continue
        bodies = {id(body): body for role in person.roles if (body := _body(role)) is not None}
        fitting = [body for body in bodies.values() if _is_called(gazetteer, body, nominal.words[0])]
        if len(fitting) == 1:
            fitting[0].absorb(own, "belonging", BELONGING)


def _body(role: Role) -> Entity | None:
    entity = role.organisation.entity if role.organisation is not None else None
    return entity if entity is not None and entity.kind == ORG else None


def _is_called(gazetteer: Gazetteer, body: Entity, noun: str) -> bool:
    """Tell whether a noun can denote a body: a word of its name, or that of a party or company for what the catalogue says so."""
    if any(noun in name.words for name in body.names):
        return True
    sector = gazetteer.catalogue.sector(body.alias, None) if body.alias is not None else None
    return (noun, sector) == ("party", "PTY") or (gazetteer.class_of(noun) == "company" and sector == "BUS")
