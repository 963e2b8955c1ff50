"""Decides what each name names (person, organisation, country, place, group) by all evidence that the document gives for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from tasks.extract.actors import lexicon
from tasks.extract.actors.candidates import COUNTRY, GROUP, ORG, PERSON, PLACE, THING, Candidate
from tasks.extract.actors.gazetteer import Gazetteer
from tasks.extract.actors.metonyms import acts, is_state
from tasks.extract.actors.namesakes import others_of_that_name
from tasks.extract.actors.naming import is_acronym, person_name
from tasks.extract.actors.scene import Scene
from tasks.extract.actors.things import bodiless_acronyms, called_things, class_of_use
from tasks.extract.actors.view import View
from tasks.extract.clauses import ACTIVE_SUBJECT
from warehouse.catalogue.rows import Alias

OF_LABEL = {"PERSON": PERSON, "ORG": ORG, "GPE": PLACE, "LOC": PLACE, "NORP": GROUP}
OF_TYPE = {
    "person": PERSON,
    "organisation": ORG,
    "government": ORG,
    "media": ORG,
    "country": COUNTRY,
    "group": GROUP,
    "place": PLACE,
    "thing": THING,
}
BODIES = frozenset({ORG, GROUP})
ADJECTIVAL = frozenset({"amod", "compound", "nmod:desc", "flat"})
ADJECTIVES = frozenset({"adjective", "demonym"})

LEAST_EVIDENCE = 1.0
"""Evidence below which a name stays without kind, and so is no actor."""
#: Words before the name of a bloc that single out some of its members.
PARTS = frozenset(
    {"some", "several", "many", "most", "few", "other", "certain", "various", "any", "no", "both", "these", "those"}
)
#: Ends of adjectives that also stand for a people as a whole ("the British").
PEOPLES = ("sh", "ch", "ese", "ss")

#: How much each kind of evidence counts; a decision needs the largest sum.
WEIGHTS = {
    "label": 2.0,
    "catalogue": 4.0,
    "title": 3.0,
    "forename": 2.0,
    "word": 2.5,
    "thing": 4.0,
    "thing_last": 4.5,
    "place": 4.5,
    "product": 2.2,
    "locative": 0.7,
    "acronym": 0.7,
    "apposition": 1.5,
    "agent": 0.6,
    "subject": 0.4,
}


def decide_kinds(view: View, gazetteer: Gazetteer, names: list[Candidate], on: date | None, scene: Scene) -> list[Candidate]:
    """Set kind, catalogue alias, country and gender of each name; drop what only is an adjective of nationality."""
    kept = [name for name in names if not (_is_adjective(view, gazetteer, name) or _is_of_currency(view, name))]
    votes: dict[tuple[str, ...], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in kept:
        for kind, weight in _evidence(view, gazetteer, name, scene).items():
            votes[name.words][kind] += weight
    people = _people(kept, votes)
    surnames = {person_name(words).surname for words in people if len(words) > 1}
    things = called_things(view, gazetteer, kept)
    others = others_of_that_name(view, gazetteer, kept, people)
    for name in kept:
        if name.words in things:
            name.kind = THING
            continue
        if len(name.words) == 1 and name.words[0] in surnames and not _is_located(view, name):
            name.kind = PERSON
            continue
        ballot = votes[name.words]
        best = max(sorted(ballot), key=lambda kind: ballot[kind]) if ballot else None
        name.kind = best if best is not None and ballot[best] >= LEAST_EVIDENCE else None
        if name.kind in {ORG, None} and _is_in_region(view, gazetteer, name):
            name.kind = PLACE
        _link(view, gazetteer, name, on, scene, others)
        if name.kind == PERSON:
            name.gender = _gender(gazetteer, name)
        elif name.kind in {ORG, COUNTRY, PLACE}:
            name.gender = "n"
        elif name.kind == GROUP and name.label == "NORP":
            name.form = "nominal"
    bodiless = bodiless_acronyms(view, gazetteer, kept)
    for name in kept:
        name.kind = THING if name.words in bodiless else name.kind
    return kept


def _people(names: list[Candidate], votes: dict[tuple[str, ...], dict[str, float]]) -> set[tuple[str, ...]]:
    """Return the names that the document gives to people."""
    ballots = {name.words: votes[name.words] for name in names}
    return {words for words, ballot in ballots.items() if ballot and max(ballot, key=lambda kind: ballot[kind]) == PERSON}


def _is_located(view: View, name: Candidate) -> bool:
    return view.preposition(name.head) in lexicon.words("locative")


def _is_in_region(view: View, gazetteer: Gazetteer, name: Candidate) -> bool:
    """Tell whether a region or country stands between commas after a name ("West Point, New York,")."""
    first = name.end + 1
    if first >= len(view) or view.words[name.end] != "," or not (length := gazetteer.longest(view, first)):
        return False
    regions = gazetteer.named(view.text(first, first + length), None)
    follows = view.lower[first + length] if first + length < len(view) else "."
    return (
        bool(regions) and all(row.actor_id in gazetteer.catalogue.places for row in regions) and follows in {",", ".", ")", ";"}
    )


def _is_adjective(view: View, gazetteer: Gazetteer, name: Candidate) -> bool:
    """Tell whether a name only gives a nationality or an allegiance ("the Russian leader", "Republican senators")."""
    token = name.end - 1
    entries = gazetteer.named(_printed(view, name), None)
    national = name.label == "NORP" or (bool(entries) and all(entry.kind in ADJECTIVES for entry in entries))
    if not national:
        return False
    if view.tag[token] in {"NNPS", "NNS"} or (name.plural and view.dep[token] not in ADJECTIVAL):
        name.plural = True
        return False
    heads_phrase = view.dep[token] not in ADJECTIVAL and view.pos[token] in {"PROPN", "ADJ", "NOUN"}
    definite = view.lower[name.start] == "the"
    name.plural = heads_phrase and definite and (view.tag[token] != "NNP" or view.lower[token].endswith(PEOPLES))
    return not name.plural


def _evidence_of_words(name: Candidate, *, is_known: bool) -> Iterator[tuple[str, float]]:
    """Yield the kinds that the words of a name tell, each with its weight."""
    if len(name.words) == 1 and lexicon.name_words().get(name.words[0]) == THING:
        yield THING, WEIGHTS["thing"]
    telling = [word for word in _heads(name.words) if word in lexicon.name_words()]
    for word in telling[:1]:
        of_word = OF_TYPE[lexicon.name_words()[word]]
        if of_word == THING and word == name.words[-1] and word not in lexicon.words("surnames_too"):
            yield THING, WEIGHTS["thing_last"]
        elif of_word != PLACE:
            yield (ORG if of_word == GROUP and name.label == "ORG" else of_word), WEIGHTS["word"]
        elif not is_known:
            yield PLACE, WEIGHTS["place"]
    if (
        not telling
        and not is_known
        and len(name.words) > 1
        and name.label != "PERSON"
        and name.words[-1] in lexicon.words("sites")
    ):
        yield PLACE, WEIGHTS["place"]
    if len(name.words) > 1 and name.words[-1] in lexicon.words("legal_suffixes"):
        yield ORG, WEIGHTS["word"]


def _heads(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a longer name that can tell what it names, the most telling first ("High Court of England": court)."""
    if len(words) < 2:
        return ()
    before = next((words[i - 1] for i, word in enumerate(words) if i and word in {"of", "for", "on"}), words[-1])
    return before, words[-1], words[0]


def _is_of_currency(view: View, name: Candidate) -> bool:
    """Tell whether a name only says whose money it is ("U.S. dollars")."""
    return view.is_name_part(name.head) and view.lemma[view.head[name.head]] in lexicon.words("currencies")


def _evidence(view: View, gazetteer: Gazetteer, name: Candidate, scene: Scene) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    if name.label in OF_LABEL:
        found[OF_LABEL[name.label]] += WEIGHTS["label"]
    known = {_kind_of(gazetteer, entry) for entry in scene.readings(gazetteer.named(_printed(view, name), None))}
    for kind in known:
        found[kind] += WEIGHTS["catalogue"]
    if name.title:
        found[PERSON] += WEIGHTS["title"]
    if name.words and gazetteer.is_forename(name.words[0]):
        found[PERSON] += WEIGHTS["forename"] if len(name.words) > 1 else WEIGHTS["forename"] / 3
    for kind, weight in _evidence_of_words(name, is_known=bool(known)):
        found[kind] += weight
    if view.preposition(name.head) in lexicon.words("locative"):
        found[PLACE] += WEIGHTS["locative"]
    if not name.label and name.words and name.words[0] not in lexicon.name_words() and view.dep[name.head] in ACTIVE_SUBJECT:
        found[PERSON] += WEIGHTS["agent" if view.lemma[view.head[name.head]] in lexicon.words("deciding") else "subject"]
    if (what := class_of_use(view, name)) is not None and not (known and what == PLACE):
        found[what] += WEIGHTS["place" if what == PLACE else "product"]
    if len(name.words) == 1 and is_acronym(view.words[name.end - 1]):
        found[ORG] += WEIGHTS["acronym"]
    for child in view.children[name.head]:
        if (
            view.dep[child] == "appos"
            and (noun := gazetteer.noun(view.lower[child], view.lemma[child])) is not None
            and noun.type in OF_TYPE
        ):
            found[OF_TYPE[noun.type]] += WEIGHTS["apposition"]
    return found


def _printed(view: View, name: Candidate) -> str:
    return view.text(name.start, name.end)


def _kind_of(gazetteer: Gazetteer, entry: Alias) -> str:
    if entry.kind in ADJECTIVES:
        return GROUP
    place = gazetteer.catalogue.places.get(entry.actor_id)
    if entry.needs_agent_context or (place is not None and place.kind != "territory"):
        return PLACE
    return COUNTRY if place is not None else OF_TYPE[gazetteer.catalogue.actors[entry.actor_id].type]


def _link(view: View, gazetteer: Gazetteer, name: Candidate, on: date | None, scene: Scene, others: set[tuple[str, ...]]) -> None:
    """Set the catalogue's actor of a name where exactly one reading fits its kind; a metonym only where it acts."""
    text, main = _printed(view, name), scene.main
    entries = [row for row in scene.readings(gazetteer.named(text, on)) if scene.resolves(row)]
    if name.words in others or _is_part(view, gazetteer, name, entries):
        entries = [row for row in entries if row.kind != "surname" and not gazetteer.is_bloc(row.actor_id)]
    if name.kind == GROUP and all(entry.kind in ADJECTIVES for entry in entries):
        name.country = gazetteer.country_of_adjective(text)
        if name.plural and is_state(view, name.head) and gazetteer.entry(state := f"country:{name.country}") is not None:
            name.kind, name.alias, name.rule = COUNTRY, state, "people"
        return
    if name.kind in {PLACE, ORG, COUNTRY} and any(_kind_of(gazetteer, entry) == PLACE for entry in entries):
        name.alias = _acting_place(view, gazetteer, name, entries, on)
        name.kind, name.rule = (ORG, "metonym") if name.alias else (name.kind, name.rule)
    else:
        kinds = BODIES if name.kind in BODIES else {name.kind}
        fitting = {row.actor_id for row in entries if row.kind not in ADJECTIVES and _kind_of(gazetteer, row) in kinds}
        if len(fitting) > 1:
            fitting = scene.nearest(fitting)
        if not fitting and name.kind in BODIES and (body := gazetteer.national(text) or gazetteer.local(text, main)) is not None:
            fitting = {body}
        name.alias = fitting.pop() if len(fitting) == 1 and name.kind != PLACE else None
    if name.alias is not None and (linked := gazetteer.entry(name.alias)) is not None:
        name.country = linked.country
        name.kind = OF_TYPE[linked.type] if name.kind in BODIES else name.kind


def _is_part(view: View, gazetteer: Gazetteer, name: Candidate, entries: list[Alias]) -> bool:
    """Tell whether only some members of a bloc are meant ("two Gulf states", "other European governments")."""
    if not any(gazetteer.is_bloc(row.actor_id) for row in entries):
        return False
    before = [
        child for child in view.children[view.span_top(name.start, name.end)] if child < name.start or view.lower[child] in PARTS
    ]
    return any(view.lower[child] in PARTS or view.dep[child] in {"nummod", "acl:relcl", "relcl"} for child in before)


def _acting_place(view: View, gazetteer: Gazetteer, name: Candidate, entries: list[Alias], on: date | None) -> str | None:
    """Return the government for which a place stands where it acts: a capital's country's, or a region's own."""
    if not acts(view, name.head):
        return None
    actor_id = gazetteer.catalogue.metonym_actor(_printed(view, name), on)
    if actor_id is not None:
        return actor_id
    regions = {
        e.actor_id for e in entries if (p := gazetteer.catalogue.places.get(e.actor_id)) is not None and p.kind == "region"
    }
    return regions.pop() if len(regions) == 1 else None


def _gender(gazetteer: Gazetteer, name: Candidate) -> str | None:
    for word in name.title.lower().split():
        gender = lexicon.titles().get(word) or lexicon.nouns().get(word, lexicon.Noun("", None, "")).gender
        if gender in {"m", "f"}:
            return gender
    return gazetteer.gender(name.words[0]) if len(name.words) > 1 else None
