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


def test_every_question_has_an_answer_and_the_rows_shown_are_there(settings: Settings) -> None:
    ingest([str(EXAMPLES)], settings=settings)
    questions = re.findall(r"```sql\n(.*?)\n```", README, re.DOTALL)
    assert len(questions) == 5
    with reader(settings.published) as connection:
        for question in questions:
            assert not query(connection, question).is_empty(), question
        rows = query(connection, "SELECT sentence, initiator, event, polarity, asserted_by FROM claimed").rows()
    shown = [[cell.strip() for cell in row.split("|")[1:-1]] for row in re.findall(r"^\|.* AGREE .*\|$", README, re.MULTILINE)]
    assert len(shown) == 2
    assert {tuple(row) for row in shown} <= set(rows)


def test_commands_have_help_and_those_of_the_readme_exist() -> None:
    names = {command.__name__ for command in COMMANDS} | {"actors", "model"}
    assert set(re.findall(r"bin/readout (\w+)", README)) <= names
    for name in names:
        shown = CliRunner().invoke(app, [name, "--help"])
        assert shown.exit_code == 0
        assert len(shown.output) > 200
