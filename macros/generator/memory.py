"""What was read before: a data file is taken as it was, and as it was judged by itself, while what that depends on stays the same.

It depends on the file's bytes, on our programs, and on the libraries below them.
"""

import sys
from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from . import ROOT, STORE
from .store import key_of

T = TypeVar("T")

_ROOMS = ("model", "engines", "checks")
_LIBRARIES = ("babel", "idna", "pydantic", "pydantic-core", "pyyaml", "tzdata")


def remembered(parts: Sequence[str | bytes], make: Callable[[], T]) -> T:
    """What the readers of the model, and the rules for single entries, make of some parts."""
    return STORE.kept_object([_readers(), *parts], make)


def is_anything_remembered() -> bool:
    """Whether these programs have read anything before, as far as it was kept."""
    mark = ["read by", _readers()]
    if STORE.has(mark):
        return True
    STORE.kept(mark, str)
    return False


@cache
def _readers() -> str:
    """A digest of the programs that read and judge a file, the libraries that they stand on, Python itself."""
    files = sorted(file for room in _ROOMS for file in Path(ROOT, "macros", room).rglob("*.py"))
    return key_of([sys.version, *(f"{name} {version(name)}" for name in _LIBRARIES), *(file.read_bytes() for file in files)])
