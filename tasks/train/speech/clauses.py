"""What the treebanks give to sentences of reported speech: clauses to be reported, speakers, nouns and verbs."""

import copy
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tasks.train.corpora import Sentence
from tasks.train.speech.trees import Node, to_tree

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
UNFIT_RELATIONS = frozenset({"parataxis", "discourse", "vocative", "dislocated", "cc", "reparandum", "list", "expl"})
UNFIT_WORDS = frozenset("\"“”‘’'()[]:;-–—…/")
UNFIT_SPEAKERS = frozenset({"acl:relcl", "appos", "punct", "conj", "parataxis", "dep"})
SHORTEST, LONGEST = 4, 24


LONGEST_SPEAKER = 7
USUAL = 3
"""Nouns and verbs that occur less often are often misspelt or odd."""


@dataclass(frozen=True)
class Material:
    """Trees and words of the treebanks: plain clauses, noun phrases that are subjects, nouns, and verbs (past, base)."""

    clauses: tuple[Node, ...]
    speakers: tuple[Node, ...]
    nouns: tuple[str, ...]
    verbs: tuple[tuple[str, str], ...]


def take_material(sentences: Sequence[Sentence], avoid: frozenset[str] = frozenset()) -> Material:
    """Collect the material of some sentences; words to `avoid` are no nouns or verbs of it."""
    nouns, verbs = Counter[str](), Counter[tuple[str, str]]()
    for sentence in sentences:
        for form, xpos, lemma in zip(sentence.words, sentence.xpos, sentence.lemmas, strict=True):
            if form in avoid or not form.isalpha() or not form.islower() or len(form) < 3:
                continue
            if xpos == "NN":
                nouns[form] += 1
            elif xpos == "VBD" and lemma not in {"be", "have", "do"}:
                verbs[form, lemma] += 1
    return Material(
        clauses=tuple(select_clauses(sentences)),
        speakers=tuple(speaker for sentence in sentences for speaker in _speakers(sentence)),
        nouns=tuple(noun for noun, count in nouns.items() if count >= USUAL),
        verbs=tuple(verb for verb, count in verbs.items() if count >= USUAL),
    )


def select_clauses(sentences: Iterable[Sentence]) -> list[Node]:
    """Pick the sentences that can stand after "said that": declarative, finite, projective, with a subject first."""
    return [_clause(sentence) for sentence in sentences if _fits(sentence)]


def without_subject(clause: Node, tense: str) -> Node | None:
    """The clause without its subject, for "... and demanded ..."; None unless it begins with a verb in the tense."""
    verb = copy.deepcopy(clause)
    if verb.xpos != tense or not verb.left or verb.left[0].rel != "nsubj":
        return None
    verb.left = verb.left[1:]
    return verb


def _speakers(sentence: Sentence) -> Iterable[Node]:
    """The short noun phrases that are subjects in a sentence."""
    if not _is_projective(sentence.heads):
        return
    for node in to_tree(sentence).in_order():
        if node.rel != "nsubj" or node.upos not in {"NOUN", "PROPN"}:
            continue
        words = list(node.in_order())
        relations = {child.rel for child in words[1:]}
        if len(words) <= LONGEST_SPEAKER and not UNFIT_SPEAKERS & relations and not UNFIT_WORDS & {w.form for w in words}:
            yield node


def _fits(sentence: Sentence) -> bool:
    if not SHORTEST <= len(sentence.words) <= LONGEST or sentence.words[-1] != "." or not sentence.words[0][0].isalpha():
        return False
    if UNFIT_WORDS & set(sentence.words) or "Typo=Yes" in "|".join(sentence.feats) or not _is_projective(sentence.heads):
        return False
    tree = to_tree(sentence)
    relations = [child.rel for child in tree.left]
    auxiliaries = {child.xpos for child in tree.left if child.upos == "AUX"}
    return (
        tree.upos in {"VERB", "NOUN", "ADJ"}
        and bool({tree.xpos, *auxiliaries} & FINITE)
        and any(rel in {"nsubj", "nsubj:pass"} for rel in relations)
        and not UNFIT_RELATIONS & set(relations)
        and not UNFIT_RELATIONS & {child.rel for child in tree.right}
        and bool(tree.right)
        and tree.right[-1].form == "."
        and "?" not in sentence.words
    )


def _clause(sentence: Sentence) -> Node:
    """The tree without its full stop, its first word in lower case unless it is a name."""
    tree = to_tree(sentence)
    tree.right = tree.right[:-1]
    nodes = list(tree.in_order())
    nodes[-1].space = True
    first = nodes[0]
    if first.upos != "PROPN" and not first.xpos.startswith("NNP") and first.lemma != "I" and first.form != "I":
        first.form = first.form[:1].lower() + first.form[1:] if not first.form[1:2].isupper() else first.form
    return tree


def _is_projective(heads: tuple[int, ...]) -> bool:
    arcs = [(min(i, head), max(i, head)) for i, head in enumerate(heads) if i != head]
    return not any(a < c < b < d for a, b in arcs for c, d in arcs)
