"""Time of the events component beside that of the statistical pipeline: `python benchmarks/events.py TEXTS.jsonl [MODEL]`.

TEXTS holds JSON lines with a "text". Prints words per second and the component's share of the time of tagging and parsing.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from tasks.extract.pipeline import COMPONENTS, DEFAULT_MODEL, load_pipeline


def main() -> None:
    """Run the pipeline over the texts and print the time of its parts."""
    source, model = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else DEFAULT_MODEL
    texts = [json.loads(line)["text"] for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    nlp = load_pipeline(model)
    for _ in nlp.pipe(texts[:2]):
        pass  # the first texts load what the later ones share
    with nlp.select_pipes(disable=COMPONENTS):
        start = time.process_time()
        docs = list(nlp.pipe(texts, batch_size=64))
        statistical = time.process_time() - start
    words = sum(len(doc) for doc in docs)
    print(f"{len(texts)} texts, {words} words; statistical pipeline {statistical:.2f} s, {words / statistical:.0f} words/s")
    for name in COMPONENTS:
        component, start = nlp.get_pipe(name), time.process_time()
        docs = [component(doc) for doc in docs]
        seconds = time.process_time() - start
        print(f"{name}: {seconds:.2f} s, {seconds / statistical:.1%} of the statistical pipeline")


if __name__ == "__main__":
    main()
