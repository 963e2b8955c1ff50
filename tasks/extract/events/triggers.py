"""Find the words that signal an event, and the sense in which they do."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Doc, Token

from tasks.extract import clauses
from tasks.extract.events.governors import light_governor, signature_of
from tasks.extract.events.lemmas import lemmas_of
from tasks.extract.events.lexicon import Condition, Sense, classes, senses
from tasks.extract.events.slots import MODIFIERS, Slots

PARTS_OF_SPEECH = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJ"}
ANYBODY = frozenset({"anyone", "anybody", "everyone", "everybody", "someone", "those", "person", "persons", "people"})
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
#: Verbs of these types say what becomes of their object ("lift sanctions", "cut aid"): the object is no event of its own.
ABSORBING = frozenset({"CONCEDE", "SANCTION"})
#: Types of what was said before: "accepted the demands" tells of two events.
SPEECH_ACTS = frozenset({"REQUEST", "AGREE", "THREATEN", "ACCUSE", "REJECT"})

IsActor = Callable[[Token], bool]


class Trigger(NamedTuple):
    """A trigger word and its sense."""

    token: Token
    sense: Sense


def _holds(condition: Condition, slots: Slots, is_actor: IsActor) -> bool:
    return _is_filled(condition, slots, is_actor) == condition.wanted


def _is_filled(condition: Condition, slots: Slots, is_actor: IsActor) -> bool:
    if condition.slots == ("prep",):
        return bool(condition.values & slots.prepositions.keys()) if condition.values else bool(slots.prepositions)
    if condition.slots == ("comp",):
        return bool(condition.values & slots.complements) if condition.values else bool(slots.complements)
    words = [word for slot in condition.slots for word in slots[slot]]
    if not condition.values:
        return bool(words)
    if condition.slots == ("subj",) and not words and condition.wanted:
        return True
    return any(_is_one_of(word, condition.values, is_actor) for word in words)


def _is_one_of(word: Token, values: frozenset[str], is_actor: IsActor) -> bool:
    return any(_fits(part, values, is_actor) for part in (word, *_measured(word)))


def _measured(word: Token) -> list[Token]:
    """Return what a word of quantity counts ("dozens of prisoners"), what a vague one is about ("mediation efforts")."""
    if word.lower_ in classes()["vague"]:
        return [child for child in word.children if child.dep_ == "compound"]
    if word.pos_ != "NUM" and word.lower_ not in classes()["quantity"]:
        return []
    return [case.head for case in clauses.obliques(word) if case.preposition == "of"]


def _fits(word: Token, values: frozenset[str], is_actor: IsActor) -> bool:
    forms = set(lemmas_of(word))
    if forms & values or any(f"{before.lower_}_{form}" in values for before in _modifiers(word, values) for form in forms):
        return True
    named = [value[1:] for value in values if value.startswith("@")]
    return any(_is_of(word, forms, name, is_actor) for name in named)


def _modifiers(word: Token, values: frozenset[str]) -> list[Token]:
    """Return the words that specify a noun, where a value of two words asks for them ("military_operation")."""
    return [child for child in word.lefts if child.dep_ in MODIFIERS] if any("_" in value for value in values) else []


def _is_of(word: Token, forms: set[str], name: str, is_actor: IsActor) -> bool:
    kinds: dict[str, Callable[[], bool]] = {
        "actor": lambda: is_actor(word),
        "event": lambda: names_event(word),
        "human": lambda: word.ent_type_ == "PERSON",
        "national": lambda: word.ent_type_ == "NORP",
        "number": lambda: word.pos_ == "NUM",
        "place": lambda: word.ent_type_ in PLACES or bool(forms & classes()["place"]),
    }
    return kinds[name]() if name in kinds else bool(forms & classes()[name])


def names_event(noun: Token) -> bool:
    """Tell whether a noun can name an event."""
    return any((form, "NOUN") in senses() for form in lemmas_of(noun))


def sense_of(token: Token, is_actor: IsActor) -> Sense | None:
    """Return the most specific sense of which all conditions hold, or None."""
    pos = "VERB" if token.pos_ == "ADJ" and clauses.auxiliaries(token) else PARTS_OF_SPEECH.get(token.pos_)
    if pos is None or token.ent_type_ in NAMES or token.dep_ == "fixed":
        return None
    listed = [sense for lemma in (*_hyphenated(token), *lemmas_of(token)) for sense in senses().get((lemma, pos), ())]
    if not listed or token.dep_ in clauses.AUXILIARY or _is_part_of_a_name(token, pos) or _defines_people(token):
        return None
    slots = Slots(token)
    fitting = (sense for sense in listed if all(_holds(condition, slots, is_actor) for condition in sense.conditions))
    return next(fitting, None)


def _hyphenated(token: Token) -> list[str]:
    """Return the compound of which a word is the last part ("cease-fire"), where a hyphen ties it to the word before."""
    if token.i < 2 or token.doc[token.i - 1].text != "-" or token.doc[token.i - 1].whitespace_:
        return []
    return [f"{token.doc[token.i - 2].lower_}-{lemma}" for lemma in lemmas_of(token)]


def _is_part_of_a_name(token: Token, pos: str) -> bool:
    """Tell whether a noun only specifies the next ("election results", "war-torn"), unless that says little ("peace efforts")."""
    if pos != "NOUN":
        return pos == "ADJ" and token.tag_ == "NNP"
    if token.tag_ == "NNP" and token.ent_type_ == "DATE":  # "March"
        return True
    if not token.whitespace_ and token.i + 2 < len(token.doc) and token.nbor(1).text == "-":
        return True
    if _is_last_of_many(token):
        return True
    return token.dep_ in {"compound", "nmod:desc", "flat"} and not _says_little(token)


def _is_last_of_many(token: Token) -> bool:
    """Tell whether hyphens tie a word to a phrase ("get-out-the-vote") or make it one's own ("self-destruction")."""
    if token.i < 2 or token.doc[token.i - 1].text != "-" or token.doc[token.i - 1].whitespace_:
        return False
    before = token.doc[token.i - 2]
    return before.lower_ == "self" or (before.i > 0 and before.nbor(-1).text == "-" and not before.nbor(-1).whitespace_)


def _says_little(token: Token) -> bool:
    """Tell whether the noun that a common noun specifies says little beside it."""
    return token.pos_ != "PROPN" and token.head.lower_ in classes()["vague"]


def _defines_people(token: Token) -> bool:
    """Tell whether a participle or relative clause only says of which people one speaks ("anyone accused of a crime")."""
    if token.dep_ not in clauses.PARTICIPLE | clauses.RELATIVE_CLAUSE or token.head.lower_ not in ANYBODY:
        return False
    return not clauses.agents(token) and not any(child.pos_ == "NUM" for child in token.head.children)


def find_triggers(doc: Doc, is_actor: IsActor) -> list[Trigger]:
    """Return the triggers of a document in text order."""
    found = {token.i: Trigger(token, sense) for token in doc if (sense := sense_of(token, is_actor)) is not None}
    light = {verb for trigger in found.values() if (verb := _light_verb(trigger, found)) is not None}
    return [trigger for position, trigger in found.items() if position not in light and not _is_absorbed(trigger, found, light)]


def _light_verb(trigger: Trigger, found: dict[int, Trigger]) -> int | None:
    """Return the position of the verb that only carries an event noun of its own type ("made concessions")."""
    above = light_governor(trigger.token) if trigger.token.pos_ in {"NOUN", "PROPN"} else None
    verb = found.get(above.word.i) if above is not None else None
    if above is None or verb is None or verb.sense.type != trigger.sense.type:
        return None
    says = signature_of(above)
    return verb.token.i if says is not None and says.affirmed == "same" and above.frame == "obj" else None


def _is_absorbed(trigger: Trigger, found: dict[int, Trigger], light: set[int]) -> bool:
    """Tell whether an event noun belongs to the verb before it ("signed the agreement", "lifted the sanctions")."""
    if trigger.token.pos_ not in {"NOUN", "PROPN"}:
        return False
    above = light_governor(trigger.token)
    verb = found.get(above.word.i) if above is not None else None
    if verb is None or verb.token.i in light or verb.token.pos_ not in {"VERB", "AUX"}:
        return False
    if verb.sense.type != trigger.sense.type and (verb.sense.type not in ABSORBING or trigger.sense.type in SPEECH_ACTS):
        return False
    return any({"obj", above.frame if above else ""} & set(condition.slots) for condition in verb.sense.conditions)
