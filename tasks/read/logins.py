"""Names and passwords of web addresses, kept out of them: `https://${NEWS}@example.org` means READOUT_LOGIN_NEWS."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from tasks.errors import FatalError, SkippableError

PREFIX = "READOUT_LOGIN_"
_LOGIN = re.compile(r"^(https?://)([^/?#@]*)@", re.IGNORECASE)
_REFERENCE = re.compile(r"\$\{(\w+)\}")


def without_login(path: str) -> str:
    """Return a web address without what stands before its host; anything else as it is."""
    return _LOGIN.sub(r"\1", path)


def with_login(address: str) -> str:
    """Return an address with the name and password that it refers to.

    Raises:
        SkippableError: R117, the environment does not hold them.
    """

    def held(reference: re.Match[str]) -> str:
        variable = PREFIX + reference[1]
        if variable not in os.environ:
            raise SkippableError("R117", f"{variable} is not set.", f"Set it to name:password for {without_login(address)}.")
        return os.environ[variable]

    return _LOGIN.sub(lambda found: f"{found[1]}{_REFERENCE.sub(held, found[2])}@", address)


def refer(paths: Sequence[str]) -> list[str]:
    """Return the paths, with references for names and passwords, which go into the environment of this process."""
    referring = []
    for number, path in enumerate(paths, start=1):
        if login := _literal(path):
            os.environ[f"{PREFIX}{number}"] = login
            path = _LOGIN.sub(rf"\g<1>${{{number}}}@", path)  # noqa: PLW2901 (the same path, without its secret)
        referring.append(path)
    return referring


def refuse_passwords(paths: Sequence[str]) -> None:
    """Raise where a path holds a name or password itself: it would be kept with the parameters of the run.

    Raises:
        FatalError: R118.
    """
    for path in paths:
        if _literal(path):
            message = f"The address of {without_login(path)} holds a name or password, which are kept with a run's parameters."
            hint = f"Write ${{NEWS}} in their place, set {PREFIX}NEWS=name:password where the flow runs, and delete this run."
            raise FatalError("R118", message, hint)


def _literal(path: str) -> str | None:
    """Return the name and password that a path holds itself."""
    found = _LOGIN.match(path)
    return found[2] if found and not _REFERENCE.fullmatch(found[2]) else None
