"""Nothing moves under a reader's finger while a page comes in: what scripts will show has its place before they run."""

import time

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import PHONE
from tests.survey import few

LATE = 0.2  # seconds that scripts come after the page
WATCH = """new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    window.moved.push([value, sources.map(({ node }) => `${node?.nodeName} ${node?.className ?? ""}`)]);
  }
}).observe({ type: "layout-shift", buffered: true });
window.moved = [];"""
SETTLED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(window.moved))))"
LEAST = 0.002
"""A shift as small as that of one button of the header is none: the score counts from 0.1."""


@pytest.mark.parametrize(
    "address",
    few(
        [
            *("letters/formal-complaint/", "en/platforms/okx/", "start/", "en/sources/law/", "issues/account-frozen/"),
            *("", "en/issues/withdrawal-delayed/eu/", "places/hk/", "en/emergency/", "verify/", "en/case/", "glossary/", "faq/contact/"),
            *("en/letters/first-ticket/", "freshness/", "en/evidence/"),
        ],
        4,
    ),
)
def test_nothing_moves_when_scripts_come_late(new_reader: NewReader, address: str) -> None:
    reader = new_reader(viewport=PHONE, reduced_motion="reduce")
    page = reader.context.new_page()
    page.add_init_script(WATCH)
    page.route("**/*.js", late)
    page.goto(reader.base + address, wait_until="networkidle")
    moved = page.evaluate(SETTLED)
    assert [(round(value, 4), nodes) for value, nodes in moved if value >= LEAST] == []


LOST = [
    ("en/letters/formal-complaint/", "**/letter-form*.js", "letter-form form", ".no-script-only"),
    ("letters/first-ticket/", "**/assets/letters*.json", "letter-form form", ".no-script-only"),
    ("start/", "**/guide-flow*.js", "guide-flow", "#what"),
    ("en/sources/law/", "**/list-filter*.js", "list-filter", ".sources"),
    ("issues/account-frozen/", "**/situation-strip*.js", "situation-strip", "#first"),
]
"""A page, the file that does not come, what must not stand there without it, and what must."""


@pytest.mark.parametrize(("address", "file", "useless", "needed"), LOST)
def test_what_a_script_would_show_gives_way_if_it_does_not_come(
    new_reader: NewReader, address: str, file: str, useless: str, needed: str
) -> None:
    reader = new_reader(viewport=PHONE)
    reader.page.route(file, lambda route: route.abort())
    reader.open(address)
    expect(reader.page.locator(".is-lost")).to_have_count(1)
    assert not reader.page.locator(useless).is_visible()
    assert reader.page.locator(useless).evaluate("(element) => element.getBoundingClientRect().height") == 0
    assert reader.page.locator(needed).is_visible()


def late(route: Route) -> None:
    time.sleep(LATE)
    route.continue_()
