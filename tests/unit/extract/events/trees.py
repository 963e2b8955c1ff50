"""Sentences with their trees and actors, written out, so that the rules are tested without a language model."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc

from tasks.extract.events.component import Events
from tasks.extract.extensions import set_extensions
from tasks.records import Actor, Event, Mention, Quote

VOCAB = English().vocab
PARTS_OF_SPEECH = {
    "NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "DT": "DET", "JJ": "ADJ",
    "IN": "ADP", "TO": "PART", "RB": "ADV",
    "MD": "AUX", "PRP": "PRON", "PRP$": "PRON",
    "POS": "PART", "WP": "PRON", "CC": "CCONJ", "CD": "NUM", ".": "PUNCT", ",": "PUNCT",
}  # fmt: skip


def tree(text: str) -> Doc:
    """Build a Doc from "form|lemma|tag|label|offset of the head" items."""
    rows = [item.split("|") for item in text.split()]
    words, lemmas, tags, deps, heads = zip(*rows, strict=True)
    parts = [
        "AUX" if dep.startswith(("aux", "cop")) else PARTS_OF_SPEECH.get(tag, "VERB") for tag, dep in zip(tags, deps, strict=True)
    ]
    spaces = [following not in {".", ",", "?", "'s"} for following in (*words[1:], ".")]
    return Doc(
        VOCAB,
        words=list(words),
        spaces=spaces,
        lemmas=list(lemmas),
        tags=list(tags),
        pos=parts,
        deps=list(deps),
        heads=[position + int(head) for position, head in enumerate(heads)],
    )


def with_records(doc: Doc, actors: dict[str, str], quotes: list[Quote] | None = None) -> Doc:
    """Give a Doc its actors, by type, and its quotes; an actor's id is its name."""
    set_extensions()
    doc._.actors = []
    for name, kind in actors.items():
        start = doc.text.index(name)
        doc._.actors.append(Actor(name, name, kind, (Mention(start, start + len(name), "name"),)))  # type: ignore[arg-type]
    doc._.quotes = quotes or []
    return doc


def events_of(text: str, actors: dict[str, str] | None = None, quotes: list[Quote] | None = None) -> dict[str, Event]:
    """Return the events of a sentence by trigger word."""
    doc = Events()(with_records(tree(text), actors or {}, quotes))
    return {doc.text[slice(*event.trigger)]: event for event in doc._.events}
