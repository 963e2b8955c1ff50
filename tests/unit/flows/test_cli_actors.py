"""`readout actors`: decisions made, told, carried and taken back; catalogue files of one's own, which win over ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli.actors import app
from tests.warehouse_examples import Story, load
from warehouse.connect import query, reader
from warehouse.decisions import DecisionError
from warehouse.errors import WarehouseError
from warehouse.publish import publish


@pytest.fixture
def warehouse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A published warehouse of two documents, named by the environment, far from any settings file."""
    path = tmp_path / "readout.duckdb"
    one = Story("Rudolf Rassendyll met Flavia Strofzin.", doc_id="doc-a")
    other = Story("Rudolph Rassendyll wrote to Flavia Strofzin.", doc_id="doc-b")
    for story, name in ((one, "Rudolf Rassendyll"), (other, "Rudolph Rassendyll")):
        story.actor(name, country="GBR")
        story.actor("Flavia Strofzin")
        for row in story.rows["entities"]:
            row["extracted_actor_id"] = row["extracted_actor_id"].replace(":", "-").replace(" ", "-")
    load(path, [one, other])
    publish(path)
    monkeypatch.setenv("READOUT_WAREHOUSE", str(path))
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.chdir(tmp_path)
    return path


def ask(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, list(words), catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.output


def names(warehouse: Path) -> set[str]:
    with reader(warehouse.with_suffix(".read.duckdb")) as connection:
        return set(query(connection, "SELECT actor_id FROM actors")["actor_id"])


def test_from_a_suggestion_to_a_merge_and_back(warehouse: Path) -> None:
    before = names(warehouse)
    told = ask("suggest")
    assert "names alike" in told
    assert "person-rudolph-rassendyll" in told
    decided = ask("merge", "Rudolph Rassendyll", "person-rudolf-rassendyll", "--note", "a misprint", "--by", "ann")
    assert names(warehouse) == before - {"person-rudolph-rassendyll"}
    assert "doc-b" in ask("show", "person-rudolph-rassendyll")  # the retired id
    assert "names alike" not in ask("suggest")
    ask("undo", decided.split()[-1], "--by", "ben")
    assert names(warehouse) == before
    history = ask("history", "Rudolf Rassendyll")
    for word in ("a misprint", "ann", "ben", "taken back: person-rudolph-rassendyll is person-rudolf-rassendyll"):
        assert word in history


def test_decisions_are_carried_by_a_file(warehouse: Path, tmp_path: Path) -> None:
    ask("apart", "Rudolph Rassendyll", "Rudolf Rassendyll")
    ask("split", "Flavia Strofzin", "doc-b", "--note", "her aunt")
    assert "2 rows written" in ask("export", str(tmp_path / "decisions.csv"))
    assert "0 rows taken over" in ask("apply", str(tmp_path / "decisions.csv"))
    assert "in doc-b, person-flavia-strofzin is" in ask("history")


def test_what_cannot_be_is_told(warehouse: Path) -> None:
    assert "No document speaks of Black Michael" in ask("show", "Black Michael", code=1)
    with pytest.raises(DecisionError, match="W501: There is no actor Black Michael"):
        ask("merge", "Black Michael", "Flavia Strofzin")
    with pytest.raises(DecisionError, match="W506"):
        ask("undo", "no-such-decision")


def test_an_actor_dictionary_becomes_catalogue_files(tmp_path: Path) -> None:
    dictionary = tmp_path / "town.actors"
    dictionary.write_text("ANN_HOLT_\n+MAYOR_HOLT_\n[GBRGOV 240501-]\n", encoding="utf-8")
    assert "1 actors, 1 aliases, 1 roles" in ask("import", str(dictionary), str(tmp_path / "own"))
    assert "0 problems" in ask("check", str(tmp_path / "own"))


def test_files_of_ones_own_are_checked(tmp_path: Path) -> None:
    (tmp_path / "aliases.csv").write_text(
        "actor_id,alias,kind,valid_from,valid_to,case_sensitive,needs_agent_context\norg:nowhere,Nowhere,nickname,,,,\n",
        encoding="utf-8",
    )
    told = ask("check", str(tmp_path), code=1)
    assert "org:nowhere" in told
    assert "nickname" in told
    with pytest.raises(WarehouseError, match="W602"):
        ask("check", str(tmp_path / "none"))


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue of one's own by which the Kremlin is a club and Ann Holt holds an office."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "actors.csv").write_text(
        "actor_id,type,name,country,sector,sector2,wikidata,note\n"
        "org:kremlin-club,organisation,Kremlin Club,GBR,SOC,,,\nperson:ann-holt,person,Ann Holt,GBR,,,,\n",
        encoding="utf-8",
    )
    (folder / "aliases.csv").write_text(
        "actor_id,alias,kind,valid_from,valid_to,case_sensitive,needs_agent_context\norg:kremlin-club,Kremlin,name,,,,\n",
        encoding="utf-8",
    )
    (folder / "roles.csv").write_text(
        "actor_id,role,role_class,org_id,country,sector,valid_from,valid_to,source_note\n"
        "person:ann-holt,mayor,mayor,,GBR,GOV,2024-05-01,,\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("READOUT_CATALOGUE", json.dumps([str(folder)]))
    monkeypatch.chdir(tmp_path)
    return folder


def test_ones_own_catalogue_wins_over_the_shipped_one(own: Path, tmp_path: Path) -> None:
    from flows.cli.app import app as readout

    source = tmp_path / "in.jsonl"
    row = {
        "doc_id": "d",
        "text": "The Kremlin denied it. Ann Holt said she was glad.",
        "date": "2025-01-02",
        "title": None,
    }
    source.write_text(json.dumps(row), encoding="utf-8")
    result = CliRunner().invoke(readout, ["extract", str(source), "--model", "fast"], catch_exceptions=False)
    actors = {actor["actor_id"]: actor for actor in json.loads(result.stdout)["actors"]}
    assert actors["org:kremlin-club"]["name"] == "Kremlin Club"
    assert actors["person:ann-holt"]["held_role"] == "mayor"
    assert actors["person:ann-holt"]["sector"] == "GOV"
    assert "gov:RUS" not in actors
