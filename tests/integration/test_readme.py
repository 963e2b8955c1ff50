"""The questions of README.md run on the example articles, and every command that it names exists."""

from __future__ import annotations

import re

from typer.testing import CliRunner

from flows.cli.app import app
from flows.cli.commands import COMMANDS
from flows.ingest import ingest
from flows.settings import Settings
from tests.conftest import ROOT
from tests.integration.conftest import EXAMPLES
from warehouse.connect import query, reader

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_question_has_an_answer(settings: Settings) -> None:
    ingest([str(EXAMPLES)], settings=settings)
    questions = re.findall(r"```sql\n(.*?)\n```", README, re.DOTALL)
    assert len(questions) == 5
    with reader(settings.published) as connection:
        for question in questions:
            assert not query(connection, question).is_empty(), question


def test_commands_have_help_and_those_of_the_readme_exist() -> None:
    names = {command.__name__ for command in COMMANDS} | {"actors", "model"}
    assert set(re.findall(r"bin/readout (\w+)", README)) <= names
    for name in names:
        shown = CliRunner().invoke(app, [name, "--help"])
        assert shown.exit_code == 0
        assert len(shown.output) > 200
