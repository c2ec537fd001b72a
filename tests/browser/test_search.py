"""The search box: what comes by any way of typing is found, in the reader's own language, and nothing is fetched before it is asked for."""

import gzip
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Request, Route, ViewportSize, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import DESK, PHONE, Reader
from tests.site.checkout import built_guide, entries

FOUND = "(parts) => parts.map((part) => part.dataset.kbResult)"
PASTE = """(text) => {
  const box = document.querySelector('.md-search__input');
  box.focus();
  box.value = text;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
}"""
MARKS = "CSS.highlights.get('searched').size"
FIRST_RESULT = 40_000
"""Bytes (gzip) of the search until the first result."""


def box(reader: Reader) -> str:
    return str(reader.page.locator(".md-search__input").input_value())


def search(reader: Reader, query: str) -> list[str]:
    """The addresses found, best first."""
    reader.page.locator(".md-search__input").fill(query)
    return found(reader)


def found(reader: Reader) -> list[str]:
    """The addresses listed, once there are any."""
    reader.page.locator("[data-kb-result]").first.wait_for()
    return [address_in(reader, path) for path in reader.page.locator("[data-kb-result]").evaluate_all(FOUND)]


def address_in(reader: Reader, path: str) -> str:
    """An address from its language's root, by the path of a result."""
    return path.removeprefix(urlsplit(reader.base).path).removeprefix("en/")


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
    links = reader.page.locator(".hit a").evaluate_all("(links) => links.map((link) => link.href)")
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


def test_search_works_by_keyboard_alone(reader: Reader) -> None:
    reader.open("en/")
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("account frozen")
    first = settled(reader)[0]
    reader.page.keyboard.press("ArrowDown")
    assert address_in(reader, reader.page.evaluate("document.activeElement.dataset.kbResult")) == first
    reader.page.keyboard.press("ArrowUp")
    reader.page.keyboard.press("Escape")
    expect(reader.page.locator("#__search")).not_to_be_checked()
    reader.page.keyboard.press("s")
    expect(reader.page.locator("#__search")).to_be_checked()
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(f"{reader.base}en/{first.partition('#')[0]}**")
    assert reader.page.evaluate(MARKS) > 0


def test_keyboard_passes_the_box_without_opening_it_and_gets_its_place_back(reader: Reader) -> None:
    reader.open("en/")
    stops: list[str] = []
    while "bar__language" not in stops:
        reader.page.keyboard.press("Tab")
        stops.append(str(reader.page.evaluate("document.activeElement.className")))
        assert not reader.page.locator("#__search").is_checked(), stops
        assert len(stops) < 30
    assert "md-search__input" in stops
    reader.page.keyboard.press("/")
    expect(reader.page.locator("#__search")).to_be_checked()
    reader.page.keyboard.press("Escape")
    assert reader.page.evaluate("document.activeElement.className") == "bar__language"
    reader.page.keyboard.press("/")
    reader.page.keyboard.press("Shift+Tab")
    expect(reader.page.locator("#__search")).not_to_be_checked()


def test_letters_that_open_the_box_can_be_typed_in_a_field(reader: Reader) -> None:
    reader.open("en/letters/formal-complaint/")
    field = reader.page.locator("letter-form textarea").first
    field.fill("")
    field.press_sequentially("fs/")
    assert field.input_value() == "fs/"
    expect(reader.page.locator("#__search")).not_to_be_checked()


def test_share_and_suggestion_follow_what_is_typed(reader: Reader) -> None:
    reader.open("en/")
    search(reader, "account stol")
    reader.page.keyboard.press("End")
    expect(reader.page.locator(".md-search__suggest")).to_have_text("account stolen")
    link = reader.page.locator(".search-share").get_attribute("href") or ""
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


# ── Results ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("root", ["", "en/"])
def test_results_carry_the_path_that_they_lead_to(reader: Reader, root: str) -> None:
    reader.open(root)
    search(reader, "OKX")
    rows = reader.page.locator("[data-kb-result]").evaluate_all("(links) => links.map((link) => [link.dataset.kbResult, link.href])")
    assert all(told == urlsplit(href).path + (f"#{urlsplit(href).fragment}" if "#" in href else "") for told, href in rows)
    assert f"{urlsplit(reader.base).path}{root}platforms/okx/" in [told for told, _ in rows]


def test_result_says_what_to_do_first_how_urgent_it_is_and_where_it_stands(reader: Reader) -> None:
    reader.open("en/")
    search(reader, "account stolen")
    result = reader.page.locator(".hit", has=reader.page.locator("[data-kb-result$='/en/issues/account-stolen/']"))
    issue = entries("issues")["account-stolen"]
    assert issue["steps"][0]["do"]["en"] in result.inner_text()
    assert result.locator(".hit__haste--now").is_visible()
    assert "Problems" in result.locator(".hit__place").inner_text()
    assert "Missing" not in reader.page.locator(".hits").inner_text()


def test_answer_to_a_question_stands_in_its_result(reader: Reader) -> None:
    reader.open("en/")
    question = entries("faqs")["account"]["questions"]["under-age"]
    assert search(reader, question["question"]["en"])[0] == "faq/account/#under-age"
    assert question["answer"][0]["en"] in reader.page.locator(".hit").first.inner_text()


@pytest.mark.parametrize(("root", "query"), [("", "不想活了"), ("", "輕生"), ("en/", "want to kill myself"), ("en/", "suicde")])
def test_whoever_cannot_bear_it_is_answered_first(reader: Reader, root: str, query: str) -> None:
    reader.open(root)
    assert search(reader, query)[0] == "emergency/#too-much"


def test_result_leads_to_its_place_on_the_page(reader: Reader) -> None:
    reader.open("en/issues/")
    search(reader, "too much to bear suicide")
    reader.page.locator(".hit a").first.click()
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
    assert "issues/account-frozen/" in settled(reader)[:3]
    assert reader.page.locator(".hits img, .hits script").count() == 0
    assert reader.complaints == []


@pytest.mark.parametrize("words", ["<img src=x onerror=alert(1)>", "account (", "[a-", "\\\\", "🀄", "a" * 5_000])
def test_words_to_mark_change_nothing_of_the_page_and_run_nothing(reader: Reader, words: str) -> None:
    reader.open("en/issues/fees/")
    before = reader.page.locator("article").inner_html()
    reader.open(f"en/issues/fees/?{urlencode({'h': f'fee {words}'})}")
    assert reader.page.evaluate(MARKS) > 0
    assert reader.page.locator("article").inner_html() == before
    assert "h=" not in reader.page.url
    assert reader.complaints == []


def test_search_that_cannot_be_loaded_says_so_and_leads_on(new_reader: NewReader) -> None:
    reader = new_reader(user_agent="Nobody who has searched here before")  # whose browser keeps no index
    reader.open("en/")
    reader.context.set_offline(True)
    try:
        reader.page.locator(".md-search__input").fill("frozen")
        expect(reader.page.locator(".hits__state")).to_have_text(entries("strings")["search-failed"]["en"])
    finally:
        reader.context.set_offline(False)
    reader.complaints.clear()
    assert "issues/account-frozen/" in search(reader, "account frozen")[:3]


def test_nothing_found_leads_to_everything_there_is(reader: Reader) -> None:
    reader.open("en/")
    reader.page.evaluate(PASTE, "qqqqqqqq")
    expect(reader.page.locator(".hits__state")).to_have_text(entries("strings")["search-none"]["en"])
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


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_no_button_stands_over_what_is_typed(new_reader: NewReader, viewport: ViewportSize) -> None:
    reader = new_reader(viewport=viewport)
    reader.open("en/search/?q=they froze my account and want more and more documents from me")
    reader.page.locator(".hit").first.wait_for()
    reader.page.evaluate("Promise.all(document.getAnimations().map((motion) => motion.finished))")  # the box grows while it is opened
    field, buttons = reader.page.locator(".md-search__input"), reader.page.locator(".md-search__options")
    end = field.evaluate("(field) => field.getBoundingClientRect().right - parseFloat(getComputedStyle(field).paddingRight)")
    assert end <= buttons.evaluate("(buttons) => buttons.getBoundingClientRect().left")


@pytest.mark.parametrize("width", [980, 1280])
def test_open_box_shows_a_whole_question_on_a_desk_and_moves_nothing(new_reader: NewReader, width: int) -> None:
    reader = new_reader(viewport={"width": width, "height": 800})
    reader.open("en/")
    emergency = reader.page.locator(".bar__emergency")
    before = emergency.bounding_box()
    box = reader.page.locator(".md-search__input")
    box.fill("my withdrawal has been stuck for three days")
    expect(reader.page.locator("[data-kb-result]").first).to_be_visible()
    reader.page.evaluate("Promise.all(document.getAnimations().map((motion) => motion.finished))")  # the box grows while it is opened
    assert box.evaluate("(box) => box.scrollWidth <= box.clientWidth")
    assert emergency.bounding_box() == before


def test_on_a_slow_line_the_first_hits_come_alone_and_keep_the_focus_when_the_rest_joins_them(new_reader: NewReader) -> None:
    reader = new_reader(service_workers="block")
    reader.open("en/")
    held: list[Route] = []
    passed: list[Route] = []

    def slowly(route: Route) -> None:
        (passed if len(passed) < 5 else held).append(route)
        if route in passed:
            route.continue_()

    reader.context.route("**/search/index/*/d*.json", slowly)
    reader.page.locator(".md-search__input").fill("withdrawal stuck for three days")
    expect(reader.page.locator("[data-kb-result]")).to_have_count(5)
    expect(reader.page.locator(".hits__state")).to_have_text("10 found")
    reader.page.keyboard.press("ArrowDown")
    first = reader.page.evaluate("document.activeElement.href")
    for route in held:
        route.continue_()
    expect(reader.page.locator("[data-kb-result]")).to_have_count(10)
    assert reader.page.evaluate("document.activeElement.href") == first
    reader.context.unroute_all()


# ── What it costs ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("root", "query"), [("", "提现三天没到账"), ("", "OKX提现失败"), ("en/", "withdrawal stuck for three days"), ("en/", "account frozen")]
)
def test_page_view_takes_no_index_and_a_first_result_little(reader: Reader, root: str, query: str) -> None:
    asked: list[str] = []
    reader.context.on("request", lambda request: asked.append(request.url) if is_of_search(request) else None)
    reader.open(root)
    reader.page.wait_for_timeout(300)
    assert asked == []
    search(reader, query)
    total = weight(reader, asked)
    print(f"\n{query}: {total} bytes to the first result, {len(asked)} files")
    assert total <= FIRST_RESULT


def is_of_search(request: Request) -> bool:
    return "/search/" in request.url and not request.is_navigation_request()


def weight(reader: Reader, urls: list[str]) -> int:
    files = (built_guide().folder / url.removeprefix(reader.base) for url in urls)
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)
