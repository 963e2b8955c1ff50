"""Decides what each name names: person, organisation, country, place or group, by all evidence that the document gives for the name."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

from tasks.extract.actors import lexicon
from tasks.extract.actors.candidates import COUNTRY, GROUP, ORG, PERSON, PLACE, Candidate
from tasks.extract.actors.gazetteer import Gazetteer
from tasks.extract.actors.metonyms import acts
from tasks.extract.actors.naming import is_acronym
from tasks.extract.actors.view import View
from warehouse.catalogue.rows import Alias

OF_LABEL = {"PERSON": PERSON, "ORG": ORG, "GPE": PLACE, "LOC": PLACE, "NORP": GROUP}
OF_TYPE = {
    "person": PERSON,
    "organisation": ORG,
    "government": ORG,
    "media": ORG,
    "country": COUNTRY,
    "group": GROUP,
}
ADJECTIVAL = frozenset({"amod", "compound", "nmod:desc", "flat"})
ADJECTIVES = frozenset({"adjective", "demonym"})

#: How much each kind of evidence counts; a decision needs the largest sum.
WEIGHTS = {
    "label": 2.0,
    "catalogue": 4.0,
    "title": 3.0,
    "forename": 2.0,
    "word": 2.5,
    "locative": 0.7,
    "acronym": 0.7,
    "apposition": 1.5,
}


def decide_kinds(view: View, gazetteer: Gazetteer, names: list[Candidate], on: date | None) -> list[Candidate]:
    """Set kind, catalogue alias, country and gender of each name; drop what is an adjective of nationality and no name of an actor."""
    kept = [name for name in names if not _is_adjective(view, gazetteer, name)]
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for name in kept:
        votes[name.words].update(_evidence(view, gazetteer, name))
    for name in kept:
        ballot = votes[name.words]
        name.kind = max(sorted(ballot), key=lambda kind: ballot[kind]) if ballot else None
        _link(view, gazetteer, name, on)
        if name.kind == PERSON:
            name.gender = _gender(gazetteer, name)
        elif name.kind in {ORG, COUNTRY, PLACE}:
            name.gender = "n"
    return kept


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
    definite = name.start > 0 and view.lower[name.start] == "the"
    name.plural = heads_phrase and definite
    return not name.plural


def _evidence(view: View, gazetteer: Gazetteer, name: Candidate) -> Counter[str]:
    found: Counter[str] = Counter()
    if name.label in OF_LABEL:
        found[OF_LABEL[name.label]] += WEIGHTS["label"]
    for kind in {_kind_of(gazetteer, entry) for entry in gazetteer.named(_printed(view, name), None)}:
        found[kind] += WEIGHTS["catalogue"]
    if name.title:
        found[PERSON] += WEIGHTS["title"]
    if name.words and gazetteer.is_forename(name.words[0]):
        found[PERSON] += WEIGHTS["forename"] if len(name.words) > 1 else WEIGHTS["forename"] / 3
    for word in {*name.words[-1:], *name.words[:1]} if len(name.words) > 1 else ():
        if (kind := OF_TYPE.get(lexicon.name_words().get(word, ""))) is not None:
            found[ORG if kind == GROUP and name.label == "ORG" else kind] += WEIGHTS["word"]
    if len(name.words) > 1 and name.words[-1] in lexicon.words("legal_suffixes"):
        found[ORG] += WEIGHTS["word"]
    if view.preposition(name.head) in lexicon.words("locative"):
        found[PLACE] += WEIGHTS["locative"]
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
    if entry.needs_agent_context or entry.actor_id in gazetteer.catalogue.places:
        return PLACE
    if entry.kind in ADJECTIVES:
        return GROUP
    return OF_TYPE[gazetteer.catalogue.actors[entry.actor_id].type]


def _link(view: View, gazetteer: Gazetteer, name: Candidate, on: date | None) -> None:
    """Set the catalogue's actor of a name where exactly one reading fits its kind; a metonym only where it acts."""
    text = _printed(view, name)
    entries = gazetteer.named(text, on)
    actors = gazetteer.catalogue.actors
    if name.kind in {PLACE, ORG, COUNTRY} and any(entry.needs_agent_context for entry in entries):
        actor_id = gazetteer.catalogue.metonym_actor(text, on) if acts(view, name.head) else None
        if actor_id is not None:
            name.alias, name.kind, name.rule, name.country = actor_id, ORG, "metonym", actors[actor_id].country or None
        return
    if name.kind == GROUP and all(entry.kind in ADJECTIVES for entry in entries):
        name.country = gazetteer.country_of_adjective(text)
        return
    fitting = {entry.actor_id for entry in entries if entry.kind not in ADJECTIVES and _kind_of(gazetteer, entry) == name.kind}
    if len(fitting) == 1 and name.kind != PLACE:
        [name.alias] = fitting
        name.country = actors[name.alias].country or None


def _gender(gazetteer: Gazetteer, name: Candidate) -> str | None:
    for word in name.title.lower().split():
        gender = lexicon.titles().get(word) or lexicon.nouns().get(word, lexicon.Noun("", None, "")).gender
        if gender in {"m", "f"}:
            return gender
    return gazetteer.gender(name.words[0]) if len(name.words) > 1 else None
