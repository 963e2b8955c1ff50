"""Measure the warehouse on generated rows: views and macros, loading, publishing, kills, readers beside a writer.

``python benchmarks/storage.py views|load|publish|kills|readers [--documents N] [--count N]`` prints one Markdown table each.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from string import Template

import duckdb

from warehouse.arrow import to_frame
from warehouse.connect import Limits, query, reader, writer
from warehouse.load import derive_actors, load_packages
from warehouse.migrate import prepare
from warehouse.packages import complete_packages, write_package
from warehouse.publish import publish
from warehouse.schema import EXTRACTED, TABLES

HERE = Path(__file__).parent
LOAD = """
import sys
from pathlib import Path
from warehouse.load import load_packages
from warehouse.packages import complete_packages
print("ready", flush=True)
load_packages(Path(sys.argv[1]), complete_packages(Path(sys.argv[2])), sys.argv[3], wait_seconds=120)
"""
ASK = """
import sys, time
from pathlib import Path
from warehouse.connect import Limits, query, reader
asked = 0
print("ready", flush=True)
while not Path(sys.argv[2]).exists():
    with reader(Path(sys.argv[1]), Limits(threads=1)) as connection:
        query(connection, "SELECT count(*) AS n FROM said")
    asked += 1
    time.sleep(0.05)
print(asked, flush=True)
"""


def sql(name: str, **names: str) -> str:
    """Return the statements of a file beside this one."""
    return Template((HERE / f"storage_{name}.sql").read_text(encoding="utf-8")).substitute(names)


def generate(warehouse: Path, documents: int) -> None:
    """Fill a new warehouse with generated documents, 20 quotes and 20 events each."""
    with writer(warehouse) as connection:
        prepare(connection)
        for statement in sql("generate", documents=str(documents)).split(";\n"):
            if statement.strip():
                connection.execute(statement)
        derive_actors(connection)


def packages_of(warehouse: Path, folder: Path, batch: int) -> list[Path]:
    """Write the documents of a warehouse as packages of that many."""
    with writer(warehouse) as connection:
        doc_ids = [row[0] for row in connection.execute("SELECT doc_id FROM documents ORDER BY doc_id").fetchall()]
        for start in range(0, len(doc_ids), batch):
            frames = {}
            for table in ("documents", *EXTRACTED):
                columns = ", ".join(column.name for column in TABLES[table].given)
                values = {"doc_ids": doc_ids[start : start + batch]}
                frames[table] = to_frame(connection.sql(sql("batch", columns=columns, table=table), params=values))
            write_package(folder / f"batch-{start:07d}", frames, {"pipeline_version": "1"})
    return complete_packages(folder)


def measure_views(work: Path, documents: int) -> Iterator[str]:
    """Yield a table row for each question: seconds on the clock and of the processor, rows."""
    warehouse = work / "views.duckdb"
    generate(warehouse, documents)
    yield f"{documents:,} documents, {documents * 20:,} quotes, as many events; file {size(warehouse):.0f} MB; best of 3\n"
    yield "| question | seconds | processor seconds | rows |\n|---|---|---|---|"
    limits = Limits(seconds=300, threads=os.cpu_count() or 1)
    for block in sql("questions").split(";\n"):
        title, _, question = block.strip().partition("\n")
        if not question:
            continue
        with reader(warehouse, limits) as connection:
            wall, processor, rows = min(timed(partial(answer, connection, question, limits)) for _ in range(3))
        yield f"| {title.removeprefix('-- ')} | {wall:.2f} | {processor:.2f} | {rows:,} |"


def answer(connection: duckdb.DuckDBPyConnection, question: str, limits: Limits) -> int:
    """Return how many rows a question has as its answer."""
    return query(connection, question, limits=limits).height


def timed(work: Callable[[], int]) -> tuple[float, float, int]:
    """Return seconds on the clock, seconds of the processor, and what the work returns."""
    started, before = time.perf_counter(), os.times()
    result = work()
    after = os.times()
    return time.perf_counter() - started, after.user + after.system - before.user - before.system, result


def measure_load(work: Path, documents: int) -> Iterator[str]:
    """Yield how fast packages load, new and again."""
    generate(work / "source.duckdb", documents)
    packages = packages_of(work / "source.duckdb", work / "packages", 200)
    yield "| load | documents | rows | seconds | rows/s | kB per document |\n|---|---|---|---|---|---|"
    warehouse = work / "load.duckdb"
    for name in ("new", "again"):
        wall, _, rows = timed(lambda: sum(load_packages(warehouse, packages, "run").rows.values()))
        per_document = size(warehouse) * 1000 / documents
        yield f"| {name} | {documents:,} | {rows:,} | {wall:.1f} | {rows / wall:,.0f} | {per_document:.1f} |"


def measure_publish(work: Path, documents: int) -> Iterator[str]:
    """Yield how long publishing takes."""
    warehouse = work / "publish.duckdb"
    generate(warehouse, documents)
    wall, processor, _ = min(timed(lambda: len(publish(warehouse).name)) for _ in range(5))
    yield f"publishing {size(warehouse):,.0f} MB: {wall:.2f} s, {processor:.2f} processor seconds; best of 5"


def measure_kills(work: Path, documents: int, count: int) -> Iterator[str]:
    """Yield what kills at random moments of a load leave: whether each reopening is consistent, and the end equal."""
    generate(work / "source.duckdb", documents)
    packages = work / "packages"
    packages_of(work / "source.duckdb", packages, 100)
    undisturbed = work / "undisturbed.duckdb"
    seconds, _, _ = timed(lambda: load_packages(undisturbed, complete_packages(packages), "run").loaded)
    expected, chance = checksums(undisturbed), random.Random(2026)
    warehouse, kills, consistent, ends, equal = work / "killed.duckdb", 0, 0, 0, 0
    while kills < count:
        process = start(LOAD, warehouse, packages, f"run-{kills}")
        try:
            process.wait(timeout=chance.uniform(0, seconds / 2))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            kills += 1
            consistent += is_consistent(warehouse)
            continue
        ends, equal = ends + 1, equal + (checksums(warehouse) == expected)
        warehouse.unlink()
    if warehouse.exists():
        load_packages(warehouse, complete_packages(packages), "run-last")
        ends, equal = ends + 1, equal + (checksums(warehouse) == expected)
    yield f"{kills} kills in loads of {documents:,} documents ({seconds:.1f} s undisturbed): {consistent} consistent reopenings;"
    yield f"{ends} loads went on to their end after kills, {equal} with tables equal to the undisturbed run"


def is_consistent(warehouse: Path) -> bool:
    """Return whether every document in a reopened warehouse is whole."""
    with writer(warehouse) as connection:
        prepare(connection)
        return set(connection.execute(sql("consistency")).fetchall()[0]) == {0}


def checksums(warehouse: Path) -> dict[str, tuple[int, int]]:
    """Return the number of rows and a checksum of every table that comes from documents."""
    with reader(warehouse) as connection:
        return {
            table: connection.execute(sql("checksum", table=table, columns=", ".join(TABLES[table].content))).fetchall()[0]
            for table in ("documents", *EXTRACTED, "actors", "actor_names")
        }


def measure_readers(work: Path, documents: int, count: int) -> Iterator[str]:
    """Yield whether readers in a loop are hurt by loads and publishing, and whether they hold the loads up."""
    generate(work / "source.duckdb", documents)
    packages = packages_of(work / "source.duckdb", work / "packages", max(1, documents // (count + 1)))
    for place, name in (("alone", "no reader"), ("beside", "8 readers")):
        warehouse, stop = work / f"{place}.duckdb", work / f"{place}.stop"
        load_packages(warehouse, packages[:1], "run-0")
        copy = publish(warehouse)
        readers = [start(ASK, copy, stop) for _ in range(8 if place == "beside" else 0)]
        waits: list[float] = []
        for number, package in enumerate(packages[1 : count + 1], start=1):
            waits.append(timed(partial(opened, warehouse))[0])
            load_packages(warehouse, [package], f"run-{number}")
            publish(warehouse)
        stop.touch()
        answers = [process.communicate() for process in readers]
        errors = [process.returncode for process in readers if process.returncode]
        asked = sum(int(out.split()[-1]) for out, _ in answers)
        yield f"{name}: {len(waits)} loads, longest opening {max(waits):.2f} s; {asked} queries, {len(errors)} readers failed"


def opened(warehouse: Path) -> int:
    """Open for writing and close again."""
    with writer(warehouse) as connection:
        return len(connection.execute("SELECT 1").fetchall())


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    """Start a Python program and return it once it says that it is ready."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout and process.stdout.readline() == "ready\n"
    return process


def size(path: Path) -> float:
    """Return the size of a file in MB."""
    return path.stat().st_size / 1e6


def main() -> None:
    """Run one measurement and print what it yields."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["views", "load", "publish", "kills", "readers"])
    parser.add_argument("--documents", type=int, default=50_000)
    parser.add_argument("--count", type=int, default=100, help="kills, or loads beside readers")
    options = parser.parse_args()
    work = Path(tempfile.mkdtemp(prefix="readout-benchmark-"))
    measure = globals()[f"measure_{options.what}"]
    counted = (options.count,) if options.what in ("kills", "readers") else ()
    try:
        print(f"DuckDB {duckdb.__version__}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n")
        for line in measure(work, options.documents, *counted):
            print(line, flush=True)
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
