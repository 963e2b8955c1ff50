"""What comes from outside stays data: names in statements, settings of connections, ways of storing."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.warehouse_examples import Story, load
from warehouse.archive import export
from warehouse.connect import reader, writer
from warehouse.publish import publish
from warehouse.schema import TABLES
from warehouse.statements import FOLDER, with_names

ROOT = Path(__file__).resolve().parents[2]
MODULES = [path for folder in ("flows", "tasks", "warehouse") for path in (ROOT / folder).rglob("*.py")]


@pytest.mark.parametrize(
    "name", ["quotes; DROP TABLE events", 'quotes"', "quotes--", "", "Quotes", "quotes q", "(SELECT 1)", "1quotes"]
)
def test_only_plain_identifiers_are_put_into_statements(name: str) -> None:
    """Fault 42."""
    with pytest.raises(ValueError, match="not an identifier"):
        with_names("load/empty", table=name)


def test_every_declared_name_is_a_plain_identifier() -> None:
    """Fault 42."""
    for table in TABLES.values():
        with_names("load/empty", table=table.name)
        assert all(re.fullmatch(r"[a-z_]+", column.name) for column in table.columns)


def test_no_module_runs_a_statement_that_it_composes() -> None:
    """Fault 42: ``execute`` and ``sql`` of a connection never get an f-string, a sum or a format."""
    composed = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("execute", "sql")
                and node.args
            ):
                first = node.args[0]
                is_format = isinstance(first, ast.Call) and isinstance(first.func, ast.Attribute) and first.func.attr == "format"
                if isinstance(first, ast.JoinedStr | ast.BinOp) or is_format:
                    composed.append(f"{path.name}:{node.lineno}")
    assert composed == []


def test_no_module_reads_pickles() -> None:
    """Fault 43."""
    readers = [
        path.name
        for path in MODULES
        if re.search(
            r"^\s*(import|from) (pickle|cPickle|dill|cloudpickle|joblib|shelve|marshal)\b", path.read_text("utf-8"), re.MULTILINE
        )
    ]
    assert readers == []


def test_no_connection_fetches_extensions(tmp_path: Path) -> None:
    """Fault 47."""
    warehouse = tmp_path / "readout.duckdb"
    load(warehouse, [Story("Nothing happened.")])
    settings = "SELECT name, value FROM duckdb_settings() WHERE name IN ({}) ORDER BY name".format(
        "'autoinstall_known_extensions', 'autoload_known_extensions', 'allow_community_extensions'"
    )
    for opened in (writer(warehouse), reader(publish(warehouse))):
        with opened as connection:
            assert {value for _, value in connection.execute(settings).fetchall()} == {"false"}


def test_no_statement_file_reaches_out() -> None:
    """Fault 47: nothing in the shipped statements installs, loads or attaches anything."""
    for path in FOLDER.rglob("*.sql"):
        assert not re.search(
            r"^\s*(INSTALL|LOAD|ATTACH|COPY)\b", path.read_text(encoding="utf-8"), re.MULTILINE | re.IGNORECASE
        ), path


def test_an_export_stays_in_its_folder_whatever_the_documents_are_called(tmp_path: Path) -> None:
    """Fault 38: names of files come from the declaration and from years alone."""
    load(
        tmp_path / "readout.duckdb",
        [Story("Nobody came.", location="../../escape", title="../up", source="/etc", doc_id="../../doc")],
    )
    export(tmp_path / "readout.duckdb", tmp_path / "out" / "export")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["export"]
    assert {path.name for path in tmp_path.iterdir()} == {"readout.duckdb", "packages", "out"}
