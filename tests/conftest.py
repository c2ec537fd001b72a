"""What every folder of tests shares: a small library to damage, and one browser for the whole run."""

import compileall
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import is_hypothesis_test
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser.reader import launched, served
from tests.sample import ROOT, TODAY, TREE, Data, plant
from tests.site.checkout import RUN_FOLDER, built_guide

_AGAIN = {"test_architecture", "test_example", "test_names", "test_newcomers", "test_slips"}
"""Tests that read the whole guide, most of them again and again: the lines that do so are watched where there is less of it."""


def pytest_configure(config: pytest.Config) -> None:
    """One folder for the whole run: the processes that share its tests inherit the variable."""
    if not hasattr(config, "workerinput"):
        compileall.compile_dir(ROOT / "macros", quiet=1)  # once, and not by each of some hundred commands
        os.environ[RUN_FOLDER] = mkdtemp(prefix="recourse-")
        Path(os.environ[RUN_FOLDER], "cache").mkdir()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Being watched takes twice the time. Nobody watches what works in processes of its own, nor what runs again and again through the same lines."""
    for item in items:
        if (
            item.path.parent.name == "site"
            or item.path.stem in _AGAIN
            or is_hypothesis_test(getattr(item, "obj", None))
            or "browser" in getattr(item, "fixturenames", ())
        ):
            item.add_marker(pytest.mark.no_cover)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Deletes what was built for the run."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.pop(RUN_FOLDER))


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
def playwright() -> Iterator[Playwright]:
    """Runs once in a process."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium."""
    browser = launched(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def base() -> Iterator[str]:
    """Where the built guide stands."""
    with served(built_guide().folder) as address:
        yield address
