"""Ties predicate nouns to their subjects once pronouns are resolved: "He is a legend", "Lee became the first chair"."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.extract.actors.candidates import PERSON, Candidate, Chart, Entity
from tasks.extract.actors.gazetteer import Gazetteer
from tasks.extract.actors.nominals import make_nominal
from tasks.extract.actors.view import View
from tasks.extract.clauses import SUBJECT, negations

PREDICATE = 0.85
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
            if noun in taken or not any(view.lower[child] in ARTICLES for child in view.children[noun]):
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
