"""How well the held-out queries are answered, by type, beside the stock search of Material on the same pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.model.text import LANGUAGES, ROOTS
from tests.bench.building import rival, rival_folder
from tests.bench.scaling import Size
from tests.browser.reader import Reader, served
from tests.node import ASSETS, script
from tests.search.queries import Query, by_type, queries
from tests.site.checkout import built_guide

FOUND = """async ([query, base]) => {
  const list = document.querySelector('.md-search-result__list');
  const box = document.querySelector('.md-search__input');
  box.focus();
  box.value = query;
  box.dispatchEvent(new KeyboardEvent('keyup'));
  await new Promise((done) => setTimeout(done, 250));
  return [...list.querySelectorAll('a')].slice(0, 10).map((link) => (link.pathname + link.hash).replace(base, ''));
}"""
SMALL = Size.nearest(350)
Answers = list[tuple[Query, list[str]]]


def ours(language: str) -> Answers:
    index = built_guide().folder / ROOTS[language] / "search"
    some = queries(language, "held")
    with script(Path(__file__).parents[1] / "search/judge.mjs", (ASSETS / "search").as_uri()) as judge:
        answers = judge.ask({"folder": str(index), "queries": [query.text for query in some]})
    return [(query, [address for address, _ in found]) for query, found in zip(some, answers, strict=True)]


@pytest.fixture(scope="module")
def stock_reader(browser: Browser) -> Iterator[Reader]:
    """A window on the stock site of the smallest size."""
    rival("stock", SMALL)
    with served(rival_folder("stock", SMALL) / "site") as base:
        reader = Reader(browser, base)
        yield reader
        reader.close()


def theirs(reader: Reader, language: str) -> Answers:
    reader.open(ROOTS[language])
    reader.page.locator(".md-search__input").focus()
    reader.page.wait_for_timeout(5_000)  # until it has read its index
    prefix = f"/guide/{ROOTS[language]}"
    return [(query, reader.page.evaluate(FOUND, [query.text, prefix])) for query in queries(language, "held")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_more_is_found_than_by_the_stock_search(stock_reader: Reader, language: str) -> None:
    mine, other = by_type(ours(language)), by_type(theirs(stock_reader, language))
    print(f"\n{language:12}   n  first three  mean  none   | stock: first three  mean  none")
    for name, marks in mine.items():
        print(f"{name:12}{marks}   |      {other[name]}")
    assert mine["all"].first > other["all"].first
    assert mine["all"].among_three > other["all"].among_three
