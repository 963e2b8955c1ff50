"""On which word a predicate or event noun hangs, and how: the frames of signatures.tsv."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.events.lemmas import lemmas_of
from tasks.extract.events.lexicon import Signature, signature

FINITE = frozenset({"VBD", "VBZ", "VBP"})
PURPOSE = "purpose"
MODIFIER = "participle"
PREDICATIVE = "predicative"
EMBEDDED = "question"
#: Words that open a question, also an embedded one.
QUESTIONS = frozenset({"how", "what", "when", "where", "which", "who", "whom", "whether", "if"})
#: Conjunctions and prepositions of what happens together with something else; in the past it happened as well.
TEMPORAL = frozenset({"when", "while", "once", "as", "until", "till", "before", "after"})
#: Verbs between a plan or demand and its content.
CONTAINING = frozenset({"include", "involve", "comprise", "be", "expand", "extend", "range"})
#: Words that open a list of instances.
LISTING = frozenset({"such", "including", "like"})
GERUND_MARKS = frozenset({"of", "from", "for", "with", "without", "by", "in", "on", "about", "against", "to", "before", "after"})


class Governor(NamedTuple):
    """The word on which a predicate hangs and the frame in which it does."""

    word: Token
    frame: str


def governor(token: Token) -> Governor | None:
    """Return the governing word of a predicate or event noun, None for main clauses and what stands on its own."""
    first = clauses.first_conjunct(token)
    is_apart = (
        first != token and is_finite(token) and is_infinitive(first)
    )  # "is expected to win and was cheered": no part of what is expected
    token, head, dep = first, first.head, first.dep_
    if is_apart or head == token:
        return None if is_apart else _described(token)
    if (described := _described(token)) is not None:
        return described
    if dep in {"ccomp", "xcomp", "pcomp", "csubj", "csubj:pass"} or dep in clauses.ADVERBIAL_CLAUSE or dep in clauses.PARTICIPLE:
        return _of_clause(token, head)
    if dep in clauses.NOMINAL_MODIFIER or dep == "pobj":
        return _of_oblique(token, head.head if dep == "pobj" else head)
    return _of_argument(token, head) if dep in clauses.SUBJECT | clauses.OBJECT else None


def _of_argument(token: Token, head: Token) -> Governor | None:
    if token.dep_ in clauses.OBJECT:
        return Governor(head, "obj")
    if (raised := _raised(head)) is not None:
        return Governor(raised, "subj")
    if token.dep_ in clauses.PASSIVE_SUBJECT:
        return Governor(head, "obj")
    return Governor(head, "subj") if clauses.copula(head) is None else None


def _raised(predicate: Token) -> Token | None:
    """Return the verb whose subject is told with the predicate above it ("[the talks] are set to begin")."""
    return next(
        (verb for verb in clauses.open_complements(predicate) if signature(lemmas_of(verb), verb.pos_, "subj") is not None), None
    )


def _of_oblique(token: Token, head: Token) -> Governor | None:
    preposition = next((case.preposition for case in clauses.obliques(head) if case.head == token), "")
    frame = preposition.split(" ")[0]
    return _on_object(token, head, frame) or Governor(head, frame) if frame else None


def _on_object(token: Token, verb: Token, frame: str) -> Governor | None:
    """Return the object of a verb that governs what the parser hung on the verb ("[a halt] to aid", "[hope] that")."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    for noun in clauses.objects(verb):
        if noun.i < token.i and signature(lemmas_of(noun), "NOUN", frame) is not None:
            return Governor(noun, frame)
    return None


def _described(token: Token) -> Governor | None:
    """Return the plan, demand ... of which a predicate is said to be the content ("the plan is to ...", "demands include")."""
    is_predicative = is_infinitive(token) and clauses.copula(token) is not None
    verb = token if is_predicative else token.head
    is_aside = verb == token or (token.dep_ in clauses.ADVERBIAL_CLAUSE and is_finite(token))
    if not is_predicative and (is_aside or CONTAINING.isdisjoint(lemmas_of(verb))):
        return None
    for subject in clauses.subjects(verb):
        if subject != token and subject.pos_ == "NOUN" and signature(lemmas_of(subject), "NOUN", "to") is not None:
            return Governor(subject, "to")
    return None


def _of_clause(token: Token, head: Token) -> Governor | None:
    mark = clauses.marker(token)
    is_open = "to" in mark.split() and not is_finite(token)
    if is_gerund(token) and (mark in GERUND_MARKS or _is_listed(token)):
        is_content = mark in {"on", "about"} and head.pos_ == "NOUN" and signature(lemmas_of(head), "NOUN", mark) is None
        frame = "of" if is_content else mark  # "an agreement on sending troops"
        return _on_adverb(token, head, mark) or Governor(head, frame if mark in GERUND_MARKS else "to")
    if token.dep_ in clauses.PARTICIPLE:
        frame = "to" if is_open else "that" if mark == "that" else MODIFIER
        is_relative = mark == "" and bool(clauses.with_labels(token, clauses.SUBJECT))
        return None if is_relative else Governor(head, frame)
    if token.dep_ in clauses.ADVERBIAL_CLAUSE:
        return _of_adverbial(token, head, mark, is_open)
    if (token.dep_ == "ccomp" and not is_open) or mark == "that":
        return _on_object(token, head, "that") or Governor(head, "bare" if _is_bare(token) else "that")
    if token.dep_ == "xcomp" and (token.pos_ != "VERB" or token.tag_ == "VBN") and not is_open:
        return Governor(head, PREDICATIVE)
    is_asked = is_open and token.left_edge.lower_ in QUESTIONS  # "know how to attack"
    return Governor(head, EMBEDDED if is_asked else "ing" if is_gerund(token) else "to")


def _on_adverb(gerund: Token, head: Token, mark: str) -> Governor | None:
    """Return the adverb of a verb that governs the gerund behind it ("remain [far] from agreeing")."""
    adverbs = (child for child in head.children if child.dep_ == "advmod" and child.i == gerund.left_edge.i - 1)
    return next((Governor(word, mark) for word in adverbs if signature(lemmas_of(word), word.pos_, mark) is not None), None)


def _is_listed(gerund: Token) -> bool:
    """Tell whether a gerund stands in a list of instances ("demands, such as freeing prisoners, lifting sanctions")."""
    listed = (gerund, *(other for other in clauses.participles(gerund.head) if other.i < gerund.i and is_gerund(other)))
    return any(child.lower_ in LISTING and child.dep_ in {"case", "mark"} for other in listed for child in other.children)


def _of_adverbial(token: Token, head: Token, mark: str, is_open: bool) -> Governor | None:
    if is_open:
        known = signature(lemmas_of(head), head.pos_, "to")
        known = known or (signature(lemmas_of(head), head.pos_, "to+past") if is_past(head) else None)
        return Governor(head, "to" if known else PURPOSE)
    if mark in TEMPORAL or (not mark and (mark := _opening(token)) in TEMPORAL):
        return None if token.tag_ == "VBD" else Governor(head, mark)
    return None if mark or clauses.subjects(token) else Governor(head, MODIFIER)


def _opening(clause: Token) -> str:
    """Return the adverb that opens an adverbial clause ("when they leave")."""
    return next((child.lower_ for child in clause.lefts if child.dep_ == "advmod" and child.i == clause.left_edge.i), "")


def is_finite(token: Token) -> bool:
    """Tell whether a predicate has a finite verb of its own other than a modal."""
    return any(word is not None and word.tag_ in FINITE for word in (token, clauses.copula(token), *clauses.auxiliaries(token)))


def is_infinitive(token: Token) -> bool:
    """Tell whether a predicate is marked by "to"."""
    return "to" in clauses.marker(token).split()


def _is_bare(token: Token) -> bool:
    return token.tag_ == "VB" and not clauses.auxiliaries(token) and not clauses.marker(token)


def is_gerund(token: Token) -> bool:
    """Tell whether a verb is in the -ing form without auxiliary ("by attacking", "stopped attacking")."""
    return token.tag_ == "VBG" and not clauses.auxiliaries(token)


def light_governor(noun: Token) -> Governor | None:
    """Return the verb of which an event noun is object, subject of the passive, or that modifies it ("sanctions imposed by")."""
    above = governor(noun)
    if above is not None and above.word.pos_ in {"VERB", "AUX"}:
        return above
    for clause in (*clauses.participles(noun), *clauses.relative_clauses(noun)):
        if clause.pos_ == "VERB" and takes_as_object(clause):
            return Governor(clause, "obj")
    return above


def takes_as_object(clause: Token) -> bool:
    """Tell whether the noun that a participle or relative clause modifies is its object ("sanctions [that they imposed]")."""
    if clauses.is_passive(clause) or (clause.dep_ in clauses.PARTICIPLE and clause.tag_ == "VBN"):
        return not clauses.with_labels(clause, clauses.OBJECT)
    own = clauses.objects(clause)
    if own:
        return own[0].lower_ in {"that", "which", "who", "whom"}
    return clause.dep_ in clauses.RELATIVE_CLAUSE and any(
        subject.lower_ not in {"that", "which", "who"} for subject in clauses.subjects(clause)
    )


def is_past(word: Token) -> bool:
    """Tell whether a predicate is told in the past tense ("had to", "was able to", "has been forced to")."""
    copula = clauses.copula(word)
    auxiliaries = [*clauses.auxiliaries(word), *([copula] if copula is not None else [])]
    if any(auxiliary.tag_ == "MD" for auxiliary in auxiliaries):
        return False
    is_perfect = word.tag_ == "VBN" and any(auxiliary.lemma_ == "have" for auxiliary in auxiliaries)
    return word.tag_ == "VBD" or is_perfect or any(auxiliary.tag_ in {"VBD", "VBN"} for auxiliary in auxiliaries)


def signature_of(above: Governor) -> Signature | None:
    """Return the signature of a governing word in its frame; of a word in the past tense that of its past ("had to leave")."""
    word = above.word
    if (particle := clauses.particle_of(word)) and (found := signature((f"{word.lemma_}-{particle}",), "VERB", above.frame)):
        return found
    if (past := signature(lemmas_of(word), word.pos_, f"{above.frame}+past")) is not None and is_past(word):
        return past
    if above.frame == "to" and clauses.with_labels(word, clauses.OBJECT | clauses.INDIRECT_OBJECT | clauses.PASSIVE_SUBJECT):
        return signature(lemmas_of(word), word.pos_, "objto") or signature(lemmas_of(word), word.pos_, "to")
    return signature(lemmas_of(word), word.pos_, above.frame)
