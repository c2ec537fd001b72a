"""From trouble to a plan: the questions, the plan fitted to the reader, its days and its calendar; and what never leaves the tab."""

import re
from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import PHONE, Reader
from tests.site.checkout import built_guide
from tests.site.test_addresses import plans
from tests.survey import few, survey

SITUATION = '{"platform":"okx","company":"okx/eea","place":"eu","stage":"complaint"}'


def answer(page: Page, value: str) -> None:
    page.locator(f"[data-question] button.answer[value='{value}']").click()


def asked(page: Page) -> str | None:
    return page.locator("[data-question]").get_attribute("data-question")


def rungs(page: Page) -> dict[str, dict[str, str]]:
    """What the steps of the plan say of themselves, in order."""
    script = "rungs => rungs.filter(rung => !rung.hidden).map(rung => ({...rung.dataset}))"
    found: list[dict[str, str]] = page.locator("[data-outcome] [data-rung]").evaluate_all(script)
    return {rung["rung"]: rung for rung in found}


def situate(reader: Reader, situation: str = SITUATION) -> None:
    reader.page.evaluate("kept => sessionStorage.setItem('recourse-situation', kept)", situation)


@pytest.mark.parametrize("root", ["", "en/"])
def test_six_questions_at_most_lead_to_the_plan_for_this_reader(new_reader: NewReader, root: str) -> None:
    reader = new_reader(viewport=PHONE)
    reader.open(f"{root}start/")
    page = reader.page
    questions = []
    for value in ("no", "withdrawal-delayed", "okx", "eu", "okx/eea", "complaint"):
        expect(page.locator("[data-question]")).to_have_count(1)
        questions.append(asked(page))
        expect(page.locator("[data-question] [aria-pressed=true]")).to_have_count(0)  # nothing is taken for granted
        answer(page, value)
    page.wait_for_url(f"{reader.base}{root}issues/withdrawal-delayed/eu/")
    assert questions == ["now", "what", "platform", "place", "company", "ladder"]
    expect(page.locator("[data-outcome]")).to_have_count(1)
    expect(page.locator("[data-rung='mt/arbiter']")).to_have_attribute("data-fit", "takes")
    expect(page.locator("situation-strip [data-summary]")).to_contain_text("OKX Europe Limited")
    assert rungs(page)["complaint"]["state"] == "done"
    expect(page.locator("[data-contacts]")).to_contain_text("complaints.eu@okx.com")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert reader.complaints == []


def test_theft_reaches_the_first_hour_after_one_question(reader: Reader) -> None:
    reader.open("en/start/")
    answer(reader.page, "yes")
    reader.page.wait_for_url(f"{reader.base}en/emergency/")
    expect(reader.page.locator("[data-outcome]")).to_be_visible()


def test_a_wallet_of_ones_own_an_unlisted_platform_and_a_place_not_covered_are_answers(reader: Reader) -> None:
    page = reader.page
    for platform, place in (("none", "elsewhere"), ("other", "cn"), ("", "gb")):
        reader.open("en/start/")
        for value in ("no", "wallet-drained", platform, place, "nothing"):
            answer(page, value)
        page.wait_for_url(f"{reader.base}en/issues/wallet-drained/{place}/")
        expect(page.locator("[data-outcome] .steps").first).to_be_visible()


def test_back_change_and_reload_keep_the_answers_and_no_address_holds_one(reader: Reader) -> None:
    reader.open("en/start/")
    page = reader.page
    for value in ("no", "fees", "binance"):
        answer(page, value)
    assert asked(page) == "place"
    page.reload()
    expect(page.locator("[data-question]")).to_have_attribute("data-question", "place")
    page.go_back()
    expect(page.locator("[data-question]")).to_have_attribute("data-question", "platform")
    expect(page.locator("button.answer[aria-pressed=true][value=binance]")).to_have_count(1)
    page.locator(".trail button").nth(1).click()
    expect(page.locator("[data-question]")).to_have_attribute("data-question", "what")
    answer(page, "withdrawal-delayed")
    assert page.url == f"{reader.base}en/start/"
    assert set(page.evaluate("Object.keys(history.state)")) == {"ask"}


def test_the_questions_are_answered_by_keyboard(reader: Reader) -> None:
    reader.open("en/start/")
    page = reader.page
    page.locator("[data-question] button.answer[value=no]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-question] h2")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.trail button, button.answer')")


def test_without_scripts_every_question_is_a_list_of_links_and_the_plan_is_whole(new_reader: NewReader) -> None:
    reader = new_reader(java_script_enabled=False)
    reader.open("en/start/")
    page = reader.page
    page.locator("a[data-value=withdrawal-delayed]").click()
    page.locator("#plans + .chooser > summary").click()
    page.locator(".chooser a", has_text="Malta").click()
    page.wait_for_url(f"{reader.base}en/issues/withdrawal-delayed/mt/")
    expect(page.locator("[data-rung='mt/arbiter']")).to_contain_text("It can order a payment.")
    expect(page.locator("[data-rung='mt/arbiter']")).to_contain_text("Only companies licensed here")
    expect(page.locator("[data-dates]")).to_be_hidden()
    expect(page.locator("situation-strip")).to_be_hidden()


def test_a_plan_follows_the_company_and_the_stage(reader: Reader) -> None:
    reader.open("en/issues/withdrawal-delayed/hk/")
    page = reader.page
    before = rungs(page)
    assert before["hk/fdrc"]["fit"] == "perhaps"
    assert before["complaint"]["state"] == "later"
    page.locator("situation-strip summary").click()
    page.locator("select[name=platform]").select_option("okx")
    page.locator("select[name=company]").select_option("okx/hk")
    page.locator("select[name=stage]").select_option("answer")
    expect(page.locator("[data-rung='hk/fdrc']")).to_be_hidden()
    expect(page.locator("[data-reason=outside] [data-cannot='hk/fdrc']")).to_be_visible()
    after = rungs(page)
    assert after["complaint"]["state"] == "done"
    assert all(rung["state"] in ("now", "done") for rung in after.values())
    page.locator("situation-strip [data-action=forget]").click()
    expect(page.locator("[data-rung='hk/fdrc']")).to_be_visible()
    assert {name: rung["fit"] for name, rung in rungs(page).items()} == {name: rung["fit"] for name, rung in before.items()}


def test_the_body_of_another_place_that_answers_for_the_company_joins_the_plan(reader: Reader) -> None:
    reader.open("en/issues/withdrawal-delayed/elsewhere/")
    situate(reader)
    reader.open("en/issues/withdrawal-delayed/elsewhere/")
    arbiter = reader.page.locator("[data-rung='mt/arbiter']")
    expect(arbiter).to_be_visible()
    expect(arbiter).to_contain_text("It can order a payment.")
    assert arbiter.locator("a").first.get_attribute("href") == "../../../places/mt/#body-arbiter"
    expect(arbiter.locator(".rung__rule:not([hidden]) .rung__orders")).to_have_count(1)


def test_the_days_of_a_reader_open_and_close_the_steps(reader: Reader) -> None:
    reader.open("en/issues/withdrawal-delayed/eu/")
    situate(reader)
    reader.open("en/issues/withdrawal-delayed/eu/")
    page = reader.page
    page.locator("[data-dates] summary").click()
    today = date.today()
    page.locator("[name=noticed]").fill(str(today - timedelta(days=60)))
    page.locator("[name=complaint-sent]").fill(str(today - timedelta(days=40)))
    found = rungs(page)["mt/arbiter"]
    assert found["state"] == "now"
    assert str(today - timedelta(days=40)) < found["earliest"] <= str(today)
    assert found["latest"] in {
        str((today - timedelta(days=60 + off)).replace(year=(today - timedelta(days=60 + off)).year + 2)) for off in (0, 1)
    }
    page.locator("[name=complaint-sent]").fill(str(today))
    assert rungs(page)["mt/arbiter"]["state"] == "later"
    page.locator("[name=noticed]").fill(str(today - timedelta(days=900)))
    expect(page.locator("[data-rung='mt/arbiter']")).to_have_attribute("data-state", "late")
    expect(page.locator("[data-rung='mt/arbiter']")).to_contain_text("The limit seems to have passed")
    page.reload()
    expect(page.locator("[data-rung='mt/arbiter']")).to_have_attribute("data-state", "late")


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_calendar_opens_on_the_right_days_and_holds_nothing_typed(reader: Reader, tmp_path: Path, root: str) -> None:
    reader.open(f"{root}issues/withdrawal-delayed/eu/")
    situate(reader)
    reader.open(f"{root}issues/withdrawal-delayed/eu/")
    page = reader.page
    page.locator("[data-dates] summary").click()
    page.locator("[name=noticed]").fill("2026-09-20")
    page.locator("[name=complaint-sent]").fill("2026-10-05")
    for named in (False, True):
        page.locator("[data-dates] [name=names]").set_checked(named)
        with page.expect_download() as download:
            page.locator("[data-action=calendar]").click()
        file = tmp_path / "plan.ics"
        download.value.save_as(file)
        raw = file.read_bytes()
        assert raw.endswith(b"\r\n")
        assert max(map(len, raw.split(b"\r\n"))) <= 75
        events = icalendar.Calendar.from_ical(raw).walk("VEVENT")
        days = {str(event.decoded("DTSTART")) for event in events}
        shown = {day for rung in rungs(page).values() for name in ("earliest", "latest", "due") if (day := rung.get(name))}
        assert days == shown
        assert "OKX" not in raw.decode()
        titles = {str(event["SUMMARY"]) for event in events}
        assert any(":" in title for title in titles) is named
        assert len({str(event["UID"]) for event in events}) == len(events)


def test_what_is_chosen_once_fits_the_other_pages(reader: Reader) -> None:
    page = reader.page
    reader.open("en/issues/withdrawal-delayed/")
    situate(reader)
    reader.open("en/issues/withdrawal-delayed/")
    expect(page.locator("[data-contacts] [data-own]")).to_contain_text("complaints.eu@okx.com")
    expect(page.locator("[data-contacts] [data-unchosen]")).to_be_hidden()
    plan = page.locator("situation-strip [data-plan]")
    expect(plan).to_be_visible()
    assert plan.get_attribute("href") == "../../issues/withdrawal-delayed/eu/"
    reader.open("en/platforms/okx/")
    expect(page.locator("#entity-eea")).to_be_visible()
    expect(page.locator("#entity-us")).to_be_hidden()
    page.locator("#entity-eea a").click()
    expect(page.locator("#entity-eea")).to_have_attribute("open", "")
    expect(page.locator("#entity-us")).to_be_hidden()
    reader.open("en/letters/formal-complaint/")
    expect(page.locator("#f-entity")).to_have_value("okx/eea")
    expect(page.locator("#f-to")).to_have_value("complaints.eu@okx.com")
    expect(page.locator("#f-place")).to_have_value("eu")


def test_nothing_is_fetched_or_kept_for_whoever_chose_nothing(reader: Reader) -> None:
    reader.open("en/issues/withdrawal-delayed/")
    reader.page.wait_for_load_state("networkidle")
    fetched = reader.page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert [address for address in fetched if "companies.json" in address] == []
    expect(reader.page.locator("situation-strip [data-summary]")).to_have_text("Set platform and country")


def test_the_company_and_its_complaints_desk_are_found_by_what_a_reader_knows(reader: Reader) -> None:
    reader.open("en/platforms/okx/")
    page = reader.page
    finder = page.locator("company-finder")
    finder.locator("select[name=place]").focus()
    finder.locator("select[name=domain]").select_option("okx.com")
    expect(finder.locator("[data-found]")).to_contain_text("We cannot tell which one")
    finder.locator("select[name=domain]").select_option("")
    finder.locator("select[name=place]").select_option("eu")
    expect(finder.locator("[data-found]")).to_contain_text("OKX Europe Limited")
    expect(finder.locator("[data-desk]")).to_contain_text("complaints.eu@okx.com")
    assert page.evaluate("sessionStorage.length") == 0
    finder.locator("[data-action=mine]").click()
    expect(page.locator("situation-strip [data-summary]")).to_contain_text("OKX Europe Limited")
    expect(page.locator("#entity-eea")).to_be_visible()
    finder.locator("[data-name]").click()
    expect(page.locator("#entity-eea")).to_have_attribute("open", "")
    assert page.url.endswith("/en/platforms/okx/companies/#entity-eea")


def test_the_numbers_of_the_readers_place_stand_open(reader: Reader) -> None:
    reader.open("en/emergency/")
    situate(reader, '{"place":"hk"}')
    reader.open("en/emergency/")
    page = reader.page
    expect(page.locator("#in-hk")).to_have_attribute("open", "")
    expect(page.locator("#in-hk")).to_contain_text("18222")
    expect(page.locator("#in-sg")).to_be_hidden()


@survey
def test_the_fullest_plans_fit_six_screens_of_a_phone(phone: Reader) -> None:
    pages = built_guide().pages
    fullest = sorted(
        (f"{root}{address}" for root in ("", "en/") for address in plans()), key=lambda address: len(pages[address].text_content())
    )
    heights = {}
    for address in fullest[-24:]:
        phone.open(address)
        heights[address] = phone.page.evaluate("document.documentElement.scrollHeight") / PHONE["height"]
    assert {address: height for address, height in heights.items() if height > 6} == {}


SHEETS = re.compile(rb"/Count (\d+)")


@pytest.mark.parametrize(
    ("address", "sheets"),
    few(
        [
            *(("emergency/", 1), ("en/emergency/", 1), ("en/issues/fake-support/cn/", 2), ("issues/fake-support/cn/", 2)),
            *(("en/issues/account-stolen/us/", 2), ("issues/p2p-dispute/eu/", 2), ("en/issues/withdrawal-delayed/eu/", 2)),
        ],
        4,
    ),
)
def test_the_first_hour_is_one_sheet_of_paper_and_a_plan_two(reader: Reader, address: str, sheets: int) -> None:
    reader.open(address)
    situate(reader, '{"place":"hk"}')
    reader.open(address)
    reader.page.wait_for_load_state("networkidle")
    assert max(map(int, SHEETS.findall(reader.page.pdf(format="A4")))) <= sheets
