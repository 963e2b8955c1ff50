"""Find what a cue introduces where the parse fails to say so."""

from __future__ import annotations

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.quotes.cues import FINITE
from tasks.extract.quotes.lexicon import Cue, media, noun_forms
from tasks.extract.spans import offsets
from tasks.records import Span

#: How far behind a cue its clause may begin: time, place and addressee stand between ("told reporters in Rome on Monday that").
REACH = 14
ADVERBIAL_MARKERS = frozenset(
    {
        "because",
        "when",
        "while",
        "as",
        "after",
        "before",
        "if",
        "although",
        "though",
        "since",
        "until",
        "to",
        "so",
        "should",
        "for",
    }
)
PREDICATE = frozenset({"VERB", "AUX"})
PREPOSITIONS = frozenset({"on", "about", "of", "with", "at", "by"})
TIMES = frozenset({"when", "where", "according"})
RELATIVE = frozenset({"who", "which", "that"})
ATTACHED = frozenset({"parataxis", "advcl", "xcomp", "dep", "obj", "conj", "acl"})


def missing_clause(cue: Token, entry: Cue) -> tuple[list[Span], str]:
    """Return the content of a cue that has no complement in the parse, with the rule that found it."""
    if "clause" not in entry.frames:
        return [], ""
    for rule, find in (
        ("that", _behind_that),
        ("set_off", set_off),
        ("bare_clause", _bare_clause),
        ("taken_over", _taken_over),
    ):
        if spans := find(cue):
            return spans, rule
    return [], ""


def set_off(cue: Token) -> list[Span]:
    """Sentence from which commas set off speaker and cue alone: "The plan, as Ms. Ito said, failed", "It failed, police say"."""
    sentence, doc = cue.sent, cue.doc
    subject = next((token for token in clauses.subjects(cue) if token.lower_ not in RELATIVE), None)
    if subject is None or cue.tag_ not in FINITE or any(thing.i > cue.i for thing in clauses.objects(cue)):
        return []
    first, last = min(cue.i, subject.left_edge.i), max(cue.i, subject.right_edge.i if subject.i > cue.i else cue.i)
    while first < cue.i and doc[first].is_punct:
        first += 1
    while (
        last + 1 < sentence.end
        and doc[last + 1].pos_ in {"PART", "ADP", "ADV"}
        and doc[last + 1].dep_ in {"compound:prt", "prt", "advmod"}
    ):
        last += 1
    last = _to_comma(cue, last)
    if first > sentence.start and doc[first - 1].lower_ == "as":
        first -= 1
    before, behind = doc[sentence.start : max(sentence.start, first - 1)], doc[last + 1 : sentence.end]
    if (
        first - 1 <= sentence.start
        or doc[first - 1].text != ","
        or not any(token.pos_ in PREDICATE for token in (*before, *behind))
    ):
        return []
    ends = all(token.is_punct or token.is_space or token.ent_type_ == "DATE" for token in behind)
    if ends and any(token.pos_ in PREDICATE for token in before):
        return [offsets(before)]
    if len(behind) > 2 and behind[0].text == "," and behind[1].tag_ not in {"VBG", "IN", "CC", "WP", "WDT", "RB"}:
        return [offsets(before), offsets(behind[1:])]
    return []


def _behind_that(cue: Token) -> list[Span]:
    """Clause behind "that", with nothing but nominal phrases between it and the cue."""
    doc, end = cue.doc, cue.sent.end
    for token in doc[cue.i + 1 : min(end, cue.i + REACH)]:
        if spans := clause_behind(token):
            return spans
        ends = token.pos_ in {"VERB", "AUX", "CCONJ"} or token.text in {":", ";"} or "\n" in token.text
        if ends or (token.lower_ in noun_forms() and token.lower_ not in media()):
            return []  # what follows "responded to claims" is claimed
    return []


def _to_comma(cue: Token, last: int) -> int:
    """Take the place or time behind a cue ("said in Rome on Monday,") into the frame."""
    for token in cue.doc[last + 1 : min(last + 8, cue.sent.end)]:
        if token.text == ",":
            return token.i - 1
        if token.pos_ in PREDICATE or token.pos_ in {"SCONJ", "CCONJ"}:
            break
    return last


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
        if child.left_edge.pos_ in {"CCONJ", "PUNCT"} or child.left_edge.lower_ in TIMES:
            continue
        if child.dep_ in {"conj", "advcl", "acl"} and not adjacent:
            continue
        own = [subject for subject in clauses.subjects(child) if subject.i > cue.i and subject.lower_ not in RELATIVE]
        finite = adjacent and child.dep_ == "obj" and child.tag_ in FINITE
        prepositional = child.left_edge.pos_ == "ADP" or child.left_edge.lower_ in PREPOSITIONS
        if (own or finite) and not prepositional and clauses.marker(child).partition(" ")[0] not in ADVERBIAL_MARKERS:
            start = max(cue.i + 1, child.left_edge.i)
            return [offsets(cue.doc[start : child.right_edge.i + 1])]
    return []


def _taken_over(cue: Token) -> list[Span]:
    """Clause behind the cue that the parse hangs on another verb or makes the main one ("While Ito said talks had failed")."""
    start = cue.i + 1
    if start >= cue.sent.end:
        return []
    things = [thing for thing in clauses.objects(cue) if thing.left_edge.i == start and cue.dep_ in clauses.PARTICIPLE]
    for verb in (token for head in (cue.head, cue.head.head) for token in (head, *head.children)):
        if verb.i <= start or verb.pos_ not in {"VERB", "AUX", "NOUN", "ADJ"} or verb.dep_ in clauses.RELATIVE_CLAUSE | {"conj"}:
            continue
        own = [child for child in verb.children if child.dep_ in clauses.SUBJECT or child.dep_ == "expl"]
        verbal = verb.pos_ in PREDICATE or clauses.copula(verb) is not None
        if verbal and (any(child.left_edge.i == start for child in own) or (things and not own and verb.tag_ in FINITE)):
            return [offsets(cue.doc[start : verb.right_edge.i + 1])]
    return []


def subject_before(cue: Token) -> list[Token]:
    """Return the subject of the nearest verb above a cue that stands before it ("issued a letter, saying talks had failed")."""
    for verb in clauses.ancestors(cue):
        if verb.i < cue.i and verb.pos_ in PREDICATE:
            return clauses.understood_subjects(verb)[:1]
    return []
