"""Tells a capital or a people that stands for its state ("Moscow denied", "the Russians agreed") from place and people."""

from __future__ import annotations

from tasks.extract.actors import lexicon
from tasks.extract.actors.view import View
from tasks.extract.clauses import ACTIVE_SUBJECT, INDIRECT_OBJECT, OBJECT, POSSESSOR


def acts(view: View, token: int) -> bool:
    """Tell whether the noun at a token is agent or counterpart of deciding, speaking or acting."""
    while view.dep[token] == "conj" and view.head[token] != token:
        token = view.head[token]
    dep, head = view.dep[token], view.head[token]
    if dep in ACTIVE_SUBJECT:
        return view.lemma[head] in lexicon.words("deciding")
    if dep in OBJECT | INDIRECT_OBJECT:
        controls = any(view.dep[child] in {"xcomp", "ccomp"} for child in view.children[head])
        return controls or view.lemma[head] in lexicon.words("addressing")
    if dep in POSSESSOR:
        return view.lemma[head] in lexicon.words("state_possessions")
    return view.preposition(token) in lexicon.words("opposing")


def is_state(view: View, token: int) -> bool:
    """Tell whether a people is its state: all of it ("the Russians", "Russians"), not some of it, as agent of what states do."""
    if not {view.dep[child] for child in view.children[token]} <= {"det", "punct", "conj", "cc"}:
        return False
    dep, top = view.dep[token], token
    while dep == "conj" and view.head[top] != top:
        top = view.head[top]
        dep = view.dep[top]
    verb = view.head[top]
    if dep not in ACTIVE_SUBJECT or view.pos[verb] != "VERB":
        return False
    while view.lemma[verb] in lexicon.words("attempting") and (done := view.with_dep(verb, frozenset({"xcomp"}))):
        verb = done[0]
    definite = any(view.lower[child] == "the" for child in view.children[token])
    return view.lemma[verb] in lexicon.words("diplomacy") or (definite and view.lemma[verb] in lexicon.words("statecraft"))
