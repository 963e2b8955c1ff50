"""What a person names on the command line, as a list of things to read: files, standard input, web addresses."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tasks.errors import FatalError
from tasks.read.logins import without_login


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read: a path, a web address, or - for standard input."""

    location: str

    @property
    def is_url(self) -> bool:
        """Whether it is fetched from the web."""
        return self.location.lower().startswith(("http://", "https://"))

    @property
    def shown(self) -> str:
        """What is stored and told of the place: an address without the name and password that it may hold."""
        return without_login(self.location)

    @property
    def is_stdin(self) -> bool:
        """Whether it is standard input."""
        return self.location == "-"


def find_sources(paths: Sequence[str]) -> list[Source]:
    """Return what the paths name, each once, in the order given; within a folder or glob in the order of names.

    Args:
        paths: files, folders (with all below them but hidden files), globs (`**` for all folders below), web addresses, `-`.

    Raises:
        FatalError: R101, a path or glob names nothing, or there is none.
    """
    if not paths:
        raise FatalError(
            "R101", "Nothing to read is named.", "Give files, folders, globs, web addresses, or - for standard input."
        )
    return [Source(location) for location in dict.fromkeys(location for path in paths for location in _expand(path))]


def _expand(path: str) -> Iterator[str]:
    if Source(path).is_url or Source(path).is_stdin:
        yield path
    elif "://" in path:
        raise FatalError("R101", f"Cannot read {path}.", "Web addresses begin with http:// or https://.")
    elif os.path.lexists(path):
        yield from _files(Path(path))
    elif found := sorted(glob.glob(path, recursive=True)):  # noqa: PTH207 (Path.glob takes no absolute pattern)
        for name in found:
            yield from _files(Path(name))
    else:
        raise FatalError(
            "R101", f"There is no file or folder {path}.", f"Looked in {Path.cwd()}; put a glob between quote marks."
        )


def _files(path: Path) -> Iterator[str]:
    if not path.is_dir():
        yield str(path)
        return
    for entry in sorted(path.iterdir()):
        if not entry.name.startswith(".") and not (entry.is_symlink() and entry.is_dir()):
            yield from _files(entry)
