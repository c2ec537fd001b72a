"""One visit to a page of each kind, on a phone: nobody else hears of it, nothing breaks, nothing hangs over the edge."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser

from tests.browser.reader import MISSING, PAGES, PHONE, Reader, served
from tests.site.hostile import hostile_guide
from tests.survey import few, survey

OPEN_ALL = "document.querySelectorAll('details').forEach((part) => { part.open = true; })"
OVERHANG = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
FALSE_LINKS = """[...document.querySelectorAll(
  ['reported', 'unverified', 'obsolete'].flatMap((level) => [`.card--${level}`, `.contact--${level}`, `.number--${level}`]).join())]
  .flatMap((part) => [...part.querySelectorAll('a:not([rel="nofollow"])')])
  .filter((link) => !(link.closest('[data-calls=life], [data-calls=crisis]') && /^(tel|sms):/.test(link.href))) // where a life is in danger
  .map((link) => link.href)
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


@pytest.mark.parametrize("address", few([*PAGES, MISSING], 3))
def test_page_asks_nobody_else_breaks_nothing_fits_and_links_to_no_doubtful_contact(phone: Reader, address: str) -> None:
    seen = visit(phone, address)
    assert seen == Visit(abroad=(), complaints=(), overhang=0, false_links=(), true_links=seen.true_links)


def test_official_contacts_can_be_tapped_to_open_a_page_a_mail_or_a_call(phone: Reader) -> None:
    links = [link for address in ("en/platforms/okx/", "places/hk/") for link in visit(phone, address).true_links]
    assert {link.partition(":")[0] for link in links} == {"https", "mailto", "tel"}


@pytest.mark.parametrize("address", ["en/issues/account-frozen/", "letters/formal-complaint/", "en/platforms/okx/", "places/hk/"])
def test_a_transaction_hash_fits_on_a_phone_whatever_text_it_stands_in(phone: Reader, address: str) -> None:
    phone.open(address)
    phone.page.evaluate(OPEN_ALL)
    assert phone.page.evaluate(FILL_WITH_A_HASH) > 100
    assert phone.page.evaluate(OVERHANG) == 0


def test_the_watch_itself_sees_requests_and_complaints(browser: Browser, base: str) -> None:
    reader = Reader(browser, base)
    reader.open("")
    reader.page.evaluate("fetch('https://example.org/').catch(() => {})")
    reader.page.evaluate("document.body.append(Object.assign(document.createElement('img'), { src: 'https://example.org/' }))")
    reader.page.wait_for_timeout(100)
    assert "Content Security Policy" in "".join(reader.complaints)
    reader.abroad.clear()
    reader.page.goto("about:blank")
    reader.page.evaluate("fetch('https://example.org/').catch(() => {})")
    reader.page.wait_for_timeout(100)
    assert reader.abroad == ["https://example.org/"]
    reader.close()


@survey
def test_hostile_words_run_nothing_in_a_browser(browser: Browser) -> None:
    with served(hostile_guide().folder) as base:
        reader = Reader(browser, base, viewport=PHONE)
        for address in ("", "en/issues/account-frozen/", "letters/formal-complaint/", "en/platforms/okx/", "prose/"):
            seen = visit(reader, address)
            assert (seen.abroad, seen.complaints) == ((), ()), address
        reader.close()
