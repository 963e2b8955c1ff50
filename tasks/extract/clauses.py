"""The one place that reads dependency labels: who is subject, object, agent, complement of what.

Two label sets are understood: Universal Dependencies (https://universaldependencies.org/u/dep/), which the shipped
pipeline speaks, and the ClearNLP-style labels of the standard English models (nsubjpass, dobj, prep, pobj, agent ...).
Labels are read without regard to which is in use; where the shapes differ (prepositions head their phrase in one,
depend on it in the other) both are followed. Everything returns tokens in text order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

ACTIVE_SUBJECT = frozenset({"nsubj", "csubj", "nsubj:outer", "csubj:outer"})
PASSIVE_SUBJECT = frozenset({"nsubj:pass", "nsubjpass", "csubj:pass", "csubjpass"})
SUBJECT = ACTIVE_SUBJECT | PASSIVE_SUBJECT
OBJECT = frozenset({"obj", "dobj"})
INDIRECT_OBJECT = frozenset({"iobj", "dative"})
PASSIVE_AUXILIARY = frozenset({"aux:pass", "auxpass"})
AUXILIARY = frozenset({"aux"}) | PASSIVE_AUXILIARY
RELATIVE_CLAUSE = frozenset({"acl:relcl", "relcl"})
PARTICIPLE = frozenset({"acl"})
ADVERBIAL_CLAUSE = frozenset({"advcl", "advcl:relcl"})
POSSESSOR = frozenset({"nmod:poss", "poss"})
PARTICLE = frozenset({"compound:prt", "prt"})
NAME_PART = frozenset({"flat", "flat:name", "compound", "nmod:desc"})
#: Nominal dependents that stand in a prepositional phrase, or are bare adverbial phrases.
NOMINAL_MODIFIER = frozenset(
    {
        "obl",
        "nmod",
        "obl:agent",
        "obl:tmod",
        "nmod:tmod",
        "obl:npmod",
        "nmod:npmod",
        "obl:unmarked",
        "nmod:unmarked",
        "npadvmod",
    }
)
NEGATIVE_ADVERBS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no"})
NEGATIVE_DETERMINERS = frozenset({"no", "neither"})
CLAUSAL = (
    frozenset({"ccomp", "xcomp", "parataxis", "conj"})
    | ADVERBIAL_CLAUSE
    | RELATIVE_CLAUSE
    | PARTICIPLE
    | {"csubj", "csubj:pass", "csubjpass"}
)


class Oblique(NamedTuple):
    """A prepositional or bare adverbial phrase: its preposition in lower case ("" where bare) and the head of its noun phrase."""

    preposition: str
    head: Token


def with_labels(token: Token, labels: frozenset[str]) -> list[Token]:
    """Return the children of a token that bear one of the labels."""
    return [child for child in token.children if child.dep_ in labels]


def subjects(predicate: Token) -> list[Token]:
    """Return the predicate's own grammatical subjects, active and passive, with what is coordinated to them."""
    return [part for child in with_labels(predicate, SUBJECT) for part in (child, *conjuncts(child))]


def is_passive(predicate: Token) -> bool:
    """Tell whether the predicate is a passive verb ("was attacked") or a passive participle ("attacked by rebels")."""
    if any(child.dep_ in PASSIVE_AUXILIARY or child.dep_ in PASSIVE_SUBJECT for child in predicate.children):
        return True
    if (
        predicate.dep_ in PARTICIPLE
        and "Part" in predicate.morph.get("VerbForm", [])
        and "Past" in predicate.morph.get("Tense", [])
    ):
        return not with_labels(predicate, OBJECT)
    return False


def agents(predicate: Token) -> list[Token]:
    """Return the doers of a passive verb ("attacked by rebels and soldiers")."""
    found = [head for preposition, head in obliques(predicate) if preposition == "by"] if is_passive(predicate) else []
    labelled = [child for child in with_labels(predicate, frozenset({"obl:agent"})) if child not in found]
    return [part for head in (*found, *labelled) for part in (head, *conjuncts(head))]


def objects(predicate: Token) -> list[Token]:
    """Return the direct objects, with what is coordinated to them."""
    return [part for child in with_labels(predicate, OBJECT) for part in (child, *conjuncts(child))]


def indirect_objects(predicate: Token) -> list[Token]:
    """Return the indirect objects ("gave Ukraine arms")."""
    return [
        part
        for child in with_labels(predicate, INDIRECT_OBJECT)
        if not _is_preposition(child)
        for part in (child, *conjuncts(child))
    ]


def obliques(head: Token) -> list[Oblique]:
    """Return the prepositional and bare adverbial phrases of a verb, noun or adjective ("talks with Iran": with, Iran)."""
    return list(_obliques(head))


def _obliques(head: Token) -> Iterator[Oblique]:
    for child in head.children:
        if child.dep_ in NOMINAL_MODIFIER:
            yield Oblique(_case_of(child), child)
        elif _is_preposition(child):
            yield from _prepositional(child, child.lower_)


def _is_preposition(token: Token) -> bool:
    return token.dep_ in {"prep", "agent"} or (token.dep_ == "dative" and token.pos_ == "ADP")


def _prepositional(preposition: Token, words: str) -> Iterator[Oblique]:
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"}:
            yield Oblique(words, child)
        elif child.dep_ == "prep":
            yield from _prepositional(child, f"{words} {child.lower_}")


def _case_of(noun: Token) -> str:
    words: list[str] = []
    for child in noun.lefts:
        if child.dep_ == "case" and child.lower_ not in {"'s", "’s", "'", "’"}:
            words.append(child.lower_)
            words += [part.lower_ for part in child.children if part.dep_ == "fixed"]
    return " ".join(words)


def complements(predicate: Token) -> list[Token]:
    """Return the heads of finite complement clauses ("said that ..."), with what is coordinated to them."""
    return [part for child in with_labels(predicate, frozenset({"ccomp"})) for part in (child, *conjuncts(child))]


def open_complements(predicate: Token) -> list[Token]:
    """Return the heads of complements without subject of their own ("promised to withdraw")."""
    return [part for child in with_labels(predicate, frozenset({"xcomp", "pcomp"})) for part in (child, *conjuncts(child))]


def conjuncts(token: Token) -> list[Token]:
    """Return what is coordinated to a token after it ("Iran, Iraq and Syria"), through chains as well."""
    found = []
    for child in token.children:
        if child.dep_ == "conj":
            found += [child, *conjuncts(child)]
    return found


def first_conjunct(token: Token) -> Token:
    """Return the head of the coordination that a token belongs to; itself where there is none."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def marker(clause: Token) -> str:
    """Return the word that introduces a clause (that, if, whether, because, to ...), "" where there is none."""
    marks = [child for child in clause.children if child.dep_ == "mark"]
    if marks:
        return " ".join(mark.lower_ for mark in marks)
    particle = [child for child in clause.children if child.dep_ == "aux" and child.tag_ == "TO"]
    return "to" if particle else ""


def auxiliaries(predicate: Token) -> list[Token]:
    """Return the auxiliary verbs of a predicate (will, has, was ...)."""
    return with_labels(predicate, AUXILIARY)


def copula(predicate: Token) -> Token | None:
    """Return the verb "be" of a nominal or adjectival predicate, where it depends on it."""
    return next(iter(with_labels(predicate, frozenset({"cop"}))), None)


def predicatives(verb: Token) -> list[Token]:
    """Return the predicate nouns and adjectives that depend on a verb ("is a critic" where "is" is the head)."""
    return with_labels(verb, frozenset({"attr", "acomp", "oprd"}))


def negations(predicate: Token) -> list[Token]:
    """Return the words that negate a predicate itself: not, never, no longer, nor; "no" before a noun."""
    found = []
    for child in predicate.children:
        word = child.lower_
        negative_adverb = child.dep_ in {"advmod", "neg", "cc", "cc:preconj", "preconj"} and word in NEGATIVE_ADVERBS
        negative_determiner = child.dep_ in {"det", "advmod", "neg"} and word in NEGATIVE_DETERMINERS
        if child.dep_ == "neg" or negative_adverb or negative_determiner:
            found.append(child)
    return found


def particle_of(verb: Token) -> str:
    """Return the particle of a particle verb ("carry out": out), "" where there is none."""
    return " ".join(child.lower_ for child in with_labels(verb, PARTICLE))


def relative_clauses(noun: Token) -> list[Token]:
    """Return the heads of the relative clauses of a noun ("the man who shot ...")."""
    return with_labels(noun, RELATIVE_CLAUSE)


def participles(noun: Token) -> list[Token]:
    """Return participles and infinitives that modify a noun ("forces backing ...", "a plan to withdraw")."""
    return with_labels(noun, PARTICIPLE)


def adverbial_clauses(predicate: Token) -> list[Token]:
    """Return the heads of adverbial clauses (because, if, after, purpose infinitives, free participles)."""
    return with_labels(predicate, ADVERBIAL_CLAUSE)


def appositions(noun: Token) -> list[Token]:
    """Return the appositions of a noun ("Lavrov, the foreign minister")."""
    return with_labels(noun, frozenset({"appos"}))


def possessors(noun: Token) -> list[Token]:
    """Return the possessors of a noun ("Russia's attacks": Russia), with what is coordinated to them."""
    return [part for child in with_labels(noun, POSSESSOR) for part in (child, *conjuncts(child))]


def understood_subjects(predicate: Token) -> list[Token]:
    """Return the subjects of a predicate, its own or those that grammar supplies.

    In order: its own subjects; those of the predicate that it is coordinated to; of an infinitive or participle, the object or
    subject that controls it; of a relative clause or a participle after a noun, that noun.
    """
    seen: set[int] = set()
    while predicate.i not in seen:
        seen.add(predicate.i)
        own = [_antecedent(subject) for subject in subjects(predicate)]
        if own:
            return own
        head = predicate.head
        if predicate.dep_ in PARTICIPLE or predicate.dep_ in RELATIVE_CLAUSE:
            return [] if is_passive(predicate) and predicate.dep_ in RELATIVE_CLAUSE else [head]
        if predicate.dep_ == "xcomp" and (controllers := objects(head) or indirect_objects(head)):
            return controllers
        if predicate.dep_ not in {"conj", "xcomp", "advcl", "pcomp"}:
            return []
        predicate = head
    return []


def _antecedent(subject: Token) -> Token:
    """Follow a relative pronoun to the noun that its clause modifies."""
    if subject.lower_ not in {"who", "which", "that", "whom"}:
        return subject
    clause = subject.head
    while clause.dep_ == "conj":
        clause = clause.head
    return clause.head if clause.dep_ in RELATIVE_CLAUSE else subject


def clause_of(token: Token) -> Token:
    """Return the head of the smallest clause that a token stands in (the predicate; a root where there is nothing smaller)."""
    while token.head != token and token.dep_ not in CLAUSAL and not subjects(token):
        token = token.head
    return token


def ancestors(token: Token) -> Iterator[Token]:
    """Yield the head of a token, its head, and so on to the root."""
    while token.head != token:
        token = token.head
        yield token


def subtree_span(token: Token) -> tuple[int, int]:
    """Return the offsets from the left to the right edge of what depends on a token."""
    return token.left_edge.idx, token.right_edge.idx + len(token.right_edge)
