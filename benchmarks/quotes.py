"""Time of the quotes component beside the statistical pipeline: python benchmarks/quotes.py TEXTS.jsonl [MODEL]."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from spacy.tokens import Doc

from tasks.extract.pipeline import DEFAULT_MODEL, load_pipeline
from tasks.extract.quotes.component import Quotes

TEXTS, ROUNDS = 200, 3


def main() -> None:
    """Print microseconds per word of both, processor time, best of three rounds."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines[:TEXTS] if line.strip()]
    nlp = load_pipeline(sys.argv[2] if len(sys.argv) > 2 else DEFAULT_MODEL)
    words = sum(len(text.split()) for text in texts)
    parsing = finding = float("inf")
    with nlp.select_pipes(
        disable=[name for name in nlp.pipe_names if name in {"readout_quotes", "readout_actors", "readout_events"}]
    ):
        for _ in range(ROUNDS):
            start = time.process_time()
            docs: list[Doc] = list(nlp.pipe(texts, batch_size=64))
            parsing = min(parsing, time.process_time() - start)
            component = Quotes()
            start = time.process_time()
            found = sum(len(component(doc)._.quotes) for doc in docs)
            finding = min(finding, time.process_time() - start)
    print(f"{len(texts)} texts, {words} words, {found} quotes")
    print(f"statistical pipeline {1e6 * parsing / words:.1f} µs per word; quotes {1e6 * finding / words:.1f} µs per word")
    print(f"quotes take {100 * finding / parsing:.1f} % of the time of the statistical pipeline")


if __name__ == "__main__":
    main()
