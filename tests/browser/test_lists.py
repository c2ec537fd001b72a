"""Long lists and values: a filter leaves what holds the words, a button copies what may be used."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewReader


@pytest.mark.parametrize(
    ("address", "words", "item"), [("en/sources/operator/", "OKX complaints", ".sources > li"), ("freshness/", "okx", ".part tbody > tr")]
)
def test_filter_leaves_what_holds_all_the_words(new_reader: NewReader, address: str, words: str, item: str) -> None:
    reader = new_reader()
    reader.open(address)
    box = reader.page.locator("list-filter input")
    box.fill(words)
    left = reader.page.locator(item).filter(visible=True)
    texts = left.all_inner_texts()
    assert 0 < len(texts) < reader.page.locator(item).count() / 2
    held = reader.page.locator(item).evaluate_all(
        "items => items.filter((item) => !item.hidden).map((item) => item.textContent.toLowerCase())"
    )
    assert all(word.lower() in text for text in held for word in words.split())
    box.fill("qqqqq")
    expect(left).to_have_count(0)
    assert reader.page.locator(".filter__said").inner_text()
    box.fill("")
    expect(reader.page.locator("details.part[open]")).to_have_count(0)
    expect(reader.page.locator("details.part").filter(visible=True)).to_have_count(reader.page.locator("details.part").count())


def test_glossary_shows_its_words_only_if_they_fit(new_reader: NewReader) -> None:
    reader = new_reader()
    reader.open("en/glossary/")
    reader.page.locator("list-filter input").fill("txid")
    assert 0 < reader.page.locator(".term").filter(visible=True).count() < 20


def test_button_beside_a_value_copies_it_and_says_so(new_reader: NewReader) -> None:
    reader = new_reader(permissions=["clipboard-read", "clipboard-write"])
    reader.open("en/platforms/okx/")
    button = reader.page.locator("#contacts ~ .cards .copy").first
    button.click()
    expect(button).to_have_text("Copied")
    assert reader.page.evaluate("navigator.clipboard.readText()") == button.get_attribute("value")
    expect(button).to_have_text("Copy", timeout=6000)


def test_without_scripts_there_is_neither_filter_nor_button(new_reader: NewReader) -> None:
    reader = new_reader(java_script_enabled=False)
    reader.open("en/sources/press/")
    assert not reader.page.locator("list-filter").is_visible()
    reader.open("en/platforms/okx/")
    assert reader.page.locator(".copy").filter(visible=True).count() == 0
    assert reader.page.locator("#contacts ~ .cards .value").first.is_visible()
