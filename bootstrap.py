"""Set Readout up in a folder of its own and run it: needs Python 3.11 or newer with pip, and nothing else.

    python3 bootstrap.py demo     the main job on the example articles, then the report
    python3 bootstrap.py test     the tests
    python3 bootstrap.py setup    set-up alone; afterwards .venv/bin/readout is there

Packages come in the versions of requirements.lock and stay inside .venv: the system's Python is left as it is.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "requirements.stamp"


def main() -> int:
    """Run the command that is asked for; without one, say which there are."""
    commands = {"setup": list, "demo": demo, "test": test}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        sys.stdout.write(__doc__ or "")
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036 (whoever runs this with an older Python is to be told so)
        version = sys.version.split()[0]
        sys.exit(f"Readout needs Python 3.11 or newer; this is {version}. Try: python3.12 bootstrap.py {sys.argv[1]}")
    set_up()
    return max((run(*command) for command in commands[sys.argv[1]]()), default=0)


def demo() -> list[list[str]]:
    """Return the commands of the main job on the example articles."""
    folder = ROOT / "demo"
    warehouse = ["--warehouse", str(folder / "readout.duckdb")]
    return [
        [str(BIN / "readout"), "ingest", str(ROOT / "examples" / "articles"), *warehouse],
        [str(BIN / "readout"), "report", *warehouse, "--folder", str(folder / "reports")],
    ]


def test() -> list[list[str]]:
    """Return the command that runs the tests, with what else stands on the command line."""
    return [[str(BIN / "python"), "-m", "pytest", *sys.argv[2:]]]


def set_up() -> None:
    """Make .venv and install what the lock file names, unless that was done before."""
    wanted = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if STAMP.is_file() and STAMP.read_text() == wanted:
        return
    sys.stderr.write("Setting up Readout in .venv: a minute or two, once.\n")
    # pip from outside installs into the environment, so that Debian's Python without ensurepip will do.
    venv.EnvBuilder(with_pip=False, clear=True).create(VENV)
    pip = [sys.executable, "-m", "pip", "--python", str(BIN / "python"), "install", "--quiet", "--disable-pip-version-check"]
    for what in (["--requirement", str(LOCK)], ["--no-deps", "--editable", str(ROOT)]):
        if run(*pip, *what):
            sys.exit("Set-up failed: see the message above. It needs pip 22.3 or newer and the Python package index.")
    STAMP.write_text(wanted)


def run(*command: str) -> int:
    """Run a command; return its exit code."""
    return subprocess.run(command, check=False, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
