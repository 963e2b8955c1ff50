"""Actor dictionaries in the PETRARCH format become catalogue rows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from warehouse.catalogue.check import main as check
from warehouse.catalogue.lookup import Catalogue, load_catalogue
from warehouse.catalogue.petrarch import import_petrarch, read_petrarch
from warehouse.catalogue.rows import Role
from warehouse.errors import WarehouseError

DICTIONARY = """
# invented actors
RUDOLF_ELPHBERG_ ; a remark
+KING_RUDOLF_
[GBRGOV 990101-041231] # two digits for the year
[GBRELI >20041231]
STRELSAU_CLUB_ [GBRMED]
+THE_CLUB_
BLACK_GUARD_ [IMGREB]
<DATE=2004>
""".replace(" ; a remark", "").splitlines()


def test_headwords_synonyms_and_dated_codes() -> None:
    tables = read_petrarch(DICTIONARY, frozenset({"GBR"}))
    assert [(row.actor_id, row.type, row.name, row.country, row.sector) for row in tables.actors] == [
        ("person:rudolf-elphberg", "person", "Rudolf Elphberg", "GBR", ""),
        ("org:strelsau-club", "media", "Strelsau Club", "GBR", "MED"),
        ("org:black-guard", "group", "Black Guard", "", "REB"),
    ]
    assert [(row.actor_id, row.alias) for row in tables.aliases] == [
        ("person:rudolf-elphberg", "King Rudolf"),
        ("org:strelsau-club", "The Club"),
    ]
    assert tables.roles == [
        Role("person:rudolf-elphberg", "official", "official", "", "GBR", "GOV", "1999-01-01", "2004-12-31", "PETRARCH GBRGOV"),
        Role("person:rudolf-elphberg", "former official", "official", "", "GBR", "ELI", "2004-12-31", "", "PETRARCH GBRELI"),
    ]


def test_the_rows_answer_like_ours() -> None:
    catalogue = Catalogue(read_petrarch(DICTIONARY, frozenset({"GBR"})))
    assert catalogue.resolve("King Rudolf") == "person:rudolf-elphberg"
    assert catalogue.sector("person:rudolf-elphberg", date(2001, 1, 1)) == "GOV"
    assert catalogue.sector("person:rudolf-elphberg", date(2010, 1, 1)) == "ELI"


def test_entries_of_one_name_are_one_actor() -> None:
    tables = read_petrarch(["OLD_PARTY_ [GBR]", "OLD_PARTY_", "+OP_"], frozenset({"GBR"}))
    assert [row.actor_id for row in tables.actors] == ["org:old-party"]
    assert [row.alias for row in tables.aliases] == ["OP"]


def test_a_dictionary_becomes_a_catalogue_folder_that_passes_the_checks(tmp_path: Path) -> None:
    dictionary = tmp_path / "own.actors.txt"
    dictionary.write_text("\n".join(DICTIONARY), encoding="utf-8")
    assert import_petrarch(dictionary, tmp_path / "own") == {"actors": 3, "aliases": 2, "roles": 2}
    assert check([str(tmp_path / "own")]) == 0
    assert load_catalogue(tmp_path / "own").resolve("Strelsau Club") == "org:strelsau-club"
    with pytest.raises(WarehouseError, match="W401"):
        import_petrarch(dictionary, tmp_path / "own")


def test_what_is_no_dictionary_is_refused(tmp_path: Path) -> None:
    for content in (b"# nothing\n", b"\xff\xfe_ [GBR]"):
        (tmp_path / "odd.txt").write_bytes(content)
        with pytest.raises(WarehouseError, match="W509"):
            import_petrarch(tmp_path / "odd.txt", tmp_path / "own")
    assert not (tmp_path / "own").exists()
