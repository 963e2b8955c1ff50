"""The sector that a stated role gives: of the noun, or of the body where any kind of body has such a post."""

from datetime import date

import pytest

from tasks.extract.actors.gazetteer import load_gazetteer
from tests.unit.extract.actors.trees import actors_of, parsed

HOLT = "Anna/NNP/{0}/nsubj/PERSON Holt/NNP/1/flat/I-PERSON ,/,/1/punct"


@pytest.mark.parametrize(
    ("role", "sector"),
    [
        ("spokeswoman/NN/1/appos of/IN/6/case Greenpeace/NNP/4/nmod/ORG", "NGO"),
        ("spokeswoman/NN/1/appos of/IN/6/case Zetorix/NNP/4/nmod/ORG", None),
        ("the/DT/6/det French/JJ/6/amod spokeswoman/NN/1/appos", "GOV"),
        ("a/DT/6/det tired/JJ/6/amod spokeswoman/NN/1/appos", None),
        ("a/DT/6/det tired/JJ/6/amod journalist/NN/1/appos", "JRN"),
        ("director/NN/1/appos of/IN/6/case Greenpeace/NNP/4/nmod/ORG", "NGO"),
    ],
)
def test_the_sector_of_a_role(role: str, sector: str | None) -> None:
    doc = parsed(f"{HOLT.format(8)} {role} ,/,/1/punct left/VBD/0/root ././8/punct")
    holt = next(actor for actor in actors_of(doc) if actor.name == "Anna Holt")
    assert holt.sector == sector


def test_the_role_that_is_held_stands_apart_from_the_role_that_is_stated() -> None:
    doc = parsed(
        "Senator/NNP/2/nmod:desc John/NNP/4/nsubj/PERSON Kerry/NNP/2/flat/I-PERSON left/VBD/0/root", published=date(2014, 5, 1)
    )
    [kerry] = actors_of(doc)
    assert (kerry.roles, kerry.held_role, kerry.sector) == (("Senator",), "secretary of state", "GOV")
    assert load_gazetteer().catalogue.sector("person:john-kerry", date(2019, 1, 1)) == "ELI"
