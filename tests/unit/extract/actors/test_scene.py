"""Names that mean several things are read by where the document is set."""

from collections import Counter
from datetime import date

import pytest

from tasks.extract.actors.gazetteer import load_gazetteer
from tasks.extract.actors.scene import Scene

GAZETTEER = load_gazetteer()


def scene(countries: str, places: str = "", on: date | None = date(2019, 6, 1)) -> Scene:
    """Return a scene in which these codes were met, each as often as it stands there."""
    return Scene(GAZETTEER, on, Counter(countries.split()), Counter(places.split()))


@pytest.mark.parametrize(
    ("countries", "places", "meant"),
    [
        ("", "", "country:GEO"),
        ("RUS RUS USA", "", "country:GEO"),
        ("USA USA USA", "", "place:USA:georgia"),
        ("USA", "USA", "place:USA:georgia"),
        ("USA USA USA USA GEO", "", "country:GEO"),
        ("USA GEO GEO", "USA", "country:GEO"),
    ],
)
def test_georgia_is_the_state_only_among_american_places(countries: str, places: str, meant: str) -> None:
    [row] = scene(countries, places).readings(GAZETTEER.named("Georgia", None))
    assert row.actor_id == meant


@pytest.mark.parametrize(
    ("surname", "countries", "on", "resolves"),
    [
        ("Pelosi", "USA", date(2019, 6, 1), True),
        ("Pelosi", "FRA", date(2019, 6, 1), False),
        ("Putin", "FRA", date(2019, 6, 1), True),  # whoever leads a state is known everywhere
        ("Fillon", "GBR", date(2009, 6, 1), True),
        ("Fillon", "GBR", date(2019, 6, 1), False),
    ],
)
def test_a_bare_surname_needs_an_office_or_its_country(surname: str, countries: str, on: date, resolves: bool) -> None:
    [row] = GAZETTEER.named(surname, on)
    assert scene(countries, on=on).resolves(row) is resolves


def test_a_full_name_is_a_namesake_where_the_document_is_about_another_country() -> None:
    [row] = GAZETTEER.named("Jerry Brown", None)
    assert scene("AUS").resolves(row)
    assert not scene("AUS AUS AUS").resolves(row)
    assert scene("AUS AUS AUS USA").resolves(row)


def test_middle_initials_do_not_count() -> None:
    assert [row.actor_id for row in GAZETTEER.named("Patrick J. Leahy", None)] == ["person:patrick-leahy"]


def test_a_document_is_about_the_country_of_most_of_its_names() -> None:
    assert scene("DNK DNK DNK SWE").main == "DNK"
    assert scene("DNK DNK SWE").main is None
    assert scene("DNK DNK DNK SWE SWE SWE").main is None
