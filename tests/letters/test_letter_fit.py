"""The letter fits its writer: the company it goes to, times as they are known, sentences that are true, and what can be taken back."""

import pytest
from playwright.sync_api import Page

from macros.model import kinds
from tests.letters.desk import ACTIONS, LANGUAGES, Desk, day_ahead, library, say, template

# ── The company ───────────────────────────────────────────────────────────────


def listed(desk: Desk, name: str) -> list[str]:
    return list(desk.box(name).locator("option").evaluate_all("options => options.map(option => option.value).filter(Boolean)"))


def test_only_companies_of_the_platform_that_serve_the_place_are_offered(desk: Desk) -> None:
    desk.open("formal-complaint", "en")
    assert listed(desk, "entity") == []
    desk.box("platform").select_option("okx")
    everywhere = listed(desk, "entity")
    desk.box("place").select_option("us")
    assert listed(desk, "entity") == ["okx/us"]
    assert {"okx/us", "okx/eea"} < set(everywhere)
    desk.box("place").select_option("eu")
    assert listed(desk, "entity") == ["okx/eea"]


def test_choices_follow_the_reader_to_the_strip_and_back(desk: Desk) -> None:
    desk.open("formal-complaint", "en")
    desk.box("place").select_option("eu")
    desk.choose_company("okx/eea")
    desk.page.goto(f"{desk.root}en/issues/account-frozen/")
    strip = desk.page.locator("situation-strip [data-summary]")
    strip.get_by_text("OKX Europe Limited").wait_for()
    desk.open("account-frozen", "en", fresh=False)
    assert [desk.box(name).input_value() for name in ("place", "platform", "entity")] == ["eu", "okx", "okx/eea"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_does_not_agree_is_pointed_out_and_claims_nothing(desk: Desk, language: str) -> None:
    desk.open("formal-complaint", language)
    desk.box("place").select_option("eu")
    desk.choose_company("okx/eea")
    rule = "2025/294"
    assert (desk.conflicts, rule in desk.sheet("en").inner_text()) == ([], True)
    for name, phrase, change, undo in (
        ("legal-entity", "conflict-name", "OKX Somewhere Ltd", "OKX EUROPE  Limited"),
        ("place", "conflict-place", "us", "eu"),
        ("to", "conflict-mailbox", "complaints@turkiye.okx.com", "complaints.eu@okx.com"),
    ):
        assert_contradicts(desk, name, change, say(phrase, language))
        set_box(desk, name, undo)
        assert (desk.conflicts, rule in desk.sheet("en").inner_text()) == ([], True)


def assert_contradicts(desk: Desk, name: str, value: str, told: str) -> None:
    set_box(desk, name, value)
    assert desk.conflicts == [told]
    assert "2025/294" not in desk.sheet("en").inner_text()


def set_box(desk: Desk, name: str, value: str) -> None:
    if desk.box(name).evaluate("box => box.localName") == "select":
        desk.box(name).select_option(value)
    else:
        desk.box(name).fill(value)


def test_right_of_the_eea_is_a_question_while_the_company_is_not_known(desk: Desk) -> None:
    desk.open("formal-complaint", "en")
    desk.box("place").select_option("eu")
    assert "If you are authorised under Regulation (EU) 2023/1114" in desk.sheet("en").inner_text()
    desk.choose_company("okx/eea")
    assert "If you are authorised" not in desk.sheet("en").inner_text()
    assert "says that you must decide at the latest 2 months" in desk.sheet("en").inner_text()
    desk.choose_company("")
    desk.box("place").select_option("hk")
    assert "2025/294" not in desk.sheet("en").inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_country_is_asked_once_and_told_in_the_language_of_the_letter(desk: Desk, language: str) -> None:
    desk.open("formal-complaint", language)
    desk.write_all()
    desk.box("place").select_option("hk")
    assert not desk.box("country").is_visible()
    name = library().get(kinds.PLACES, "hk").name
    for tongue in LANGUAGES:
        assert name[tongue] in desk.sheet(tongue).inner_text()
    desk.box("place").select_option("eu")
    assert desk.box("country").is_visible()
    assert "Exampleland" in desk.sheet("en").inner_text()


def test_platform_without_an_address_that_takes_the_letter_is_written_to_by_its_own_login(desk: Desk) -> None:
    desk.open("formal-complaint", "en")
    way = desk.page.locator("[data-no-contact]")
    assert not way.is_visible()
    desk.box("platform").select_option("okx")
    assert not way.is_visible()
    desk.box("platform").select_option("htx")
    assert way.is_visible()
    assert way.inner_text() == say("no-contact-for-letter", "en")


# ── Times ─────────────────────────────────────────────────────────────────────


def test_time_is_told_as_exactly_as_it_is_known(desk: Desk) -> None:
    desk.open("first-ticket", "zh")
    desk.write_all(problem_time="2026-03-05T00:20")
    precision = desk.box("problem-time-as")
    precision.select_option("about")
    assert "发生时间：约 2026-03-04 16:20 UTC。" in desk.sheet("zh").inner_text()
    assert "It happened on about 2026-03-04 16:20 UTC." in desk.sheet("en").inner_text()
    assert desk.fault("problem-time") == ""
    precision.select_option("day")
    assert desk.box("problem-time").input_value() == "2026-03-05"
    assert "It happened on 2026-03-05." in desk.sheet("en").inner_text()
    desk.open("first-ticket", "zh", fresh=False)
    assert desk.box("problem-time").input_value() == "2026-03-05"
    precision.select_option("")
    assert "problem-time" in desk.missing  # a day alone is no time


@pytest.mark.parametrize(
    ("letter", "told"), [("first-ticket", "2026-03-04 16:20 UTC - Begun"), ("police-report", "2026-03-05 00:20 (UTC+08:00) - Begun")]
)
def test_each_event_names_the_zone_of_its_time(desk: Desk, letter: str, told: str) -> None:
    desk.open(letter, "en")
    desk.write(what_happened="2026-03-05 00:20 - Begun\n2026-03-06 - Ended")
    sheet = desk.sheet("en").inner_text()
    assert told in sheet
    assert "\n2026-03-06 - Ended" in sheet
    assert "(all times in UTC)" not in sheet


def test_date_that_the_browser_cannot_read_is_said(desk: Desk) -> None:
    desk.open("formal-complaint", "en")
    desk.write_all()
    desk.box("earlier-message-date").focus()
    desk.page.keyboard.type("02312026")  # there is no such day
    assert desk.fault("earlier-message-date") == say("doubt-unreadable", "en")
    assert "earlier-message-date" in desk.missing


def test_days_of_a_letter_are_filled_in_and_do_not_travel_to_another(desk: Desk) -> None:
    desk.open("formal-complaint", "en")
    assert desk.box("signing-date").input_value() == day_ahead(0)
    assert desk.box("answer-wish").input_value() == day_ahead(14)
    desk.write(answer_wish="2020-01-01")
    assert desk.fault("answer-wish") == say("doubt-past", "en")
    desk.write(signing_date="")
    desk.open("final-notice", "en", fresh=False)
    assert [desk.box(name).input_value() for name in ("signing-date", "answer-wish")] == [day_ahead(0), day_ahead(14)]
    desk.open("formal-complaint", "en", fresh=False)
    assert [desk.box(name).input_value() for name in ("signing-date", "answer-wish")] == ["", "2020-01-01"]


# ── Sentences ─────────────────────────────────────────────────────────────────


def test_sentence_that_not_everybody_may_sign_stands_only_if_it_is_ticked(desk: Desk) -> None:
    desk.open("account-frozen", "en")
    desk.write_all(will_explain_funds="")
    assert "where the money came from" not in desk.copied()
    desk.box("will-explain-funds").check()
    assert "I am willing to give a true account of where the money came from." in desk.copied()
    desk.open("account-frozen", "en", fresh=False)
    assert desk.box("will-explain-funds").is_checked()


def test_ticks_beside_the_letter_write_its_list_of_attachments(desk: Desk) -> None:
    desk.open("withdrawal-delayed", "en")
    desk.write_all(attachments="1. My own list")
    ticks = desk.page.locator(".checklist input")
    ticks.nth(0).check()
    ticks.nth(1).check()
    named = [ticks.nth(i).get_attribute("data-en") for i in (0, 1)]
    assert desk.box("attachments").input_value() == f"1. My own list\n2. {named[0]}\n3. {named[1]}"
    ticks.nth(0).uncheck()
    assert desk.box("attachments").input_value() == f"1. My own list\n2. {named[1]}"
    desk.open("withdrawal-delayed", "en", fresh=False)
    assert (ticks.nth(0).is_checked(), ticks.nth(1).is_checked()) == (False, True)


# ── The form ──────────────────────────────────────────────────────────────────


def test_first_click_on_a_missing_blank_works_though_a_box_was_just_left(desk: Desk) -> None:
    desk.open("first-ticket", "en")
    desk.write_all(demand="", summary="")
    desk.box("summary").click()
    desk.page.keyboard.type("Nothing came")
    desk.page.locator("[data-focus=demand]").click()
    assert desk.page.evaluate("document.activeElement.name") == "demand"


def test_region_that_is_read_out_is_written_only_when_something_changed(desk: Desk) -> None:
    desk.open("first-ticket", "en")
    watch = """() => { window.told = 0; new MutationObserver(list => { window.told += list.length; }).observe(
      document.querySelector("[data-count]"), { childList: true, characterData: true, subtree: true }); }"""
    desk.page.evaluate(watch)
    desk.box("summary").focus()
    desk.page.keyboard.type("Nothing came")
    assert desk.page.evaluate("new Promise(done => setTimeout(() => done(window.told)))") == 1  # one blank fewer


def test_clearing_can_be_undone_until_the_next_key(desk: Desk) -> None:
    desk.open("formal-complaint", "en")
    desk.choose_company("okx/eea")
    desk.write_all(summary="Zanzibar", legal_entity="OKX Europe Limited")
    assert not desk.button("undo").is_visible()
    desk.button("clear").click()
    assert (desk.box("summary").input_value(), desk.box("platform").input_value()) == ("", "")
    assert stored(desk.page) == "{}"
    desk.button("undo").click()
    assert desk.box("entity").input_value() == "okx/eea"
    assert desk.box("summary").input_value() == "Zanzibar"
    assert desk.open_ways == list(ACTIONS)
    desk.button("clear").click()
    desk.box("uid").fill("1")
    assert not desk.button("undo").is_visible()
    assert "Zanzibar" not in stored(desk.page)


def stored(page: Page) -> str:
    return str(page.evaluate("JSON.stringify({...sessionStorage})"))


def test_signs_that_steer_a_text_never_leave(desk: Desk) -> None:
    desk.open("first-ticket", "en")
    desk.write_all(summary="pay \u202e0001\u202c now\u0007", demand="a\u2066b\u2069")
    for way, text in desk.ways_out().items():
        assert not {"\u202e", "\u202c", "\u0007", "\u2066", "\u2069"} & set(text), way
        assert "pay 0001 now" in text


@pytest.mark.parametrize(
    ("action", "page", "subject"),
    [
        ("gmail", "https://mail.google.com/mail/?view=cm&fs=1&", "su"),
        ("outlook", "https://outlook.live.com/mail/0/deeplink/compose?", "subject"),
    ],
)
def test_mail_is_written_in_the_browser_if_the_reader_wants(desk: Desk, action: str, page: str, subject: str) -> None:
    desk.open("follow-up", "en")
    desk.write_all()
    desk.page.evaluate("window.areFilesKept = true")  # links are kept, and not followed
    desk.button(action).click()
    link = str(desk.page.evaluate("window.links.at(-1)"))
    assert link.startswith(page)
    sent = dict(part.split("=", 1) for part in link.partition("?")[2].split("&"))
    assert "UID%20000111222333444" in sent[subject]
    assert "To%20the%20customer%20support%20team" in sent["body"]
    desk.write(demand="x" * 8000)
    desk.button(action).click()
    desk.wait_until_said()
    link = str(desk.page.evaluate("window.links.at(-1)"))
    assert "body=" not in link
    assert "x" * 8000 in desk.page.evaluate("navigator.clipboard.readText()")
    desk.page.evaluate("window.areFilesKept = false")


# ── Copies to share ───────────────────────────────────────────────────────────


def test_copy_to_share_hides_in_prose_what_is_private_in_its_box(desk: Desk) -> None:
    desk.open("formal-complaint", "en")
    desk.write_all(full_name="Sam Q. Example", explanation="They told Sam Q. Example to wait. My UID is 000111222333444.")
    desk.page.locator("[name=masked]").check()
    copied = desk.copied()
    assert "Sam Q. Example" not in copied
    assert "000111222333444" not in copied
    assert "They told Sa••••le to wait. My UID is 00••••44." in copied


def test_templates_have_no_promise_without_a_tick() -> None:
    """Whoever may be accused promises nothing; whoever cannot log in does not say so."""
    said = [
        (letter, clause.when)
        for letter in ("account-frozen", "account-stolen", "bank-freeze-inquiry")
        for clause in template(letter).clauses
        if any(words in clause.text["en"] for words in ("account of where the money", "after log-in", "registered e-mail too"))
    ]
    assert len(said) >= 4
    assert [letter for letter, when in said if when is None or template(letter).fields[when.field].kind != "tick"] == []


def test_ticks_beside_a_script_for_a_call_stay_as_the_reader_sets_them(desk: Desk) -> None:
    desk.open("phone-script", "en")
    tick = desk.page.locator(".checklist input").first
    tick.check()
    desk.write(summary="Nothing came")
    assert tick.is_checked()
    assert not desk.page.locator("[data-attach-note]").is_visible()


def test_latest_choice_counts_wherever_it_was_made_and_a_name_typed_over_stays(desk: Desk) -> None:
    desk.open("formal-complaint", "en")
    desk.choose_company("okx/eea")
    desk.box("legal-entity").fill("Another Company Ltd")
    desk.open("formal-complaint", "en", fresh=False)
    assert desk.box("legal-entity").input_value() == "Another Company Ltd"
    assert desk.conflicts == [say("conflict-name", "en")]
    choice = {"platform": "coinbase", "company": "coinbase/inc", "place": "us"}  # as the strip of another page keeps it
    desk.page.evaluate("choice => sessionStorage.setItem('recourse-situation', JSON.stringify(choice))", choice)
    desk.open("formal-complaint", "en", fresh=False)
    assert [desk.box(name).input_value() for name in ("place", "platform", "entity")] == ["us", "coinbase", "coinbase/inc"]
    assert desk.box("legal-entity").input_value() == library().get(kinds.ENTITIES, "coinbase/inc").name
    assert desk.conflicts == []
