"""Whether the process that a run was started in is still there, though numbers of processes are given out again."""

from __future__ import annotations

import os
from pathlib import Path

_SYSTEM = Path("/proc")


def process_start(process_id: int) -> str | None:
    """Return what tells a process from another of the same number: the boot of the machine and the tick at which it began.

    Returns:
        None where the process is gone, or where the system does not tell (Linux does).
    """
    try:
        boot = (_SYSTEM / "sys/kernel/random/boot_id").read_text().strip()
        # The name of the program, between parentheses, may hold spaces; the start is the 20th field behind it.
        fields = (_SYSTEM / str(process_id) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return f"{boot}/{fields[19]}"


def is_alive(process_id: int, started: str | None) -> bool:
    """Return whether a process of this machine is still there.

    Args:
        process_id: its number.
        started: what `process_start` said of it when it was there; None: the number alone decides.
    """
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # it belongs to somebody else
    return started is None or process_start(process_id) == started
