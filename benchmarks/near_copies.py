"""Measure how near copies are found: ``python benchmarks/near_copies.py ARTICLE...`` alters copies of articles, prints a table.

The statements are those of loading (``warehouse/sql/load``), which links copies at a likeness of 0.6. ``--peer`` asks rensa
(``pip install rensa``, no dependency of Readout) for the same copies: MinHash, 64 classes in 16 bands, runs of four words.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import duckdb
import polars as pl

from tasks.read.registry import read_source
from tasks.read.sources import find_sources
from tasks.records import Document
from warehouse.arrow import Stream
from warehouse.statements import statement

CHANCE = random.Random(2026)


def left_out(share: float) -> Callable[[str], str]:
    """Return what leaves out a share of the words of a text, at random."""
    return lambda text: " ".join(word for word in text.split() if CHANCE.random() >= share)


def cut(share: float) -> Callable[[str], str]:
    """Return what keeps the beginning of a text."""
    return lambda text: text[: int(len(text) * share)]


def introduced(text: str) -> str:
    """Return a text as a client of an agency prints it: other first words, a line at the end."""
    return f"By our own correspondent, with material from agencies.\n{text}\nRead more about this and other matters on our pages."


KINDS: dict[str, Callable[[str], str]] = {
    "as printed by a client": introduced,
    "1 % of the words left out": left_out(0.01),
    "3 % of the words left out": left_out(0.03),
    "5 % of the words left out": left_out(0.05),
    "10 % of the words left out": left_out(0.10),
    "cut to the first 70 %": cut(0.7),
}


def rows(paths: list[str]) -> Iterator[dict[str, object]]:
    """Yield each article and its copies."""
    found = (document for source in find_sources(paths) for document in read_source(source))
    texts = dict.fromkeys(document.text for document in found if isinstance(document, Document))
    for number, text in enumerate(texts):
        yield {"doc_id": f"{number:06d}", "number": number, "kind": "original", "text": text}
        for kind, altered in KINDS.items():
            yield {"doc_id": f"{number:06d} {kind}", "number": number, "kind": kind, "text": altered(text)}


def found_by_peer(incoming: pl.DataFrame) -> Iterator[str]:
    """Yield how many copies of each kind rensa takes for copies of their text, at the likeness that it estimates."""
    rensa = import_module("rensa")
    started = time.process_time()
    prints = {}
    for row in incoming.iter_rows(named=True):
        words = re.findall(r"[^\W_]+", row["text"].lower())
        made = rensa.RMinHash(num_perm=64, seed=42)
        made.update([" ".join(run) for run in zip(words, words[1:], words[2:], words[3:], strict=False)])
        prints[row["number"], row["kind"]] = made
    yield f"\nrensa: {len(prints) / (time.process_time() - started):,.0f} fingerprints a second of processor time"
    originals = {number: made for (number, kind), made in prints.items() if kind == "original"}
    for threshold in (0.5, 0.6, 0.7):
        alike = Counter(kind for (number, kind), made in prints.items() if made.jaccard(originals[number]) >= threshold)
        others = sum(one.jaccard(other) >= threshold for m, one in originals.items() for n, other in originals.items() if m < n)
        yield f"at {threshold}: {', '.join(f'{kind} {alike[kind]}' for kind in sorted(KINDS))}; pairs of other texts {others}"


def main() -> None:
    """Print how many copies of each kind are found, and at what likeness."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="+", help="files, folders or globs, as readout ingest takes them")
    parser.add_argument("--peer", action="store_true", help="ask rensa too")
    options = parser.parse_args()
    incoming = pl.DataFrame(list(rows(options.articles)))
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE fingerprints (doc_id VARCHAR, band INTEGER, hash UBIGINT)")
        connection.register("incoming", Stream(incoming))
        connection.execute(statement("load/word_runs"))
        started = time.process_time()
        connection.execute(statement("load/fingerprints"))
        speed = incoming.height / (time.process_time() - started)
        found = connection.execute(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8"))
        names = [column[0].replace("_", " ") for column in found.description or []]
        print(f"{incoming.filter(kind='original').height} articles; {speed:,.0f} fingerprints a second of processor time\n")
        print(f"| {' | '.join(names)} |\n|{'---|' * len(names)}")
        for row in found.fetchall():
            print(f"| {' | '.join('' if value is None else str(value) for value in row)} |")
    for line in found_by_peer(incoming) if options.peer else ():
        print(line)


if __name__ == "__main__":
    main()
