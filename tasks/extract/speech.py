"""The spaCy component `readout_speech`: ties clauses to their verbs of saying where the parser did not.

A parser that reads from left to right meets the clause of "The talks failed, insisted the envoy" before it can know that
it is reported. Where a sentence ends in a comma, a verb of saying and a noun phrase, in either order, the verb is made the
root, the clause its complement and the noun phrase its subject. And a "that" clause with a subject of its own behind an
adjunct ("said in a memo that it failed") belongs to a verb of saying that has no other. For Universal Dependencies trees.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from tasks.extract.quotes.lexicon import verb_forms

FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
"""Tags of a verb of saying; an inverted one is often taken for a participle."""
CLAUSAL = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
INSIDE_NOMINAL = NOMINAL | {"DET", "ADJ", "ADP", "NUM", "PART"}
QUOTES = frozenset({'"', "”", "’", "'", "''"})
ADJUNCTS = frozenset({"obl", "obl:unmarked"})
LONGEST_END = 16


@dataclass(frozen=True)
class Ending:
    """A clause and the verb of saying and speaker that close its sentence; `start` is the first token after the clause."""

    clause: Token
    verb: Token
    speaker: Token
    start: int


@Language.factory("readout_speech", assigns=["token.dep", "token.head"], requires=["token.dep", "token.head", "token.tag"])
def create_speech(nlp: Language, name: str) -> "Speech":
    """Make the component for a pipeline."""
    return Speech()


class Speech:
    """Mends the trees of sentences that end in a verb of saying and its subject."""

    def __call__(self, doc: Doc) -> Doc:
        """Set heads and relations where a sentence ends so."""
        if not doc.has_annotation("DEP"):
            return doc
        changed: dict[int, tuple[int, str]] = {}
        for sent in doc.sents:
            ending = find_ending(sent)
            if ending is not None:
                changed |= mended(sent, ending)
            else:
                changed |= {clause.i: (verb.i, "ccomp") for verb, clause in find_misplaced(sent)}
        if not changed:
            return doc
        arcs = {token.i: (token.head.i, token.dep_) for token in doc} | changed
        heads = np.array([arcs[i][0] - i for i in range(len(doc))], dtype="int64").astype("uint64")
        relations = np.array([doc.vocab.strings.add(arcs[i][1]) for i in range(len(doc))], dtype="uint64")
        table: Any = np.stack([heads, relations], axis=1)
        doc.from_array(["HEAD", "DEP"], table)
        return doc


def find_ending(sent: Span) -> Ending | None:
    """Find the verb of saying and the speaker that close a sentence, if it has a clause before them."""
    tokens = [token for token in sent if not token.is_space]
    for place, token in enumerate(tokens):
        if token.text != "," or place < 2 or len(tokens) - place > LONGEST_END:
            continue
        start = place + 1 + (place + 1 < len(tokens) and tokens[place + 1].text in QUOTES)
        end = tokens[start:]
        while end and end[-1].is_punct:
            end = end[:-1]
        said = _inverted(end) or _in_order(end)
        clause = _clause(tokens[:place], said[0]) if said else None
        if said and clause is not None:
            return Ending(clause, *said, start=tokens[start].i)
    return None


def mended(sent: Span, ending: Ending) -> dict[int, tuple[int, str]]:
    """The arcs of a sentence, mended; each token still reaches the one root."""
    verb, arcs = ending.verb.i, {}
    for token in sent:
        head, relation = token.head.i, token.dep_
        if token.i >= ending.start and (head < ending.start or token.head == token):
            head, relation = verb, "obl" if relation == "ROOT" else relation
        elif token.i < ending.start and (head >= ending.start or token.head == token):
            head = ending.clause.i
        arcs[token.i] = head, relation
    arcs[ending.speaker.i] = verb, "nsubj"
    arcs[ending.clause.i] = verb, "ccomp"
    arcs[verb] = verb, "ROOT"
    return arcs


def find_misplaced(sent: Span) -> Iterator[tuple[Token, Token]]:
    """Find "that" clauses that depend on an adjunct's noun although the verb of saying before it lacks a clause."""
    for clause in sent:
        noun = clause.head
        if clause.dep_ not in {"acl:relcl", "acl"} or noun.head.i >= noun.i or noun.dep_ not in ADJUNCTS:
            continue
        that = clause.left_edge
        own = [child for child in clause.children if child.dep_.startswith("nsubj") and child.i > that.i]
        others = {child.dep_ for child in noun.head.children} & {"ccomp", "xcomp", "obj", "nsubj:pass"}
        if that.lower_ == "that" and that.i == noun.i + 1 and own and not others and _says(noun.head):
            yield noun.head, clause


def _inverted(end: Sequence[Token]) -> tuple[Token, Token] | None:
    """Said the envoy (on Monday)."""
    if len(end) < 2 or not _says(end[0]) or _has_verb(end[1:]):
        return None
    speaker = _top(end[1], end)
    starts_phrase = end[1].pos_ in NOMINAL | {"DET", "ADJ", "NUM"} and end[1].tag_ not in {"PRP$", "EX"}
    return (end[0], speaker) if starts_phrase and speaker.pos_ in NOMINAL else None


def _in_order(end: Sequence[Token]) -> tuple[Token, Token] | None:
    """The envoy said (on Monday)."""
    place = next((i for i, token in enumerate(end) if _says(token)), 0)
    if not place or _has_verb(end[:place]) or _has_verb(end[place + 1 :]) or any(token.text == "," for token in end):
        return None
    if any(token.pos_ not in INSIDE_NOMINAL for token in end[:place]) or end[0].pos_ == "ADP":
        return None
    speaker = _top(end[0], end[:place])
    return (end[place], speaker) if speaker.pos_ in NOMINAL else None


def _says(token: Token) -> bool:
    cues = verb_forms().get(token.lower_, ())
    return token.tag_ in FINITE and any({"clause", "quotation"} & cue.frames and " " not in cue.lemma for cue in cues)


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(token.pos_ in {"VERB", "AUX", "SCONJ"} for token in tokens)


def _top(token: Token, within: Sequence[Token]) -> Token:
    """The highest token above one, among some."""
    places = {other.i for other in within}
    while token.head != token and token.head.i in places and not _says(token.head):
        token = token.head
    return token


def _clause(before: Sequence[Token], verb: Token) -> Token | None:
    """The head of a main clause before the verb: finite, with a subject, not introduced by "when", "if" or "as"."""
    places = {token.i for token in before}
    tops = [token for token in before if token.head == token or token.head.i not in places]
    tops = [token for token in tops if token.head == token] or [token for token in tops if token.pos_ != "PUNCT"]
    if len(tops) != 1:
        return None
    top = tops[0]
    children = [child for child in top.children if child.i in places]
    finite = top.tag_ in CLAUSAL or any(child.tag_ in CLAUSAL and child.pos_ == "AUX" for child in children)
    has_subject = any(child.dep_.startswith(("nsubj", "csubj", "expl")) for child in children)
    marked = any(child.dep_ == "mark" and child.lower_ != "that" for child in children)
    settled = top.head == verb and top.dep_ == "advcl"
    return top if finite and has_subject and not marked and not settled else None
