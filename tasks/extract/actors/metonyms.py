"""Tells a capital or a seat that stands for its government ("Moscow denied", "sanctions against Ankara") from the place."""

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
