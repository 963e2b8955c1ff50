"""Where: the place of an event itself, named in its own clause, not just any place of the sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from tasks.extract import clauses
from tasks.records import Span as Offsets

PLACE_TYPES = frozenset({"GPE", "LOC", "FAC"})
#: Prepositions of places in which something happens.
AT = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout", "around", "off", "along", "within"})
#: Of what is attacked, visited, left: the place itself is the object.
ON = frozenset({"on", "to", "into", "from", "against"})
PLACE_OBJECT_TYPES = frozenset({"ASSAULT", "COERCE", "HARM", "MOBILIZE", "RETREAT"})


class Place(NamedTuple):
    """A place as the text names it, and its country."""

    span: Offsets
    country: str | None


def place_of(trigger: Token, event_type: str, country_of: Callable[[str], str | None]) -> Place | None:
    """Return the place of an event: a name after a preposition of place, on the trigger or on the verb that carries it."""
    wanted = AT | ON if event_type in PLACE_OBJECT_TYPES else AT
    for word in _words(trigger):
        for preposition, head in clauses.obliques(word):
            if preposition.split(" ")[0] in wanted and (name := _name(head, preposition)) is not None:
                return Place((name.start_char, name.end_char), country_of(name.text.removeprefix("the ")))
    return None


def _words(trigger: Token) -> Iterator[Token]:
    yield trigger
    yield from (part for part in clauses.objects(trigger) if trigger.pos_ in {"VERB", "AUX"})
    head = trigger.head
    if trigger.dep_ in {"obj", "nsubj", "nsubj:pass", "obl", "xcomp", "conj"} and head.pos_ in {"VERB", "AUX"}:
        yield head


def _name(head: Token, preposition: str) -> Span | None:
    """Return the name of a place that a noun is, or in which the noun lies ("a base in Iraq")."""
    if head.ent_type_ in PLACE_TYPES:
        return next((entity for entity in head.doc.ents if entity.start <= head.i < entity.end), None)
    if preposition in AT or preposition in ON:
        for inner, place in clauses.obliques(head):
            if inner in AT and place.ent_type_ in PLACE_TYPES:
                return _name(place, inner)
    return None
