"""What stands in code blocks is true: Python runs and gives what its comments say, SQL runs, commands and their options exist.

A block that cannot be run says why in the line before it: `<!-- not run: reason -->`. Blocks marked as text are no code.
"""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer

from flows.cli.app import app
from tests.conftest import ROOT
from warehouse.connect import query, reader, writer
from warehouse.migrate import prepare
from warehouse.publish import publish

PAGES = sorted([*(ROOT / "docs").glob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])
BLOCK = re.compile(r"(?P<before>[^\n]*)\n```(?P<language>\w*)\n(?P<code>.*?)\n```", re.DOTALL)
INDENTED = re.compile(r"^    (?:\.venv/bin/)?(readout .*)$", re.MULTILINE)
ANSWERED = re.compile(r"(?P<expression>\S.*?)  # (?P<answer>[^,\n]+)")


class Block(NamedTuple):
    """A block of code, and where it stands."""

    page: str
    language: str
    code: str


def blocks(*languages: str) -> list[Block]:
    found = [
        Block(page.name, match["language"], match["code"])
        for page in PAGES
        for match in BLOCK.finditer(page.read_text(encoding="utf-8"))
        if not re.fullmatch(r"<!-- not run: .{8,} -->", match["before"])
    ]
    return [block for block in found if block.language in languages]


def commands() -> list[tuple[str, str]]:
    fenced = [(block.page, line) for block in blocks("console") for line in block.code.splitlines()]
    indented = [(page.name, line) for page in PAGES for line in INDENTED.findall(page.read_text(encoding="utf-8"))]
    return [*fenced, *indented]


def test_every_block_says_what_it_is() -> None:
    assert not blocks("")
    assert {block.language for block in blocks("python", "sql", "console", "json", "text")} >= {
        "python",
        "sql",
        "console",
        "json",
    }


@pytest.mark.parametrize("block", blocks("python"), ids=lambda block: block.page)
def test_python_gives_what_its_comments_say(block: Block) -> None:
    names: dict[str, object] = {}
    for line in filter(None, block.code.splitlines()):
        if answered := ANSWERED.fullmatch(line):
            assert repr(eval(answered["expression"], names)) == answered["answer"], line
        else:
            exec(line.partition("  # ")[0], names)


@pytest.mark.parametrize("block", blocks("json"), ids=lambda block: block.page)
def test_json_can_be_read(block: Block) -> None:
    for line in block.code.splitlines():
        json.loads(line)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published copy of a warehouse without documents."""
    path = tmp_path_factory.mktemp("docs") / "readout.duckdb"
    with writer(path) as connection:
        prepare(connection)
    return publish(path)


@pytest.mark.parametrize("block", blocks("sql"), ids=lambda block: block.page)
def test_sql_fits_the_tables(empty: Path, block: Block) -> None:
    with reader(empty) as connection:
        assert query(connection, block.code).columns


@pytest.mark.parametrize(("page", "line"), commands())
def test_commands_and_their_options_exist(page: str, line: str) -> None:
    words = shlex.split(line, comments=True)
    if words[0] == "python":
        assert (ROOT / words[1]).is_file()
        return
    assert words.pop(0) == "readout"
    found: Any = typer.main.get_command(app)
    while hasattr(found, "commands"):
        found = found.commands[words.pop(0)]
    options = [word.partition("=")[0].strip("[]") for word in words if word.lstrip("[").startswith("--")]
    known = {option for parameter in found.params for option in (*parameter.opts, *parameter.secondary_opts)}
    assert set(options) <= known
