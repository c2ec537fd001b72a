"""The guide's own data, read once, and every value in it with its place."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from macros.model.library import Library
from macros.model.load import load
from tests.sample import ROOT

Find = Callable[..., Iterator[tuple[str, Any]]]


@pytest.fixture(scope="session")
def guide() -> Library:
    library, problems = load(ROOT / "data")
    assert not problems
    return library


@pytest.fixture(scope="session")
def find(guide: Library) -> Find:
    """``find(kind, …)``: the values of these types, each with the file and line it stands on."""
    visits = [(entry.origin, where, value) for entry in guide for where, value, _ in entry.visits]

    def of(*types: type) -> Iterator[tuple[str, Any]]:
        for origin, where, value in visits:
            if isinstance(value, types):
                yield f"{origin.path}:{origin.lines.line((*origin.node, *where))}", value

    return of
