"""Names of things, sites and namesakes are told from actors; spans with two names are parted."""

from datetime import date

import pytest

from tests.unit.extract.actors.trees import actors_of, parsed

BODY = (
    "The/DT/4/det Harbour/NNP/4/compound/ORG Rescue/NNP/4/compound/I-ORG Service/NNP/5/nsubj/I-ORG agreed/VBD/0/root ././5/punct"
)


def names(*sentences: str) -> list[str]:
    return [actor.name for actor in actors_of(parsed(*sentences)) if actor.mentions[0].kind == "name"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Its/PRP$/4/nmod:poss Alpha/NNP/4/compound/ORG Nine/NNP/2/flat/I-ORG helicopter/NN/5/nsubj landed/VBD/0/root ././5/punct",
        "Storm/NNP/2/compound Wilma/NNP/3/nsubj/PERSON hit/VBD/0/root the/DT/5/det coast/NN/3/obj ././3/punct",
        "The/DT/2/det film/NN/3/nsubj Northlight/NNP/2/appos/PERSON opened/VBD/0/root ././4/punct",
        "Karl/NNP/3/compound/PERSON Bauer/NNP/1/flat/I-PERSON Avenue/NNP/4/nsubj:pass/I-PERSON reopened/VBD/0/root ././4/punct",
        "He/PRP/2/nsubj left/VBD/0/root at/IN/4/case ten/NN/2/obl GMT/NNP/4/appos/ORG ././2/punct",
        "They/PRP/2/nsubj passed/VBD/0/root QLM/NNP/4/compound/ORG checks/NNS/2/obj ././2/punct",
    ],
)
def test_things_and_sites_are_no_actors(sentence: str) -> None:
    assert names(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "QLM/NNP/2/nsubj/ORG refused/VBD/0/root ././2/punct",
        "QLM/NNP/2/compound/ORG director/NN/5/nsubj Ann/NNP/2/appos/PERSON Lee/NNP/3/flat/I-PERSON left/VBD/0/root ././5/punct",
        "She/PRP/2/nsubj left/VBD/0/root QLM/NNP/5/nmod:poss/ORG 's/POS/3/case office/NN/2/obj ././2/punct",
    ],
)
def test_an_unknown_acronym_is_a_body_where_it_acts_has_people_or_property(sentence: str) -> None:
    assert "QLM" in names(sentence)


def test_an_acronym_of_a_named_body_is_that_body() -> None:
    again = "He/PRP/2/nsubj passed/VBD/0/root HRS/NNP/4/compound/ORG checks/NNS/2/obj ././2/punct"
    assert names(BODY, again) == ["Harbour Rescue Service"]


def test_an_acronym_that_the_text_defines_as_a_law_is_no_body() -> None:
    sentence = (
        "The/DT/4/det Road/NNP/4/compound Xebec/NNP/4/compound Act/NNP/8/nsubj "
        "(/-LRB-/6/punct RXA/NNP/4/appos/ORG )/-RRB-/6/punct "
        "passed/VBD/0/root ././8/punct"
    )
    assert names(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "Avalon/NNP/3/nmod:poss/ORG 's/POS/1/case/I-ORG "
            "Ann/NNP/5/nsubj/I-ORG Lee/NNP/3/flat/I-ORG left/VBD/0/root ././5/punct",
            ["Avalon's Ann Lee"],  # nobody is known by the first name, which is one word
        ),
        (
            "Wikinews/NNP/3/nmod:poss/PERSON '/POS/1/case/I-PERSON "
            "Ann/NNP/5/nsubj/I-PERSON Lee/NNP/3/flat/I-PERSON left/VBD/0/root "
            "././5/punct",
            ["Wikinews", "Ann Lee"],
        ),
        (
            "France/NNP/5/nmod:poss/ORG 's/POS/1/case/I-ORG Sea/NNP/5/compound/I-ORG Rescue/NNP/5/compound/I-ORG "
            "Agency/NNP/6/nsubj/I-ORG left/VBD/0/root ././6/punct",
            ["France", "Sea Rescue Agency"],
        ),
        (
            "Port/NNP/3/compound/ORG Council/NNP/3/compound/I-ORG Speaker/NNP/4/nmod:desc/I-ORG Ann/NNP/6/nsubj/I-ORG "
            "Lee/NNP/4/flat/I-ORG left/VBD/0/root ././6/punct",
            ["Port Council", "Ann Lee"],
        ),
    ],
)
def test_a_span_with_two_names_is_parted(sentence: str, parts: list[str]) -> None:
    assert names(sentence) == parts


def test_what_belongs_to_a_country_is_of_it() -> None:
    sentence = (
        "France/NNP/5/nmod:poss/ORG 's/POS/1/case/I-ORG Sea/NNP/5/compound/I-ORG Rescue/NNP/5/compound/I-ORG "
        "Agency/NNP/6/nsubj/I-ORG left/VBD/0/root ././6/punct"
    )
    [agency] = [actor for actor in actors_of(parsed(sentence)) if actor.name == "Sea Rescue Agency"]
    assert agency.country == "FRA"


def test_a_known_body_is_not_meant_by_a_longer_name_that_ends_like_it() -> None:
    sentence = (
        "The/DT/4/det Agrarian/NNP/4/compound Democratic/NNP/4/compound/ORG Party/NNP/5/nsubj/I-ORG won/VBD/0/root ././5/punct"
    )
    assert all(actor.actor_id != "org:democratic-party-us" for actor in actors_of(parsed(sentence)))


@pytest.mark.parametrize(
    ("name", "actor_id"),
    [
        (
            "United/NNP/3/compound/ORG States/NNPS/3/compound/I-ORG Navy/NNP/4/nsubj/I-ORG left/VBD/0/root ././4/punct",
            "mil:USA:navy",
        ),
        (
            "The/DT/3/det Foreign/NNP/3/compound/ORG Ministry/NNP/6/nsubj/I-ORG "
            "of/IN/5/case/I-ORG Iraq/NNP/3/nmod/I-ORG left/VBD/0/root ././6/punct",
            "gov:IRQ:mfa",
        ),
    ],
)
def test_other_forms_of_the_names_of_national_bodies_are_linked(name: str, actor_id: str) -> None:
    assert actor_id in {actor.actor_id for actor in actors_of(parsed(name))}


FOOTBALLER = (
    "The/DT/2/det footballer/NN/3/nmod:desc Morrison/NNP/4/nsubj/PERSON "
    "scored/VBD/0/root in/IN/6/case Australia/NNP/4/obl/GPE ././4/punct"
)
NAMESAKE = "Lena/NNP/3/nsubj/PERSON Morrison/NNP/1/flat/I-PERSON sang/VBD/0/root in/IN/5/case Australia/NNP/3/obl/GPE ././3/punct"
ALONE = "Morrison/NNP/2/nsubj/PERSON left/VBD/0/root Australia/NNP/2/obj/GPE ././2/punct"


@pytest.mark.parametrize(("sentences", "is_meant"), [([ALONE], True), ([FOOTBALLER], False), ([NAMESAKE, ALONE], False)])
def test_a_bare_surname_does_not_mean_the_known_person_against_role_or_forename(sentences: list[str], is_meant: bool) -> None:

    doc = parsed(*sentences, published=date(2019, 6, 1))
    assert any(actor.actor_id == "person:scott-morrison" for actor in actors_of(doc)) is is_meant


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        (
            "Ann/NNP/3/nsubj/PERSON Lee/NNP/1/flat/I-PERSON chairs/VBZ/0/root Harbour/NNP/5/compound/ORG Council/NNP/3/obj/I-ORG "
            "././3/punct",
            "chairs Harbour Council",
        ),
        (
            "Ann/NNP/8/nsubj/PERSON Lee/NNP/1/flat/I-PERSON ,/,/5/punct who/PRP/5/nsubj leads/VBZ/1/acl:relcl "
            "Harbour/NNP/7/compound/ORG Council/NNP/5/obj/I-ORG left/VBD/0/root ././8/punct",
            "leads Harbour Council",
        ),
        (
            "Ann/NNP/9/nsubj/PERSON Lee/NNP/1/flat/I-PERSON ,/,/5/punct a/DT/5/det professor/NN/1/appos at/IN/8/case "
            "Harbour/NNP/8/compound/ORG Council/NNP/5/nmod/I-ORG left/VBD/0/root ././9/punct",
            "professor at Harbour Council",
        ),
    ],
)
def test_roles_are_read_from_verbs_and_from_where_they_are_held(sentence: str, role: str) -> None:
    by_name = {actor.name: actor for actor in actors_of(parsed(sentence.replace("leads", "lead").replace("chairs", "chair")))}
    [tie] = by_name["Ann Lee"].affiliations
    assert tie.role == role.replace("leads", "lead").replace("chairs", "chair")
    assert tie.organisation_id == by_name["Harbour Council"].actor_id and by_name["Ann Lee"].held_role is None
