"""Contexts: what the words of a sentence say an event was about."""

import csv

from tasks.extract.events.contexts import Contexts
from tasks.extract.events.lexicon import FOLDER, rows_of
from tests.unit.extract.events.trees import tree


def test_words_and_runs_of_words_show_contexts():
    doc = tree(
        "Hackers|hacker|NNS|nsubj|1 attacked|attack|VBD|ROOT|0 the|the|DT|det|2 supreme|supreme|JJ|amod|1 court|court|NN|obj|-3 "
        ".|.|.|punct|-4"
    )
    assert Contexts().of(doc[1]) == ("political_institutions", "legal", "cyber")


def test_nothing_is_shown_where_no_word_tells():
    doc = tree("He|he|PRP|nsubj|1 agreed|agree|VBD|ROOT|0 .|.|.|punct|-1")
    assert Contexts().of(doc[1]) == ()


def test_the_file_is_well_formed():
    rows = [row for _, row in rows_of("contexts.tsv")]
    with (FOLDER / "contexts.tsv").open(encoding="utf-8") as lines:
        given = [line for line in csv.reader(lines, delimiter="\t") if line and not line[0].startswith("#")]
    assert len(given) == len(rows) + 1 == 38
    assert all(word == word.lower() for row in rows for word in row["words"].split())
