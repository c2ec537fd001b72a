"""Windows to read the built guide with."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.reader import PHONE, Reader

NewReader = Callable[..., Reader]


@pytest.fixture(scope="session")
def readers() -> Iterator[dict[str, list[Reader]]]:
    """The windows that no test is using, by their options: opening one takes longer than most visits."""
    waiting: dict[str, list[Reader]] = defaultdict(list)
    yield waiting
    for reader in (reader for some in waiting.values() for reader in some):
        reader.close()


@pytest.fixture
def new_reader(browser: Browser, base: str, readers: dict[str, list[Reader]]) -> Iterator[NewReader]:
    """Opens a window with the options of a Playwright context: nothing was stored or opened in it."""
    used: list[tuple[str, Reader]] = []

    def open_window(**options: Any) -> Reader:
        key = json.dumps(options, sort_keys=True)
        reader = readers[key].pop() if readers[key] else Reader(browser, base, **options)
        used.append((key, reader))
        return reader

    yield open_window
    for key, reader in used:
        reader.forget()
        readers[key].append(reader)


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
