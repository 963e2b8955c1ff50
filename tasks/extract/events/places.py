"""Where: the place of an event itself, named in its own clause, not just any place of the sentence."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from tasks.extract import clauses
from tasks.records import Span as Offsets
from warehouse.catalogue import load_catalogue

PLACE_TYPES = frozenset({"GPE", "LOC", "FAC"})
#: Prepositions of places in which something happens.
AT = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout", "around", "off", "along", "within", "through"})
#: Of what is attacked, visited, left: the place itself is the object.
ON = frozenset({"on", "to", "into", "from", "against"})
#: Nouns before the name of a place.
KINDS = frozenset(
    {"city", "town", "village", "region", "province", "district", "port", "island", "capital", "state", "area", "suburb"}
)
PLACE_OBJECT_TYPES = frozenset({"ASSAULT", "COERCE", "HARM", "MOBILIZE", "RETREAT"})


class Place(NamedTuple):
    """A place as the text names it, its country, and where the catalogue knows it latitude and longitude."""

    span: Offsets
    country: str | None = None
    position: tuple[float, float] | None = None


def place_of(trigger: Token, event_type: str, triggers: Container[int] = ()) -> Place | None:
    """Return the place of an event: a name after a preposition of place, on the trigger or on the verb that carries it.

    Args:
        trigger: the word that signals the event.
        event_type: of attacks, visits ... the place itself may be the object.
        triggers: positions of the words that signal events: what is said of their place is said of theirs alone.
    """
    if event_type in PLACE_OBJECT_TYPES | {"CONSULT"} and trigger.pos_ == "VERB":
        names = [name for noun in clauses.objects(trigger) if (name := _name(noun, "of")) is not None]
        for name in names:
            if load_catalogue().country_code(name.text) is None:  # a country is whom it is done to
                return Place((name.start_char, name.end_char), *_located(name))
    wanted = AT | ON if event_type in PLACE_OBJECT_TYPES else AT
    for word in _words(trigger, triggers):
        for preposition, head in clauses.obliques(word):
            if preposition.split(" ")[0] in wanted and (name := _name(head, preposition)) is not None:
                return Place((name.start_char, name.end_char), *_located(name))
    return None


def _located(name: Span) -> tuple[str | None, tuple[float, float] | None]:
    """Return country and coordinates of a place of the catalogue; "Paris, Texas" is not the Paris of the catalogue."""
    catalogue = load_catalogue()
    country, known = _country(name), catalogue.place(name.text) or catalogue.place(_bare(name))
    wider = next((entity for entity in name.doc.ents if entity.start == name.end + 1 and name.doc[name.end].text == ","), None)
    if wider is not None and wider.label_ in PLACE_TYPES and name.end > name.start:
        country = _country(wider)
    if known is None or known.country != country:
        return country, None
    return country, (float(known.latitude), float(known.longitude)) if known.latitude else None


def _bare(name: Span) -> str:
    return name.text.removeprefix("the ").removeprefix("The ")


def _country(name: Span) -> str | None:
    catalogue = load_catalogue()
    for text in (name.text, _bare(name)):
        if (country := catalogue.country_code(text)) is not None:
            return country
        if (place := catalogue.place(text)) is not None:
            return place.country
    return None


def _words(trigger: Token, triggers: Container[int]) -> Iterator[Token]:
    yield trigger
    if trigger.pos_ in {"VERB", "AUX"}:
        yield from (noun for noun in clauses.objects(trigger) if noun.i not in triggers)
        yield from (noun for noun in clauses.subjects(trigger) if noun.i in triggers)  # "the attack in Lviv killed two"
    head = trigger.head
    if trigger.dep_ in {"obj", "nsubj", "nsubj:pass", "obl", "xcomp", "conj"} and head.pos_ in {"VERB", "AUX"}:
        yield head


def _name(head: Token, preposition: str) -> Span | None:
    """Return the name of a place that a noun is or has ("the city of Lviv"), or in which it lies ("a base in Iraq")."""
    if head.ent_type_ in PLACE_TYPES:
        return next((entity for entity in head.doc.ents if entity.start <= head.i < entity.end), None)
    lying = sorted(clauses.obliques(head), key=_is_named_last)
    for inner, place in lying:
        named = inner == "of" and head.lower_ in KINDS
        if (named or (inner in AT and preposition in AT | ON)) and place.ent_type_ in PLACE_TYPES:
            return _name(place, inner)
    return None


def _is_named_last(oblique: clauses.Oblique) -> bool:
    return oblique.preposition != "of"
