"""The word lists: documented values only, no word twice."""

import csv

import pytest

from tasks.extract.actors import lexicon

TYPES = {"person", "organisation", "government", "country", "group", "media"}


def column(name: str, field: str) -> list[str]:
    with (lexicon.FOLDER / name).open(encoding="utf-8") as lines:
        return [row[field] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


@pytest.mark.parametrize(("name", "key"), [("nouns.tsv", "noun"), ("name_words.tsv", "word"), ("titles.tsv", "title")])
def test_no_word_stands_twice_and_all_are_lower_case(name: str, key: str) -> None:
    words = column(name, key)
    assert len(words) == len(set(words)) and all(word == word.lower() and word.strip() for word in words)


def test_types_and_genders_are_of_the_vocabulary() -> None:
    assert {noun.type for noun in lexicon.nouns().values()} <= TYPES | {"place"}
    assert set(lexicon.name_words().values()) <= TYPES | {"place", "thing"}
    assert {noun.gender for noun in lexicon.nouns().values()} <= {"m", "f", "n", None}
    assert set(lexicon.titles().values()) <= {"m", "f", None}
