"""Texts with other names in the places of their own, so that training meets more names than were labelled."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tasks.train.corpora import NamedText, Span

REPLACED = ("PERSON", "ORG", "GPE", "LOC")
NEW_PERSON = 0.6
"""Share of persons that get a first and a last name of two different people."""


@dataclass(frozen=True)
class Inventory:
    """The distinct names of the texts by type, and the parts of the names of persons."""

    names: dict[str, tuple[str, ...]]
    first: tuple[str, ...]
    last: tuple[str, ...]


def take_inventory(texts: Iterable[NamedText]) -> Inventory:
    """Collect the names that begin with a capital and are not all capitals beyond an acronym's length."""
    names: dict[str, dict[str, None]] = {label: {} for label in REPLACED}
    for text in texts:
        for start, end, label in text.ents:
            name = text.text[start:end]
            if label in names and name[:1].isupper() and not (name.isupper() and len(name) > 5):
                names[label][name] = None
    parts = [name.split() for name in names["PERSON"] if len(name.split()) == 2]
    first, last = ([tuple(dict.fromkeys(part[side] for part in parts)) for side in (0, 1)]) if parts else ((), ())
    return Inventory({label: tuple(found) for label, found in names.items()}, first, last)


def replace_mentions(texts: Sequence[NamedText], inventory: Inventory, rng: random.Random) -> Iterator[NamedText]:
    """Replace the names of each text; a name that recurs in a text is replaced by the same one throughout."""
    for text in texts:
        chosen: dict[tuple[str, str], str] = {}
        ents: list[Span] = []
        written, done = "", 0
        for start, end, label in text.ents:
            old = text.text[start:end]
            new = chosen.setdefault((old, label), _other(old, label, inventory, rng))
            written += text.text[done:start]
            ents.append((len(written), len(written) + len(new), label))
            written, done = written + new, end
        yield NamedText(text.source, "", text.sent_id, written + text.text[done:], tuple(ents))


def _other(old: str, label: str, inventory: Inventory, rng: random.Random) -> str:
    """Another name of the type; one in capitals or small letters stays, and so do types that are not replaced."""
    choices = inventory.names.get(label, ())
    if not choices or not old[:1].isupper() or (old.isupper() and len(old) > 5):
        return old
    if label != "PERSON" or not inventory.first:
        return rng.choice(choices)
    words = len(old.split())
    if words == 1:
        return rng.choice(inventory.last if rng.random() < 0.7 else inventory.first)
    if rng.random() < NEW_PERSON:
        return f"{rng.choice(inventory.first)} {rng.choice(inventory.last)}"
    return rng.choice(choices)
