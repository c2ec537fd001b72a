"""How long pages are on a phone, and how many marks a reader sees: every page of the kinds that people read in a hurry."""

from collections.abc import Iterator
from itertools import product

import pytest

from tests.browser.conftest import NewReader
from tests.browser.reader import PHONE, Reader
from tests.site.checkout import entries
from tests.survey import few

SCREEN = PHONE["height"]
SCREENS = {"issues": 6, "platforms": 8, "places": 8}
"""Phone screens that a page of a kind may take, folds closed."""
LISTS = {"emergency/": 3, "evidence/": 10, "sources/": 8, "freshness/": 8, "": 6}
MARKS = {"issues": 12, "platforms": 20, "places": 20}
"""Marks that may be in sight on a page of a kind."""
MEASURE = """() => ({
  height: document.documentElement.scrollHeight,
  marks: [...document.querySelectorAll(".proof > summary, a.proof")].filter((mark) => mark.checkVisibility()).length,
})"""


def measured(reader: Reader, addresses: list[str]) -> Iterator[tuple[str, float, int]]:
    """The address, the screens and the marks of pages."""
    for address in addresses:
        reader.open(address)
        found = reader.page.evaluate(MEASURE)
        yield address, found["height"] / SCREEN, found["marks"]


@pytest.mark.parametrize(("kind", "root"), few(product(SCREENS, ["", "en/"]), 6))
def test_every_page_of_a_kind_is_short_and_quiet(new_reader: NewReader, kind: str, root: str) -> None:
    found = list(measured(new_reader(viewport=PHONE), [f"{root}{kind}/{id}/" for id in entries(kind)]))
    assert len(found) > 25
    assert [(address, round(screens, 1)) for address, screens, _ in found if screens > SCREENS[kind]] == []
    assert [(address, marks) for address, _, marks in found if marks > MARKS[kind]] == []


@pytest.mark.parametrize("root", ["", "en/"])
def test_first_hour_home_and_lists_are_short(new_reader: NewReader, root: str) -> None:
    found = measured(new_reader(viewport=PHONE), [f"{root}{address}" for address in LISTS])
    long = [(address, round(screens, 2)) for address, screens, _ in found if screens > LISTS[address.removeprefix("en/")]]
    assert long == []
