"""The search box: what comes by any way of typing is found, in the reader's own language, and nothing is fetched before it is asked for."""

import gzip
import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import PHONE, PREFIX, Reader, served
from tests.site.checkout import SMALL, built_guide, entries, planted
from tests.site.preview import free_port

FOUND = "(parts) => parts.map((part) => part.dataset.kbResult)"
PASTE = """(text) => {
  const box = document.querySelector('[data-md-component=search-query]');
  box.focus();
  box.value = text;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
}"""
PAGE_VIEW, FIRST_RESULT = 6_000, 40_000
"""Bytes (gzip) of the search that a page view may take, and what it may take until the first result."""


def box(reader: Reader) -> str:
    return str(reader.page.locator("[data-md-component=search-query]").input_value())


def search(reader: Reader, query: str) -> list[str]:
    """The addresses found, best first."""
    reader.page.locator(".md-search__input").fill(query)
    return found(reader)


def found(reader: Reader) -> list[str]:
    """The addresses listed, once there are any."""
    reader.page.locator("[data-kb-result]").first.wait_for()
    return list(reader.page.locator("[data-kb-result]").evaluate_all(FOUND))


def settled(reader: Reader) -> list[str]:
    """The addresses listed once they change no more."""
    before: list[str] = []
    while (now := found(reader)) != before:
        before = now
        reader.page.wait_for_timeout(300)
    return now


# ── Ways of typing ────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("root", "query", "issue"), [("", "账户冻结", "account-frozen"), ("en/", "withdrawal stuck", "withdrawal-delayed")]
)
def test_page_about_the_trouble_stands_first_in_the_readers_language(reader: Reader, root: str, query: str, issue: str) -> None:
    reader.open(root)
    assert f"issues/{issue}/" in search(reader, query)[:3]
    links = reader.page.locator(".md-search-result__link").evaluate_all("(links) => links.map((link) => link.href)")
    assert all(link.startswith(reader.base + root) for link in links)
    assert root or not any(link.startswith(f"{reader.base}en/") for link in links)
    assert reader.abroad == reader.complaints == []


def test_text_that_comes_without_a_key_is_found(reader: Reader) -> None:
    reader.open("en/")
    reader.page.evaluate(PASTE, "account frozen")
    assert "issues/account-frozen/" in found(reader)[:3]


def test_letters_of_an_input_method_are_found_once_they_are_chosen(reader: Reader) -> None:
    reader.open("")
    reader.page.locator(".md-search__input").focus()
    session = reader.context.new_cdp_session(reader.page)
    session.send("Input.imeSetComposition", {"text": "dong jie", "selectionStart": 8, "selectionEnd": 8})
    session.send("Input.insertText", {"text": "账户冻结"})
    assert box(reader) == "账户冻结"
    assert "issues/account-frozen/" in found(reader)[:3]


@pytest.mark.parametrize("page", ["", "search/", "issues/fees/"])
def test_link_with_a_query_opens_the_search_with_its_results(reader: Reader, page: str) -> None:
    reader.open(f"{page}?q=%E6%8F%90%E7%8E%B0%E5%A4%B1%E8%B4%A5")
    assert "issues/withdrawal-delayed/" in found(reader)[:3]
    assert box(reader) == "提现失败"


def test_keys_of_the_theme_work(reader: Reader) -> None:
    reader.open("en/")
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("account frozen")
    first = settled(reader)[0]
    reader.page.keyboard.press("ArrowDown")
    assert reader.page.evaluate("document.activeElement.querySelector('[data-kb-result]')?.dataset.kbResult") == first
    reader.page.keyboard.press("ArrowUp")
    reader.page.keyboard.press("Escape")
    expect(reader.page.locator("#__search")).not_to_be_checked()
    reader.page.wait_for_timeout(400)  # the theme notes a moment later that the box was left
    reader.page.keyboard.press("s")
    expect(reader.page.locator("#__search")).to_be_checked()
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(f"{reader.base}en/{first.partition('#')[0]}**")
    assert reader.page.locator("mark[data-md-highlight]").count() >= 1


def test_share_and_suggestion_follow_what_is_typed(reader: Reader) -> None:
    reader.open("en/")
    search(reader, "account stol")
    reader.page.keyboard.press("End")
    expect(reader.page.locator("[data-md-component=search-suggest]")).to_have_text("account stolen")
    link = reader.page.locator("[data-md-component=search-share]").get_attribute("href") or ""
    assert "q=account" in link
    reader.page.keyboard.press("ArrowRight")
    assert box(reader) == "account stolen"


@pytest.mark.parametrize("opener", ["button.bar__search", "label.ask"])
def test_search_that_is_opened_takes_what_is_typed(new_reader: NewReader, opener: str) -> None:
    reader = new_reader(viewport=PHONE, has_touch=True)
    reader.open("")
    reader.page.locator(opener).tap()
    reader.page.keyboard.type("okx")
    assert box(reader) == "okx"
    assert "platforms/okx/" in found(reader)[:3]


def insist(reader: Reader, query: str) -> list[str]:
    """The addresses found, typed again while the theme is still exchanging the page and shuts its box."""
    for _ in range(20):
        reader.page.locator(".md-search__input").fill("")
        reader.page.locator(".md-search__input").fill(query)
        reader.page.wait_for_timeout(1_000)
        if reader.page.locator("[data-kb-result]").first.is_visible():
            return found(reader)
    raise AssertionError(f"nothing is found for {query!r}")


def test_search_works_where_the_theme_exchanges_pages_without_loading_them(browser: Browser, tmp_path: Path) -> None:
    port = free_port()
    checkout = planted(tmp_path / "instant")
    checkout.replace("mkdocs.yml", "features: [", "features: [navigation.instant, ")
    title = entries("issues", checkout.root)["login"]["name"]
    site = checkout.build(**SMALL | {"SITE_URL": f"http://127.0.0.1:{port}{PREFIX}"})
    with served(site.folder, port) as base:
        reader = Reader(browser, base)
        reader.open("issues/")
        reader.page.evaluate("window.isOneVisit = true")
        reader.page.wait_for_load_state("networkidle")  # the theme has read the sitemap
        reader.page.locator("article a[href*='login']").first.click()
        reader.page.wait_for_url(f"{base}issues/login/**")
        reader.page.locator("h1", has_text=title["zh"]).wait_for()
        assert insist(reader, title["zh"])[0] == "issues/login/"
        assert reader.page.evaluate("window.isOneVisit")
        reader.page.keyboard.press("Escape")
        reader.page.locator(".bar__language").click()
        reader.page.wait_for_url(f"{base}en/**", wait_until="networkidle")
        insist(reader, title["en"])
        assert str(reader.page.locator(".md-search-result__link").first.get_attribute("href")).startswith(f"{base}en/issues/login/")
        assert reader.complaints == []
        reader.close()


# ── Results ───────────────────────────────────────────────────────────────────


def test_result_says_what_to_do_first_how_urgent_it_is_and_where_it_stands(reader: Reader) -> None:
    reader.open("en/")
    search(reader, "account stolen")
    result = reader.page.locator(".md-search-result__item", has=reader.page.locator("[data-kb-result='issues/account-stolen/']"))
    issue = entries("issues")["account-stolen"]
    assert issue["steps"][0]["do"]["en"] in result.inner_text()
    assert result.locator(".hit__haste--now").is_visible()
    assert "Problems" in result.locator(".hit__place").inner_text()
    assert "Missing" not in reader.page.locator(".md-search-result").inner_text()


def test_answer_to_a_question_stands_in_its_result(reader: Reader) -> None:
    reader.open("en/")
    question = entries("faqs")["account"]["questions"]["under-age"]
    assert search(reader, question["question"]["en"])[0] == "faq/account/#under-age"
    assert question["answer"][0]["en"] in reader.page.locator(".md-search-result__item").first.inner_text()


@pytest.mark.parametrize(("root", "query"), [("", "不想活了"), ("", "輕生"), ("en/", "want to kill myself"), ("en/", "suicde")])
def test_whoever_cannot_bear_it_is_answered_first(reader: Reader, root: str, query: str) -> None:
    reader.open(root)
    assert search(reader, query)[0] == "emergency/#too-much"


def test_result_leads_to_its_place_on_the_page(reader: Reader) -> None:
    reader.open("en/issues/")
    search(reader, "too much to bear suicide")
    reader.page.locator(".md-search-result__link").first.click()
    reader.page.wait_for_url(f"{reader.base}en/emergency/**#too-much")
    assert reader.page.locator("#too-much").is_visible()


@pytest.mark.parametrize(
    "query", ["<img src=x onerror=alert(1)> 冻结", "<script>alert(1)</script>", "😀😀", "。，！？", "\u0000\u0007冻结", "冻" * 10_000]
)
def test_nothing_that_is_typed_breaks_or_becomes_markup(reader: Reader, query: str) -> None:
    reader.open("")
    reader.page.evaluate(PASTE, query)
    reader.page.wait_for_timeout(300)
    reader.page.evaluate(PASTE, "账户冻结")
    assert "issues/account-frozen/" in found(reader)[:3]
    assert reader.page.locator(".md-search-result img, .md-search-result script").count() == 0
    assert reader.complaints == []


def test_nothing_found_leads_to_everything_there_is(reader: Reader) -> None:
    reader.open("en/")
    reader.page.evaluate(PASTE, "qqqqqqqq")
    expect(reader.page.locator(".md-search-result__meta")).to_contain_text("No matching")
    reader.page.locator(".search-help a").first.click()
    reader.page.wait_for_url(f"{reader.base}en/search/**")
    for kind in ("issues", "faqs"):
        for entry in entries(kind).values():
            assert entry["name"]["en"] in reader.page.locator("article").inner_text()


def test_without_scripts_a_list_of_everything_stands_in_place_of_the_box(new_reader: NewReader) -> None:
    reader = new_reader(java_script_enabled=False, viewport=PHONE)
    reader.open("en/")
    assert not reader.page.locator(".md-search__input").is_visible()
    reader.page.locator("a.ask--list").click()
    reader.page.wait_for_url(f"{reader.base}en/search/")
    questions = [question["question"]["en"] for topic in entries("faqs").values() for question in topic["questions"].values()]
    listed = set(reader.page.locator("article li a").all_inner_texts())
    assert set(questions) <= listed


# ── What it costs ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("root", "query"), [("", "提现三天没到账"), ("", "OKX提现失败"), ("en/", "withdrawal stuck for three days"), ("en/", "account frozen")]
)
def test_page_view_takes_no_index_and_a_first_result_little(reader: Reader, root: str, query: str) -> None:
    asked: list[str] = []
    reader.context.on("request", lambda request: asked.append(request.url) if is_of_search(request) else None)
    reader.open(root)
    reader.page.wait_for_timeout(300)
    assert weight(reader, asked) <= PAGE_VIEW
    assert {Path(url).name for url in asked} == {"worker.js", "search_index.json"}
    search(reader, query)
    total = weight(reader, asked)
    print(f"\n{query}: {weight(reader, asked[:2])} bytes a view, {total} to the first result, {len(asked)} files")
    assert total <= FIRST_RESULT


def is_of_search(request: Request) -> bool:
    return "/search/" in request.url and not request.is_navigation_request()


def weight(reader: Reader, urls: list[str]) -> int:
    files = (built_guide().folder / url.removeprefix(reader.base) for url in urls)
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def test_the_theme_is_told_of_one_worker_which_is_ours(reader: Reader) -> None:
    reader.open("")
    told = json.loads(reader.page.locator("#__config").inner_text())
    assert told["search"].endswith("/search/worker.js")
    assert not [file for pattern in ("lunr*", "workers") for file in built_guide().folder.rglob(pattern)]
