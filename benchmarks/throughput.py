"""Words per second and peak memory of the statistical pipeline alone, of extraction, and of the whole ingest, in one run.

    python benchmarks/throughput.py PATH... [--model NAME]

(a) `nlp.pipe` with the statistical components alone, timed from when the pipeline is loaded; (b) `readout extract`; (c) `readout
ingest` with one and two workers. (b) and (c) are whole commands as a person waits for them, start-up included: interpreter,
imports, loading the pipeline and, for (c), the temporary Prefect server. Ratios are to (a); those in brackets to (a) with its own
start-up. Prefect's database is made beforehand, which happens once on a machine. Machines are noisy: read the ratios, not the
words per second. Measure in an environment without torch, such as bootstrap.py makes: spaCy imports it where it is, in every
process.
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
import json, sys, time, spacy
nlp = spacy.load(sys.argv[1])
texts = [json.loads(line)["text"] for line in open(sys.argv[2])]
started = time.perf_counter()
for _ in nlp.pipe(texts, batch_size=64):
    pass
print(time.perf_counter() - started)
"""
READOUT = [sys.executable, "-c", "from flows.cli import main; main()"]


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
        os.environ["PREFECT_HOME"] = str(folder / "prefect")
        lines, first = folder / "documents.jsonl", folder / "first.txt"
        lines.write_text("".join(json.dumps({"doc_id": d.doc_id, "text": d.text}) + "\n" for d in documents))
        first.write_text("The minister said on Monday that the talks had failed.")
        model = ["--model", arguments.model]
        measure([*READOUT, "ingest", str(first), "--warehouse", str(folder / "first.duckdb"), *model])
        bare, memory, output = measure([sys.executable, "-c", BARE, str(model_path(arguments.model)), str(lines)])
        steady = float(output)

        def show(title: str, seconds: float, memory: float) -> None:
            ratios = f"ratio {steady / seconds:4.2f} ({bare / seconds:4.2f})"
            print(f"{title:24} {seconds:6.1f} s {words / seconds:8.0f} words/s  {ratios}  peak {memory:5.0f} MB", flush=True)

        show("(a) nlp.pipe alone", steady, memory)
        show("    with its start-up", bare, memory)
        show("(b) extract", *measure([*READOUT, "extract", str(lines), *model])[:2])
        for workers in ("1", "2"):
            target = ["--warehouse", str(folder / f"{workers}.duckdb"), "--workers", workers, *model]
            show(f"(c) ingest, {workers} worker(s)", *measure([*READOUT, "ingest", *arguments.paths, *target])[:2])


def measure(command: list[str]) -> tuple[float, float, str]:
    """Return the seconds that a command takes, the peak memory of its largest process in megabytes, and the end of its output."""
    with tempfile.TemporaryFile("w+") as output:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        if status:
            sys.exit(f"{command} failed")
        output.seek(0)
        return seconds, usage.ru_maxrss / 1024, output.read()[-100:]


if __name__ == "__main__":
    main()
