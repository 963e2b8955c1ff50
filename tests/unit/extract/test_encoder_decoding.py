"""The decoders of the encoder: trees, names, lemmas, windows and word pieces."""

from itertools import pairwise, product

import numpy as np
import pytest

from tasks.extract.encoder.labels import Labels, decode_names, encode_names, name_labels
from tasks.extract.encoder.lemmas import apply_rule, rule_of
from tasks.extract.encoder.names import NameDecoder
from tasks.extract.encoder.trees import best_tree
from tasks.extract.encoder.windows import ENOUGH, MOST, split_windows
from tasks.extract.encoder.words import shape_of


def _is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        node, steps = word, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


@pytest.mark.parametrize("seed", range(25))
def test_best_tree_is_the_best_of_all_trees(seed: int) -> None:
    size = 1 + seed % 5
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32) * 3
    trees = [heads for heads in product(range(size + 1), repeat=size) if _is_tree(heads)]
    best = max(trees, key=lambda heads: sum(scores[i, head] for i, head in enumerate(heads)))
    assert tuple(best_tree(scores)) == best


def test_every_word_of_a_long_sentence_reaches_the_root() -> None:
    scores = np.random.default_rng(1).normal(size=(300, 301)).astype(np.float32)
    assert _is_tree(tuple(int(head) for head in best_tree(scores)))


@pytest.mark.parametrize("seed", range(10))
def test_names_are_the_best_well_formed_sequence(seed: int) -> None:
    labels = name_labels(("PERSON", "ORG"))
    scores = np.random.default_rng(seed).normal(size=(4, len(labels))).astype(np.float32)

    def is_well_formed(sequence: tuple[str, ...]) -> bool:
        return encode_names(len(sequence), decode_names(list(sequence))) == list(sequence)

    sequences = (s for s in product(range(len(labels)), repeat=4) if is_well_formed(tuple(labels[i] for i in s)))
    best = max(sequences, key=lambda s: sum(scores[i, label] for i, label in enumerate(s)))
    assert NameDecoder(labels).decode(scores) == [labels[i] for i in best]


def test_names_go_to_labels_and_back() -> None:
    names = [(0, 2, "PERSON"), (3, 4, "GPE"), (4, 7, "ORG")]
    assert decode_names(encode_names(8, names)) == names


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("Cities", "city"), ("was", "be"), ("Annan", "Annan"), ("n’t", "not"), ("US", "US"), ("Feet", "foot"), ("1st", "1th")],
)
def test_a_rule_gives_back_the_lemma_it_was_made_from(form: str, lemma: str) -> None:
    assert apply_rule(rule_of(form, lemma), form) == lemma


def test_a_rule_never_leaves_an_empty_lemma() -> None:
    assert apply_rule("K5:", "the") == "the"


def test_windows_hold_whole_sentences_and_cover_the_text() -> None:
    words = [*["word"] * 50, "."] * 5
    starts = [0] * len(words)
    capital = ["Word" if index % 51 == 0 else word for index, word in enumerate(words)]
    windows = split_windows(capital, [1] * len(words), starts)
    assert windows == [(0, 102), (102, 204), (204, 255)]


def test_a_known_start_is_a_cut_and_a_known_inside_is_none() -> None:
    words = [*["Word"] * 60, ".", *["Word"] * 80]
    sizes = [1] * len(words)
    inside = [0] * 61 + [-1] + [0] * 79
    assert split_windows(words, sizes, inside) == [(0, len(words))]
    assert split_windows(words, sizes, [0] * 20 + [1] + [0] * 120) == [(0, 61), (61, 141)]


def test_no_window_is_longer_than_the_encoder_reads() -> None:
    sizes = [3] * 1000
    windows = split_windows(["word"] * 1000, sizes, [0] * 1000)
    assert windows[0][0] == 0
    assert windows[-1][1] == 1000
    assert all(a[1] == b[0] for a, b in pairwise(windows))
    assert all(sum(sizes[a:b]) <= MOST for a, b in windows)
    assert ENOUGH < MOST


def test_shapes_tell_case_and_kind_apart() -> None:
    forms = ["lower", "Title", "CAPS", "U.S.", "1999", "30%", "D’Anieri", "“", "”", ".", ",", "🙂", "A"]
    assert len({shape_of(form) for form in forms}) == len(forms)


def test_labels_lie_side_by_side() -> None:
    labels = Labels(("NOUN",), ("NN", "NNS"), ("",), ("K0:",), name_labels(("ORG",)), ("no", "yes"), ("root",))
    slices = labels.slices()
    assert slices["xpos"] == slice(1, 3)
    assert slices["start"].stop == 1 + 2 + 1 + 1 + 5 + 2
