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
    items = [row.split("|") for row in rows.split()]
    places, words, spaces, at = [], [], [], 0
    for item in items:
        at = text.index(item[0], at) + len(item[0])
        places.append(len(words))
        words.append(item[0])
        spaces.append(text[at : at + 1] == " ")
        if text[at : at + 1] == "\n":
            words.append("\n")
            spaces.append(False)
            item.append("break")
    heads, tags, deps, parts = [], [], [], []
    for number, (_, tag, dep, head, *breaks) in enumerate(items):
        heads.append(places[int(head) - 1] if head != "0" else places[number])
        tags.append(tag)
        deps.append("ROOT" if head == "0" else dep)
        parts.append(_part(tag, dep))
        if breaks:
            heads.append(places[number])
            tags.append("_SP")
            deps.append("dep")
            parts.append("SPACE")
    return Doc(
        VOCAB, words=words, spaces=spaces, tags=tags, pos=parts, lemmas=[word.lower() for word in words], deps=deps, heads=heads
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
        "issuer": read(quote.issuer),
        "addressee": read(quote.addressee),
        "kind": quote.kind,
        "reason": quote.speaker_reason,
        "polarity": quote.polarity,
        "medium": quote.medium,
        "stance": quote.stance,
        "parent": quote.parent,
    }
