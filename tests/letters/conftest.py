"""A reader of letter pages: a tab that records what leaves it."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from macros.outputs.seed_words import words_module
from tests.browser.reader import served
from tests.letters.desk import RECORDS, Desk, Modules
from tests.node import ASSETS
from tests.site.checkout import Site, built_guide

Visit = Callable[..., BrowserContext]
PATIENCE = 5000  # milliseconds until a page that does not answer fails its test


@pytest.fixture(scope="session")
def guide() -> Site:
    return built_guide()


@pytest.fixture(scope="session")
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens a context: a reader who was never here."""
    yield from visits(browser, permissions=["clipboard-read", "clipboard-write"])


def visits(browser: Browser, *scripts: str, **always: Any) -> Iterator[Visit]:
    """How contexts of a browser are opened, with scripts that run first on each page; all are closed in the end."""
    contexts = []

    def opened(**options: Any) -> BrowserContext:
        context = browser.new_context(**{"timezone_id": "Asia/Shanghai", "locale": "en-US"} | always | options)
        context.set_default_timeout(PATIENCE)
        for script in (RECORDS, *scripts):
            context.add_init_script(script)
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
def module_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """The address of a module by its name: the sources are served beside what the build makes, of which a page gets bundles."""
    sources = tmp_path_factory.mktemp("sources") / "assets"
    shutil.copytree(ASSETS, sources)
    (sources / "secrets/words.js").write_text(words_module(), encoding="utf-8")

    def found(name: str) -> str:
        (file,) = sources.rglob(f"{name}.js")
        return address + file.relative_to(sources).as_posix()

    with served(sources) as address:
        yield found


@pytest.fixture(scope="session")
def modules(visit: Callable[..., BrowserContext], module_at: Callable[[str], str]) -> Modules:
    page = visit().new_page()
    page.goto(module_at("secrets"))  # a page of the same origin

    def called(module: str, function: str, calls: Sequence[Sequence[Any]]) -> list[Any]:
        script = "async ([url, name, calls]) => { const all = await import(url); return calls.map((call) => all[name](...call)); }"
        return list(page.evaluate(script, [module_at(module), function, calls]))

    return called
