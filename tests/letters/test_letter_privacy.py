"""Nothing typed leaves the page by itself, and nothing stays but what the tab remembers until it is cleared."""

import json
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import BrowserContext, Page, Request

from tests.letters.desk import LANGUAGES, Desk, defaults, examples, fields, of_every_kind
from tests.survey import few

STORE = "recourse-letter"
MARK = "Zanzibar-4711"
"""A word that stands nowhere but in what the reader types."""
MOST_REQUESTS = 12


@pytest.fixture
def tab(shared: Page) -> Iterator[Page]:
    """A new tab of the one browser: it knows nothing of the others."""
    page = shared.context.new_page()
    yield page
    page.close()


def stored(page: Page) -> dict[str, str]:
    return dict(json.loads(page.evaluate(f"sessionStorage.getItem('{STORE}') ?? '{{}}'")))


def write_mark(desk: Desk) -> None:
    """Everything filled, the mark wherever words can stand."""
    words = fields(desk.letter, "line", "text", "events", "reference", "records")
    desk.write(**examples(desk.letter) | dict.fromkeys(words, MARK))


@pytest.mark.parametrize("language", few(LANGUAGES, 2))
def test_filling_and_every_way_out_sends_no_request(tab: Page, base: str, language: str) -> None:
    desk = Desk(tab, base)
    for letter in of_every_kind():
        desk.open(letter, language)
        assert_sends_nothing(desk)


def assert_sends_nothing(desk: Desk) -> None:
    """Whatever is typed, and whichever way it goes out."""
    desk.page.wait_for_load_state("networkidle")
    sent: list[Request] = []
    note = partial(list.append, sent)
    desk.page.on("request", note)
    desk.write_all()
    desk.ways_out_by_mouse()
    write_mark(desk)
    desk.page.locator("[name=masked]").check()
    desk.button("clear").click()
    desk.page.remove_listener("request", note)
    assert [request.url for request in sent if not request.url.startswith("blob:")] == [], desk.letter


@pytest.mark.parametrize("language", LANGUAGES)
def test_letter_comes_in_a_dozen_requests(tab: Page, base: str, language: str) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    for letter in ("fees", "formal-complaint"):
        asked.clear()
        Desk(tab, base).open(letter, language)
        tab.wait_for_load_state("networkidle")
        assert len(asked) <= MOST_REQUESTS, asked


def test_address_title_cookies_and_lasting_stores_hold_nothing(tab: Page, base: str) -> None:
    desk = Desk(tab, base)
    for language in LANGUAGES:
        desk.open("formal-complaint", language)
        before = tab.evaluate("[location.href, document.title, history.length, document.cookie, JSON.stringify(history.state)]")
        write_mark(desk)
        assert MARK in desk.sheet(language).inner_text()
        after = tab.evaluate("[location.href, document.title, history.length, document.cookie, JSON.stringify(history.state)]")
        assert after == before
        assert MARK not in str(after)
        assert tab.evaluate("Object.keys(localStorage)") == []
        assert tab.evaluate("Object.keys(sessionStorage)") == [STORE]
        assert tab.evaluate("indexedDB.databases()") == []
        assert tab.evaluate("caches.keys()") == []
        assert tab.context.cookies() == []


def test_tab_remembers_values_for_another_letter_and_the_other_language(tab: Page, base: str) -> None:
    desk = Desk(tab, base)
    desk.open("first-ticket", "zh")
    desk.write_all(uid="987654321", summary=MARK, problem_time="2026-03-05T10:20", problem_time_zone="UTC+09:00", place="eu")
    desk.open("phone-script", "en", fresh=False)
    assert desk.box("problem-time").input_value() == "2026-03-05T10:20"
    assert desk.box("problem-time-zone").input_value() == "UTC+09:00"
    desk.open("withdrawal-delayed", "en", fresh=False)
    assert desk.box("uid").input_value() == "987654321"
    assert desk.box("withdrawal-time").input_value() == ""  # when the trouble began is not when the withdrawal was asked for
    assert desk.box("place").input_value() == "eu"
    assert "987654321" in desk.sheet("en").inner_text()
    desk.write(network="Example Chain")
    desk.open("first-ticket", "en", fresh=False)
    assert desk.box("summary").input_value() == MARK
    assert desk.open_ways != []


def test_another_tab_and_another_context_start_empty(tab: Page, base: str, visit: Callable[..., BrowserContext]) -> None:
    desk = Desk(tab, base)
    desk.open("first-ticket", "en")
    write_mark(desk)
    for page in (tab.context.new_page(), visit().new_page()):
        other = Desk(page, base)
        other.open("first-ticket", "en", fresh=False)
        assert other.box("summary").input_value() == ""
        assert MARK not in page.content()
        page.close()


def test_clear_empties_the_boxes_the_letter_and_the_tab(tab: Page, base: str) -> None:
    desk = Desk(tab, base)
    desk.open("formal-complaint", "en")
    write_mark(desk)
    desk.open("first-ticket", "en", fresh=False)
    write_mark(desk)
    desk.button("clear").click()
    assert tab.evaluate("sessionStorage.length") == 0
    assert MARK not in tab.locator("letter-form").inner_text()
    assert {name: value for name in fields("first-ticket") if (value := desk.box(name).input_value())} == defaults("first-ticket")
    assert desk.box("problem-time-zone").input_value() == "UTC+08:00"
    desk.open("formal-complaint", "en", fresh=False)
    assert desk.box("summary").input_value() == ""


def test_emptied_box_is_forgotten(tab: Page, base: str) -> None:
    desk = Desk(tab, base)
    desk.open("first-ticket", "en")
    desk.write(summary=MARK)
    assert stored(tab)["summary"] == MARK
    desk.write(summary="")
    assert "summary" not in stored(tab)


def test_refused_value_is_never_kept(tab: Page, base: str) -> None:
    desk = Desk(tab, base)
    desk.open("first-ticket", "en")
    desk.write(demand="Please credit it")
    desk.write(demand="Please credit it. Card 4111 1111 1111 1111")
    assert "4111" not in json.dumps(stored(tab))


def test_foreign_rubbish_in_the_store_does_not_stop_the_form(tab: Page, base: str) -> None:
    desk = Desk(tab, base)
    desk.open("first-ticket", "en")
    for rubbish in ("{", "null", "7", '{"summary": 5, "uid": null, "__proto__": {"place": "eu"}}'):
        tab.evaluate("text => sessionStorage.setItem('recourse-letter', text)", rubbish)
        desk.open("first-ticket", "en", fresh=False)
        desk.write_all()
        assert desk.open_ways != [], rubbish


def test_page_brought_back_by_the_browser_shows_what_the_tab_remembers_now(tab: Page, base: str) -> None:
    """A page kept in the back-forward cache comes back as it was, with values that were cleared since."""
    desk = Desk(tab, base)
    desk.open("first-ticket", "en")
    write_mark(desk)
    tab.evaluate("sessionStorage.clear()")
    tab.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert MARK not in tab.locator("letter-form").inner_text()
    assert desk.box("summary").input_value() == ""
    assert MARK not in json.dumps(stored(tab))


def test_company_chosen_in_one_letter_is_the_one_the_next_is_written_to(tab: Page, base: str) -> None:
    desk = Desk(tab, base)
    desk.open("formal-complaint", "en")
    desk.choose_company("okx/eea")
    assert desk.box("to").input_value() == "complaints.eu@okx.com"
    desk.open("phone-script", "en", fresh=False)
    desk.choose_company("kucoin/eu")
    desk.open("formal-complaint", "en", fresh=False)
    assert "OKX" not in desk.sheet("en").inner_text()
    assert desk.box("legal-entity").input_value() == desk.box("entity").locator("option:checked").inner_text()
    assert desk.box("to").input_value() != "complaints.eu@okx.com"
    desk.choose_company("")
    assert desk.box("legal-entity").input_value() == ""


def test_mailbox_of_the_company_outlives_a_letter_that_cannot_go_there(tab: Page, base: str) -> None:
    desk = Desk(tab, base)
    desk.open("formal-complaint", "en")
    desk.choose_company("okx/eea")
    desk.open("fees", "en", fresh=False)
    assert desk.box("to").evaluate("(select) => select.selectedIndex") == 0
    desk.open("formal-complaint", "en", fresh=False)
    assert desk.box("to").input_value() == "complaints.eu@okx.com"


def test_chosen_zone_and_language_of_sending_stay_chosen(tab: Page, base: str) -> None:
    desk = Desk(tab, base)
    desk.open("withdrawal-delayed", "zh")
    desk.write_all(withdrawal_time="2026-03-05T10:20")
    desk.box("withdrawal-time-zone").select_option("UTC-05:00")
    desk.send_in("en")
    desk.open("withdrawal-delayed", "zh", fresh=False)
    desk.box("withdrawal-time").fill("2026-03-06T10:20")
    assert desk.box("withdrawal-time-zone").input_value() == "UTC-05:00"
    assert "2026-03-06 15:20" in desk.sheet("en").inner_text()
    assert desk.page.locator("[name=tongue]:checked").input_value() == "en"
    desk.open("withdrawal-delayed", "en", fresh=False)
    desk.open("withdrawal-delayed", "zh", fresh=False)
    assert desk.page.locator("[name=tongue]:checked").input_value() == "en"


def test_zone_follows_a_date_whose_year_is_typed_anew(visit: Callable[..., BrowserContext], base: str) -> None:
    desk = Desk(visit(timezone_id="Europe/Berlin").new_page(), base)
    desk.open("withdrawal-delayed", "en")
    for moment, zone in (("2025-07-05T10:20", "UTC+02:00"), ("0002-07-05T10:20", "UTC+02:00"), ("2026-01-05T10:20", "UTC+01:00")):
        desk.box("withdrawal-time").fill(moment)
        assert desk.box("withdrawal-time-zone").input_value() == zone


def test_name_the_reader_typed_stays_when_no_company_is_chosen(desk: Desk) -> None:
    desk.open("formal-complaint", "en")
    desk.box("legal-entity").fill("Some Other Ltd")
    desk.choose_company("okx/eea")
    desk.box("legal-entity").fill("Some Other Ltd")
    desk.choose_company("")
    assert desk.box("legal-entity").input_value() == "Some Other Ltd"


def test_where_a_body_is_does_not_become_where_the_reader_lives(tab: Page, base: str) -> None:
    desk = Desk(tab, base)
    desk.open("regulator-report", "en")
    desk.box("seat").select_option("mt")
    desk.open("formal-complaint", "en", fresh=False)
    assert desk.box("place").input_value() == ""
    assert "2025/294" not in desk.sheet("en").inner_text()
