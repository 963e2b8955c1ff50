"""Sentences parsed by hand: words ``TEXT/TAG/head/dep[/ENT]`` with spaces between, heads counted from 1."""

from datetime import date

import spacy
from spacy.tokens import Doc

from tasks.extract.actors.gazetteer import load_gazetteer
from tasks.extract.actors.resolve import resolve
from tasks.extract.extensions import set_extensions
from tasks.records import Actor, Quote

VOCAB = spacy.blank("en").vocab
POS = {
    "NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "PRP": "PRON", "PRP$": "PRON", "VBD": "VERB", "VBZ": "VERB",
    "VB": "VERB", "DT": "DET", "IN": "ADP", "JJ": "ADJ", "RB": "ADV", ",": "PUNCT", ".": "PUNCT", "``": "PUNCT", "''": "PUNCT",
    "POS": "PART", "CC": "CCONJ", "MD": "AUX", "-LRB-": "PUNCT", "-RRB-": "PUNCT", "AUX": "AUX",
}  # fmt: skip
TIGHT = frozenset({",", ".", "''", "-RRB-", "POS"})


def parsed(*sentences: str, published: date | None = date(2025, 3, 20)) -> Doc:
    """Build a Doc of sentences in the notation of this module."""
    set_extensions()
    rows, starts, heads = [], [], []
    for sentence in sentences:
        base = len(rows)
        tokens = [token.split("/") for token in sentence.split()]
        heads += [base + int(token[2]) - 1 if int(token[2]) else base + i for i, token in enumerate(tokens)]
        starts += [True] + [False] * (len(tokens) - 1)
        rows += tokens
    tags = [row[1] for row in rows]
    spaces = [i + 1 < len(rows) and tags[i + 1] not in TIGHT and tags[i] not in {"``", "-LRB-"} for i in range(len(rows))]
    ents = [row[4] if len(row) > 4 else "O" for row in rows]
    doc = Doc(
        VOCAB,
        words=[row[0] for row in rows],
        spaces=spaces,
        tags=tags,
        pos=[POS[tag] for tag in tags],
        lemmas=[row[0].lower().rstrip("s") if row[1] == "NNS" else row[0].lower() for row in rows],
        deps=[row[3] if row[3] != "root" else "ROOT" for row in rows],
        heads=heads,
        sent_starts=starts,
        ents=["O" if ent == "O" else ent if ent[1] == "-" else f"B-{ent}" for ent in ents],
    )
    doc._.doc_id, doc._.published = "doc", published
    return doc


def actors_of(doc: Doc, quotes: list[Quote] | None = None) -> list[Actor]:
    """Resolve a Doc; sets its actors and quotes."""
    doc._.quotes = quotes or []
    doc._.actors, doc._.quotes = resolve(doc, load_gazetteer())
    actors: list[Actor] = doc._.actors
    return actors


def mentions_of(doc: Doc, name: str) -> list[str]:
    """Return the texts of the mentions of the actor of a name."""
    [actor] = [actor for actor in doc._.actors if actor.name == name]
    return [doc.text[mention.start : mention.end] for mention in actor.mentions]
