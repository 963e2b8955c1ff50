"""Export of the trained network to onnxruntime: 8-bit weights, and the files that the reader needs beside it."""

import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from tasks.extract.encoder.labels import FIELDS, Labels
from tasks.extract.encoder.lemmas import NAME_TAG, Entry
from tasks.extract.encoder.reader import LABELS, LEMMAS, NETWORK, TOKENIZER
from tasks.extract.encoder.windows import MOST
from tasks.extract.encoder.words import WordPieces
from tasks.train.corpora import TREEBANKS, Sentence, read_treebank
from tasks.train.encoder.learn import TOKENIZER as PRETRAINED_TOKENIZER
from tasks.train.encoder.network import JointNetwork
from tasks.train.encoder.smooth import smooth

INPUTS = ("pieces", "shapes", "spacing", "first", "last")
USUAL = 0.8
"""Share of a form's uses that its lemma in the table has at least."""
SAMPLED = 50
"""Of so many sentences of the treebanks one shows the range of activations."""
OUTPUTS = ("choices", "arcs", "dependents", "heads")


class RowQuantised(nn.Module):
    """An embedding table with 8-bit values and one scale per row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-9) / 127
        self.register_buffer("values", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, numbers: Tensor) -> Tensor:
        """Return the vectors of some rows."""
        values: Tensor = self.get_buffer("values")[numbers].float()
        return values * self.get_buffer("scale")[numbers]


class Exported(nn.Module):
    """The network with the vectors that `Reader` compares for the labels of trees."""

    def __init__(self, network: JointNetwork) -> None:
        super().__init__()
        self.network = network
        self.labels = len(network.label)
        by_label = network.label.detach().permute(0, 2, 1)  # label, head, dependent; the last dependent is the bias
        self.vectors = nn.Linear(by_label.shape[2] - 1, by_label.shape[0] * by_label.shape[1])
        self.vectors.weight = nn.Parameter(by_label[..., :-1].flatten(0, 1))
        self.vectors.bias = nn.Parameter(by_label[..., -1].flatten())

    def forward(self, *inputs: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return choices, arcs, dependents (batch, words, labels, size) and heads (batch, 1 + words, size)."""
        choices, arcs, dependents, heads = self.network(*inputs)
        vectors = self.vectors(dependents).unflatten(-1, (self.labels, -1))
        return choices, arcs, vectors, torch.cat([heads, torch.ones_like(heads[..., :1])], -1)


def load_network(folder: Path) -> tuple[JointNetwork, Labels]:
    """Load a checkpoint of the training for use."""
    labels = Labels.load(folder / "labels.json")
    network = JointNetwork(sum(len(getattr(labels, field)) for field in FIELDS), len(labels.deprel))
    network.load_state_dict(torch.load(folder / "state.pt")["network"])
    return network.eval(), labels


def lemma_table(sentences: Iterable[Sentence]) -> list[Entry]:
    """The usual lemma of each form and tag in treebanks, names left out; forms with rival lemmas are left open."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word, xpos, lemma in zip(sentence.words, sentence.xpos, sentence.lemmas, strict=True):
            if not xpos.startswith(NAME_TAG) and not {"\t", "\n"} & set(word + lemma):
                seen[word.lower(), xpos][lemma] += 1
    usual = {key: counts.most_common(1)[0] for key, counts in seen.items()}
    return sorted(
        (form, xpos, lemma) for (form, xpos), (lemma, count) in usual.items() if count >= USUAL * seen[form, xpos].total()
    )


def export(checkpoint: Path, corpora: Path, folder: Path, quantised: bool = True) -> None:
    """Write the files that `Reader` loads.

    Args:
        checkpoint: folder of a training.
        corpora: folder of the corpora, for the table of lemmas.
        folder: where to write.
        quantised: 8-bit weights, per channel; else 32-bit floats.
    """
    network, labels = load_network(checkpoint)
    folder.mkdir(parents=True, exist_ok=True)
    labels.save(folder / LABELS)
    shutil.copyfile(PRETRAINED_TOKENIZER, folder / TOKENIZER)
    sentences = [sentence for name in TREEBANKS for sentence in read_treebank(corpora / f"{name}-train.conllu.gz")]
    table = lemma_table(sentences)
    (folder / LEMMAS).write_text("".join("\t".join(entry) + "\n" for entry in table), encoding="utf-8")
    positions = network.encoder.positions.weight[: MOST + 2].detach().clone()
    network.encoder.positions = nn.Embedding(len(positions), positions.shape[1], _weight=positions)
    network.encoder.padded = False  # the reader scores one window at a time
    if not quantised:
        _write(network, folder / NETWORK)
        return
    smooth(network, sentences[::SAMPLED], WordPieces(PRETRAINED_TOKENIZER))
    network.encoder.pieces = RowQuantised(network.encoder.pieces.weight.detach())  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as scratch:
        _write(network, Path(scratch) / NETWORK)
        quantize_dynamic(
            Path(scratch) / NETWORK,
            folder / NETWORK,
            op_types_to_quantize=["MatMul", "Gemm"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )


def _write(network: JointNetwork, path: Path) -> None:
    numbers = torch.ones((1, 6), dtype=torch.int64)
    words = torch.ones((1, 4), dtype=torch.int64)
    by_piece, by_word = {0: "windows", 1: "pieces"}, {0: "windows", 1: "words"}
    axes = {name: by_piece if name in INPUTS[:3] else by_word for name in INPUTS}
    torch.onnx.export(
        Exported(network).eval(),
        (numbers, numbers, numbers, words, words),
        str(path),
        input_names=INPUTS,
        output_names=OUTPUTS,
        dynamic_axes={**axes, "choices": by_word, "arcs": {0: "windows", 1: "words", 2: "columns"}}
        | {"dependents": by_word, "heads": {0: "windows", 1: "columns"}},
        opset_version=17,
        dynamo=False,
    )
