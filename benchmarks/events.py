"""Time, number and coverage of events: `python benchmarks/events.py TEXTS.jsonl [MODEL]`.

TEXTS holds JSON lines with a "text". Prints words per second and each component's share of the time of tagging and parsing, of
events also where all happenings are listed; then events by type and per sentence, the share of predicates of actors that tell an
event, and the most frequent of the others.
"""

from __future__ import annotations

import gc
import json
import math
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from tasks.evaluate.coverage import Coverage, measure_coverage
from tasks.extract.events.component import Events
from tasks.extract.pipeline import COMPONENTS, DEFAULT_MODEL, load_pipeline
from tasks.records import Actor

#: Predicates without an event that are listed.
LISTED = 60
#: Passes over the texts, of which the fastest counts.
PASSES = 3


def main() -> None:
    """Run the pipeline over the texts and print time and coverage."""
    source, model = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else DEFAULT_MODEL
    texts = [json.loads(line)["text"] for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    nlp = load_pipeline(model, with_happenings=False)  # as `readout ingest` loads it
    _print_coverage(measure_coverage(_timed(nlp, texts)))


def _timed(nlp: Language, texts: list[str]) -> list[Doc]:
    for _ in nlp.pipe(texts[:2]):
        pass  # the first texts load what the later ones share
    with nlp.select_pipes(disable=COMPONENTS):
        docs, statistical = _fastest(lambda: list(nlp.pipe(texts, batch_size=64)))
    words = sum(len(doc) for doc in docs)
    print(f"{len(texts)} texts, {words} words; statistical pipeline {statistical:.2f} s, {words / statistical:.0f} words/s")
    actors: list[list[Actor]] = []
    components: dict[str, Callable[[Doc], Doc]] = {name: nlp.get_pipe(name) for name in COMPONENTS}
    components["readout_events with all happenings"] = Events(with_happenings=True)
    for name, component in components.items():
        if isinstance(component, Events):  # it adds actors: each time it starts from the same ones
            actors = actors or [doc._.actors for doc in docs]
        docs, seconds = _fastest(partial(_apply, component, docs, actors))
        print(f"{name}: {seconds:.2f} s, {seconds / statistical:.1%} of the statistical pipeline")
    return docs


def _apply(component: Callable[[Doc], Doc], docs: list[Doc], actors: list[list[Actor]]) -> list[Doc]:
    for doc, found in zip(docs, actors, strict=False):
        doc._.actors = found
    return [component(doc) for doc in docs]


def _fastest(work: Callable[[], list[Doc]]) -> tuple[list[Doc], float]:
    """Return the documents and the processor time of the fastest of several passes.

    Other work on the machine slows some passes; documents kept by the benchmark alone would slow the collector in all.
    """
    fastest = math.inf
    for _ in range(PASSES):
        gc.collect()
        gc.freeze()
        start = time.process_time()
        docs = work()
        fastest = min(fastest, time.process_time() - start)
    return docs, fastest


def _print_coverage(found: Coverage) -> None:
    print(f"{found.events} events in {found.sentences} sentences: {found.events / max(1, found.sentences):.2f} a sentence")
    print(", ".join(f"{kind} {count}" for kind, count in found.types.most_common()))
    print(f"{found.share:.1%} of {found.predicates} predicates of actors tell an event; the most frequent others:")
    print(", ".join(f"{verb} {count}" for verb, count in found.uncovered.most_common(LISTED)))


if __name__ == "__main__":
    main()
