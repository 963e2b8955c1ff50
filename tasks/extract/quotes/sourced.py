"""Phrases that name the source of what a sentence says: "according to X", "per X", "in X's words"."""

from __future__ import annotations

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.quotes import lexicon
from tasks.extract.quotes.cues import Report
from tasks.extract.quotes.phrases import nominal_at, noun_phrase
from tasks.extract.spans import offsets, token_offsets
from tasks.records import Span

ASIDES = frozenset({"appos", "acl"}) | clauses.RELATIVE_CLAUSE
#: The writer's or the reader's own words ("in my view").
OWN = frozenset({"my", "our", "your"})


def source_report(token: Token, text: str) -> Report | None:
    """Phrase that names the source: "according to X", "per X" at the head of a sentence; text is that of the document."""
    sentence = token.sent
    after = token.i + 1
    if token.lower_ == "according":
        if after >= sentence.end or token.nbor(1).lower_ != "to":
            return None
        after += 1
    elif token.i != sentence.start and not token.nbor(-1).is_punct:
        return None
    if after >= sentence.end:
        return None
    entry = lexicon.cues("source")["according to" if token.lower_ == "according" else "per"]
    head = nominal_at(token.doc[after], sentence.end)
    if head is None:
        return None
    phrase = noun_phrase(head)
    comma = text.find(", as well as", *phrase)
    comma = text.find(",", *phrase) if comma < 0 else comma
    joined = text.startswith(", as well as", comma)
    if (token.i == sentence.start or joined) and comma > 0 and "," not in text[phrase[1] : phrase[1] + 2]:
        phrase = phrase[0], comma
    last = head.i
    while last + 1 < sentence.end and token.doc[last + 1].idx < phrase[1] and token.doc[last + 1].pos_ != "DET":
        last += 1
    phrase = offsets(token.doc[after : last + 1]) if token.doc[last].pos_ == "PROPN" else (token.doc[after].idx, phrase[1])
    content = _around(token, (phrase[0], _behind_aside(head, phrase[1], text)), text)
    return Report(token, entry, offsets(token.doc[token.i : after]), [head], content, "source", phrase) if content else None


def _behind_aside(head: Token, end: int, text: str) -> int:
    """Return where the sentence goes on behind an aside on the source ("according to Acme, a firm in Oslo, ...")."""
    doc = head.doc
    for aside in (part for part in head.subtree if part.dep_ in ASIDES):
        first, last = aside.left_edge, aside.right_edge
        first = doc[first.i + 1] if first.text == "," else first
        if text[end : first.idx].strip() == "," and last.i + 1 < len(doc) and doc[last.i + 1].text == ",":
            return last.idx + len(last)
    return end


def worded(token: Token, text: str) -> Report | None:
    """Phrase that gives whose words they are: "in Ruiz's words", "in the view of the court"."""
    noun = token.head if token.dep_ == "case" else None
    entry = lexicon.cues("source").get(f"in {noun.lower_.removesuffix('s')}") if noun is not None else None
    if noun is None or entry is None or noun.i < token.i:
        return None
    speakers = clauses.possessors(noun) or [head for preposition, head in clauses.obliques(noun) if preposition == "of"]
    end = max([noun.i, *(head.right_edge.i for head in speakers)])
    following = token.doc[end + 1].text if end + 1 < token.sent.end else ""
    if not speakers or speakers[0].lower_ in OWN or following != ",":
        return None
    content = _around(token, offsets(token.doc[token.i : end + 1]), text)[-1:]
    return Report(token, entry, token_offsets(token), speakers, content, "source") if content else None


def _around(token: Token, phrase: Span, text: str) -> list[Span]:
    """Return what the sentence says apart from the phrase that begins at a token."""
    sentence = token.sent
    before, behind = (sentence.start_char, token.idx), (phrase[1], sentence.end_char)
    spans = []
    if text[before[0] : before[1]].strip(" \n,;:-—–\"'“”‘’("):
        spans.append(before)
    if text[behind[0] : behind[1]].strip(" \n,;:.!?-—–\"'“”‘’)"):
        spans.append(behind)
    return spans
