"""The guide's own library, and the browser's half of the engines, to be asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.model.library import Library
from macros.model.load import load
from tests.node import ASSETS, Script, script
from tests.sample import ROOT


@pytest.fixture(scope="session")
def library() -> Library:
    found, problems = load(ROOT / "data")
    assert problems == []
    return found


@pytest.fixture(scope="session")
def twin() -> Iterator[Script]:
    with script(Path(__file__).with_name("twin.mjs"), (ASSETS / "plan").as_uri()) as running:
        yield running
