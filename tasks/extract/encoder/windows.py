"""Where a text is cut into the stretches that the encoder reads at once."""

from collections.abc import Sequence

ENOUGH = 120
"""Word pieces after which a window ends at the next likely sentence boundary."""
MOST = 400
"""Word pieces after which it ends anywhere."""

_STOPS = frozenset({".", "?", "!", "…", "..."})
_CLOSING = frozenset({'"', "”", "'", "’", ")", "]", "''", "»"})


def split_windows(words: Sequence[str], sizes: Sequence[int], starts: Sequence[int]) -> list[tuple[int, int]]:
    """Cut words into windows, as (first word, end word).

    A window takes as many whole sentences as fit into `ENOUGH` pieces, at least one; boundaries that are not given are
    guessed from the punctuation, since the encoder itself decides on them only later.

    Args:
        words: the words of a text.
        sizes: pieces of each word.
        starts: 1 where a sentence is known to start, -1 where none does, 0 where it is open.
    """
    windows: list[tuple[int, int]] = []
    begin, cut, size, size_at_cut = 0, 0, 0, 0
    for index in range(len(words)):
        if index > begin and (starts[index] == 1 or (starts[index] == 0 and may_start(words, index))):
            cut, size_at_cut = index, size
        if size + sizes[index] > ENOUGH and cut > begin:
            windows.append((begin, cut))
            begin, size = cut, size - size_at_cut
        elif size + sizes[index] > MOST:
            windows.append((begin, index))
            begin, size = index, 0
        size += sizes[index]
    if words:
        windows.append((begin, len(words)))
    return windows


def may_start(words: Sequence[str], index: int) -> bool:
    """Whether punctuation and letter case suggest that a sentence starts at a word."""
    before = words[index - 1]
    if before in _CLOSING and index > 1:
        before = words[index - 2]
    return before in _STOPS and words[index] not in _CLOSING - {'"', "'"} and not words[index][0].islower()
