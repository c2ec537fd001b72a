"""Search finds words inside phrases, in the reader's own language, and the page whose title was typed."""

import time

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewReader
from tests.browser.reader import PHONE, Reader
from tests.site.checkout import entries

PATIENCE = 30  # seconds until a page counts as not found


def search(reader: Reader, query: str) -> list[str]:
    """The pages found, best first, as addresses from the guide's root without anchors."""
    type_into_search(reader, query)
    reader.page.locator(".md-search-result__item").first.wait_for()
    return found(reader)


def type_into_search(reader: Reader, query: str) -> None:
    reader.page.locator(".md-search__input").fill(query)
    reader.page.keyboard.press("End")  # the box listens to keys


def found(reader: Reader) -> list[str]:
    """The pages listed now."""
    pages = reader.page.locator(".md-search-result__item > a").evaluate_all("(links) => links.map((link) => link.href.split(/[?#]/)[0])")
    return [page.removeprefix(reader.base) for page in pages]


@pytest.mark.parametrize("query", ["提现", "冻结", "客服"])
def test_word_inside_a_chinese_phrase_finds_chinese_pages_only(reader: Reader, query: str) -> None:
    reader.open("")
    pages = search(reader, query)
    print(f"\n{query}: {len(pages)} pages")
    assert len(pages) >= 3
    assert [page for page in pages if page.startswith("en/")] == []
    assert reader.abroad == reader.complaints == []


@pytest.mark.parametrize("query", ["withdrawal", "frozen", "withdrawals"])
def test_english_word_finds_english_pages_only(reader: Reader, query: str) -> None:
    reader.open("en/")
    pages = search(reader, query)
    print(f"\n{query}: {len(pages)} pages")
    assert len(pages) >= 3
    assert [page for page in pages if not page.startswith("en/")] == []
    assert reader.abroad == reader.complaints == []


@pytest.mark.parametrize(("language", "root"), [("zh", ""), ("en", "en/")])
def test_exact_title_of_an_issue_finds_it_among_the_first_three(reader: Reader, language: str, root: str) -> None:
    reader.open(root)
    missed = []
    for id, issue in entries("issues").items():
        type_into_search(reader, issue["name"][language])
        deadline = time.monotonic() + PATIENCE
        while f"{root}issues/{id}/" not in (first := found(reader)[:3]):
            if time.monotonic() > deadline:
                missed.append((issue["name"][language], first))
                break
    assert missed == []


@pytest.mark.parametrize(("root", "query", "issue"), [("", "冻结", "account-frozen"), ("en/", "withdrawal stuck", "withdrawal-delayed")])
def test_page_about_the_trouble_stands_before_pages_that_mention_it(reader: Reader, root: str, query: str, issue: str) -> None:
    reader.open(root)
    assert search(reader, query)[0] == f"{root}issues/{issue}/"


@pytest.mark.parametrize("opener", ["button.bar__search", "label.ask"])
def test_search_that_is_opened_takes_what_is_typed(new_reader: NewReader, opener: str) -> None:
    reader = new_reader(viewport=PHONE)
    reader.open("")
    reader.page.locator(opener).click()
    reader.page.keyboard.type("okx")
    assert reader.page.locator("[data-md-component=search-query]").input_value() == "okx"


def test_result_leads_to_its_page(reader: Reader) -> None:
    reader.open("issues/")
    first = search(reader, entries("issues")["account-frozen"]["name"]["zh"])[0]
    reader.page.locator(".md-search-result__item > a").first.click()
    reader.page.wait_for_url(f"{reader.base}{first}**")
    assert reader.page.locator("h1").is_visible()


def test_what_is_typed_is_shown_as_text(reader: Reader) -> None:
    reader.open("")
    type_into_search(reader, "<img src=x onerror=alert(1)> 冻结")
    expect(reader.page.locator(".md-search-result__meta")).to_contain_text("结果")  # how many, or none
    assert reader.page.locator("img").count() == 0
    assert reader.complaints == []
