"""The guide built once, and a small one to break."""

from pathlib import Path

import pytest

from tests.site.checkout import Checkout, Site, built_guide, planted
from tests.site.small import small_guide


@pytest.fixture(scope="session")
def guide() -> Site:
    """The real guide, built for a folder of a host and with a forge for corrections."""
    return built_guide()


@pytest.fixture
def small(tmp_path: Path) -> Checkout:
    """A checkout with a few entries, for tests to break."""
    return planted(tmp_path / "small")


@pytest.fixture(scope="session")
def varied() -> Site:
    """The small guide with one of each thing, built; no forge takes its corrections."""
    return small_guide()
