"""The pages about the warehouse are true: the dictionary is fresh, and every question is answered."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from warehouse.connect import query
from warehouse.dictionary import dictionary

DOCS = Path(__file__).resolve().parents[3] / "docs"
QUESTIONS = re.findall(
    r"^## \d+\. (.+?)$.*?```sql\n(.*?)```", (DOCS / "questions.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
)


def test_the_dictionary_is_fresh() -> None:
    fresh = dictionary()
    assert (DOCS / "data-dictionary.md").read_text(encoding="utf-8") == fresh, "write it again: python -m warehouse.dictionary"


def test_there_are_twenty_questions_and_more() -> None:
    assert len(QUESTIONS) > 20


@pytest.mark.parametrize(("question", "sql"), QUESTIONS, ids=[question for question, _ in QUESTIONS])
def test_every_question_has_an_answer(analyst: duckdb.DuckDBPyConnection, question: str, sql: str) -> None:
    assert query(analyst, sql).height > 0
