"""Actor dictionaries in the PETRARCH format become catalogue rows."""

from __future__ import annotations

from datetime import date

from warehouse.catalogue.lookup import Catalogue
from warehouse.catalogue.petrarch import read_petrarch
from warehouse.catalogue.rows import Role

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
        ("org:strelsau-club", "organisation", "Strelsau Club", "GBR", "MED"),
        ("org:black-guard", "organisation", "Black Guard", "", "REB"),
    ]
    assert [(row.actor_id, row.alias) for row in tables.aliases] == [
        ("person:rudolf-elphberg", "King Rudolf"),
        ("org:strelsau-club", "The Club"),
    ]
    assert tables.roles == [
        Role("person:rudolf-elphberg", "GBRGOV", "official", "", "GBR", "GOV", "1999-01-01", "2004-12-31", "PETRARCH"),
        Role("person:rudolf-elphberg", "GBRELI", "official", "", "GBR", "ELI", "2004-12-31", "", "PETRARCH"),
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
