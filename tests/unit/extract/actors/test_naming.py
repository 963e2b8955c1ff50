"""Names as strings: normal form, parts, keys, variants."""

import pytest

from tasks.extract.actors.naming import initials, is_acronym, normal_words, organisation_key, person_name, same_person


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Maria van der Berg", "maria van der berg"),
        ("Carlos Andrés Gómez Jr.", "carlos gomez jr"),
        ("Xi Jinping", "jinping xi"),
        ("J. Robert Miller", "j miller"),
    ],
)
def test_key_of_a_person_keeps_first_forename_surname_and_generation(name: str, key: str) -> None:
    assert person_name(normal_words(name.split())).key == key


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Joe Miller", "Joseph Miller", True),
        ("J. Miller", "Joseph Miller", True),
        ("Joseph Miller Jr.", "Joseph Miller Sr.", False),
        ("Anna Miller", "Joseph Miller", False),
        ("Ann Baker", "Patricia Ann Baker", True),
        ("Paulo da Costa", "Paulo Costa", True),
    ],
)
def test_full_names_are_one_person_when_surname_and_forename_allow(one: str, other: str, same: bool) -> None:
    assert same_person(person_name(normal_words(one.split())), person_name(normal_words(other.split()))) is same


def test_normal_form_drops_article_possessive_accents_and_stops() -> None:
    assert normal_words(["the", "U.S.", "Sénat", "'s"]) == ("us", "senat")


def test_legal_form_does_not_belong_to_the_key() -> None:
    assert organisation_key(("acme", "widgets", "inc")) == "acme widgets"


def test_acronyms_skip_small_words_and_look_like_acronyms() -> None:
    assert "bow" in initials(("bank", "of", "wales")) and "bw" in initials(("bank", "of", "wales"))
    assert is_acronym("UNESCO") and is_acronym("AfCFTA") and not is_acronym("Reuters")
