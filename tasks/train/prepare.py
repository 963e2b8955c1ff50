"""From the corpora to the .spacy files that each part of the pipeline is trained on."""

import random
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from tasks.evaluate.probe import load_probe
from tasks.train.corpora import NAME_SOURCES, TREEBANKS, NamedText, Sentence, read_names, read_treebank
from tasks.train.docs import group_names, group_sentences, names_to_doc, sentences_to_doc, write_docs
from tasks.train.mentions import replace_mentions, take_inventory
from tasks.train.silver import SURE_TREE, SilverSentence, names_doc, read_silver
from tasks.train.speech.clauses import take_material
from tasks.train.speech.generate import write_speech
from tasks.train.styles import vary_names, vary_sentences
from tasks.train.tokenizer import split_hyphens

SPEECH_SENTENCES = 7000
SILVER_TREES = 10000
"""Silver sentences to learn trees from: with more, newswire would outweigh the treebanks."""
DEV_TEXTS = 200
"""Texts of the development sets that pick the best state; evaluation uses all."""
RENAMED = 0.5
"""Texts with other names, per text with names of its own."""
DEV_SOURCES = NAME_SOURCES[:2]


def prepare_trees(corpora: Path, output: Path, silver: Path | None = None, seed: int = 0) -> dict[str, int]:
    """Write `trees-train.spacy` and `trees-dev.spacy`: treebanks, reported speech and, where given, silver trees.

    Returns:
        The number of tokens by file.
    """
    rng = random.Random(seed)
    nlp = _tokenizer()
    gold = [sentence for name in TREEBANKS for sentence in read_treebank(corpora / f"{name}-train.conllu.gz")]
    groups = list(group_sentences(vary_sentences(gold, rng), rng))
    groups += _speech_groups(gold, rng)
    if silver is not None:
        sure = [row.sentence for row in read_silver(silver) if row.tree_confidence >= SURE_TREE]
        chosen = rng.sample(sure, min(SILVER_TREES, len(sure)))
        groups += _groups_of(list(vary_sentences(chosen, rng)), rng)
    rng.shuffle(groups)
    held = [sentence for name in TREEBANKS for sentence in read_treebank(corpora / f"{name}-dev.conllu.gz")]
    dev = list(group_sentences(held, rng))
    rng.shuffle(dev)
    return {
        "trees-train": write_docs((sentences_to_doc(nlp.vocab, group) for group in groups), output / "trees-train.spacy"),
        "trees-dev": write_docs((sentences_to_doc(nlp.vocab, group) for group in dev[:DEV_TEXTS]), output / "trees-dev.spacy"),
    }


def prepare_names(corpora: Path, output: Path, silver: Path | None = None, seed: int = 0) -> dict[str, int]:
    """Write `names-train.spacy` and `names-dev.spacy`: human labels, some with other names, and silver names if given.

    Returns:
        The number of tokens by file.
    """
    rng = random.Random(seed)
    nlp = _tokenizer()
    gold = [text for source in NAME_SOURCES for text in read_names(corpora / f"{source}-train.jsonl.gz")]
    docs = [names_to_doc(nlp, text.text, text.ents) for text in _all_names(gold, rng)]
    if silver is not None:
        docs += _silver_names(nlp, list(read_silver(silver)), rng)
    rng.shuffle(docs)
    held = [text for source in DEV_SOURCES for text in read_names(corpora / f"{source}-dev.jsonl.gz")]
    rng.shuffle(held)
    dev = (names_to_doc(nlp, text.text, text.ents) for text in islice(held, DEV_TEXTS * 5))
    return {
        "names-train": write_docs(docs, output / "names-train.spacy"),
        "names-dev": write_docs(dev, output / "names-dev.spacy"),
    }


def _tokenizer() -> Language:
    nlp = spacy.blank("en")
    split_hyphens(nlp)
    return nlp


def _speech_groups(gold: Sequence[Sentence], rng: random.Random) -> list[list[Sentence]]:
    probe = load_probe()
    material = take_material(gold, avoid=frozenset(probe["verbs"] + probe["quoting"]))
    return _groups_of(list(write_speech(material, SPEECH_SENTENCES)) if material.clauses else [], rng)


def _groups_of(sentences: Sequence[Sentence], rng: random.Random) -> list[list[Sentence]]:
    """Texts of one to three sentences that do not belong together."""
    rest = iter(sentences)
    groups = []
    while group := list(islice(rest, rng.choice((1, 1, 1, 2, 3)))):
        groups.append(group)
    return groups


def _all_names(gold: Sequence[NamedText], rng: random.Random) -> Iterator[NamedText]:
    named = [text for text in gold if text.ents and rng.random() < RENAMED]
    renamed = replace_mentions(named, take_inventory(gold), rng)
    return chain(vary_names(group_names(gold, rng), rng), vary_names(renamed, rng))


def _silver_names(nlp: Language, rows: Sequence[SilverSentence], rng: random.Random) -> list[Doc]:
    return [names_doc(nlp.vocab, row) for row in rows if row.ents or rng.random() < 0.5]
