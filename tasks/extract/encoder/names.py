"""From scores of name labels to the best well-formed sequence of them."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
FORBIDDEN = np.float32(-1e6)


class NameDecoder:
    """Finds the best sequence in which every name begins with B or U, goes on with I and ends with L or U."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        self.labels = labels
        begins = np.asarray([label[0] in "OBU" for label in labels])
        ends = np.asarray([label[0] in "OLU" for label in labels])
        types = np.asarray([label[2:] for label in labels])
        inner = ~ends[:, None] & ~begins[None, :] & (types[:, None] == types[None, :])
        self._allowed = inner | (ends[:, None] & begins[None, :])
        self._cost = np.where(self._allowed, np.float32(0), FORBIDDEN)
        self._begin = np.where(begins, np.float32(0), FORBIDDEN)
        self._end = np.where(ends, np.float32(0), FORBIDDEN)

    def decode(self, scores: Floats) -> list[str]:
        """The label of each word of a sentence; `scores` is (words, labels)."""
        best = scores.argmax(1)
        if self._begin[best[0]] or self._end[best[-1]] or not self._allowed[best[:-1], best[1:]].all():
            best = self._search(scores)
        return [self.labels[index] for index in best]

    def _search(self, scores: Floats) -> NDArray[np.int64]:
        """Viterbi search."""
        total = scores[0] + self._begin
        back = np.zeros(scores.shape, dtype=np.int64)
        for index in range(1, len(scores)):
            reached = total[:, None] + self._cost
            back[index] = reached.argmax(0)
            total = reached.max(0) + scores[index]
        best = np.zeros(len(scores), dtype=np.int64)
        best[-1] = (total + self._end).argmax()
        for index in range(len(scores) - 1, 0, -1):
            best[index - 1] = back[index, best[index]]
        return best
