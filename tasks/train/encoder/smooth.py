"""Evening out of activations before quantisation, so that a few large channels don't cost the others their precision."""

from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn

from tasks.extract.encoder.words import GLUED, NEW_LINE, SPACED, Window, WordPieces
from tasks.train.corpora import Sentence
from tasks.train.encoder.network import JointNetwork

SHARE = 0.85
"""How much of the spread of the activations the weights take over; chosen by the agreement with 32-bit floats."""
LEAST = 1e-4


class Smoothed(nn.Module):
    """A linear layer that gives the same results from evened-out inputs.

    8-bit inputs share one scale, which the largest channel sets, while every row of the weights has a scale of its own.
    """

    def __init__(self, layer: nn.Linear, scale: Tensor) -> None:
        super().__init__()
        self.layer = nn.Linear(layer.in_features, layer.out_features)
        self.layer.weight = nn.Parameter(layer.weight.detach() * scale)
        self.layer.bias = layer.bias
        self.register_buffer("inverse", 1 / scale)

    def forward(self, vectors: Tensor) -> Tensor:
        """Return what the layer would have returned."""
        result: Tensor = self.layer(vectors * self.get_buffer("inverse"))
        return result


def smooth(network: JointNetwork, sentences: Iterable[Sentence], pieces: WordPieces) -> None:
    """Replace the linear layers of the encoder by smoothed ones; some sentences show how large their inputs get."""
    largest: dict[nn.Module, Tensor] = {}

    def note(layer: nn.Module, inputs: tuple[Any, ...]) -> None:
        seen = inputs[0].abs().amax((0, 1))
        largest[layer] = torch.maximum(largest.get(layer, seen), seen)

    linear = [
        (parent, name, layer)
        for parent in network.encoder.layers
        for name, layer in parent.named_children()
        if isinstance(layer, nn.Linear)
    ]
    hooks = [layer.register_forward_pre_hook(note) for _, _, layer in linear]
    with torch.no_grad():
        for sentence in sentences:
            spacing = [NEW_LINE, *(SPACED if space else GLUED for space in sentence.spaces[:-1])]
            batch = pieces.batch([Window(sentence.words, spacing)])
            network(*(torch.from_numpy(array) for array in batch.inputs().values()))
    for hook in hooks:
        hook.remove()
    for parent, name, layer in linear:
        inputs, weights = largest[layer].clamp(min=LEAST), layer.weight.detach().abs().amax(0).clamp(min=LEAST)
        scale = inputs**SHARE / weights ** (1 - SHARE)
        setattr(parent, name, Smoothed(layer, scale / scale.mean()))
