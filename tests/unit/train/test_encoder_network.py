"""The joint network: what it learns from, and that a small one learns, is exported and reads alike."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is in the dependency group `train`")

from tasks.extract.encoder.labels import FIELDS  # noqa: E402
from tasks.extract.encoder.words import WordPieces  # noqa: E402
from tasks.train.encoder.batches import UNKNOWN, TargetMaker, group_batches, group_texts, lay_out  # noqa: E402
from tasks.train.encoder.examples import collect_labels, read_examples  # noqa: E402
from tasks.train.encoder.learn import TOKENIZER, joint_loss  # noqa: E402
from tasks.train.encoder.network import JointNetwork, Sizes  # noqa: E402
from tasks.train.encoder.smooth import Smoothed, smooth  # noqa: E402
from tests.unit.train.test_encoder_examples import _example  # noqa: E402

SMALL = Sizes(hidden=24, inner=32, attention=2, layers=1)


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces(Path(TOKENIZER))


def test_words_without_a_tree_have_no_targets_but_names(pieces: WordPieces) -> None:
    example = _example()
    labels = collect_labels([example])
    bare = type(example)(example.words, example.spacing, None, example.names)
    targets = TargetMaker(labels).make([[bare]], len(example.words))
    assert (targets.heads == UNKNOWN).all()
    known = dict(zip(FIELDS, (targets.choices != UNKNOWN).all(-1).flatten().tolist(), strict=True))
    assert [field for field, given in known.items() if given] == ["ner"]


def test_heads_count_from_the_start_of_the_text(pieces: WordPieces) -> None:
    example = _example()
    targets = TargetMaker(collect_labels([example])).make([[example, example]], 2 * len(example.words))
    assert targets.heads[0, 0] == 5
    assert targets.heads[0, 7] == 12
    assert targets.heads[0, 4] == targets.heads[0, 11] == 0
    assert targets.sentences[0].tolist() == [0] * 7 + [1] * 7


def test_batches_stay_under_their_size(pieces: WordPieces) -> None:
    import random

    texts = list(group_texts([_example()] * 30, pieces, random.Random(0)))
    batches = group_batches(texts, pieces, 40, random.Random(0))
    assert sum(len(batch) for batch in batches) == 30
    assert all(lay_out(batch, pieces).pieces.size <= 40 for batch in batches)


def test_a_small_network_learns_one_sentence(pieces: WordPieces) -> None:
    torch.manual_seed(0)
    example = _example()
    labels = collect_labels([example])
    network = JointNetwork(sum(len(getattr(labels, field)) for field in FIELDS), len(labels.deprel), SMALL, 0.0).eval()
    batch = lay_out([[example]], pieces)
    targets = TargetMaker(labels).make([[example]], len(example.words))
    inputs = [torch.from_numpy(array) for array in batch.inputs().values()]
    optimizer = torch.optim.Adam(network.parameters(), lr=0.01)
    losses = []
    for _ in range(40):
        loss = joint_loss(network, network(*inputs), targets, labels)
        optimizer.zero_grad()
        torch.autograd.backward(loss)
        optimizer.step()
        losses.append(float(loss.detach()))
    assert losses[-1] < losses[0] / 4
    heads = network(*inputs)[1][0].argmax(1)
    assert np.array_equal(heads.numpy(), targets.heads[0].numpy())


def test_smoothing_evens_out_activations_and_changes_no_result(pieces: WordPieces) -> None:
    torch.manual_seed(0)
    example = _example()
    assert example.tree is not None
    network = JointNetwork(5, 3, SMALL, 0.0).eval()
    with torch.no_grad():
        network.encoder.norm.weight[3] = 50.0
    inputs = [torch.from_numpy(array) for array in lay_out([[example]], pieces).inputs().values()]
    before = network(*inputs)
    smooth(network, [example.tree], pieces)
    layer = network.encoder.layers[0]
    assert all(isinstance(getattr(layer, name), Smoothed) for name in ("together", "out", "widen", "narrow"))
    assert layer.together.inverse.argmin() == 3
    assert all(torch.allclose(old, new, atol=1e-4) for old, new in zip(before, network(*inputs), strict=True))


def test_a_tiny_training_gives_a_whole_pipeline(corpora: Path, tmp_path: Path) -> None:
    import spacy

    from tasks.train.encoder.learn import Plan, train_schedule
    from tasks.train.encoder.package import package

    examples = {name: found[:8] for name, found in read_examples(corpora, "train").items()}
    checkpoint = train_schedule(examples, tmp_path / "work", (Plan(rounds=1), Plan(rounds=1, seed=1).slower(0.5)))
    package(checkpoint, corpora, tmp_path / "pipelines" / "accurate")
    doc = spacy.load(tmp_path / "pipelines" / "accurate")("The mill burned.\nVera Moss left Halden.")
    assert all(token.tag_ and token.dep_ and token.lemma_ for token in doc)
    assert doc[5].is_sent_start
