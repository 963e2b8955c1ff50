"""How well the catalogue knows countries, adjectives, metonyms and cities as English news write them; the lists stand apart."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import pytest

from warehouse.catalogue import Catalogue, load_catalogue

#: Codes that the lists give to bodies without a country.
BODIES = {"EUU": "org:european-union", "UNO": "org:united-nations"}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def lists(shared: Path) -> dict[str, Any]:
    return runpy.run_path(str(shared / "evaluation" / "actors" / "country_testset.py"))


def test_country_names(catalogue: Catalogue, lists: dict[str, Any]) -> None:
    wrong = {name for name, code in lists["NAMES"].items() if catalogue.country_code(name) != code}
    assert len(wrong) <= 2, wrong


def test_other_names_are_no_countries(catalogue: Catalogue, lists: dict[str, Any]) -> None:
    taken = {name for name in lists["NOT"] if catalogue.country_code(name)}
    assert len(taken) <= 1, taken


def test_adjectives_and_people(catalogue: Catalogue, shared: Path) -> None:
    pairs = json.loads((shared / "evaluation" / "actors" / "demonyms_testset.json").read_text(encoding="utf-8"))
    wrong = {word for word, code in pairs if catalogue.demonym_country(word) != code}
    assert len(pairs) - len(wrong) >= 224, wrong


def test_metonyms(catalogue: Catalogue, lists: dict[str, Any]) -> None:
    found = {name: catalogue.metonym_actor(name) for name in lists["METO"]}
    wrong = {
        name
        for name, (code, _) in lists["METO"].items()
        if found[name] != BODIES.get(code, found[name]) or (code not in BODIES and catalogue.metonym_country(name) != code)
    }
    assert len(wrong) <= 1, wrong


def test_cities(catalogue: Catalogue, lists: dict[str, Any]) -> None:
    places = {name: catalogue.place(name) for name in lists["CITIES"]}
    wrong = {name for name, code in lists["CITIES"].items() if (place := places[name]) is None or place.country != code}
    assert len(wrong) <= 1, wrong
