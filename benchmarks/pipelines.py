"""Compare language pipelines: words per second with one and more processes, load time and memory.

    python benchmarks/pipelines.py TEXTS PIPELINE [PIPELINE ...] [--processes 1 2]

TEXTS holds one text per line. Each measurement runs in a process of its own; words per second are given by the clock
and, for one process, by processor time as well, which other work on the machine changes less.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import spacy


def measure(texts: Path, pipeline: str, processes: int) -> dict[str, Any]:
    """Run all texts through a pipeline."""
    began = time.perf_counter()
    nlp = spacy.load(pipeline)
    loaded = time.perf_counter() - began
    lines = [line for line in texts.read_text(encoding="utf-8").splitlines() if line.strip()]
    for _ in nlp.pipe(lines[:4]):
        pass  # the first texts load what later ones share
    clock, processor = time.perf_counter(), time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(lines, batch_size=64, n_process=processes))
    by_clock = words / (time.perf_counter() - clock)
    by_processor = words / (time.process_time() - processor)
    usage = resource.RUSAGE_SELF if processes == 1 else resource.RUSAGE_CHILDREN
    return {
        "pipeline": pipeline,
        "processes": processes,
        "words": words,
        "words_per_second": round(by_clock),
        "words_per_processor_second": round(by_processor) if processes == 1 else None,
        "load_seconds": round(loaded, 1),
        "peak_megabytes": resource.getrusage(usage).ru_maxrss // 1024,
    }


def main() -> None:
    """Measure from the command line; prints one JSON object per measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("pipelines", nargs="+")
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--alone", action="store_true", help="measure in this process (one pipeline, one count)")
    given = parser.parse_args()
    if given.alone:
        print(json.dumps(measure(given.texts, given.pipelines[0], given.processes[0])))
        return
    for pipeline in given.pipelines:
        for processes in given.processes:
            command = [sys.executable, __file__, str(given.texts), pipeline, "--processes", str(processes), "--alone"]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
