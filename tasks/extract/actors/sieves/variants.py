"""Ties names to names: equal names, surnames, forenames, acronyms and short forms of organisations, aliases of the catalogue."""

from __future__ import annotations

from collections import defaultdict

from tasks.extract.actors.candidates import GROUP, ORG, PERSON, PLACE, Candidate, Chart, Entity
from tasks.extract.actors.naming import initials, is_acronym, organisation_key, person_name, same_person
from tasks.extract.actors.view import View

#: Confidence of each rule: measured precision where notes exist, else judged.
EXACT, FULL_NAME, SURNAME, FORENAME, ACRONYM, SHORT_FORM, ALIAS = 0.98, 0.95, 0.95, 0.85, 0.92, 0.85, 0.97


def tie_names(view: View, chart: Chart) -> None:
    """Make one entity of all names of one thing in the document."""
    _tie_equal(chart)
    _tie_aliases(chart)
    _tie_full_names(chart)
    _tie_single_words(chart)
    _tie_organisations(view, chart)
    _tie_aliases(chart)


def _tie_equal(chart: Chart) -> None:
    by_name: dict[tuple[str | None, tuple[str, ...], str | None], Entity] = {}
    for name in chart.of_form("name"):
        key = (name.kind, name.words, name.alias)
        if key in by_name:
            by_name[key].add(name, "exact", EXACT)
        else:
            by_name[key] = chart.new(name)


def _tie_aliases(chart: Chart) -> None:
    """Join the entities that the catalogue knows as one actor ("U.S." and "United States")."""
    by_actor: dict[str, Entity] = {}
    for entity in chart.live():
        if entity.alias is None:
            continue
        if entity.alias in by_actor:
            by_actor[entity.alias].absorb(entity, "alias", ALIAS)
        else:
            by_actor[entity.alias] = entity


def _tie_full_names(chart: Chart) -> None:
    """Join forms of a person's full name ("Joe Biden" and "Joseph R. Biden Jr.")."""
    by_surname: dict[str, list[Entity]] = defaultdict(list)
    for entity in list(chart.live()):
        if entity.kind != PERSON or len(_words(entity)) < 2:
            continue
        name = person_name(_words(entity))
        rivals = by_surname[name.surname.split()[-1]]
        match = next(
            (rival for rival in rivals if same_person(person_name(_words(rival)), name) and _genders_agree(rival, entity)), None
        )
        if match is None:
            rivals.append(entity)
        else:
            match.absorb(entity, "full_name", FULL_NAME)


def _words(entity: Entity) -> tuple[str, ...]:
    name = entity.longest_name()
    return name.words if name is not None else ()


def _genders_agree(one: Entity, other: Entity) -> bool:
    return one.gender is None or other.gender is None or one.gender == other.gender


def _tie_single_words(chart: Chart) -> None:
    """Tie a surname, or a forename, that stands alone to the person whose full name holds it."""
    people = [entity for entity in chart.live() if entity.kind == PERSON and len(_words(entity)) > 1]
    surnames: dict[str, list[Entity]] = defaultdict(list)
    forenames: dict[str, list[Entity]] = defaultdict(list)
    for entity in people:
        for mention in entity.names:
            parts = person_name(mention.words)
            _register(surnames, parts.surname, entity)
            _register(surnames, parts.surname.split()[-1], entity)
            for forename in parts.forenames[:1]:
                _register(forenames, forename, entity)
    for entity in list(chart.live()):
        words = _words(entity)
        if entity in people or not words or not _may_be_person(entity, words):
            continue
        own = person_name(words)
        for table, rule, confidence in ((surnames, "surname", SURNAME), (forenames, "forename", FORENAME)):
            holders = [holder for holder in table.get(own.surname, ()) if holder.mentions and _genders_agree(holder, entity)]
            if holders and (entity.kind == PERSON or rule == "surname"):
                _give_to_holders(entity, holders, rule, confidence)
                break


def _register(table: dict[str, list[Entity]], key: str, entity: Entity) -> None:
    if entity not in table[key]:
        table[key].append(entity)


def _may_be_person(entity: Entity, words: tuple[str, ...]) -> bool:
    """Tell whether an entity with a one-word name may be a person: a name taken for a place or company may be a surname too."""
    if entity.kind == PERSON:
        return len(words) <= 2
    company = entity.alias is None or entity.alias.startswith(("org:", "media:"))
    return len(words) == 1 and company and entity.kind in {ORG, PLACE, GROUP, None}


def _give_to_holders(entity: Entity, holders: list[Entity], rule: str, confidence: float) -> None:
    """Tie each mention to the one holder, or to the one of several that was named last, with a like title if there is one."""
    if len(holders) == 1:
        holders[0].absorb(entity, rule, confidence)
        return
    bearer = _bearer(entity, holders)
    for mention in entity.mentions:
        titled = [h for h in holders if mention.title and any(n.title.lower() == mention.title.lower() for n in h.names)]
        holder = titled[0] if len(titled) == 1 else bearer or min(titled or holders, key=lambda h: _distance(h, mention))
        holder.add(mention, rule, confidence - 0.15)
    entity.mentions = []
    for holder in holders:
        holder.mentions.sort(key=lambda m: m.start)


def _bearer(entity: Entity, holders: list[Entity]) -> Entity | None:
    """Return who was called by the bare name before a namesake came in: it goes on meaning that person."""
    first = min(holders, key=lambda holder: holder.mentions[0].start)
    others = [holder.mentions[0].start for holder in holders if holder is not first]
    return first if first.mentions[0].start < entity.mentions[0].start < min(others) else None


def _distance(entity: Entity, mention: Candidate) -> tuple[bool, int]:
    before = [name.start for name in entity.names if name.start < mention.start]
    return (not before, mention.start - before[-1] if before else entity.names[0].start if entity.names else 0)


def _tie_organisations(view: View, chart: Chart) -> None:
    """Tie acronyms, names without legal form and shortened names to the full name of an organisation."""
    full = [entity for entity in chart.live() if entity.kind in {ORG, GROUP} and len(_words(entity)) > 1]
    for entity in list(chart.live()):
        if entity.kind not in {ORG, GROUP, PLACE, None} or not entity.mentions or (entity.kind == PLACE and entity.alias):
            continue
        words = _words(entity)
        for other in full:
            if other is entity or not other.mentions:
                continue
            rule = _organisation_rule(view, entity, words, other)
            if rule is not None:
                other.absorb(entity, *rule)
                break


def _organisation_rule(view: View, entity: Entity, words: tuple[str, ...], other: Entity) -> tuple[str, float] | None:
    """Return rule and confidence by which a name can stand for a longer one."""
    if entity.alias and other.alias and entity.alias != other.alias:
        return None
    known_once = entity.alias is None or (other.alias is None and len(words) > 2)
    printed = view.words[entity.mentions[0].end - 1]
    for name in other.names:
        if len(words) == 1 and is_acronym(printed) and words[0] in initials(name.words):
            return "acronym", ACRONYM
        if len(words) == 1 and is_acronym(printed) and _in_parentheses(view, name, entity.mentions[0]):
            return "acronym", ACRONYM
        if entity.kind == PLACE or entity.country not in {None, other.country}:
            continue
        if organisation_key(words) == organisation_key(name.words):
            return "legal_form", ACRONYM
        if len(words) < len(name.words) and _is_short_form(words, name.words) and known_once:
            return "short_form", SHORT_FORM
    return None


def _in_parentheses(view: View, name: Candidate, short: Candidate) -> bool:
    """Tell whether a short name stands in parentheses right after a full one."""
    return short.start == name.end + 1 and view.words[name.end] == "("


def _is_short_form(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a name begins or ends another ("Lockheed", "the Council"); a place or a small word alone does not count."""
    if len(short) == 1 and len(short[0]) < 4:
        return False
    return full[: len(short)] == short or full[-len(short) :] == short
