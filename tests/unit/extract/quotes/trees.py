"""Sentences with their trees written out, so that quotes are tested without a language model."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc

from tasks.extract.quotes.component import Quotes
from tasks.records import Quote, Span

VOCAB = English().vocab
PARTS = {
    "NN": "NOUN",
    "NP": "PROPN",
    "VB": "VERB",
    "MD": "AUX",
    "PR": "PRON",
    "DT": "DET",
    "JJ": "ADJ",
    "RB": "ADV",
    "IN": "ADP",
    "TO": "PART",
}
PARTS |= {"CC": "CCONJ", "CD": "NUM", "WP": "PRON", "WR": "ADV"}


def tree(text: str, rows: str) -> Doc:
    """Build a Doc of a text from "form|tag|label|number of the head" items, a sentence after the other; 0 is the root."""
    words, tags, deps, heads = zip(*(row.split("|") for row in rows.split()), strict=True)
    spaces, at = [], 0
    for word in words:
        at = text.index(word, at) + len(word)
        spaces.append(text[at : at + 1] == " ")
    return Doc(
        VOCAB,
        words=list(words),
        spaces=spaces,
        tags=list(tags),
        pos=[_part(tag, dep) for tag, dep in zip(tags, deps, strict=True)],
        lemmas=[word.lower() for word in words],
        deps=["ROOT" if head == "0" else dep for dep, head in zip(deps, heads, strict=True)],
        heads=[int(head) - 1 if head != "0" else position for position, head in enumerate(heads)],
    )


def _part(tag: str, dep: str) -> str:
    if tag == "NNP":
        return "PROPN"
    if dep == "mark" and tag == "IN":
        return "SCONJ"
    return "AUX" if dep.startswith(("aux", "cop")) else PARTS.get(tag[:2], "PUNCT")


def quotes_of(text: str, rows: str) -> list[dict[str, object]]:
    """Return the quotes of a text as the words of their parts."""
    doc = Quotes()(tree(text, rows))
    return [_words(text, quote) for quote in doc._.quotes]


def _words(text: str, quote: Quote) -> dict[str, object]:
    def read(spans: tuple[Span, ...]) -> str:
        return " / ".join(text[start:end] for start, end in spans)

    return {
        "content": read(quote.content),
        "cue": read(quote.cue),
        "speaker": read(quote.speaker),
        "addressee": read(quote.addressee),
        "kind": quote.kind,
        "reason": quote.speaker_reason,
        "polarity": quote.polarity,
        "medium": quote.medium,
        "stance": quote.stance,
        "parent": quote.parent,
    }
