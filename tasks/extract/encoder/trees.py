"""From scores of heads to the best tree with one root: the greedy choice where it is a tree, else Chu-Liu and Edmonds."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Heads = NDArray[np.int64]

ONE_ROOT = 1e4
"""Cost of a root, beyond all scores, so that no tree has a second one."""


def best_tree(scores: Floats) -> Heads:
    """The head of each word, as an index into the columns.

    Args:
        scores: (words, 1 + words); column 0 is the root, column h + 1 the word h.
    """
    scores = scores.copy()
    words = np.arange(len(scores))
    scores[words, words + 1] = -np.inf
    heads: Heads = scores.argmax(1)
    if (heads == 0).sum() == 1 and not _cycle(np.concatenate([[0], heads])).size:
        return heads
    square = np.full((len(scores) + 1, len(scores) + 1), -np.inf)
    square[1:] = scores
    square[1:, 0] -= ONE_ROOT
    best: Heads = _maximum_tree(square)[1:]
    return best


def _maximum_tree(scores: NDArray[np.float64]) -> Heads:
    """Best head of each node by `scores[dependent, head]`; node 0 is the root and its own entry is meaningless."""
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle.size:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    # The cycle becomes one node, the last of the smaller graph.
    gain = scores[cycle] - scores[cycle, heads[cycle]][:, None]
    entered = gain[:, rest].argmax(0)
    left = scores[np.ix_(rest, cycle)].argmax(1)
    smaller = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    smaller[:-1, -1] = scores[rest, cycle[left]]
    smaller[-1, :-1] = gain[entered, rest]
    smaller[0] = -np.inf
    solved = _maximum_tree(smaller)
    result: Heads = heads.copy()
    for node in range(1, len(rest)):
        result[rest[node]] = cycle[left[node]] if solved[node] == len(rest) else rest[solved[node]]
    outer = solved[-1]
    result[cycle[entered[outer]]] = rest[outer]
    return result


def _cycle(heads: Heads) -> Heads:
    """The nodes of one cycle, empty if there is none; node 0 is the root."""
    state = np.zeros(len(heads), dtype=np.int8)
    state[0] = 2
    for begin in range(1, len(heads)):
        path, node = [], begin
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return np.asarray(path[path.index(node) :], dtype=np.int64)
        state[path] = 2
    return np.zeros(0, dtype=np.int64)
