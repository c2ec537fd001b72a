"""What was read before: a data file is taken as it was while its bytes, our readers and the libraries below them stay the same."""

import sys
from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from . import ROOT, STORE
from .store import key_of

T = TypeVar("T")

_LIBRARIES = ("babel", "idna", "pydantic", "pydantic-core", "pyyaml", "tzdata")


def remembered(parts: Sequence[str | bytes], make: Callable[[], T]) -> T:
    """What the readers of the model make of some parts."""
    return STORE.kept_object([_readers(), *parts], make)


@cache
def _readers() -> str:
    """A digest of the programs that read a file: the model, the libraries it stands on, Python itself."""
    files = sorted(Path(ROOT, "macros/model").rglob("*.py"))
    return key_of([sys.version, *(f"{name} {version(name)}" for name in _LIBRARIES), *(file.read_bytes() for file in files)])
