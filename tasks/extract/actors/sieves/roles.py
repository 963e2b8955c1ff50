"""Reads the roles and affiliations that the text states of people; ties appositions and predicate nouns to what they describe."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.extract.actors import lexicon
from tasks.extract.actors.candidates import COUNTRY, GROUP, ORG, PERSON, PLACE, Candidate, Chart, Entity, Role
from tasks.extract.actors.gazetteer import Gazetteer
from tasks.extract.actors.nominals import make_nominal, nationality
from tasks.extract.actors.view import View
from tasks.extract.clauses import ACTIVE_SUBJECT, OBJECT, POSSESSOR, SUBJECT, negations

APPOSITION, COPULA, TITLE = 0.9, 0.85, 0.95
#: What makes a phrase of its own out of the words before a name ("the referee Ann Lee", "his father Tom").
LEADING = frozenset({"the", "this"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
BELONGING = frozenset({"of", "from", "at", "with", "for"})
#: Prepositions between a role and the body where it is held ("a professor at Yale").
AT_BODY = frozenset({"at", "with", "for", "to", "of"})
RELATIVE = frozenset({"acl:relcl", "relcl"})


def read_roles(view: View, gazetteer: Gazetteer, chart: Chart) -> None:
    """Fill the roles of the entities, and tie to them the noun phrases that state them."""
    at_head = {candidate.head: candidate for candidate in chart.candidates if candidate.form == "nominal"}
    owners = {t: name for name in chart.of_form("name") for t in range(name.start, name.end)}
    for name in chart.of_form("name"):
        entity = name.entity
        if entity is None:
            continue
        if PERSON in {name.kind, entity.kind}:
            entity.roles += _before_name(view, gazetteer, owners, name)
            entity.roles += _after_name(view, owners, name)
            entity.roles += _by_verb(view, owners, name)
            if (described := _title_phrase(view, name)) is not None:
                entity.add(described, "title", TITLE)
        for nominal, rule, confidence in _descriptions(view, gazetteer, at_head, name):
            if nominal.entity in {None, entity} and _kinds_agree(entity, nominal):
                if nominal.entity is None:
                    entity.add(nominal, rule, confidence)
                if entity.kind == PERSON:
                    entity.roles.append(_role_of(view, gazetteer, owners, nominal))


def _before_name(view: View, gazetteer: Gazetteer, owners: dict[int, Candidate], name: Candidate) -> Iterator[Role]:
    """Read "Atlantic Council analyst" before "Andrew D'Anieri"."""
    start = name.phrase_start
    if not name.title or start >= name.start:
        return
    while start > 0 and (owner := _owner_before(view, owners, start)) is not None and owner.sentence == name.sentence:
        start = owner.start
    nouns = [t for t in range(start, name.start) if t not in owners and gazetteer.noun(view.lower[t], view.lemma[t]) is not None]
    last = name.start - 1
    if gazetteer.noun(view.lower[last], view.lemma[last]) is not None:
        nouns.append(last)
    noun = view.lower[nouns[-1]] if nouns else view.lower[last]
    organisation = next((owners[t] for t in range(start, name.start) if t in owners and owners[t] is not name), None)
    country = organisation.country if organisation is not None and organisation.kind == COUNTRY else None
    for token in range(start, name.start):
        if country is None and view.words[token][:1].isupper():
            region = gazetteer.catalogue.place(view.text(owners[token].start, owners[token].end)) if token in owners else None
            country = region.country if region is not None else gazetteer.country_of_adjective(view.words[token])
    first, last = view.chars(start, name.start)
    yield Role(view.source[first:last], first, last, noun, organisation, country)


def _owner_before(view: View, owners: dict[int, Candidate], start: int) -> Candidate | None:
    """Return the name right before a title, or the body or country to which the title belongs ("Acme's director")."""
    if view.lower[start - 1] not in POSSESSIVES:
        return owners.get(start - 1)
    owner = owners.get(start - 2)
    return owner if owner is not None and owner.kind in {ORG, COUNTRY} else None


def _title_phrase(view: View, name: Candidate) -> Candidate | None:
    """Return the description that leads up to a name where it is a noun phrase of its own ("his father Tom")."""
    first = name.phrase_start - 1
    if first < 0 or not name.title or view.sentence[first] != name.sentence:
        return None
    if view.lower[first] in POSSESSIVES and view.dep[first] == "case":
        start = view.left_edge(view.head[first])
    elif view.lower[first] in LEADING or view.dep[first] in POSSESSOR:
        start = first
    else:
        return None
    head = name.start - 1
    return Candidate(start, name.start, head, "nominal", name.sentence, kind=PERSON, words=(view.lemma[head],), definite=True)


def _after_name(view: View, owners: dict[int, Candidate], name: Candidate) -> Iterator[Role]:
    """Read the bare affiliation in "Andrew D'Anieri of the Atlantic Council"."""
    for child in view.children[view.span_top(name.start, name.end)]:
        other = owners.get(child)
        if child < name.end or other is None or other is name or other.kind not in {ORG, COUNTRY}:
            continue
        if view.preposition(child) in BELONGING and other.start <= name.end + 2:
            first, last = view.chars(other.start, other.end)
            country = other.country if other.kind == COUNTRY else None
            yield Role(view.source[first:last], first, last, "", other, country)


def _by_verb(view: View, owners: dict[int, Candidate], name: Candidate) -> Iterator[Role]:
    """Read the role in "Ann Lee, who leads Acme," and "Ann Lee chairs the Harbour Foundation"."""
    top = view.span_top(name.start, name.end)
    clauses = [child for child in view.children[top] if view.dep[child] in RELATIVE and _is_told_of(view, child)]
    verbs = [*clauses, *([view.head[top]] if view.dep[top] in ACTIVE_SUBJECT else [])]
    for verb in verbs:
        noun = lexicon.office_verbs().get(view.lemma[verb])
        objects = [child for child in view.children[verb] if view.dep[child] in OBJECT and child > verb and child in owners]
        if noun is None or not objects or negations(view.tokens[verb]) or owners[objects[0]].kind != ORG:
            continue
        first, last = view.chars(verb, owners[objects[0]].end)
        yield Role(view.source[first:last], first, last, noun, owners[objects[0]], None)


def _is_told_of(view: View, verb: int) -> bool:
    """Tell whether the subject of a relative clause is whom it describes ("who leads")."""
    return any(view.dep[child] in ACTIVE_SUBJECT and view.lower[child] in {"who", "that"} for child in view.children[verb])


def _is_description(view: View, name: Candidate, noun: int) -> bool:
    """Tell whether a noun of which nothing is known describes the person before it ("Ann Lee, a practising homeopath,")."""
    articles = {"a", "an", "the"}
    return name.kind == PERSON and view.tag[noun] == "NN" and any(view.lower[child] in articles for child in view.children[noun])


def _descriptions(
    view: View, gazetteer: Gazetteer, at_head: dict[int, Candidate], name: Candidate
) -> Iterator[tuple[Candidate, str, float]]:
    """Yield the noun phrases in apposition to a name, and those that a copula ties to it."""
    if (beside := _beside(view, at_head, name)) is not None:
        yield beside, "apposition", APPOSITION
    if (leading := _led_by(view, at_head, name)) is not None:
        yield leading, "apposition", APPOSITION
    tops = {name.head, view.span_top(name.start, name.end)}
    for top in tops:
        for child in view.children[top]:
            if view.dep[child] != "appos" or "CCONJ" in view.pos[name.end : view.left_edge(child)]:
                continue  # of several people the last is described
            if child in at_head or _is_description(view, name, child):
                yield at_head.get(child) or make_nominal(view, gazetteer, child, PERSON, None, False), "apposition", APPOSITION
        head = view.head[top]
        before = at_head.get(view.head[name.start])
        if name.kind == PERSON and before is not None and before.head < name.start and _runs_up_to(view, before, name):
            yield before, "apposition", APPOSITION
        if view.dep[top] == "appos" and head in at_head and at_head[head].end <= name.start:
            yield at_head[head], "apposition", APPOSITION
        predicate = view.dep[top] in SUBJECT and head in at_head and any(view.dep[c] == "cop" for c in view.children[head])
        if predicate and not negations(view.tokens[head]) and view.lower[head] != "people":
            yield at_head[head], "copula", COPULA


def _runs_up_to(view: View, nominal: Candidate, name: Candidate) -> bool:
    """Tell whether a description runs right up to a name that it holds ("the President of the United States Ann Lee")."""
    if (
        nominal.kind != PERSON
        or nominal.plural
        or not nominal.start < name.start < nominal.end
        or view.words[name.start - 1] == ","
    ):
        return False
    if view.preposition(view.span_top(name.start, name.end)) or view.lower[name.start - 1] in {"of", "'s", "’s", "and"}:
        return False
    nominal.end = name.start
    return True


def _beside(view: View, at_head: dict[int, Candidate], name: Candidate) -> Candidate | None:
    """Return the description between commas after a person's name, however it was parsed ("Ann Lee, a nurse from Bath,")."""
    if name.kind != PERSON or name.end + 1 >= len(view) or view.words[name.end] != ",":
        return None
    for head in range(name.end + 1, min(name.end + 9, len(view))):
        if view.pos[head] in {"VERB", "AUX", "PUNCT", "CCONJ", "PRON", "ADP"} or view.sentence[head] != name.sentence:
            return None
        nominal = at_head.get(head)
        if (
            nominal is not None
            and nominal.kind == PERSON
            and not nominal.plural
            and view.lower[head + 1 : head + 2] != [name.words[0]]
        ):
            follows = view.pos[head + 1] if head + 1 < len(view) else "PUNCT"
            if follows not in {"PROPN", "NOUN", "ADJ"} and _is_closed(view, head):
                nominal.start = max(nominal.start, name.end + 1)
                return nominal
    return None


def _led_by(view: View, at_head: dict[int, Candidate], name: Candidate) -> Candidate | None:
    """Return the description that a comma parts from the person it leads up to ("said her lawyer, Ann Lee.")."""
    comma = name.phrase_start - 1
    if name.kind != PERSON or comma < 1 or view.words[comma] != "," or name.end >= len(view):
        return None
    if view.words[name.end] not in {",", ".", "—", ")", ";", "”", '"'} or name.phrase_start < name.start:
        return None
    before = (at_head.get(token) for token in range(comma - 1, max(-1, comma - 9), -1))
    nominal = next((found for found in before if found is not None and found.end == comma), None)
    if nominal is None or nominal.kind != PERSON or nominal.plural or not nominal.definite:
        return None
    in_list = view.lower[name.end + 1 : name.end + 2] in (["and"], ["or"]) or view.dep[nominal.head] == "conj"
    return None if in_list else nominal


def _is_closed(view: View, head: int) -> bool:
    """Tell whether a comma or the end of the sentence closes an apposition before a clause of its own begins."""
    for token in range(head + 1, min(head + 15, len(view))):
        if view.words[token] in {",", ".", "—", ")", ";"} or view.pos[token] == "SPACE":
            return True
        if view.tag[token] in {"VBD", "VBZ", "VBP", "MD"}:
            return False
    return False


def _kinds_agree(entity: Entity, nominal: Candidate) -> bool:
    if entity.gender in {"m", "f"} and nominal.gender not in {None, entity.gender}:
        return False
    if entity.kind == PERSON:
        return nominal.kind == PERSON
    if entity.kind == COUNTRY:
        return nominal.kind == COUNTRY
    return nominal.kind in {ORG, GROUP, PLACE} and (nominal.kind != PLACE or entity.kind == PLACE)


def _role_of(view: View, gazetteer: Gazetteer, owners: dict[int, Candidate], nominal: Candidate) -> Role:
    organisation = next(
        (owners[t] for t in range(nominal.start, nominal.end) if t in owners and owners[t].kind in {ORG, COUNTRY}), None
    )
    country = nominal.country or nationality(view, gazetteer, nominal.head)
    if country is None and organisation is not None and organisation.kind == COUNTRY:
        country = organisation.country
    end = nominal.end
    if organisation is None and (body := _body_after(view, owners, nominal)) is not None:
        organisation, end = body, body.end
    first, last = view.chars(nominal.start, end)
    return Role(view.source[first:last], first, last, view.lower[nominal.head], organisation, country)


def _body_after(view: View, owners: dict[int, Candidate], nominal: Candidate) -> Candidate | None:
    """Return the body that follows a role right away ("a professor [at Yale University]")."""
    for child in view.children[nominal.head]:
        body = owners.get(child)
        if (
            body is not None
            and body.kind == ORG
            and nominal.end <= body.start <= nominal.end + 2
            and view.preposition(child) in AT_BODY
        ):
            return body
    return None
