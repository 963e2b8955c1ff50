"""Find what a cue introduces where the parse fails to say so."""

from __future__ import annotations

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.quotes.lexicon import Cue
from tasks.extract.spans import offsets
from tasks.records import Span

#: How far behind a cue its clause may begin: time, place and addressee stand between ("told reporters in Rome on Monday that").
REACH = 14
ADVERBIAL_MARKERS = frozenset({"because", "when", "while", "as", "after", "before", "if", "although", "though", "since", "until", "to", "so", "should", "for"})
ATTACHED = frozenset({"parataxis", "advcl", "xcomp", "dep", "obj", "conj", "acl"})


def missing_clause(cue: Token, entry: Cue) -> tuple[list[Span], str]:
    """Return the content of a cue that has no complement in the parse, with the rule that found it."""
    if "clause" not in entry.frames:
        return [], ""
    if spans := _behind_that(cue):
        return spans, "that"
    if spans := _bare_clause(cue):
        return spans, "bare_clause"
    return [], ""


def _behind_that(cue: Token) -> list[Span]:
    """Clause behind "that", with nothing but nominal phrases between it and the cue."""
    doc, end = cue.doc, cue.sent.end
    for token in doc[cue.i + 1 : min(end, cue.i + REACH)]:
        if spans := clause_behind(token):
            return spans
        if token.pos_ in {"VERB", "AUX", "CCONJ"} or token.text in {":", ";"} or "\n" in token.text:
            return []
    return []


def clause_behind(token: Token) -> list[Span]:
    """Return the clause that a conjunction "that" introduces; nothing where the word is no such conjunction."""
    end = token.sent.end
    if token.lower_ != "that" or not (token.dep_ == "mark" or token.pos_ == "SCONJ") or token.i + 1 >= end:
        return []
    last = token.head.right_edge.i if token.dep_ == "mark" and token.head.i > token.i else end - 1
    return [offsets(token.doc[token.i + 1 : last + 1])]


def _bare_clause(cue: Token) -> list[Span]:
    """Clause with a subject of its own right behind the cue, whatever the parse calls it."""
    for child in cue.rights:
        start = child.left_edge.i
        adjacent = start <= cue.i + 1
        gap = cue.doc[cue.i + 1 : max(start, cue.i + 1)]
        if child.dep_ not in ATTACHED or len(gap) > REACH or any(token.is_punct or token.pos_ == "CCONJ" for token in gap):
            continue
        if child.dep_ in {"conj", "advcl", "acl"} and not adjacent:
            continue
        own = [subject for subject in clauses.subjects(child) if subject.i > cue.i]
        if own and clauses.marker(child) not in ADVERBIAL_MARKERS and own[0].lower_ not in {"who", "which", "that"}:
            start = max(cue.i + 1, child.left_edge.i)
            return [offsets(cue.doc[start : child.right_edge.i + 1])]
    return []
