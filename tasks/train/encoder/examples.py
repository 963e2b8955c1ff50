"""Training examples of the encoder: stretches of text with trees, names or both, from the corpora."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import spacy

from tasks.evaluate.probe import load_probe
from tasks.extract.encoder.labels import Labels, Name, encode_names, name_labels
from tasks.extract.encoder.lemmas import IDENTITY, rule_of
from tasks.extract.encoder.words import GLUED, NEW_LINE, SPACED
from tasks.train.corpora import LABELS, TREEBANKS, NamedText, Sentence, read_names, read_treebank
from tasks.train.speech.clauses import take_material
from tasks.train.speech.generate import write_speech
from tasks.train.tokenizer import split_hyphens

NAMES_OF_TREEBANK = {"ewt": "uner_ewt", "gum_free": "gum_ner"}
NAMES_ONLY = ("crossner", "wikigold", "re3d", "btc")
SPEECH = "speech"
SPEECH_COUNT = 6000
MIN_FEATS, MIN_RULE = 3, 2


@dataclass(frozen=True)
class Example:
    """One sentence to learn from; `tree` and `names` are None where the source has none.

    `follows` says that the sentence before it in the list comes right before it in the text.
    """

    words: tuple[str, ...]
    spacing: tuple[int, ...]
    tree: Sentence | None
    names: tuple[Name, ...] | None
    follows: bool = False


def read_examples(corpora: Path, part: str) -> dict[str, list[Example]]:
    """Read all sources of a part (`train` or `dev`), by name; training has sentences of reported speech besides."""
    sources = {}
    trees: list[Sentence] = []
    for treebank in TREEBANKS:
        named = read_names(corpora / f"{NAMES_OF_TREEBANK[treebank]}-{part}.jsonl.gz")
        sentences = list(read_treebank(corpora / f"{treebank}-{part}.conllu.gz"))
        sources[treebank] = with_names(sentences, {text.sent_id: text for text in named})
        trees += sentences
    if part == "train":
        for source in NAMES_ONLY:
            sources[source] = list(names_only(read_names(corpora / f"{source}-{part}.jsonl.gz")))
        probe = load_probe()
        material = take_material(trees, avoid=frozenset(probe["verbs"] + probe["quoting"]))
        sources[SPEECH] = with_names(write_speech(material, SPEECH_COUNT), {})
    return sources


def with_names(sentences: Iterable[Sentence], named: dict[str, NamedText]) -> list[Example]:
    """Join trees with the names of the same sentences."""
    found: list[Example] = []
    before: Sentence | None = None
    for sentence in sentences:
        follows = before is not None and before.doc_id == sentence.doc_id
        same_line = follows and before is not None and before.paragraph == sentence.paragraph
        first = NEW_LINE if not same_line else SPACED if before is not None and before.spaces[-1] else GLUED
        spacing = (first, *(SPACED if space else GLUED for space in sentence.spaces[:-1]))
        text = named.get(sentence.sent_id)
        names = None if text is None else align(sentence.words, text)
        found.append(Example(sentence.words, spacing, sentence, names, follows))
        before = sentence
    return found


def align(words: Sequence[str], text: NamedText) -> tuple[Name, ...] | None:
    """Names as word positions, None where the text has other letters than the words.

    Letters are counted without the spaces between them, which sources write differently; a name that cuts through a
    word takes the whole word.
    """
    letters = [index for index, letter in enumerate(text.text) if not letter.isspace()]
    joined = ["".join(word.split()) for word in words]
    if "".join(joined) != "".join(text.text.split()):
        return None
    word_of = [number for number, word in enumerate(joined) for _ in word]
    names: list[Name] = []
    for begin, end, type_ in text.ents:
        inside = word_of[bisect_left(letters, begin) : bisect_left(letters, end)]
        if inside and (not names or inside[0] >= names[-1][1]):
            names.append((inside[0], inside[-1] + 1, type_))
    return tuple(names)


def names_only(texts: Iterable[NamedText]) -> Iterator[Example]:
    """Tokenize texts that have names but no trees."""
    nlp = spacy.blank("en")
    split_hyphens(nlp)
    for text in texts:
        tokens = [token for token in nlp.make_doc(text.text) if not token.is_space]
        words = tuple(token.text for token in tokens)
        if words:
            spaced = (text.text[token.idx - 1].isspace() for token in tokens[1:])
            spacing = (NEW_LINE, *(SPACED if space else GLUED for space in spaced))
            yield Example(words, spacing, None, align(words, text))


def collect_labels(examples: Iterable[Example]) -> Labels:
    """The label inventories of training data; rare feature sets and lemma rules are left out."""
    upos, xpos, feats, rules, deprels = (Counter[str]() for _ in range(5))
    for example in examples:
        if (tree := example.tree) is not None:
            upos.update(tree.upos)
            xpos.update(tree.xpos)
            feats.update(tree.feats)
            deprels.update(tree.deprels)
            rules.update(map(rule_of, tree.words, tree.lemmas))
    return Labels(
        upos=tuple(sorted(upos)),
        xpos=tuple(sorted(xpos)),
        feats=tuple(sorted(label for label, count in feats.items() if count >= MIN_FEATS)),
        lemma=tuple(sorted({IDENTITY, *(rule for rule, count in rules.items() if count >= MIN_RULE)})),
        ner=name_labels(LABELS),
        start=("no", "yes"),
        deprel=tuple(sorted(deprels)),
    )


def name_tags(example: Example) -> list[str] | None:
    """One name label per word, None where the source has no names."""
    return None if example.names is None else encode_names(len(example.words), list(example.names))


def respelled(example: Example, words: Iterable[str]) -> Example:
    """The same example with other spellings of its words."""
    return replace(example, words=tuple(words))
