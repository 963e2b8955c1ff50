"""The shipped catalogue keeps its rules, and each rule finds what breaks it."""

from __future__ import annotations

import pytest

from warehouse.catalogue.check import main, problems, unsorted_files
from warehouse.catalogue.read import OWN_FOLDER, Tables, read_catalogue
from warehouse.catalogue.rows import Alias, CatalogueActor, Forename, Place, Role, RoleNoun

RURITANIA = CatalogueActor("country:RUR", "country", "Ruritania", "RUR")
RUDOLF = CatalogueActor("person:rudolf", "person", "Rudolf Elphberg", "RUR")
MICHAEL = CatalogueActor("person:michael", "person", "Michael Elphberg", "RUR")
KING = RoleNoun("king", "head_of_state", "GOV", "person")


def reign(actor: CatalogueActor, valid_from: str, valid_to: str) -> Role:
    return Role(actor.actor_id, "king", "head_of_state", "", "RUR", "GOV", valid_from, valid_to)


def tables(**rows: list[object]) -> Tables:
    made = Tables(actors=[RURITANIA, RUDOLF, MICHAEL], role_nouns=[KING])
    for table, values in rows.items():
        getattr(made, table).extend(values)
    return made


def test_the_shipped_catalogue_keeps_its_rules() -> None:
    assert problems(read_catalogue()) == []


def test_the_shipped_files_are_in_order() -> None:
    assert unsorted_files(OWN_FOLDER) == []


def test_the_command_ends_well() -> None:
    assert main([]) == 0


def test_a_sound_small_catalogue_has_no_problems() -> None:
    sound = tables(
        aliases=[
            Alias("person:rudolf", "Elphberg", "surname", "", "2001"),
            Alias("person:michael", "Elphberg", "surname", "2002"),
        ],
        roles=[reign(RUDOLF, "2000-01-01", "2001-01-01"), reign(MICHAEL, "2001-01-01", "")],
        places=[Place("place:RUR:strelsau", "Strelsau", "RUR", "capital")],
    )
    assert problems(sound) == []


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ({"actors": [CatalogueActor("Person:Black Michael", "person", "Black Michael")]}, "not well-formed"),
        ({"actors": [RUDOLF]}, "actor twice"),
        ({"actors": [CatalogueActor("org:guard", "club", "Guard")]}, "type 'club'"),
        ({"actors": [CatalogueActor("org:guard", "organisation", "Guard", "ZZZ")]}, "country 'ZZZ'"),
        ({"actors": [CatalogueActor("org:guard", "organisation", "Guard", "RUR", "KNI")]}, "sector 'KNI'"),
        ({"aliases": [Alias("person:rudolf", "Michael Elphberg")]}, "means both"),
        ({"aliases": [Alias("person:sapt", "Colonel")]}, "unknown actor"),
        ({"aliases": [Alias("person:rudolf", "Red King", "nickname")]}, "kind 'nickname'"),
        ({"roles": [reign(RUDOLF, "2001-01-01", "2000-01-01")]}, "ends before it starts"),
        ({"roles": [reign(RUDOLF, "1.1.2001", "")]}, "not an ISO date"),
        ({"roles": [reign(RUDOLF, "2000-01-01", "2002-01-01"), reign(MICHAEL, "2001-01-01", "")]}, "two live holders"),
        ({"roles": [Role("person:rudolf", "duke", "nobility")]}, "unknown class"),
        ({"roles": [Role("person:rudolf", "king", "head_of_state", "gov:RUR")]}, "unknown organisation"),
        ({"places": [Place("place:XXX:zenda", "Zenda", "RUR", "town")]}, "place id not well-formed"),
        ({"role_nouns": [KING]}, "role noun twice"),
        ({"forenames": [Forename("Flavia", "x")]}, "gender 'x'"),
    ],
)
def test_each_rule_finds_what_breaks_it(rows: dict[str, list[object]], problem: str) -> None:
    assert any(problem in line for line in problems(tables(**rows)))
