"""What a group of processes holds, as Linux tells it."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path


def megabytes_of_group(leader: int) -> float:
    """The resident memory of all processes of a group, pages they share counted once in each."""
    return sum(map(_resident, _members(leader))) / 1e6


def _members(leader: int) -> Iterator[Path]:
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(ProcessLookupError):  # it has just ended
            if os.getpgid(int(process.name)) == leader:
                yield process


def _resident(process: Path) -> int:
    with contextlib.suppress(OSError):
        return int((process / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0
