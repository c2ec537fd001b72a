"""A reader of letter pages: a tab that records what leaves it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.letters.desk import RECORDS, Desk, Modules
from tests.site.checkout import Site, built_guide

NO_SEARCH = """
window.__search = { index: new Promise(() => {}) };
window.Worker = class extends EventTarget { postMessage() {} };
"""
"""The theme's search waits for ever: each page would read the words of the whole guide. (A route would do, but it empties the cache.)"""

PATIENCE = 5000  # milliseconds until a page that does not answer fails its test


@pytest.fixture(scope="session")
def guide() -> Site:
    return built_guide()


@pytest.fixture(scope="session")
def visit(browser: Browser, base: str) -> Iterator[Callable[..., BrowserContext]]:
    """Opens a context: a reader who was never here."""
    contexts = []

    def opened(**options: Any) -> BrowserContext:
        context = browser.new_context(**{"timezone_id": "Asia/Shanghai", "locale": "en-US"} | options)
        context.set_default_timeout(PATIENCE)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.add_init_script(RECORDS)
        context.add_init_script(NO_SEARCH)
        contexts.append(context)
        return context

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def shared(visit: Callable[..., BrowserContext]) -> Page:
    """One tab for all tests that leave nothing behind."""
    return visit().new_page()


@pytest.fixture
def desk(shared: Page, base: str) -> Desk:
    """A letter's page in the shared tab, its store empty."""
    return Desk(shared, base)


@pytest.fixture(scope="session")
def module_at(base: str, guide: Site) -> Callable[[str], str]:
    """The address of a built module by its name: the folder it stands in changes with its content."""

    def found(name: str) -> str:
        (file,) = guide.folder.glob(f"assets/*/**/{name}.js")
        return base + file.relative_to(guide.folder).as_posix()

    return found


@pytest.fixture(scope="session")
def modules(visit: Callable[..., BrowserContext], base: str, module_at: Callable[[str], str]) -> Modules:
    page = visit().new_page()
    page.goto(f"{base}letters/")

    def called(module: str, function: str, calls: Sequence[Sequence[Any]]) -> list[Any]:
        script = "async ([url, name, calls]) => { const all = await import(url); return calls.map((call) => all[name](...call)); }"
        return list(page.evaluate(script, [module_at(module), function, calls]))

    return called
