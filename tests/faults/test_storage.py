"""Interruptions and storage: a load is whole or absent whatever happens, readers are never hurt, the next run goes on."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from tests.warehouse_examples import Story, affair, load, package
from warehouse.check import all_checks, run_check
from warehouse.connect import query, reader, writer
from warehouse.errors import BusyError, LoadError, SchemaError, WarehouseError
from warehouse.load import load_packages
from warehouse.migrate import prepare
from warehouse.packages import complete_packages
from warehouse.paths import published_path
from warehouse.publish import publish
from warehouse.schema import TABLES

LOADING = Path(__file__).with_name("loading.py")
EXTRACTED = (
    "documents",
    "sentences",
    "entities",
    "mentions",
    "quotes",
    "quote_spans",
    "events",
    "event_actors",
    "actors",
    "actor_names",
)


def many_stories(count: int) -> list[Story]:
    """Return stories with different texts: the affair told again and again by different outlets."""
    stories = []
    for number in range(count):
        template = affair()[number % 5]
        metadata = {key: value for key, value in template.document.items() if key not in ("doc_id", "text", "url", "location")}
        story = Story(
            f"{template.text} Report {number}.", **metadata, url=f"https://outlet.example/{number}", location=f"{number}.txt"
        )
        story.rows = {
            table: [{k: rename(v, template.doc_id, story.doc_id) for k, v in row.items()} for row in rows]
            for table, rows in template.rows.items()
        }
        stories.append(story)
    return stories


def rename(value: object, old: str, new: str) -> object:
    """Return an id of one document as that of another."""
    return value.replace(old, new) if isinstance(value, str) else value


def write_packages(folder: Path, documents: int, batch: int) -> Path:
    """Write stories as packages; return the folder that holds them."""
    stories = many_stories(documents)
    for start in range(0, documents, batch):
        package(folder / f"batch-{start:05d}", stories[start : start + batch])
    return folder


def start_loading(
    warehouse: Path, packages: Path, run_id: str = "run-1", preexec: Callable[[], None] | None = None
) -> subprocess.Popen[str]:
    """Start loading in a process of its own; return it once it is ready."""
    command = [sys.executable, str(LOADING), str(warehouse), str(packages), run_id]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, preexec_fn=preexec)  # noqa: PLW1509 (no threads yet)
    assert process.stdout and process.stdout.readline() == "ready\n"
    return process


def rows_of(warehouse: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the content of all tables that come from documents, sorted."""
    with reader(warehouse) as connection:
        return {
            table: connection.execute(f"SELECT {', '.join(TABLES[table].content)} FROM {table} ORDER BY ALL").fetchall()
            for table in EXTRACTED
        }


def broken_checks(warehouse: Path) -> list[str]:
    """Return the names of failing checks, those of the run ledger apart (these loads have no run)."""
    with writer(warehouse) as connection:
        prepare(connection)
        results = [run_check(connection, check) for check in all_checks() if not check.name.endswith("_run_id")]
    return [result["name"] for result in results if not result["is_passed"]]


def test_kills_at_random_moments_leave_whole_packages_and_the_next_load_goes_on(tmp_path: Path) -> None:
    """Fault 1, 2."""
    packages = write_packages(tmp_path / "packages", documents=60, batch=6)
    undisturbed = tmp_path / "undisturbed.duckdb"
    load_packages(undisturbed, complete_packages(packages), "run-1")
    warehouse, chance = tmp_path / "readout.duckdb", random.Random(7)
    for kill in range(10):
        process = start_loading(warehouse, packages, f"run-{kill}")
        time.sleep(chance.uniform(0.0, 0.5))
        process.send_signal(signal.SIGTERM if kill % 5 == 4 else signal.SIGKILL)
        process.communicate()
        with writer(warehouse) as connection:
            prepare(connection)
            halves = connection.execute(
                "SELECT (SELECT count(*) FROM documents) - (SELECT coalesce(sum(loaded_count), 0) FROM loads), "
                "(SELECT count(*) FROM documents) % 6, "
                "(SELECT count(*) FROM quotes WHERE doc_id NOT IN (SELECT doc_id FROM documents))"
            ).fetchall()
        assert halves == [(0, 0, 0)]
    load_packages(warehouse, complete_packages(packages), "run-last")
    assert rows_of(warehouse) == rows_of(undisturbed)
    assert broken_checks(warehouse) == []


def test_two_loads_at_once_wait_for_each_other(tmp_path: Path) -> None:
    """Fault 4: both end well, and each document is loaded once."""
    packages = write_packages(tmp_path / "packages", documents=12, batch=4)
    warehouse = tmp_path / "readout.duckdb"
    both = [start_loading(warehouse, packages, run_id) for run_id in ("one", "other")]
    assert [process.wait(timeout=60) for process in both] == [0, 0]
    for process in both:
        process.communicate()
    with reader(warehouse) as connection:
        assert connection.execute("SELECT sum(loaded_count), sum(unchanged_count) FROM loads").fetchall() == [(12, 12)]


def test_a_load_is_refused_with_the_holder_when_the_file_stays_in_use(tmp_path: Path) -> None:
    """Fault 6: the waiting is bounded, the message says who holds the file and what to do."""
    warehouse = tmp_path / "readout.duckdb"
    load(warehouse, affair())
    hold = (
        f"import duckdb, sys; c = duckdb.connect({str(warehouse)!r}, read_only=True); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout and holder.stdout.readline() == b"held\n"
        with pytest.raises(BusyError, match=str(holder.pid)) as refused:
            load_packages(warehouse, [], "run-2", wait_seconds=0.3)
        holder.communicate()
    assert "published copy" in refused.value.hint


def test_readers_are_unharmed_while_the_copy_is_replaced(tmp_path: Path) -> None:
    """Fault 5: a reader keeps what it opened; those that come later see the new copy."""
    warehouse = tmp_path / "readout.duckdb"
    load(warehouse, affair()[:2])
    copy = publish(warehouse)
    program = (
        "import sys; from pathlib import Path; from warehouse.connect import reader\n"
        f"with reader(Path({str(copy)!r})) as c:\n"
        "    for line in sys.stdin:\n"
        "        print(c.execute('SELECT count(*) FROM documents').fetchall()[0][0], flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as old:
        assert old.stdin and old.stdout
        counts = []
        for batch in (affair()[2:3], affair()[3:]):
            old.stdin.write("\n")
            old.stdin.flush()
            counts.append(old.stdout.readline())
            load(warehouse, batch, run_id=batch[0].doc_id)
            publish(warehouse)
        old.communicate("\n")
    assert counts == ["2\n", "2\n"]
    with reader(copy) as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchall() == [(5,)]


def test_an_open_copy_stays_what_it_was_byte_by_byte(tmp_path: Path) -> None:
    """Fault 5: the copy is replaced, never written over."""
    warehouse = tmp_path / "readout.duckdb"
    load(warehouse, affair()[:2])
    with publish(warehouse).open("rb") as held:
        before = held.read()
        load(warehouse, affair()[2:], run_id="run-2")
        assert publish(warehouse).read_bytes() != before
        held.seek(0)
        assert held.read() == before


def test_readers_in_a_loop_see_no_error_during_loads(tmp_path: Path) -> None:
    """Fault 5: several readers ask all the time while packages are loaded and published."""
    packages = complete_packages(write_packages(tmp_path / "packages", documents=12, batch=3))
    warehouse = tmp_path / "readout.duckdb"
    load_packages(warehouse, packages[:1], "run-0")
    copy, done, seen = publish(warehouse), threading.Event(), []

    def ask() -> None:
        while not done.is_set():
            with reader(copy, wait_seconds=60) as connection:
                seen.append(query(connection, "SELECT count(*) AS n FROM documents")["n"][0])

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number, folder in enumerate(packages[1:], start=1):
        load_packages(warehouse, [folder], f"run-{number}")
        publish(warehouse)
    done.set()
    for thread in threads:
        thread.join()
    assert set(seen) <= {3, 6, 9, 12}
    assert len(seen) >= 3


def limit_file_size() -> None:
    """Let this process write nothing beyond the first 100 kB of a file, as if the disk were full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


def test_full_disk_while_loading_leaves_no_half_load(tmp_path: Path) -> None:
    """Fault 7."""
    packages = write_packages(tmp_path / "packages", documents=400, batch=400)
    warehouse = tmp_path / "readout.duckdb"
    load(warehouse, affair())
    before = rows_of(warehouse)
    copy = publish(warehouse)
    published = copy.read_bytes()
    process = start_loading(warehouse, packages, "run-2", preexec=limit_file_size)
    _, complaint = process.communicate()
    assert process.returncode != 0
    assert "W208" in complaint.splitlines()[-1], "the last word is the cause"
    assert "File too large" in complaint.splitlines()[-1]
    assert rows_of(warehouse) == before
    assert copy.read_bytes() == published
    assert load_packages(warehouse, complete_packages(packages), "run-3").loaded == 400


def test_what_a_load_fails_of_reaches_the_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fault 7: neither clearing up nor rolling back hides the cause."""
    folder = package(tmp_path / "packages" / "one", affair())

    def broken(connection: duckdb.DuckDBPyConnection, _: str) -> None:
        connection.close()
        raise duckdb.IOException("Could not write all bytes")

    monkeypatch.setattr("warehouse.load._load_staged", broken)
    with pytest.raises(LoadError, match="Could not write all bytes") as complaint:
        load_packages(tmp_path / "readout.duckdb", [folder], "run-1")
    assert "run again" in complaint.value.hint


def test_full_disk_while_publishing_keeps_the_copy_published_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fault 7: what is half copied is cleared away."""
    warehouse = tmp_path / "readout.duckdb"
    load(warehouse, affair()[:2])
    copy = publish(warehouse)
    published = copy.read_bytes()
    load(warehouse, affair()[2:], run_id="run-2")

    def full(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:1000])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfile", full)
    with pytest.raises(WarehouseError, match="No space left") as complaint:
        publish(warehouse)
    assert complaint.value.code == "W209"
    assert copy.read_bytes() == published
    assert sorted(path.name for path in tmp_path.glob("*.duckdb*")) == ["readout.duckdb", "readout.read.duckdb"]


def test_broken_log_is_put_aside_and_what_it_held_is_loaded_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Fault 8."""
    packages = complete_packages(write_packages(tmp_path / "packages", documents=8, batch=4))
    warehouse = tmp_path / "readout.duckdb"
    load_packages(warehouse, packages[:1], "run-1")
    hold = (
        "import os; from pathlib import Path; from warehouse.connect import writer; from warehouse.load import load_frames\n"
        "from warehouse.packages import read_package\n"
        f"with writer(Path({str(warehouse)!r})) as c:\n"
        "    c.execute('PRAGMA disable_checkpoint_on_shutdown')\n"
        f"    load_frames(c, read_package(Path({str(packages[1])!r})), 'b', '1', 'run-2')\n"
        "    os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", hold], check=True)
    log = warehouse.with_name("readout.duckdb.wal")
    held = log.read_bytes()
    log.write_bytes(held[:200] + b"\xff" * (len(held) - 200))
    with writer(warehouse) as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchall() == [(4,)]
    assert "could not be replayed" in caplog.text
    assert list(tmp_path.glob("readout.duckdb.wal.broken-*"))
    assert load_packages(warehouse, packages, "run-3").loaded == 4
    assert broken_checks(warehouse) == []


def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    """Fault 9."""
    warehouse = tmp_path / "readout.duckdb"
    load(warehouse, affair())
    with closing(duckdb.connect(warehouse)) as connection:
        connection.execute("INSERT INTO migrations VALUES (9999, 'from_the_future', 'x', now()::TIMESTAMP)")
    with pytest.raises(SchemaError) as refused:
        load_packages(warehouse, [], "run-2")
    assert refused.value.code == "W205"
    assert "Update Readout" in refused.value.hint


def test_a_kill_between_load_and_publish_is_made_good_by_the_next_run(tmp_path: Path) -> None:
    """Fault 10: publishing copies all that is loaded, whoever loaded it; a copy cut short counts for nothing."""
    warehouse = tmp_path / "readout.duckdb"
    load(warehouse, affair()[:2])
    published_path(warehouse).with_name("readout.read.duckdb.part").write_bytes(b"cut short by a kill")
    load(warehouse, affair(), run_id="run-2")
    with reader(publish(warehouse)) as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchall() == [(5,)]
    assert not list(tmp_path.glob("*.part"))


def test_a_package_cut_short_by_a_kill_counts_for_nothing(tmp_path: Path) -> None:
    """Fault 1, 2: a package is its folder with a manifest; what a kill left is written anew."""
    packages = tmp_path / "packages"
    part = packages / "one.part"
    part.mkdir(parents=True)
    (part / "documents.parquet").write_bytes(b"PAR1")
    assert complete_packages(packages) == []
    assert package(packages / "one", affair()) == packages / "one"
    assert complete_packages(packages) == [packages / "one"]
    assert not part.exists()


def test_no_lock_is_left_behind_by_a_killed_writer(tmp_path: Path) -> None:
    """Fault 4: locks end with their process."""
    packages = write_packages(tmp_path / "packages", documents=4, batch=4)
    warehouse = tmp_path / "readout.duckdb"
    process = start_loading(warehouse, packages)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    assert load_packages(warehouse, complete_packages(packages), "run-2", wait_seconds=1).packages == 1
