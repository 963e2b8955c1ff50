"""Every predicate, typed or not, with polarity and status: verbs, predicate nouns and adjectives, nouns that name happenings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Token

from tasks.extract import clauses, spans
from tasks.extract.events.factuality import Known, reading
from tasks.extract.events.lemmas import lemmas_of
from tasks.extract.events.lexicon import classes
from tasks.extract.events.triggers import Trigger
from tasks.records import Happening

#: Parts of speech, beside verbs, of which a predicate may be.
PREDICATES = frozenset({"AUX", "ADJ", "NOUN"})
#: Endings of nouns that are made from verbs.
DEVERBAL = ("tion", "sion", "ment", "ing", "ance", "ence", "ival", "oval", "osal", "usal", "issal", "ewal", "awal", "ure", "sis")


def happenings(doc: Doc, triggers: Sequence[Trigger]) -> list[Happening]:
    """Return the happenings of a document in text order; an attempt counts as possible, its success is not stated."""
    typed = {trigger.token.i for trigger in triggers}
    known: Known = {}
    found = []
    for token in doc:
        predicate = _predicate(token, typed)
        if predicate is not None:
            read = reading(predicate, known)
            found.append(Happening(spans.token_offsets(token), read.polarity, read.status(attempt="possible")))
    return found


def _predicate(token: Token, typed: set[int]) -> Token | None:
    """Return the word whose reading holds for a token, None where it is no predicate."""
    pos = token.pos_
    if pos == "VERB" or token.i in typed:
        return token
    if pos not in PREDICATES:
        return None
    dep = token.dep_
    if dep == "cop":
        return token.head
    if dep == "ROOT" or (dep != "conj" and dep in clauses.CLAUSAL):
        return token
    return token if pos == "NOUN" and not token.ent_type_ and _names_happening(lemmas_of(token)) else None


@cache
def _names_happening(lemmas: tuple[str, ...]) -> bool:
    """Tell whether a noun, given by its possible base forms, names something that happens, not a person or thing."""
    if not classes()["naming"].isdisjoint(lemmas):
        return False
    return not classes()["happening"].isdisjoint(lemmas) or any(lemma.endswith(DEVERBAL) for lemma in lemmas)
