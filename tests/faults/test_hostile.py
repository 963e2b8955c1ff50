"""Sources made to harm: entities, bombs, slow patterns; passwords that must not be kept, servers that must not be seen."""

from __future__ import annotations

import gzip
import importlib
import inspect
import pkgutil
import re
import signal
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from pathlib import Path
from types import FrameType, ModuleType

import polars as pl
import pytest

import tasks
import warehouse
from flows import server
from tasks.read import urls
from tasks.read.limits import TEXT_CHARS
from tasks.read.registry import read_source
from tasks.read.sources import Source
from tasks.records import Document, Reject

ROOT = Path(__file__).resolve().parents[2]
GOOD = "The envoy met the minister in Vienna on Monday. They said that the talks would go on for the rest of the week."


def read(path: Path, content: bytes) -> list[Document | Reject]:
    """Return what reading a file with this content gives."""
    path.write_bytes(content)
    return list(read_source(Source(str(path))))


def test_entities_of_a_page_are_not_followed(tmp_path: Path) -> None:
    """Fault 36: neither files of this machine nor entities that multiply get into a text."""
    secret = tmp_path / "secret"
    secret.write_text("the password is swordfish")
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    declared = f'<!ENTITY file SYSTEM "{secret.as_uri()}"><!ENTITY a0 "lollollol">{bomb}'
    page = f"<?xml version='1.0'?><!DOCTYPE html [{declared}]><html><body><p>{GOOD} &file; &a11;</p></body></html>"
    for name in ("a.html", "a.xhtml"):
        (found,) = read(tmp_path / name, page.encode())
        assert "swordfish" not in repr(found)
        assert len(repr(found)) < 10_000


@pytest.mark.parametrize("name", ["feed.xml", "feed.rss", "a.zip", "a.gz", "a.csv.gz", "a.tar", "a.docx", "a.warc.gz"])
def test_feeds_and_archives_are_refused_unopened(tmp_path: Path, name: str) -> None:
    """Faults 36, 37: what nothing guards is not read."""
    (found,) = read(tmp_path / name, gzip.compress(b"0" * 1_000_000))
    assert isinstance(found, Reject)
    assert found.code == "R103"


def test_no_module_opens_archives_or_parses_xml() -> None:
    """Faults 36, 37: whoever adds a reader of them adds limits and their tests, and takes its name out of here."""
    opening = re.compile(
        r"^\s*(?:import|from) (zipfile|tarfile|gzip|bz2|lzma|zlib|xml|lxml\.etree import (?!LxmlError))", re.MULTILINE
    )
    modules = [path for folder in ("flows", "tasks/read", "warehouse") for path in (ROOT / folder).rglob("*.py")]
    assert [path.name for path in modules if opening.search(path.read_text(encoding="utf-8"))] == []


def test_a_parquet_file_that_swells_costs_only_its_row(tmp_path: Path) -> None:
    """Fault 37: some kilobytes that hold a text far over the limit."""
    path = tmp_path / "a.parquet"
    pl.DataFrame({"text": ["x " * 20 * TEXT_CHARS, GOOD]}).write_parquet(path, compression="zstd")
    assert path.stat().st_size < TEXT_CHARS
    swollen, good = read_source(Source(str(path)))
    assert isinstance(swollen, Reject)
    assert isinstance(good, Document)
    assert len(repr(swollen)) < 1_000


class Bomb(BaseHTTPRequestHandler):
    """Answers everything with a page of kilobytes that unpacks to many megabytes."""

    def do_GET(self) -> None:
        """Send the page."""
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(gzip.compress(b"x " * 5_000_000))

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def bomb() -> Iterator[str]:
    """Address of a server that sends bombs."""
    httpd = HTTPServer(("127.0.0.1", 0), Bomb)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}/page"
    httpd.shutdown()
    httpd.server_close()


def test_a_page_that_swells_is_cut_off(bomb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fault 37: the limit holds for what is unpacked."""
    monkeypatch.setattr(urls, "FILE_BYTES", 1_000_000)
    (found,) = read_source(Source(bomb), allow_private=True)
    assert isinstance(found, Reject)
    assert found.code == "R104"


@pytest.mark.parametrize("allow_private", [True, False])
def test_passwords_in_addresses_are_not_told(allow_private: bool) -> None:
    """Fault 44: neither place nor message of a reject holds one (what a run keeps: tests/integration/test_ingest.py)."""
    (found,) = read_source(Source("http://editor:swordfish@127.0.0.1:9/page"), allow_private=allow_private)
    assert isinstance(found, Reject)
    assert found.location == "http://127.0.0.1:9/page"
    assert "swordfish" not in repr(found)


def modules_of(package: ModuleType) -> Iterator[ModuleType]:
    """Yield all modules of a package but those of the training, which need torch."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not found.name.startswith("tasks.train"):
            yield importlib.import_module(found.name)


def uses() -> Iterator[Callable[[str], object]]:
    """Yield the compiled patterns that modules hold, as they are used: tried at one place alone, or at every place of a text."""
    modules = [module for package in (tasks, warehouse) for module in modules_of(package)]
    source = "\n".join(inspect.getsource(module) for module in modules)
    for name, held in {name: held for module in modules for name, held in vars(module).items()}.items():
        at_one_place = not re.search(rf"\b{name}\.(search|finditer|findall|sub|split)\(", source)
        for pattern in held.values() if isinstance(held, dict) else held if isinstance(held, list | tuple) else [held]:
            if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                yield pattern.match if held is pattern and at_one_place else pattern.search


UNITS = [
    "a",
    "A",
    " ",
    "\n",
    "\n ",
    '"',
    "“",
    "“a",
    "'",
    ".",
    "A.",
    "A. ",
    "a-",
    "1",
    "1,",
    "1.",
    "-",
    "Mr. ",
    "A b ",
    "(",
    "a, ",
    "12 March ",
]


def test_no_pattern_is_slow_on_long_texts() -> None:
    """Fault 45: none needs time that grows with the square of a text; those that do are at it for minutes."""
    found = list(uses())
    assert len(found) > 20
    texts = [unit * (100_000 // len(unit)) + end for unit in UNITS for end in ("", "!", "\x00")]
    slow: list[str] = []

    def stop(_: int, __: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    try:
        for use in found:
            signal.alarm(60)
            try:
                for text in texts:
                    use(text)
            except TimeoutError:
                slow.append(str(use))
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    assert slow == []


def test_servers_answer_this_machine_alone() -> None:
    """Fault 46: the address is that of this machine, and no file of the project names the one that means all."""
    assert ip_address(server.HOST).is_loopback
    files = [path for folder in ("flows", "tasks", "warehouse") for path in (ROOT / folder).rglob("*.py")]
    files += [path for kind in ("*.yaml", "*.yml", "*.toml", "Dockerfile*") for path in ROOT.glob(kind)]
    assert [path.name for path in files if re.search(r"\b0\.0\.0\.0\b|--host[ =]::", path.read_text(encoding="utf-8"))] == []
