"""The commands of docs/tour.md, as they stand there, one after the other."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

from tests.conftest import ROOT
from tests.integration.test_command import readout

BLOCK = re.compile(r"<!-- run -->\n```console\n(.*?)\n```", re.DOTALL)


def test_every_command_of_the_tour_works(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "readout.toml").write_text('model = "fast"\n')
    told = {}
    for line in "\n".join(BLOCK.findall((ROOT / "docs" / "tour.md").read_text(encoding="utf-8"))).splitlines():
        done = readout(tmp_path, *shlex.split(line)[1:])
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
        told[line] = done.stdout
    assert "0 of 8 documents loaded" in told["readout ingest examples/articles"]  # the second time
    assert "is James Brennan" in told["readout actors history"] or "merge" in told["readout actors history"].lower()
    assert {"brennan.csv", "document.html", "kept.duckdb", "tables", "reports"} <= {path.name for path in tmp_path.iterdir()}
