"""Which words of a tree make up a speaker, and which a content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tasks.extract.clauses import ADVERBIAL_CLAUSE, PARTICIPLE, RELATIVE_CLAUSE, subjects
from tasks.extract.spans import offsets
from tasks.records import Span

#: Labels of times without a preposition.
BARE_TIME = frozenset({"obl:unmarked", "obl:tmod", "npadvmod"})
BRACKETS = {")": "(", "]": "["}
MODIFIER = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "poss", "nmod:desc", "flat"})
ARTICLES = frozenset({"DET", "NUM", "ADJ", "PROPN", "NOUN", "PRON"})


def noun_phrase(head: Token) -> Span:
    """Return the longest contiguous noun phrase of a head, with title, apposition and what identifies it; asides are left out."""
    members = sorted(_members(head), key=_position)
    middle = members.index(head)
    first = last = middle
    while first > 0 and members[first - 1].i == members[first].i - 1:
        first -= 1
    while last + 1 < len(members) and members[last + 1].i == members[last].i + 1:
        last += 1
    kept = members[first : last + 1]
    while kept[0] != head and (kept[0].is_punct or kept[0].is_space or kept[0].dep_ in {"cc", "punct", "case", "mark"}):
        kept.pop(0)
    while kept[-1] != head and _ends_badly(kept):
        kept.pop()
    return offsets(kept)


def _position(token: Token) -> int:
    return token.i


def _members(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if not _is_aside(child):
            yield from _members(child)


def _is_aside(token: Token) -> bool:
    """Tell whether a dependent of a noun is no part of its phrase: a clause behind a comma, or of which the noun is predicate."""
    if token.dep_ in ADVERBIAL_CLAUSE or token.dep_ in {
        "parataxis",
        "nsubj",
        "cop",
        "aux",
        "ccomp",
        "discourse",
        "dep",
        "advmod:emph",
    }:
        return True
    if token.dep_ in RELATIVE_CLAUSE or token.dep_ in PARTICIPLE:
        edge = token.left_edge
        return edge.i > 0 and (edge.nbor(-1).is_punct or edge.is_punct)
    return token.dep_ == "conj" and (token.pos_ in {"VERB", "AUX"} or bool(subjects(token)))


def _ends_badly(tokens: list[Token]) -> bool:
    last = tokens[-1]
    if last.text in BRACKETS:
        return all(token.text != BRACKETS[last.text] for token in tokens)
    return last.is_punct or last.is_space or last.dep_ in {"cc", "case", "punct"}


def _begins_at(part: Token, token: Token) -> bool:
    """Tell whether the phrase of which a word is part begins at a token, its preposition aside."""
    if part.head.left_edge.i >= token.i:
        return True
    return part.dep_ in MODIFIER and all(child.dep_ in {"case", "punct"} for child in part.head.lefts if child.i < token.i)


def nominal_at(token: Token, end: int) -> Token | None:
    """Return the head of the noun phrase that begins at a token and stays before a token position, None where there is none."""
    head = token
    while head.head != head and head.head.i < end and head.pos_ in ARTICLES and _begins_at(head, token):
        head = head.head
    if head.pos_ in {"DET", "ADJ", "NUM"} or head.tag_ == "PRP$":
        # The parse leaves the noun out: take the last of the nouns that follow.
        while head.i + 1 < end and head.nbor(1).pos_ in ARTICLES:
            head = head.nbor(1)
    if head.pos_ in {"VERB", "ADV", "PUNCT"} and head != token:
        # A compound before the noun ("Rome-based lawyer Ada Ito") taken apart: take the first noun behind it.
        head = next((word for word in head.doc[head.i + 1 : end] if word.pos_ in {"NOUN", "PROPN"}), head)
    return head if head.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"} and head.i < end else None


def lent_subjects(clause: Token, cue: Token) -> list[Token]:
    """Return the subjects behind a cue that the parse gives to it, though the clause lacks one ("suggested | rebels fled")."""
    if clause.i < cue.i or subjects(clause):
        return []
    found = [head for head in subjects(cue) if cue.i < head.i < clause.i]
    return [] if any(token.is_punct for token in clause.doc[cue.i + 1 : clause.i]) else found


def taken_subjects(clause: Token, cue: Token) -> list[Token]:
    """Return the subjects before a cue that the parse gives to the clause, though that has one of its own."""
    found = [head for head in subjects(clause) if head.i < cue.i < clause.i]
    return found if found and len(subjects(clause)) > len(found) and not subjects(cue) else []


def clause_spans(clause: Token, cue: Token, without: Sequence[Token] = ()) -> list[Span]:
    """Return the offsets of a content clause without the words of the frame ("..., he said, ...") that stand inside it.

    Args:
        clause: head of the clause.
        cue: the verb of saying.
        without: heads below the clause that do not belong to it, nor does anything behind them.
    """
    inside = {token.i for head in (clause, *lent_subjects(clause, cue)) for token in head.subtree}
    for head in (*without, *taken_subjects(clause, cue), cue):
        if head.i in inside and head.i != clause.i:
            inside -= {token.i for token in head.subtree}
    if without:
        inside = {i for i in inside if i < min(head.left_edge.i for head in without)}
    that = next((part.i for part in clause.lefts if part.dep_ == "mark" and part.lower_ == "that" and part.i > cue.i), None)
    inside = {i for i in inside if that is None or i < cue.i or i >= that}
    # What the parse joins to the clause across a second verb of the speaker ("said it fell and urged them to ...") is no part.
    ends = [part.left_edge.i for part in cue.children if part.dep_ == "conj" and clause.i < part.left_edge.i]
    inside = {i for i in inside if not ends or i < min(ends)}
    if not inside:
        return []
    doc = clause.doc
    first, last = min(inside), max(inside)
    if not first < cue.i < last:
        return [offsets(doc[first : last + 1])]
    low, high = _frame(doc, inside, cue)
    spans = [offsets(doc[high + 1 : last + 1])] if high < last and not _is_time(doc[high + 1 : last + 1]) else []
    if high + 1 < last and doc[high + 1].lower_ == "that":
        return spans
    before = [token for token in doc[first:low] if token.i in inside]
    # What stands before the frame belongs to the content if it is its predicate or subject; else it is an adjunct of the cue.
    if before and (clause.i < low or any(subject.i < low for subject in subjects(clause))):
        spans.insert(0, offsets(doc[first:low]))
    return spans


def _frame(doc: Doc, inside: set[int], cue: Token) -> tuple[int, int]:
    """Return the first and last word of what stands around a cue and is not inside the content."""
    low = high = cue.i
    for way in (range(cue.i, min(inside), -1), range(cue.i, max(inside))):
        for i in way:
            if i in inside and not doc[i].is_punct:
                break
            if i not in inside and not doc[i].is_punct and not doc[i].is_space:
                low, high = min(low, i), max(high, i)
    return low, high


def _is_time(words: TokenSpan) -> bool:
    """Tell whether words behind a frame merely go on telling when it was said ("..., police said on Friday, local time")."""
    tops = [word for word in words if word.head == word or word.head.i not in range(words.start, words.end)]
    return all(word.is_punct or word.dep_ in BARE_TIME for word in tops)
