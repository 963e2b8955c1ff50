import pytest
import spacy
from spacy.tokens import Doc

from tasks.extract.sentences import Sentences


def starts(text: str) -> tuple[list[str], list[str]]:
    doc: Doc = Sentences()(spacy.blank("en")(text))
    return [t.text for t in doc if t.is_sent_start], [t.text for t in doc if t.is_sent_start is False]


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("Port burns\nThe port of Halden burned.", ["Port", "The"]),
        ("Port burns\n\n  \nThe port burned.", ["Port", "The"]),
        ("HALDEN (Reuters) — The port burned.", ["HALDEN"]),
        ("- one\n- two", ["-", "-"]),
        ("Q: Why?\r\nA: Because.", ["Q", "A"]),
    ],
)
def test_lines_begin_sentences(text: str, begin: list[str]) -> None:
    assert starts(text)[0] == begin


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He said "no." Then he left.', '"'),
        ("He said “no.” Then he left.", "”"),
        ("(He said no.) Then he left.", ")"),
        ("It cost 5 % more.", "%"),
    ],
)
def test_no_sentence_begins_at_a_closing_mark(text: str, inner: str) -> None:
    assert inner in starts(text)[1]


def test_an_opening_mark_may_begin_a_sentence() -> None:
    doc = Sentences()(spacy.blank("en")('He left. "No," she said.'))
    assert doc[3].is_sent_start is None


def test_a_line_that_is_only_a_closing_mark_is_a_line() -> None:
    assert starts("It burned.\n) and so on")[0] == ["It", ")"]


def test_empty_text_has_no_sentences() -> None:
    assert starts("") == ([], [])
