"""The network: a BERT encoder told about spelling and spacing, with heads for tags, names, sentence starts and trees."""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from tasks.extract.encoder.words import SHAPE_COUNT

ARC_SIZE, LABEL_SIZE = 192, 96
SPACING_COUNT = 4
MASKED = -1e4


@dataclass(frozen=True)
class Sizes:
    """Sizes of the encoder; the defaults are MiniLM's."""

    vocabulary: int = 30522
    positions: int = 512
    hidden: int = 384
    inner: int = 1536
    attention: int = 12
    layers: int = 6


class Layer(nn.Module):
    """One transformer layer, normalised after each step as in BERT."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        self.attention = sizes.attention
        self.together = nn.Linear(sizes.hidden, 3 * sizes.hidden)
        self.out = nn.Linear(sizes.hidden, sizes.hidden)
        self.first_norm = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.widen = nn.Linear(sizes.hidden, sizes.inner)
        self.narrow = nn.Linear(sizes.inner, sizes.hidden)
        self.second_norm = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, vectors: Tensor, mask: Tensor | None) -> Tensor:
        """Args: vectors (batch, pieces, hidden); mask (batch, 1, 1, pieces), added to the attention scores."""
        batch, pieces, hidden = vectors.shape
        split = self.together(vectors).view(batch, pieces, 3, self.attention, hidden // self.attention)
        query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
        scores = query @ key.transpose(-1, -2) / math.sqrt(hidden // self.attention)
        if mask is not None:
            scores = scores + mask
        mixed = (torch.softmax(scores, -1) @ value).transpose(1, 2).reshape(batch, pieces, hidden)
        vectors = self.first_norm(vectors + self.dropout(self.out(mixed)))
        inner = functional.gelu(self.widen(vectors))
        output: Tensor = self.second_norm(vectors + self.dropout(self.narrow(inner)))
        return output


class Encoder(nn.Module):
    """Word pieces, spelling and spacing in, one vector per word out (mean of its first and last piece).

    Attributes:
        padded: whether texts may be padded; a little slower than without.
    """

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        self.padded = True
        self.pieces = nn.Embedding(sizes.vocabulary, sizes.hidden)
        self.positions = nn.Embedding(sizes.positions, sizes.hidden)
        self.shapes = nn.Embedding(SHAPE_COUNT, sizes.hidden)
        self.spacing = nn.Embedding(SPACING_COUNT, sizes.hidden)
        self.norm = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(sizes, dropout) for _ in range(sizes.layers))
        self.dropout = nn.Dropout(dropout)
        self.pieces.weight.requires_grad_(False)
        for table in (self.shapes, self.spacing):
            nn.init.normal_(table.weight, std=0.01)

    def forward(self, pieces: Tensor, shapes: Tensor, spacing: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Return (batch, words, hidden)."""
        places = torch.arange(pieces.shape[1], device=pieces.device).unsqueeze(0)
        vectors = self.pieces(pieces) + self.positions(places) + self.shapes(shapes) + self.spacing(spacing)
        vectors = self.dropout(self.norm(vectors))
        mask = (pieces == 0).to(vectors.dtype)[:, None, None, :] * MASKED if self.padded else None
        for layer in self.layers:
            vectors = layer(vectors, mask)
        return (_pick(vectors, first) + _pick(vectors, last)) * 0.5


class JointNetwork(nn.Module):
    """The encoder with all heads; `forward` gives what is exported."""

    def __init__(self, choices: int, deprels: int, sizes: Sizes | None = None, dropout: float = 0.1) -> None:
        """Set up the network.

        Args:
            choices: labels of all one-per-word heads together.
            deprels: labels of the tree.
            sizes: sizes of the encoder.
            dropout: share of values dropped while training.
        """
        super().__init__()
        sizes = sizes or Sizes()
        self.encoder = Encoder(sizes, dropout)
        self.dropout = nn.Dropout(0.2)
        self.choose = nn.Linear(sizes.hidden, choices)
        self.to_dependent = nn.Linear(sizes.hidden, ARC_SIZE + LABEL_SIZE)
        self.to_head = nn.Linear(sizes.hidden, ARC_SIZE + LABEL_SIZE)
        self.root = nn.Parameter(torch.randn(ARC_SIZE + LABEL_SIZE) * 0.1)
        self.arc = nn.Parameter(torch.randn(ARC_SIZE, ARC_SIZE) / ARC_SIZE)
        self.arc_bias = nn.Parameter(torch.zeros(ARC_SIZE))
        self.label = nn.Parameter(torch.zeros(deprels, LABEL_SIZE + 1, LABEL_SIZE + 1))
        nn.init.normal_(self.label, std=0.02)

    def forward(
        self, pieces: Tensor, shapes: Tensor, spacing: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Score one batch.

        Returns:
            Choices (batch, words, labels); arcs (batch, words, 1 + words) with the root first; and the parts of
            dependents (batch, words, size) and heads (batch, 1 + words, size) that `label_scores` compares.
        """
        words = self.dropout(self.encoder(pieces, shapes, spacing, first, last)).float()
        choices = self.choose(words)
        dependents = self.dropout(functional.gelu(self.to_dependent(words)))
        heads = self.dropout(functional.gelu(self.to_head(words)))
        heads = torch.cat([self.root.expand(heads.shape[0], 1, -1), heads], 1)
        scored = dependents[..., :ARC_SIZE] @ self.arc + self.arc_bias
        arcs = scored @ heads[..., :ARC_SIZE].transpose(1, 2)
        return choices, arcs, dependents[..., ARC_SIZE:], heads[..., ARC_SIZE:]

    def label_scores(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Scores (words, deprels) of each dependent (words, size) with its head (words, size)."""
        ones = dependents.new_ones(len(dependents), 1)
        left, right = torch.cat([dependents, ones], 1), torch.cat([heads, ones], 1)
        return torch.einsum("wi,lij,wj->wl", left, self.label, right)


def _pick(vectors: Tensor, places: Tensor) -> Tensor:
    return torch.gather(vectors, 1, places.unsqueeze(-1).expand(-1, -1, vectors.shape[-1]))


def load_pretrained(network: JointNetwork, folder: Path) -> None:
    """Fill the encoder with the weights of a BERT model folder (`model.safetensors`)."""
    given: dict[str, Any] = load_file(str(folder / "model.safetensors"))
    given = {name.removeprefix("bert."): tensor for name, tensor in given.items()}
    encoder = network.encoder
    with torch.no_grad():
        encoder.pieces.weight.copy_(given["embeddings.word_embeddings.weight"])
        # All words belong to the first text: its type embedding is part of every position.
        types = given["embeddings.token_type_embeddings.weight"][0]
        encoder.positions.weight.copy_(given["embeddings.position_embeddings.weight"] + types)
        _fill(encoder.norm, given, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            prefix = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                parts = [given[f"{prefix}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                getattr(layer.together, kind).copy_(torch.cat(parts))
            _fill(layer.out, given, prefix + "attention.output.dense")
            _fill(layer.first_norm, given, prefix + "attention.output.LayerNorm")
            _fill(layer.widen, given, prefix + "intermediate.dense")
            _fill(layer.narrow, given, prefix + "output.dense")
            _fill(layer.second_norm, given, prefix + "output.LayerNorm")


def _fill(module: Any, given: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(given[name + ".weight"])
    module.bias.copy_(given[name + ".bias"])
