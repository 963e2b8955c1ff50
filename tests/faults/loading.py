"""A load in a process of its own, for tests that kill, starve or hinder it: ``python loading.py WAREHOUSE PACKAGES RUN_ID``."""

from __future__ import annotations

import sys
from pathlib import Path

from warehouse.load import load_packages
from warehouse.packages import complete_packages


def main() -> None:
    """Load all packages of a folder, one call each, and say so after each."""
    warehouse, packages, run_id = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    print("ready", flush=True)
    for folder in complete_packages(packages):
        load_packages(warehouse, [folder], run_id, wait_seconds=60)
        print(folder.name, flush=True)


if __name__ == "__main__":
    main()
