"""Windows to read the built guide with."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.reader import PHONE, Reader

NewReader = Callable[..., Reader]


@pytest.fixture
def new_reader(browser: Browser, base: str) -> Iterator[NewReader]:
    """Opens a window with the options of a Playwright context; it is closed when the test ends."""
    readers: list[Reader] = []

    def open_window(**options: Any) -> Reader:
        readers.append(Reader(browser, base, **options))
        return readers[-1]

    yield open_window
    for reader in readers:
        reader.close()


@pytest.fixture
def reader(new_reader: NewReader) -> Reader:
    """A window on a desk, with scripts."""
    return new_reader()


@pytest.fixture(scope="session")
def phone(browser: Browser, base: str) -> Iterator[Reader]:
    """A window on a phone, for all visits that leave nothing behind."""
    reader = Reader(browser, base, viewport=PHONE)
    yield reader
    reader.close()


@pytest.fixture(scope="session")
def dark(browser: Browser, base: str) -> Iterator[Reader]:
    """A window in the dark, for all visits that leave nothing behind."""
    reader = Reader(browser, base, color_scheme="dark")
    yield reader
    reader.close()
