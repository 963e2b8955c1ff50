"""Training examples of the encoder: joining trees with names, varying them and laying them out."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from tasks.extract.encoder.words import GLUED, NEW_LINE, SPACED
from tasks.train.corpora import NamedText, Sentence
from tasks.train.encoder.augment import NamePool, vary
from tasks.train.encoder.examples import Example, align, collect_labels, name_tags, with_names

WORDS = ("Ana", "Ruiz", "did", "n't", "like", "Oslo", ".")
SENTENCE = Sentence(
    "s1",
    "d1",
    1,
    words=WORDS,
    spaces=(True, True, False, True, True, False, False),
    upos=("PROPN", "PROPN", "AUX", "PART", "VERB", "PROPN", "PUNCT"),
    xpos=("NNP", "NNP", "VBD", "RB", "VB", "NNP", "."),
    lemmas=("Ana", "Ruiz", "do", "not", "like", "Oslo", "."),
    feats=("Number=Sing",) * 7,
    heads=(4, 0, 4, 4, 4, 4, 4),
    deprels=("nsubj", "flat", "aux", "advmod", "root", "obj", "punct"),
)
TEXT = NamedText("test", "d1", "s1", "Ana Ruiz didn't like Oslo.", ((0, 8, "PERSON"), (21, 25, "GPE")))
NAMES = ((0, 2, "PERSON"), (5, 6, "GPE"))


def _example() -> Example:
    return with_names([SENTENCE], {"s1": TEXT})[0]


def test_names_meet_the_words_of_the_tree() -> None:
    assert align(WORDS, TEXT) == NAMES


def test_spaces_between_words_do_not_matter_but_letters_do() -> None:
    spread = replace(TEXT, text="Ana Ruiz did n't like  Oslo .", ents=((0, 8, "PERSON"), (23, 27, "GPE")))
    assert align(WORDS, spread) == NAMES
    assert align(WORDS, replace(TEXT, text="Ana Ruiz did like Oslo.")) is None


def test_spacing_knows_lines_spaces_and_glued_words() -> None:
    second = replace(SENTENCE, sent_id="s2", paragraph=2)
    first, other = with_names([SENTENCE, second], {"s1": TEXT})
    assert first.spacing == (NEW_LINE, SPACED, SPACED, GLUED, SPACED, SPACED, GLUED)
    assert other.spacing[0] == NEW_LINE
    assert other.follows
    assert other.names is None


def test_name_labels_cover_the_sentence() -> None:
    assert name_tags(_example()) == ["B-PERSON", "L-PERSON", "O", "O", "O", "U-GPE", "O"]


def test_labels_are_collected_from_trees() -> None:
    labels = collect_labels([_example()])
    assert labels.deprel == tuple(sorted(set(SENTENCE.deprels)))
    assert "U-EVENT" in labels.ner
    assert labels.feats == ("Number=Sing",)


@pytest.mark.parametrize("seed", range(40))
def test_variants_stay_consistent(seed: int) -> None:
    pool = NamePool([_example(), replace(_example(), words=("Ian", "Bell", "did", "n't", "like", "Rome", "."))])
    for varied in vary([_example()] * 3, pool, random.Random(seed)):
        size = len(varied.words)
        assert varied.tree is not None
        assert size == len(varied.spacing) == len(varied.tree.heads) == len(varied.tree.lemmas)
        assert max(varied.tree.heads) < size
        assert varied.names == NAMES
        assert size == 7 or varied.words[-1].lower() in {"oslo", "rome"}


def test_variants_rename_and_curl_and_shout() -> None:
    pool = NamePool([replace(_example(), words=("Ian", "Bell", "did", "n't", "like", "Rome", "."))])
    seen: Counter[str] = Counter()
    for seed in range(400):
        seen.update(" ".join(vary([_example()], pool, random.Random(seed))[0].words).split())
    assert {"Bell", "Rome", "n’t", "LIKE", "Like"} <= set(seen)
