"""Speed of coreference and linking after the parse: `python benchmarks/actors.py TEXTS.jsonl [MODEL]`.

TEXTS holds JSON lines with a "text". Prints words per second of the actors component alone, in processor time of one core.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

from tasks.extract.pipeline import DEFAULT_MODEL, load_pipeline


def main() -> None:
    """Parse the texts, find their quotes, then time what follows."""
    source, model = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else DEFAULT_MODEL
    texts = [json.loads(line)["text"] for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    nlp = load_pipeline(model)
    with nlp.select_pipes(disable=["readout_actors", "readout_events"]):
        docs = list(nlp.pipe(texts, batch_size=64))
    actors = nlp.get_pipe("readout_actors")
    for doc in docs[:3]:
        actors(doc.copy())  # the first texts load what the later ones share
    gc.freeze()
    start = time.process_time()
    for doc in docs:
        actors(doc)
    seconds = time.process_time() - start
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} texts, {words} words, {seconds:.2f} s: {words / seconds:.0f} words/s")


if __name__ == "__main__":
    main()
