"""What every folder of tests shares: a small library to damage, and one browser for the whole run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.reader import launched, served
from tests.sample import ROOT, TODAY, TREE, Data, plant
from tests.site.checkout import built_guide


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Data:
    """A valid library; the day is 2026-12-01, and no forge is listening."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    for name in ("CI", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    plant(TREE, tmp_path / "data")
    return Data(tmp_path / "data")


@pytest.fixture
def worded(data: Data) -> Data:
    """The same library with all the words that pages need."""
    data.write("strings.yaml", (ROOT / "data/strings.yaml").read_bytes())
    return data


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium: Playwright runs once in a process."""
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def base() -> Iterator[str]:
    """Where the built guide stands."""
    with served(built_guide().folder) as address:
        yield address
