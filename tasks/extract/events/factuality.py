"""Did it happen? Polarity and status of a predicate, from its own marks and from what it hangs on.

Signatures of embedding verbs follow the tradition of implicative verbs (Karttunen 1971; Nairn, Condoravdi and Karttunen 2006):
what hangs on a word inherits, reverses or replaces the polarity and status of the word, computed from the top of the sentence
down. Polarity and status are those in the world of whoever asserts the clause.
"""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.events.governors import (
    EMBEDDED,
    MODIFIER,
    PREDICATIVE,
    PURPOSE,
    TEMPORAL,
    Governor,
    governor,
    is_finite,
    is_gerund,
    is_infinitive,
    is_past,
    light_governor,
    signature_of,
)
from tasks.extract.events.lemmas import lemmas_of
from tasks.extract.events.lexicon import Effect, signature
from tasks.extract.events.marks import (
    ACTUAL,
    CONDITIONS,
    MODALS,
    NOBODY,
    RANK,
    Reading,
    Reality,
    in_first_person,
    own_marks,
    performs,
)

#: What an effect makes of a happening, whatever the word itself.
REALITIES: dict[Effect, Reality] = {
    "actual": "actual",
    "not": "actual",
    "planned": "planned",
    "not_planned": "planned",
    "requested": "requested",
    "not_requested": "requested",
    "possible": "possible",
}
DEFINITE = frozenset({"the", "this", "these", "those"})
#: Frames of nouns whose word says nothing of its own: with what is not yet actual, nothing indefinite is.
DEPENDENT = frozenset({"obj", "subj", "without"})
#: Prepositions behind a verb for which the same holds ("could result in deaths").
ADVERBIAL = frozenset({"in", "into", "by"})
#: Verbs of wishing by which one says politely what one does ("I would like to thank").
WISHES = frozenset({"like", "want", "wish", "have"})
#: Words by which one says in the first person what one takes for true.
OPINIONS = frozenset({"think", "believe", "feel", "guess", "sure", "certain", "confident", "convinced"})
#: Verbs that say of an attempt, chance ... that nothing came of it, by what it is to them.
FAILING = {"subj": frozenset({"fail"}), "obj": frozenset({"lose", "miss", "waste", "squander"})}
#: What somebody may deny.
CLAIMS = frozenset(
    {"claim", "allegation", "accusation", "report", "charge", "assertion", "suggestion", "rumour", "rumor", "statement"}
)
#: "the first to arrive" has arrived.
RANKS = frozenset({"first", "last", "only", "latest", "second", "third", "youngest", "oldest"})
#: Prepositions by which a gerund tells of something beside its verb ("with troops guarding the gate", "in leaving they broke").
ATTENDANT = frozenset({"with", "in"})
#: Frames of verbs that say something of what hangs on them, whatever the verb; let, make, help ... have signatures.
UNSIGNED: dict[str, Effect] = {"bare": "requested", EMBEDDED: "possible"}  # "they insist he leave", "know how to leave"
DEPTH = 12
#: Readings of the words of one document, by position, and by that of the participle that asks where one does.
Known = dict[tuple[int, int], Reading]


def reading(token: Token, known: Known | None = None, depth: int = DEPTH, below: Token | None = None) -> Reading:
    """Return polarity and reality of a predicate or event noun; ``below`` asks for what hangs on it.

    Args:
        token: the word.
        known: what was read before in the document, which is added to.
        depth: how many words upwards are read.
        below: the word that asks.
    """
    known = {} if known is None else known
    key = (token.i, below.i if below is not None and below.head == token else token.i)
    if key not in known:
        known[key] = _read(token, known, depth, below)
    return known[key]


def _read(token: Token, known: Known, depth: int, below: Token | None) -> Reading:
    own, context = own_marks(token), ACTUAL
    above = light_governor(token) if token.pos_ in {"NOUN", "PROPN"} else governor(token)
    if above is not None and above.word == below:  # "carriers banned": the participle that asks says nothing of its noun
        above = governor(token)
    if above is not None and depth:
        context = _context(token, above, known, depth)
    if token.dep_ == "conj" and token.pos_ in {"VERB", "AUX", "ADJ"} and not is_finite(token) and not clauses.subjects(token):
        own = _with_shared(token, own)
    elif token.dep_ == "conj" and own == ACTUAL and not clauses.subjects(token):
        own = _with_condition(token)
    reality = max(own.reality, context.reality, key=RANK.__getitem__)
    is_shared = own.negated and any(cue in context.cues for cue in own.cues)  # "No deal was reached": one "no" for both
    return Reading(own.negated if is_shared else own.negated != context.negated, reality, own.cues + context.cues)


def _context(token: Token, above: Governor, known: Known, depth: int) -> Reading:
    """Read what the governing word says about a predicate."""
    word = reading(above.word, known, depth - 1, token)
    found = signature_of(above)
    stated = found and (found.negated if word.negated else found.affirmed)
    effect = _overruled(token, above, word) or stated or _default(token, above, word)
    if (above.frame == "to" or (found and found.affirmed == "planned")) and _is_presupposed(token, above):
        effect = "actual"
    if effect == "actual" and above.frame == "to" and is_infinitive(token) and word.reality != "actual":
        effect = "status"  # "would be glad to help"
    cues = (above.word,) if effect not in {"same", "actual"} else ()
    return _apply(effect, word, cues)


def _overruled(token: Token, above: Governor, word: Reading) -> Effect | None:
    """Return what follows from more than the governing word and its frame, None where these decide."""
    if above.frame in {"to", PURPOSE}:
        return _of_infinitive(token, above.word, word)
    if above.frame == "obj":
        return _of_object(token, above.word)
    has_failed = above.frame in {"at", "for"} and _failed(above.word)
    if has_failed or (above.frame in {"that", "of"} and _is_denied(above.word)):
        return "not"
    if above.frame == "that":
        forms = lemmas_of(above.word)
        if "wish" in forms and is_past(token):
            return "not"  # "I wish they had left"
        if word == ACTUAL and not OPINIONS.isdisjoint(forms) and in_first_person(above.word):
            return "actual"  # whoever says "I think they lied" says so
    return None


def _of_infinitive(token: Token, above: Token, word: Reading) -> Effect | None:
    if _failed(above) or _is_outstanding(token, above) or above.lower_ in NOBODY:  # "did nothing to stop them"
        return "not"
    if above.lemma_ in WISHES and performs(token, above):
        return "actual"
    degree = {child.lower_ for child in above.children if child.dep_ == "advmod" and abs(child.i - above.i) == 1}
    if "too" in degree:  # "too weak to attack"
        return "flip"
    return "same" if "enough" in degree and word.negated else None  # "not strong enough to attack"


def _of_object(noun: Token, verb: Token) -> Effect | None:
    """Return what a verb says of its object where that depends on the noun ("opposes talks", "faces trial")."""
    forms = lemmas_of(verb)
    if not is_known(noun) and (found := signature(forms, verb.pos_, "obj+new")) is not None:
        return found.affirmed
    due = signature(lemmas_of(noun), noun.pos_, "due") if "face" in forms and not is_past(verb) else None
    return due.affirmed if due is not None else None


def _apply(effect: Effect | Literal["status"], word: Reading, cues: tuple[Token, ...]) -> Reading:
    """Return what follows from an effect and the reading of the word that has it."""
    if effect == "status":
        return ACTUAL if word.reality in {"actual", "attempt"} else Reading(False, word.reality, word.cues)
    if effect in {"same", "flip"}:
        return Reading(word.negated != (effect == "flip"), word.reality, word.cues + cues)
    if effect == "attempt":
        return Reading(word.negated, max(effect, word.reality, key=RANK.__getitem__), cues)
    negated = effect in {"not", "not_planned", "not_requested"}
    reality = REALITIES[effect]
    return Reading(negated, "possible" if reality == "planned" and word.reality == "possible" else reality, cues)


def _failed(noun: Token) -> bool:
    """Tell whether an attempt, vote ... of which a predicate is the content is said to have failed ("a failed bid to")."""
    if noun.pos_ == "NOUN" and any(child.lower_ in {"failed", "unsuccessful"} for child in noun.lefts):
        return True
    above = governor(noun) if noun.pos_ == "NOUN" else None
    verbs = FAILING.get(above.frame, frozenset()) if above is not None else frozenset()
    return above is not None and not verbs.isdisjoint(lemmas_of(above.word))


def _is_denied(noun: Token) -> bool:
    """Tell whether a claim is one that somebody denies ("rejected the claim that ...", "dismissed allegations of ...")."""
    if CLAIMS.isdisjoint(lemmas_of(noun)):
        return False
    above = governor(noun)
    if above is None or above.frame != "obj" or own_marks(above.word).negated:
        return False
    return signature_of(Governor(above.word, "claim")) is not None


def _is_outstanding(token: Token, verb: Token) -> bool:
    """Tell whether something is still to be done ("has yet to resign")."""
    return any(child.lower_ == "yet" and child.i < token.i for child in (*verb.children, *token.children))


def _is_presupposed(token: Token, above: Governor) -> bool:
    """Tell whether a noun names somebody's demand, offer, plan ... to which another answers: it was made, whatever the answer."""
    if token.pos_ != "NOUN" or above.word.pos_ != "VERB" or signature(lemmas_of(token), "NOUN", "to") is None:
        return False
    return is_known(token)


def _default(token: Token, above: Governor, word: Reading) -> Effect | Literal["status"]:
    """Return what follows where no signature is known; "status": what is not yet actual makes nothing else actual."""
    frame = above.frame
    if frame in {"to", PURPOSE} and token.pos_ in {"VERB", "AUX", "ADJ"}:
        return "same" if any(child.lower_ in RANKS for child in (above.word, *above.word.children)) else "planned"
    if frame in {"ing", "bare", EMBEDDED, PREDICATIVE} or (frame == "by" and token.pos_ == "VERB"):
        return UNSIGNED.get(frame, "same")
    if frame == MODIFIER:
        return "same" if token.dep_ in clauses.PARTICIPLE and own_marks(above.word).negated else "status"
    if token.pos_ in {"NOUN", "PROPN"}:
        return _of_noun(token, above, word)
    if frame in TEMPORAL and any(subject.lower_ == "you" for subject in clauses.subjects(token)):
        return "possible"  # "when you attack a bear"
    is_content = is_gerund(token) and frame not in ATTENDANT  # "help with finding them", "disqualified from serving"
    return "status" if frame in TEMPORAL or is_content else "actual"


def _of_noun(noun: Token, above: Governor, word: Reading) -> Effect | Literal["status"]:
    determiners = {child.lower_ for child in noun.children if child.dep_ == "det"}
    if above.frame in {"obj", "subj"} and "any" in determiners:
        return "same" if word.negated or word.reality != "actual" else "possible"
    if above.frame == "obj" and word.negated and determiners & {"a", "an"} and above.word.head != noun:
        return "possible"  # "did not draft a deal"
    is_dependent = above.frame in DEPENDENT or (above.frame in ADVERBIAL and above.word.pos_ == "VERB")
    return "status" if is_dependent and not is_known(noun) else "actual"


def is_known(token: Token) -> bool:
    """Tell whether a noun speaks of something that is known: it is definite, or told of in the past ("a vote which was held")."""
    if any(is_past(clause) for clause in clauses.relative_clauses(token)):
        return True
    return bool(clauses.possessors(token)) or any(child.lower_ in DEFINITE for child in token.children)


def _with_shared(token: Token, own: Reading) -> Reading:
    """Add what a coordinated predicate shares with the one before: modals and conjunctions.

    Negation is shared after "or" and "nor", and by a bare form after "and" ("could not go and ask").
    """
    first = own_marks(token.head) if token.head.dep_ != "conj" else _with_shared(token.head, own_marks(token.head))
    linked = {child.lower_ for child in token.children if child.dep_ == "cc"}
    modal = bool(clauses.auxiliaries(token)) and any(aux.lower_ in MODALS for aux in clauses.auxiliaries(token))
    reality = own.reality if modal else max(own.reality, first.reality, key=RANK.__getitem__)
    is_bare = token.tag_ == "VB" and token.head.tag_ == "VB" and bool(clauses.subjects(token.head)) and "and" in linked
    negated = own.negated or (first.negated and (is_bare or bool(linked & {"or", "nor"})))
    return Reading(negated, reality, own.cues + (first.cues if (negated, reality) != (own.negated, own.reality) else ()))


def _with_condition(token: Token) -> Reading:
    """Read the conjunction that a finite predicate shares with the one before ("if they attack or send troops")."""
    marks = tuple(
        child for child in clauses.first_conjunct(token).children if child.dep_ == "mark" and child.lower_ in CONDITIONS
    )
    return Reading(False, "possible", marks) if marks else ACTUAL
