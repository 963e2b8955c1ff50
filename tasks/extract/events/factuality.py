"""Did it happen? Polarity and status of a predicate, from its own marks and from what it hangs on.

Signatures of embedding verbs follow the tradition of implicative verbs (Karttunen 1971; Nairn, Condoravdi and Karttunen 2006):
what hangs on a word inherits, reverses or replaces the polarity and status of the word, computed from the top of the sentence
down. Polarity and status are those in the world of whoever asserts the clause.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.events.governors import MODIFIER, PURPOSE, Governor, governor, is_gerund, light_governor, signature_of
from tasks.extract.events.lemmas import lemmas_of
from tasks.extract.events.lexicon import Effect, signature
from tasks.records import Polarity, Status

#: A status of signatures and, beside those of records, an attempt: under way, its success not stated.
Reality = Literal["actual", "attempt", "planned", "requested", "possible"]
RANK: dict[Reality, int] = {"actual": 0, "attempt": 1, "planned": 2, "requested": 3, "possible": 4}
#: What an effect makes of a happening, whatever the word itself.
REALITIES: dict[Effect, Reality] = {
    "actual": "actual",
    "not": "actual",
    "planned": "planned",
    "requested": "requested",
    "not_requested": "requested",
    "possible": "possible",
}
MODALS: dict[str, Reality] = {
    **dict.fromkeys(("will", "'ll", "’ll", "wo", "shall", "gonna"), "planned"),
    **dict.fromkeys(("should", "must", "ought", "need"), "requested"),
    **dict.fromkeys(("may", "might", "could", "can", "ca", "would", "'d", "’d"), "possible"),
}
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
PRESUPPOSING = frozenset({"why", "how", "who", "what", "when", "where", "which"})
DEFINITE = frozenset({"the", "this", "these", "those"})
DEPTH = 12


class Reading(NamedTuple):
    """Polarity and reality of a predicate, and the words that decided them."""

    negated: bool
    reality: Reality
    cues: tuple[Token, ...] = ()

    @property
    def polarity(self) -> Polarity:
        """The polarity, in the words of the records."""
        return "negated" if self.negated else "affirmed"

    def status(self, attempt: Status = "actual") -> Status:
        """The status, in the words of the records; an attempt counts as the given one."""
        return attempt if self.reality == "attempt" else self.reality


ACTUAL = Reading(negated=False, reality="actual")


def reading(token: Token, depth: int = DEPTH) -> Reading:
    """Return polarity and reality of a predicate or event noun."""
    own, context = own_marks(token), ACTUAL
    above = light_governor(token) if token.pos_ in {"NOUN", "PROPN"} else governor(token)
    if above is not None and depth:
        context = _context(token, above, depth)
    if token.dep_ == "conj" and token.pos_ in {"VERB", "AUX", "ADJ"} and token.tag_ not in FINITE and not clauses.subjects(token):
        own = _with_shared(token, own)
    reality = max(own.reality, context.reality, key=RANK.__getitem__)
    return Reading(own.negated != context.negated, reality, own.cues + context.cues)


def _context(token: Token, above: Governor, depth: int) -> Reading:
    """Read what the governing word says about a predicate."""
    word = reading(above.word, depth - 1)
    found = signature_of(above)
    stated = found and (found.negated if word.negated else found.affirmed)
    effect = stated or _default(token, above)
    if (above.frame == "to" or (found and found.affirmed == "planned")) and _is_presupposed(token, above):
        effect = "actual"
    if above.frame == "to" and _failed(above.word):
        effect = "not"
    cues = (above.word,) if effect not in {"same", "actual"} else ()
    return _apply(effect, word, cues)


def _apply(effect: Effect, word: Reading, cues: tuple[Token, ...]) -> Reading:
    """Return what follows from an effect and the reading of the word that has it."""
    if effect in {"same", "flip"}:
        return Reading(word.negated != (effect == "flip"), word.reality, word.cues + cues)
    if effect == "attempt":
        return Reading(word.negated, max(effect, word.reality, key=RANK.__getitem__), cues)
    negated = effect in {"not", "not_requested"}
    reality = REALITIES[effect]
    return Reading(negated, "possible" if reality == "planned" and word.reality == "possible" else reality, cues)


def _failed(noun: Token) -> bool:
    """Tell whether an attempt, vote ... of which a predicate is the content is said to have failed."""
    above = governor(noun) if noun.pos_ == "NOUN" else None
    return above is not None and above.frame == "subj" and "fail" in lemmas_of(above.word)


def _is_presupposed(token: Token, above: Governor) -> bool:
    """Tell whether a noun names somebody's demand, offer, plan ... to which another answers: it was made, whatever the answer."""
    if token.pos_ != "NOUN" or above.word.pos_ != "VERB" or signature(lemmas_of(token), "NOUN", "to") is None:
        return False
    return bool(clauses.possessors(token)) or any(child.lower_ in DEFINITE for child in token.children)


def _default(token: Token, above: Governor) -> Effect:
    """Return what follows where no signature is known."""
    if above.frame in {"to", PURPOSE} and token.pos_ in {"VERB", "AUX", "ADJ"}:
        return "planned"
    if above.frame in {MODIFIER, "ing", "bare"} or (above.frame == "by" and token.pos_ == "VERB"):
        return "same"
    if above.frame in {"obj", "subj"} and any(child.lower_ == "any" for child in token.children):
        return "same"
    return "actual"


def own_marks(token: Token) -> Reading:
    """Read the marks on a predicate itself: negation, modal verbs, conjunctions, adverbs, question, imperative."""
    negative = [*clauses.negations(token), *_negative_arguments(token), *_adverbial_negations(token)]
    marks: list[tuple[Reality, Token]] = []
    for auxiliary in clauses.auxiliaries(token):
        if (modal := MODALS.get(auxiliary.lower_)) is not None:
            marks.append((_modality(token, auxiliary, modal, bool(negative)), auxiliary))
    for child in token.children:
        effect = _mark(child, token)
        if effect == "not":
            negative.append(child)
        elif effect is not None:
            marks.append((effect, child))
    if mood := _mood(token):
        marks.append((mood, token))
    if len(negative) > 1 and negative[0].head == negative[1].head:
        negative = negative[:1]
    stated: list[Reality] = [mark for mark, _ in marks]
    reality = max(stated, key=RANK.__getitem__, default=ACTUAL.reality)
    return Reading(len(negative) % 2 == 1, reality, (*negative, *(word for mark, word in marks if mark == reality)))


def _modality(token: Token, auxiliary: Token, modal: Reality, negated: bool) -> Reality:
    word = auxiliary.lower_
    if word in {"can", "ca", "could"} and negated:
        return "actual"
    if word in {"would", "'d", "’d"} and token.dep_ == "ccomp" and token.head.tag_ in {"VBD", "VBN"} and not _condition(token):
        return "planned"
    return "possible" if modal == "planned" and _condition(token) else modal


def _condition(token: Token) -> bool:
    return any(clauses.marker(clause) in {"if", "unless"} for clause in clauses.adverbial_clauses(token))


def _adverbial_negations(token: Token) -> list[Token]:
    """Return negations that hang on an adverb of the predicate ("was never directly pressured")."""
    adverbs = [child for child in token.children if child.dep_ == "advmod" and child.i < token.i]
    return [part for adverb in adverbs for part in adverb.children if part.lower_ in {"never", "not"}]


def _negative_arguments(token: Token) -> list[Token]:
    """Return the words that negate a clause from its subject or object: nobody, nothing, "no troops"."""
    if token.pos_ not in {"VERB", "AUX", "ADJ"}:
        return []
    found = []
    for argument in clauses.with_labels(token, clauses.SUBJECT | clauses.OBJECT):
        if argument.lower_ in NOBODY:
            found.append(argument)
        elif argument.lower_ == "one" or argument.dep_ in clauses.SUBJECT:
            found += [word for word in (argument.left_edge,) if word.lower_ in clauses.NEGATIVE_DETERMINERS]
    return found


def _mark(child: Token, token: Token) -> Reality | Literal["not"] | None:
    """Return what one dependent of a predicate says about it."""
    frame = {"advmod": "adv", "mark": "mark", "case": "prep", "amod": "mod", "acl": "mod"}.get(child.dep_)
    if frame is None or (frame == "mod" and child.i > token.i):
        return None
    word = child.lower_
    if (word == "until" and token.tag_ in {"VBZ", "VBP"}) or (
        word == "without" and child.i > 0 and child.nbor(-1).lower_ == "or"
    ):
        return "possible"  # "until they vote", "with or without a deal"
    no_longer = word == "longer" and any(part.lower_ == "no" for part in child.children)
    if no_longer or (word == "before" and any(part.lower_ == "any" for part in token.children)):
        return "not"
    found = signature(lemmas_of(child), {"adv": "ADV", "mark": "SCONJ", "prep": "ADP", "mod": "ADJ"}[frame], frame)
    effect = found.affirmed if found else "actual"
    return effect if effect in {"not", "possible", "planned", "requested", "attempt"} else None


def _mood(token: Token) -> Reality | None:
    """Return "possible" for a question, "requested" for an imperative."""
    if token.dep_ not in {"ROOT", "root"}:
        return None
    sentence = token.sent
    if sentence.text.rstrip().endswith("?"):
        return None if any(word.lower_ in PRESUPPOSING for word in sentence[:3]) else "possible"
    bare = token.tag_ == "VB" and not is_gerund(token)
    return "requested" if bare and not clauses.subjects(token) and not _modal(token) else None


def _modal(token: Token) -> bool:
    return any(auxiliary.lower_ not in {"do", "don", "don't"} for auxiliary in clauses.auxiliaries(token))


def _with_shared(token: Token, own: Reading) -> Reading:
    """Add what a coordinated predicate shares with the one before: modals, conjunctions; after "or" and "nor" also negation."""
    first = own_marks(token.head) if token.head.dep_ != "conj" else _with_shared(token.head, own_marks(token.head))
    linked = {child.lower_ for child in token.children if child.dep_ == "cc"}
    modal = bool(clauses.auxiliaries(token)) and any(aux.lower_ in MODALS for aux in clauses.auxiliaries(token))
    reality = own.reality if modal else max(own.reality, first.reality, key=RANK.__getitem__)
    negated = own.negated or (first.negated and bool(linked & {"or", "nor"}))
    return Reading(negated, reality, own.cues + (first.cues if (negated, reality) != (own.negated, own.reality) else ()))
