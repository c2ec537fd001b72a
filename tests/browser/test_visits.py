"""One visit to a page of each kind, on a phone: nobody else hears of it, nothing breaks, nothing hangs over the edge."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser

from tests.browser.reader import MISSING, PAGES, PHONE, Reader, served
from tests.site.hostile import hostile_guide

OPEN_ALL = "document.querySelectorAll('details').forEach((part) => { part.open = true; })"
OVERHANG = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
FALSE_LINKS = """[...document.querySelectorAll(
  ['reported', 'unverified', 'obsolete'].flatMap((level) => [`.card--${level}`, `.contact--${level}`, `.number--${level}`]).join())]
  .flatMap((part) => [...part.querySelectorAll('a:not([rel="nofollow"])')].map((link) => link.href))
  .filter((link) => !link.startsWith(location.origin))"""
FILL_WITH_A_HASH = """(() => {
  const texts = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
  const filled = [];
  while (texts.nextNode()) if (texts.currentNode.data.trim() && !texts.currentNode.parentElement.closest('.chip, .headerlink, option, dt')) filled.push(texts.currentNode);
  filled.forEach((text) => { text.data = '0x' + '8f3a9c1e'.repeat(8); });
  return filled.length;
})()"""
TRUE_LINKS = "[...document.querySelectorAll('.card--official a.value, .contact--official a.value, .number--official a.value')].map((link) => link.href)"


@dataclass(frozen=True)
class Visit:
    abroad: tuple[str, ...]
    complaints: tuple[str, ...]
    overhang: int
    false_links: tuple[str, ...]
    true_links: tuple[str, ...]


def visit(reader: Reader, address: str) -> Visit:
    """What happens when a reader opens a page and everything folded on it."""
    reader.abroad.clear()
    reader.complaints.clear()
    reader.open(address)
    reader.page.evaluate(OPEN_ALL)
    false, true = reader.page.evaluate(FALSE_LINKS), reader.page.evaluate(TRUE_LINKS)
    return Visit(tuple(reader.abroad), tuple(reader.complaints), reader.page.evaluate(OVERHANG), tuple(false), tuple(true))


@pytest.fixture(scope="module")
def visits(browser: Browser, base: str) -> Iterator[dict[str, Visit]]:
    reader = Reader(browser, base, viewport=PHONE)
    yield {address: visit(reader, address) for address in (*PAGES, MISSING)}
    reader.close()


def test_no_page_asks_another_host_for_anything(visits: dict[str, Visit]) -> None:
    assert {address: v.abroad for address, v in visits.items() if v.abroad} == {}


def test_no_page_makes_the_console_complain(visits: dict[str, Visit]) -> None:
    assert {address: v.complaints for address, v in visits.items() if v.complaints} == {}


def test_no_page_scrolls_sideways_on_a_phone(visits: dict[str, Visit]) -> None:
    assert {address: v.overhang for address, v in visits.items() if v.overhang > 0} == {}


def test_a_contact_is_a_link_only_if_it_is_official(visits: dict[str, Visit]) -> None:
    assert {address: v.false_links for address, v in visits.items() if v.false_links} == {}
    tappable = {link.partition(":")[0] for v in visits.values() for link in v.true_links}
    assert tappable == {"https", "mailto", "tel"}


@pytest.mark.parametrize("address", ["en/issues/account-frozen/", "letters/formal-complaint/", "en/platforms/okx/", "places/hk/"])
def test_a_transaction_hash_fits_on_a_phone_whatever_text_it_stands_in(browser: Browser, base: str, address: str) -> None:
    reader = Reader(browser, base, viewport=PHONE)
    reader.open(address)
    reader.page.evaluate(OPEN_ALL)
    assert reader.page.evaluate(FILL_WITH_A_HASH) > 100
    assert reader.page.evaluate(OVERHANG) == 0
    reader.close()


def test_the_watch_itself_sees_requests_and_complaints(browser: Browser, base: str) -> None:
    reader = Reader(browser, base)
    reader.open("")
    reader.page.evaluate("fetch('https://example.org/').catch(() => {})")
    reader.page.evaluate("document.body.setAttribute('onclick', 'alert(1)'); document.body.click()")
    reader.page.wait_for_timeout(100)
    assert "Content Security Policy" in "".join(reader.complaints)
    reader.page.goto("about:blank")
    reader.page.evaluate("fetch('https://example.org/').catch(() => {})")
    reader.page.wait_for_timeout(100)
    assert reader.abroad == ["https://example.org/"]
    reader.close()


def test_hostile_words_run_nothing_in_a_browser(browser: Browser) -> None:
    with served(hostile_guide().folder) as base:
        reader = Reader(browser, base, viewport=PHONE)
        for address in ("", "en/issues/account-frozen/", "letters/formal-complaint/", "en/platforms/okx/", "prose/"):
            seen = visit(reader, address)
            assert (seen.abroad, seen.complaints) == ((), ()), address
        reader.close()
