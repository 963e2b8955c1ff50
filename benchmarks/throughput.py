"""Words per second and peak memory of the statistical pipeline alone, of extraction, and of the whole ingest, in one run.

    python benchmarks/throughput.py PATH... [--model NAME]

(a) `nlp.pipe` with the statistical components alone, (b) `readout extract`, (c) `readout ingest` with one and two workers. Each
runs as a process of its own, start-up included; ratios are to (a). Machines are noisy: read the ratios, not the words per second.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tasks.extract.pipeline import DEFAULT_MODEL, model_path
from tasks.read.registry import read_source
from tasks.read.sources import find_sources
from tasks.records import Document

BARE = """
import json, sys, spacy
nlp = spacy.load(sys.argv[1])
texts = [json.loads(line)["text"] for line in open(sys.argv[2])]
for _ in nlp.pipe(texts, batch_size=64):
    pass
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    arguments = parser.parse_args()
    found = [item for source in find_sources(arguments.paths) for item in read_source(source)]
    documents = [item for item in found if isinstance(item, Document)]
    words = sum(len(document.text.split()) for document in documents)
    print(f"{len(documents)} documents, {words} words, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = folder / "documents.jsonl"
        lines.write_text("".join(json.dumps({"doc_id": d.doc_id, "text": d.text}) + "\n" for d in documents))
        readout = [sys.executable, "-c", "from flows.cli import main; main()"]
        runs = {
            "(a) nlp.pipe alone": [sys.executable, "-c", BARE, str(model_path(arguments.model)), str(lines)],
            "(b) extract": [*readout, "extract", str(lines), "--model", arguments.model],
        }
        for workers in ("1", "2"):
            target = ["--warehouse", str(folder / f"{workers}.duckdb"), "--workers", workers, "--model", arguments.model]
            runs[f"(c) ingest, {workers} worker(s)"] = [*readout, "ingest", *arguments.paths, *target]
        base = 0.0
        for title, command in runs.items():
            seconds, memory = measure(command)
            base = base or words / seconds
            print(
                f"{title:24} {words / seconds:8.0f} words/s  ratio {words / seconds / base:4.2f}  peak {memory:5.0f} MB",
                flush=True,
            )


def measure(command: list[str]) -> tuple[float, float]:
    """Return the seconds that a command takes and the peak memory of its largest process, in megabytes."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command} failed")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
