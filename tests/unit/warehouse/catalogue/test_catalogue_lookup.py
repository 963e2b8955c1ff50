"""Names, offices and adjectives of the shipped catalogue, by class of name."""

from __future__ import annotations

from datetime import date

import pytest

from warehouse.catalogue import Catalogue, country_code, demonym_country, load_catalogue, metonym_country
from warehouse.catalogue.keys import exact_key, folded_key
from warehouse.catalogue.rows import holds


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.mark.parametrize(
    ("one", "other"),
    [("the U.S.", "US"), ("São Tomé", "Sao Tome"), ("Erdoğan", "Erdogan"), ("Quai d’Orsay", "Quai d'Orsay"), ("Iran's", "Iran")],
)
def test_names_are_compared_without_accents_dots_and_articles(one: str, other: str) -> None:
    assert exact_key(one) == exact_key(other)
    assert folded_key(one) == folded_key(other)


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "day", "expected"),
    [
        ("2010-05-04", "2014-05-04", "2010-05-04", True),  # the first day counts
        ("2010-05-04", "2014-05-04", "2014-05-04", False),  # the last is the successor's
        ("2010", "2014", "2014-12-31", True),  # a mere year counts whole
        ("2010", "2014", "2015-01-01", False),
        ("2010-06", "", "2010-05-31", False),
        ("", "", "1990-01-01", True),
    ],
)
def test_periods(valid_from: str, valid_to: str, day: str, expected: bool) -> None:
    assert holds(valid_from, valid_to, date.fromisoformat(day)) is expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the Netherlands", "NLD"),
        ("U.K.", "GBR"),
        ("DR Congo", "COD"),
        ("Côte d’Ivoire", "CIV"),
        ("Wales", "GBR"),
        ("West Bank", "PSE"),
        ("KOSOVO", "XKX"),
        ("Bavaria", None),  # a region is not a country
        ("Jordan Miller", None),
        ("us", None),
        ("turkey", None),
    ],
)
def test_country_code(text: str, code: str | None) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize(
    ("text", "code"), [("Danish", "DNK"), ("Danes", "DNK"), ("Scottish", "GBR"), ("Singapore", "SGP"), ("Martian", None)]
)
def test_demonym_country(text: str, code: str | None) -> None:
    assert demonym_country(text) == code


@pytest.mark.parametrize(
    ("text", "code"), [("the Kremlin", "RUS"), ("Canberra", "AUS"), ("No. 10", "GBR"), ("Riksdag", "SWE"), ("Springfield", None)]
)
def test_metonym_country(text: str, code: str | None) -> None:
    assert metonym_country(text) == code


def test_a_capital_is_a_government_only_where_it_acts(catalogue: Catalogue) -> None:
    assert catalogue.resolve("Moscow", agent=True) == "gov:RUS"
    assert catalogue.resolve("Moscow") == "place:RUS:moscow"


def test_an_alias_holds_on_the_date(catalogue: Catalogue) -> None:
    assert catalogue.resolve("Prince Charles", date(2010, 1, 1)) == "person:king-charles-iii"
    assert catalogue.resolve("Prince Charles", date(2024, 1, 1)) is None
    assert catalogue.resolve("Le Pen", date(2005, 1, 1)) == "person:jean-marie-le-pen"
    assert catalogue.resolve("Le Pen", date(2017, 1, 1)) == "person:marine-le-pen"


@pytest.mark.parametrize(
    ("country", "day", "leader"),
    [
        ("USA", date(2012, 7, 1), "person:barack-obama"),  # a president leads
        ("DEU", date(2012, 7, 1), "person:angela-merkel"),  # a head of government leads
        ("IND", date(2020, 1, 1), "person:narendra-modi"),
        ("FRA", date(2020, 1, 1), "person:emmanuel-macron"),
        ("USA", date(1900, 1, 1), None),
    ],
)
def test_the_leader_of_a_country(catalogue: Catalogue, country: str, day: date, leader: str | None) -> None:
    assert catalogue.leader(country, day) == leader


def test_holders_by_role_and_by_class(catalogue: Catalogue) -> None:
    on = date(2014, 1, 1)
    assert catalogue.holders("DEU", "chancellor", on) == ["person:angela-merkel"]
    assert catalogue.holders("DEU", "head_of_government", on) == ["person:angela-merkel"]
    assert catalogue.holders("USA", "secretary of state", on) == ["person:john-kerry"]


def test_sector_is_that_of_the_role_then_held(catalogue: Catalogue) -> None:
    assert catalogue.sector("person:donald-trump", date(2018, 1, 1)) == "GOV"
    assert catalogue.sector("person:donald-trump", date(2022, 1, 1)) == "ELI"
    assert catalogue.sector("person:donald-trump", date(2010, 1, 1)) is None
    assert catalogue.sector("media:reuters", date(2010, 1, 1)) == "JRN"
    assert catalogue.sector("person:nobody") is None


def test_role_nouns_and_forenames(catalogue: Catalogue) -> None:
    assert catalogue.role_noun("Prime Minister") == ("prime minister", "head_of_government", "GOV", "person")
    assert catalogue.role_noun("teapot") is None
    assert (catalogue.gender("Angela"), catalogue.gender("José"), catalogue.gender("Robin"), catalogue.gender("Xyz")) == (
        "f",
        "m",
        "u",
        None,
    )


def test_a_place_has_country_and_coordinates(catalogue: Catalogue) -> None:
    kharkiv = catalogue.place("Kharkov")
    assert kharkiv is not None
    assert (kharkiv.country, kharkiv.kind, kharkiv.latitude) == ("UKR", "city", "50.0")
