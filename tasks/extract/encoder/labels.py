"""The labels of the encoder's heads, and how names are written as one label per word."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

OUTSIDE = "O"
FIELDS = ("upos", "xpos", "feats", "lemma", "ner", "start")
"""Heads that choose one label per word, in the order of the network's output."""

Name = tuple[int, int, str]


@dataclass(frozen=True)
class Labels:
    """Label inventories; `ner` holds `O` and B-, I-, L-, U- of each type, `start` no and yes."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    lemma: tuple[str, ...]
    ner: tuple[str, ...]
    start: tuple[str, ...]
    deprel: tuple[str, ...]

    def slices(self) -> dict[str, slice]:
        """Where the labels of each field lie in the network's output."""
        found, begin = {}, 0
        for field in FIELDS:
            end = begin + len(getattr(self, field))
            found[field] = slice(begin, end)
            begin = end
        return found

    def save(self, path: Path) -> None:
        """Write the labels as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=0), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Labels":
        """Read labels written by `save`."""
        return cls(**{key: tuple(value) for key, value in json.loads(path.read_text(encoding="utf-8")).items()})


def name_labels(types: tuple[str, ...]) -> tuple[str, ...]:
    """All labels of names of these types."""
    return (OUTSIDE, *(f"{place}-{type_}" for type_ in types for place in "BILU"))


def encode_names(length: int, names: list[Name]) -> list[str]:
    """One label per word for names given as (first word, end word, type)."""
    labels = [OUTSIDE] * length
    for start, end, type_ in names:
        if end - start == 1:
            labels[start] = f"U-{type_}"
            continue
        labels[start:end] = [f"I-{type_}"] * (end - start)
        labels[start], labels[end - 1] = f"B-{type_}", f"L-{type_}"
    return labels


def decode_names(labels: list[str]) -> list[Name]:
    """The names that a well-formed sequence of labels holds."""
    names, begin = [], 0
    for index, label in enumerate(labels):
        place, _, type_ = label.partition("-")
        if place in "BU":
            begin = index
        if place in "LU":
            names.append((begin, index + 1, type_))
    return names
