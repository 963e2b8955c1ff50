"""Where: the place of an event itself, named in its own clause, not just any place of the sentence."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from tasks.extract import clauses
from tasks.extract.events.timing import names_time
from tasks.records import Span as Offsets
from warehouse.catalogue import load_catalogue

PLACE_TYPES = frozenset({"GPE", "LOC", "FAC"})
#: Prepositions of places in which something happens.
AT = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout", "around", "off", "along", "within", "through"})
#: Of what is attacked, visited, left: the place itself is the object, also after these.
ON = frozenset({"on", "to", "into", "against"})
DIRECTIONS = {
    "ASSAULT": ON,
    "HARM": ON,
    "MOBILIZE": ON,
    "COERCE": ON | {"from"},
    "RETREAT": frozenset({"from"}),
}
#: What something happens on: an island, a sea, a street.
GROUND = frozenset({"LOC", "FAC"})
VISITS = frozenset({"visit", "trip", "travel"})
LEAVING = frozenset({"leave", "exit", "vacate", "quit"})
#: Nouns before the name of a place.
KINDS = frozenset(
    {"city", "town", "village", "region", "province", "district", "port", "island", "capital", "state", "area", "suburb"}
)
PLACE_OBJECT_TYPES = frozenset(DIRECTIONS)
#: Types of which the noun is called after its place, also after a country.
NAMED_AFTER_PLACES = frozenset({"ASSAULT", "HARM", "PROTEST", "VOTE"})
OF_COUNTRIES = frozenset({"HARM", "PROTEST", "VOTE"})
#: Types that are done with words: what they are about happens elsewhere.
VERBAL_TYPES = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
PREMODIFIERS = frozenset({"compound", "nmod:poss", "poss", "nmod", "amod"})
CARRIED = frozenset({"obj", "dobj", "nsubj", "nsubj:pass", "nsubjpass", "obl", "xcomp", "conj"})


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
    name = next(_names(trigger, event_type, triggers), None)
    return None if name is None else Place((name.start_char, name.end_char), *_located(name))


def _names(trigger: Token, event_type: str, triggers: Container[int]) -> Iterator[Span]:
    """Yield the names of places of an event, what is said of the trigger itself first."""
    if event_type in PLACE_OBJECT_TYPES | {"CONSULT"} and trigger.pos_ == "VERB":
        names = [name for noun in clauses.objects(trigger) if (name := _name(noun, "of")) is not None]
        # a country is whom it is done to, unless it is left
        yield from (name for name in names if trigger.lemma_ in LEAVING or load_catalogue().country_code(name.text) is None)
    own = AT | DIRECTIONS.get(event_type, frozenset())
    if trigger.lemma_ in VISITS:
        own |= {"to"}
    yield from _after(trigger, own)
    yield from _before(trigger, event_type)
    for word in _carriers(trigger, event_type, triggers):
        yield from _after(word, AT)
    yield from _where(trigger)


def _after(word: Token, wanted: Container[str]) -> Iterator[Span]:
    for preposition, head in clauses.obliques(word):
        name, first = _name(head, preposition), preposition.split(" ")[0]
        if name is not None and (first in wanted or (first == "on" and name.label_ in GROUND)):
            yield name
        if names_time(head):  # "on Sunday in Lviv": the parser hung the place on the day
            yield from (name for inner, place in clauses.obliques(head) if inner in AT and (name := _name(place, inner)))


def _before(noun: Token, event_type: str) -> Iterator[Span]:
    """Yield the name before an event noun ("the Lviv bombing"); a country before an attack is who does it."""
    if noun.pos_ == "NOUN" and event_type in NAMED_AFTER_PLACES:
        for child in noun.children:
            name = _name(child, "") if child.dep_ in PREMODIFIERS and child.i < noun.i else None
            if name is not None and (event_type in OF_COUNTRIES or load_catalogue().country_code(name.text) is None):
                yield name


def _where(trigger: Token) -> Iterator[Span]:
    """Yield the place that a clause tells of ("Kenosha, where riots had broken out")."""
    clause = clauses.clause_of(trigger)
    opens = clause.left_edge.lower_ == "where" and clause.left_edge.head == clause
    if opens and clause.dep_ in clauses.RELATIVE_CLAUSE and (name := _name(clause.head, "")) is not None:
        yield name


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


def _carriers(trigger: Token, event_type: str, triggers: Container[int]) -> Iterator[Token]:
    """Yield the words whose place is that of an event: what it is done to, the attack that kills, the verb on which it hangs."""
    if trigger.pos_ in {"VERB", "AUX"}:
        if event_type not in VERBAL_TYPES:
            yield from (noun for noun in clauses.objects(trigger) if noun.i not in triggers)
        yield from (noun for noun in clauses.subjects(trigger) if noun.i in triggers)  # "the attack in Lviv killed two"
    head = trigger.head
    is_participle = trigger.dep_ == "advcl" and trigger.tag_ == "VBG"
    if (is_participle or trigger.dep_ in CARRIED) and head.pos_ in {"VERB", "AUX"}:
        yield head


def _name(head: Token, preposition: str) -> Span | None:
    """Return the name of a place that a noun is or has ("the city of Lviv"), or in which it lies ("a base in Iraq")."""
    if head.ent_type_ in PLACE_TYPES:
        return next((entity for entity in head.doc.ents if entity.start <= head.i < entity.end), None)
    if head.lower_ in KINDS and (called := next(iter(clauses.appositions(head)), None)) is not None:
        return _name(called, preposition) if called.ent_type_ in PLACE_TYPES else None
    lying = sorted(clauses.obliques(head), key=_is_named_last)
    for inner, place in lying:
        named = inner == "of" and head.lower_ in KINDS
        if (named or (inner in AT and preposition in AT | ON)) and place.ent_type_ in PLACE_TYPES:
            return _name(place, inner)
    return None


def _is_named_last(oblique: clauses.Oblique) -> bool:
    return oblique.preposition != "of"
