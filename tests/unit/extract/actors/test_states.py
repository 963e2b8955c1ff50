"""Peoples that are their states, blocs of countries, and the country of strangers."""

from collections import Counter
from datetime import date

import pytest

from tasks.extract.actors.gazetteer import load_gazetteer
from tasks.extract.actors.scene import Scene, scene_of
from tasks.extract.actors.view import View
from tests.unit.extract.actors.trees import actors_of, parsed
from warehouse.catalogue import load_catalogue


def ids(*sentences: str) -> set[str]:
    return {actor.actor_id for actor in actors_of(parsed(*sentences))}


@pytest.mark.parametrize(
    ("sentence", "is_state"),
    [
        ("The/DT/2/det Russians/NNPS/3/nsubj/NORP refused/VB/0/root ././3/punct", True),
        ("The/DT/2/det British/NNP/3/nsubj/NORP relinquish/VB/0/root control/NN/3/obj ././3/punct", True),
        ("Russians/NNPS/3/nsubj/NORP may/MD/3/aux attempt/VB/0/root to/IN/5/mark bargain/VB/3/xcomp ././3/punct", True),
        ("Russians/NNPS/2/nsubj/NORP refuse/VB/0/root ././2/punct", False),
        ("The/DT/2/det Russians/NNPS/3/nsubj/NORP protest/VB/0/root ././3/punct", False),
        ("The/DT/3/det three/JJ/3/amod Russians/NNPS/4/nsubj/NORP refuse/VB/0/root ././4/punct", False),
        ("Many/JJ/2/amod Russians/NNPS/3/nsubj/NORP negotiate/VB/0/root ././3/punct", False),
    ],
)
def test_a_people_is_its_state_as_agent_of_what_states_do(sentence: str, is_state: bool) -> None:
    assert bool({"country:RUS", "country:GBR"} & ids(sentence.replace("refused", "refuse"))) is is_state


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("The/DT/2/det West/NNP/3/nsubj/LOC accuse/VB/0/root Iran/NNP/3/obj/GPE ././3/punct", "group:west"),
        ("Western/JJ/2/amod governments/NNS/3/nsubj left/VB/0/root ././3/punct", "group:west"),
        ("Gulf/NNP/2/compound/LOC states/NNS/3/nsubj agree/VB/0/root ././3/punct", "group:gulf-states"),
        (
            "The/DT/3/det international/JJ/3/amod community/NN/4/nsubj agree/VB/0/root ././4/punct",
            "group:international-community",
        ),
    ],
)
def test_blocs_of_countries_are_actors(sentence: str, meant: str) -> None:
    assert meant in ids(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "She/PRP/2/nsubj lives/VB/0/root in/IN/5/case the/DT/5/det West/NNP/2/obl/LOC ././2/punct",
        "Some/DT/3/det Gulf/NNP/3/compound/LOC states/NNS/4/nsubj agree/VB/0/root ././4/punct",
        "West/NNP/2/nsubj/PERSON agree/VB/0/root ././2/punct",
    ],
)
def test_a_region_or_some_members_are_no_bloc(sentence: str) -> None:
    assert not {"group:west", "group:gulf-states"} & ids(sentence)


def test_the_adjective_of_a_bloc_has_no_country() -> None:
    catalogue = load_catalogue()
    assert catalogue.adjective_actor("Western") == "group:west" and catalogue.demonym_country("Western") is None
    assert catalogue.adjective_actor("Russian") == "country:RUS" and catalogue.adjective_actor("Blue") is None


@pytest.mark.parametrize(
    ("countries", "titled", "home"),
    [
        ("FRA FRA FRA FRA", "", "FRA"),
        ("FRA FRA FRA", "", None),  # too few names
        ("FRA FRA FRA FRA USA USA", "", None),  # too many of another country
        ("FRA FRA FRA FRA USA USA", "FRA", "FRA"),
        ("FRA FRA FRA FRA", "CAN", None),
        ("FRA FRA FRA FRA USA USA", "FRA USA", None),
    ],
)
def test_strangers_are_of_the_country_that_a_document_is_plainly_about(countries: str, titled: str, home: str | None) -> None:
    scene = Scene(load_gazetteer(), date(2019, 6, 1), Counter(countries.split()), Counter(), frozenset(titled.split()))
    assert scene.home == home


def test_a_title_tells_its_countries() -> None:
    doc = parsed("Rain/NN/2/nsubj fell/VBD/0/root ././2/punct")
    doc._.title = "French minister visits Cairo"
    assert scene_of(View(doc), load_gazetteer(), [], None).titled == {"FRA", "EGY"}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Kyiv/NNP/2/compound/ORG Orchestra/NNP/3/nsubj/I-ORG played/VBD/0/root ././3/punct", "UKR"),
        ("International/NNP/2/compound/ORG Orchestra/NNP/3/nsubj/I-ORG played/VBD/0/root ././3/punct", None),
        ("Harbour/NNP/2/compound/ORG Orchestra/NNP/3/nsubj/I-ORG played/VBD/0/root ././3/punct", "FRA"),
    ],
)
def test_an_unknown_body_is_of_the_country_in_its_name_else_of_the_document(name: str, country: str | None) -> None:
    paris = "Paris/NNP/2/nsubj/GPE sleeps/VBZ/0/root ././2/punct"
    [body] = [a for a in actors_of(parsed(name, *[paris] * 13)) if a.name.endswith("Orchestra")]
    assert body.country == country
