"""Files of a user: read, laid over the shipped ones, refused where the columns are others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from warehouse.catalogue import load_catalogue
from warehouse.catalogue.read import CatalogueFormatError

ACTORS = "actor_id,type,name,country,sector,sector2,wikidata,note\n"
ALIASES = "actor_id,alias,kind,valid_from,valid_to,case_sensitive,needs_agent_context\n"
ROLES = "actor_id,role,role_class,org_id,country,sector,valid_from,valid_to,source_note\n"


def test_rows_of_a_user_win(tmp_path: Path) -> None:
    (tmp_path / "town").mkdir()
    (tmp_path / "town" / "actors.csv").write_text(
        ACTORS + "person:ann-mayor,person,Ann Mayor,GBR,,,,\ngov:GBR:town,government,Town Council,GBR,GOV,,,\n", encoding="utf-8"
    )
    (tmp_path / "town" / "aliases.csv").write_text(ALIASES + "gov:GBR:town,Kremlin,name,,,,\n", encoding="utf-8")
    (tmp_path / "roles.csv").write_text(
        ROLES + "person:ann-mayor,mayor,mayor,gov:GBR:town,GBR,GOV,2024-05-01,,\n", encoding="utf-8"
    )
    catalogue = load_catalogue(tmp_path)
    assert catalogue.resolve("the Kremlin", agent=True) == "gov:GBR:town"
    assert catalogue.resolve("Berlin", agent=True) == "gov:DEU"
    assert [role.role for role in catalogue.roles("person:ann-mayor", date(2025, 1, 1))] == ["mayor"]


def test_a_role_of_a_user_ends_ours(tmp_path: Path) -> None:
    ours = load_catalogue().roles("person:emmanuel-macron", date(2026, 1, 1))[0]
    (tmp_path / "roles.csv").write_text(ROLES + ",".join(ours._replace(valid_to="2025-12-31")) + "\n", encoding="utf-8")
    for given in (tmp_path, tmp_path / "roles.csv"):
        assert load_catalogue(given).roles("person:emmanuel-macron", date(2026, 1, 1)) == []


def test_the_same_folders_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "forenames.csv").write_text("forename,gender\n", encoding="utf-8")
    assert load_catalogue(tmp_path) is load_catalogue(tmp_path)


@pytest.mark.parametrize("text", ["actor_id,name\nx,y\n", ACTORS + "person:x,person\n", ""])
def test_other_columns_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "actors.csv").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueFormatError, match="expected the columns actor_id,type"):
        load_catalogue(tmp_path)
