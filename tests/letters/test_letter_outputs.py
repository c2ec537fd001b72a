"""What leaves the page: nothing while a blank is open, then the letter exactly, whatever was typed."""

import re
from collections.abc import Callable
from itertools import cycle
from typing import TypedDict

import pytest
from playwright.sync_api import BrowserContext

from macros.engines.letters import Reader, fill
from tests.letters.desk import (
    ACTIONS,
    LANGUAGES,
    LETTERS,
    Desk,
    as_lines,
    defaults,
    examples,
    expected,
    fields,
    in_letter,
    labels,
    required,
    say,
    template,
)
from tests.survey import few

NASTY = {
    "percent and ampersand": '50% of "A&B" #1 – 100%20USDT',
    "signs of URLs": "a+b=c?d&e;f/g\\h %E4%B8 %zz ~!*'()",
    "Chinese": "提现显示“已完成”，但是钱包没有收到——请核实！",
    "emoji": "👍🏽 👨‍👩‍👧 🇭🇰 done",
    "Arabic and accents": "مرحبا naïve Ω ≠ café",
    "markup": "<img src=x onerror=window.pwned=1><script>window.pwned=1</script>&lt;b&gt;",
    "a hole": "{uid} {demand} {constructor} [User ID (UID)]",
    "replacement signs": "$& $1 $` $' $$ %s {0}",
    "inherited names": "__proto__ constructor toString",
}
LONG = "5,000 characters go through. 五千字也行。" * 143


def bracketed(letter: str) -> list[str]:
    """Every blank as it would stand in a finished letter."""
    return ["{", *(f"[{label}" for name in fields(letter) for label in labels(letter, name))]


def assert_every_way_out_says(desk: Desk, subject: str, body: str) -> None:
    for way, text in desk.ways_out().items():
        assert as_lines(body) == as_lines(text)[-len(as_lines(body)) :], way
        assert re.sub(r"\s+", " ", subject) in re.sub(r"\s+", " ", text), way


UNTITLED = ("bank-call-script", "phone-script", "public-post")
"""Where they go there is no line for a subject."""

# ── Send guard ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("letter", "language"), few(zip(LETTERS, cycle(LANGUAGES), strict=False), 5))
def test_letter_goes_out_when_no_blank_is_left_and_then_whole_in_both_languages(desk: Desk, letter: str, language: str) -> None:
    """Each on a page in one language, by turns: the letter is the same on both."""
    desk.open(letter, language)
    assert desk.open_ways == []
    assert tuple(desk.missing) == fill(template(letter), defaults(letter), Reader(), language).missing != ()
    count = say("blanks-open", language).format(n=len(desk.missing), all=len(fields(letter)))
    assert desk.page.locator("[data-count]").text_content() == count
    values = desk.write_all()
    for name, seen in zip(required(letter), emptied_one_by_one(desk), strict=True):
        assert_bars(letter, language, name, seen)
    assert (desk.open_ways, desk.missing) == (list(ACTIONS), {})
    for tongue in (language, *({*LANGUAGES} - {language})):
        desk.send_in(tongue)
        assert_ways_out(desk.ways_out(), letter, values, tongue)


class Emptied(TypedDict):
    """What a letter looks like with one box emptied, after a click on every name in its list of what is missing."""

    ways: list[str]
    missing: list[list[str]]
    focused: str
    blanks: int


def emptied_one_by_one(desk: Desk) -> list[Emptied]:
    """Empties each required box and fills it again; in one go, because every question to the browser takes its time."""
    blanks = dict.fromkeys(fields(desk.letter, "line", "text", "events", "reference", "records"), " \u3000")
    boxes = [[name, blanks.get(name, ""), examples(desk.letter)[name]] for name in required(desk.letter)]
    return list(desk.page.evaluate(EMPTY_ONE_BY_ONE, [desk.language, boxes]))


EMPTY_ONE_BY_ONE = """([language, boxes]) => {
  const { elements } = document.querySelector("letter-form form");
  const write = (box, value) => { box.value = value; box.dispatchEvent(new Event("input", { bubbles: true })); };
  const click = (button) => {
    button.scrollIntoView({ block: "center" });
    const { x, y, width, height } = button.getBoundingClientRect();
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    if (button.contains(hit)) hit.click();
  };
  return boxes.map(([name, empty, example]) => {
    write(elements[name], empty);
    const buttons = [...document.querySelectorAll("[data-missing] button")];
    buttons.forEach(click);
    const seen = {
      ways: [...document.querySelectorAll("[data-needs-all]:enabled")].map((way) => way.dataset.action),
      missing: buttons.map((button) => [button.dataset.focus, button.innerText]),
      focused: document.activeElement.name,
      blanks: document.querySelectorAll(`[data-letter=${language}] [data-hole="${name}"]`).length,
    };
    write(elements[name], example);
    return seen;
  });
}"""


def assert_bars(letter: str, language: str, name: str, seen: Emptied) -> None:
    """With this one blank open there is no way out; it is named in the page's language, and its name leads to it."""
    assert (seen["ways"], seen["focused"]) == ([], name)
    assert seen["missing"] == [[name, template(letter).fields[name].label[language]]]
    assert seen["blanks"] >= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_unfinished_letter_prints_a_warning_instead_of_itself(desk: Desk, language: str) -> None:
    for letter in ("first-ticket", "formal-complaint"):
        desk.open(letter, language)
        desk.write_all()
        desk.write(**{required(letter)[0]: ""})
        paper = desk.on_paper()
        assert say("print-incomplete", language) in paper
        assert template(letter).clauses[-1].text[language].strip() not in paper


# ── The finished letter ───────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_letter_goes_out_in_the_language_chosen_not_in_that_of_the_page(desk: Desk, language: str) -> None:
    (other,) = {*LANGUAGES} - {language}
    desk.open("formal-complaint", language)
    values = desk.write_all()
    desk.send_in(other)
    assert_ways_out(desk.ways_out_by_mouse(), "formal-complaint", values, other)


def assert_ways_out(ways: dict[str, str], letter: str, values: dict[str, str], tongue: str) -> None:
    subject, body = expected(letter, values, tongue)
    head = f"{say('subject-word', tongue)}{subject}\n\n" if letter not in UNTITLED else ""
    assert ways["copy"] == ways["txt"] == f"{head}{body}\n"
    assert ways["mail"] == f"{subject}\n{body}"
    assert ways["eml"].rstrip("\n") == f"{subject}\n{body}"
    assert as_lines(ways["print"]) == as_lines(f"{subject}\n{body}")
    assert [(way, blank) for way, text in ways.items() for blank in bracketed(letter) if blank in text] == []


def test_mail_draft_opens_unsent_and_to_nobody_until_an_address_is_chosen(desk: Desk) -> None:
    desk.open("formal-complaint", "en")
    desk.write_all()
    message = desk.eml()
    assert (message["X-Unsent"], message["To"], message.get_content_type()) == ("1", None, "text/plain")
    assert desk.mailed()["to"] == ""


def test_mailbox_fits_the_letter(desk: Desk) -> None:
    """A complaints desk takes complaints only; a desk for reports of fraud takes no letter."""

    def offered(letter: str) -> set[str]:
        desk.open(letter, "en")
        return set(desk.box("to").locator("option").evaluate_all("options => options.map(o => o.value)"))

    assert "complaints.eu@okx.com" not in offered("first-ticket")
    assert "destek@turkiye.okx.com" in offered("first-ticket")
    assert "complaints.eu@okx.com" in offered("formal-complaint")
    assert "security@coinbase.com" not in offered("formal-complaint") | offered("first-ticket")


def test_chosen_mailbox_is_the_one_the_mail_goes_to(desk: Desk) -> None:
    desk.open("formal-complaint", "en")
    desk.write_all()
    mailbox = desk.box("to").locator("option:not([value=''])").first.get_attribute("value") or ""
    desk.box("to").select_option(mailbox)
    assert "@" in mailbox
    assert (desk.mailed()["to"], desk.eml()["To"]) == (mailbox, mailbox)


def test_moment_of_the_readers_own_zone_is_told_in_utc(desk: Desk) -> None:
    desk.open("first-ticket", "en")
    desk.write_all(problem_time="2026-03-05T00:20")
    assert desk.box("problem-time-zone").input_value() == "UTC+08:00"  # the tab's zone is Shanghai's
    assert "It happened on 2026-03-04 16:20 UTC." in desk.copied()
    desk.box("problem-time-zone").select_option("UTC-03:30")
    assert "It happened on 2026-03-05 03:50 UTC." in desk.copied()


def test_moment_is_in_the_zone_of_its_own_day_unless_the_reader_chose_one(visit: Callable[..., BrowserContext], base: str) -> None:
    context = visit(timezone_id="Europe/Berlin")
    desk = Desk(context.new_page(), base)
    desk.open("first-ticket", "en")
    desk.box("problem-time").fill("2026-07-05T10:20")
    assert desk.box("problem-time-zone").input_value() == "UTC+02:00"
    desk.box("problem-time").fill("2026-01-05T10:20")
    assert desk.box("problem-time-zone").input_value() == "UTC+01:00"
    desk.box("problem-time-zone").select_option("UTC+08:00")
    desk.box("problem-time").fill("2026-07-05T10:20")
    assert desk.box("problem-time-zone").input_value() == "UTC+08:00"
    context.close()


IN_JANUARY = {
    "Australia/Adelaide": "UTC+10:30",
    "Pacific/Chatham": "UTC+13:45",
    "Australia/Eucla": "UTC+08:45",
    "Pacific/Marquesas": "UTC-09:30",
    "Asia/Kathmandu": "UTC+05:45",
}


def test_zone_of_the_reader_is_among_those_offered(visit: Callable[..., BrowserContext], base: str) -> None:
    context = visit(timezone_id=None)
    desk = Desk(context.new_page(), base)
    browser = context.new_cdp_session(desk.page)
    for zone, offset in IN_JANUARY.items():
        browser.send("Emulation.setTimezoneOverride", {"timezoneId": zone})
        desk.open("first-ticket", "en")
        desk.box("problem-time").fill("2026-01-05T10:20")
        assert desk.box("problem-time-zone").input_value() == offset
    context.close()


# ── What people type ──────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_survives_every_way_out(desk: Desk, language: str) -> None:
    desk.open("first-ticket", language)
    for text in NASTY.values():
        values = desk.write_all(summary=text, what_happened=f"{text}\n\n{text}", demand=text)
        assert desk.open_ways == list(ACTIONS), text
        assert_every_way_out_says(desk, *expected("first-ticket", values, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_five_thousand_characters_survive_every_way_out(desk: Desk, language: str) -> None:
    desk.open("first-ticket", language)
    assert len(LONG) >= 5000
    values = desk.write_all(what_happened=LONG, demand=LONG[:2000])
    assert desk.button("mail").inner_text() == say("do-copy-then-mail", language)
    assert_every_way_out_says(desk, *expected("first-ticket", values, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_subject_too_long_for_a_link_goes_by_the_clipboard_too(desk: Desk, language: str) -> None:
    desk.open("first-ticket", language)
    values = desk.write_all(summary=LONG)
    subject, body = expected("first-ticket", values, language)
    assert desk.mail_link() == "mailto:"
    assert desk.page.evaluate("navigator.clipboard.readText()") == f"{say('subject-word', language)}{subject}\n\n{body}\n"


def test_markup_creates_no_element_and_runs_nothing(desk: Desk) -> None:
    for language in LANGUAGES:
        desk.open("formal-complaint", language)
        count = "document.querySelectorAll('letter-form *:not(.blank, [data-missing] *)').length"
        before = desk.page.evaluate(count)
        desk.write(**dict.fromkeys(fields("formal-complaint", "line", "text", "events", "reference", "records"), NASTY["markup"]))
        assert desk.page.evaluate(count) == before
        for tongue in LANGUAGES:
            assert NASTY["markup"] in str(desk.sheet(tongue).text_content())
        assert desk.page.evaluate("window.pwned") is None


# ── The limit of mail links ───────────────────────────────────────────────────


def test_mail_link_of_1800_characters_is_followed_and_one_more_goes_by_the_clipboard(desk: Desk) -> None:
    desk.open("follow-up", "en")
    desk.write_all(events_since="", why_not_solved="", attachments="", reply_by="")
    desk.write(demand="x")
    desk.write(demand="x" * (1801 - len(desk.mail_link())))
    assert desk.button("mail").inner_text() == say("do-mail", "en")
    link = desk.mail_link()
    assert len(link) == 1800
    assert "body=" in link
    desk.write(demand=desk.box("demand").input_value() + "x")
    assert desk.button("mail").inner_text() == say("do-copy-then-mail", "en")
    parts = desk.mailed()
    assert "body" not in parts
    body = desk.page.evaluate("navigator.clipboard.readText()")
    assert body == expected("follow-up", examples_left(desk), "en")[1]
    assert desk.page.locator("[data-said]").inner_text() == say("said-copied-body", "en")


def examples_left(desk: Desk) -> dict[str, str]:
    """What stands in the boxes now, as it goes into the letter."""
    boxes = {name: desk.box(name).input_value() for name in fields(desk.letter)}
    return boxes | in_letter(desk.letter, {name: value for name, value in boxes.items() if value})


# ── Copies to share ───────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_copy_to_share_masks_private_values_in_every_way_out(desk: Desk, language: str) -> None:
    own = "What nobody but me knows of it"
    desk.open("withdrawal-delayed", language)
    desk.write_all(in_own_words=own)
    desk.page.locator("[name=masked]").check()
    asked = template("withdrawal-delayed").fields
    written = examples("withdrawal-delayed") | {"in-own-words": own}
    private = {name: value for name, value in written.items() if asked[name].private}
    assert {"uid", "account-email", "to-address", "txid"} <= set(private)
    ways = desk.ways_out()
    assert [(way, name) for way, text in ways.items() for name, value in private.items() if value in text] == []
    assert [way for way, text in ways.items() if "00••••44" not in text or "n•••@mail.example" not in text] == []
    desk.page.locator("[name=masked]").uncheck()
    assert private["uid"] in desk.copied()


def test_copy_to_share_with_a_short_name_is_complete_and_says_what_it_is(desk: Desk) -> None:
    desk.open("formal-complaint", "zh")
    desk.write_all(full_name="李明", ticket_number="T12")
    desk.page.locator("[name=masked]").check()
    assert (desk.missing, desk.open_ways) == ({}, list(ACTIONS))
    assert "李明" not in desk.copied()
    assert desk.page.locator("[data-count]").text_content() == say("letter-complete-masked", "zh")
    desk.page.reload()
    desk.page.locator("letter-form.is-live").wait_for()
    assert "李明" not in desk.copied()


def test_message_for_a_chat_has_no_line_for_a_subject(desk: Desk) -> None:
    desk.open("first-ticket", "en")
    values = desk.write_all(send_by="live-chat")
    assert desk.copied() == f"{expected('first-ticket', values, 'en')[1]}\n"


# ── Lists of events and doubtful values ───────────────────────────────────────


def test_added_line_waits_for_its_event_and_its_time(desk: Desk) -> None:
    desk.open("first-ticket", "en")
    desk.write_all(what_happened="")
    button = desk.page.locator("[data-line=what-happened]")
    button.click()
    button.click()
    line = desk.box("what-happened").input_value()
    assert line.count("\n") == 0
    assert list(desk.missing) == ["what-happened"]
    desk.box("what-happened").fill(f"{line}Log-in failed")
    assert (list(desk.missing), desk.open_ways, desk.fault("what-happened")) == (["what-happened"], [], say("doubt-open-time", "en"))
    desk.box("what-happened").fill(f"{line}Log-in failed".replace("__:__", "10:20"))
    assert (desk.missing, desk.open_ways, desk.fault("what-happened")) == ({}, list(ACTIONS), "")


@pytest.mark.parametrize(
    ("letter", "values", "hint"),
    [
        ("formal-complaint", {"earlier_message_date": "2099-01-01"}, "doubt-date"),
        ("formal-complaint", {"earlier_message_date": "0026-03-05"}, "doubt-date"),
        ("withdrawal-delayed", {"amount": "-5"}, "doubt-form"),
        ("formal-complaint", {"account_email": "nope"}, "doubt-form"),
    ],
)
def test_odd_value_is_pointed_out_but_may_be_sent(desk: Desk, letter: str, values: dict[str, str], hint: str) -> None:
    desk.open(letter, "en")
    desk.write_all(**values)
    assert {name: desk.fault(name.replace("_", "-")) for name in values} == dict.fromkeys(values, say(hint, "en"))
    assert desk.open_ways == list(ACTIONS)


# ── Browsers that withhold things ─────────────────────────────────────────────


@pytest.mark.parametrize(
    "withheld",
    [
        "() => { Object.defineProperty(navigator, 'clipboard', { value: undefined }); }",
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }",
    ],
    ids=["absent", "refused"],
)
def test_letter_is_copied_where_the_browser_withholds_the_clipboard(desk: Desk, withheld: str) -> None:
    desk.open("first-ticket", "en")
    values = desk.write_all()
    desk.page.evaluate("navigator.clipboard.writeText('')")
    desk.page.evaluate("window.kept = navigator.clipboard.readText.bind(navigator.clipboard)")
    desk.page.evaluate(withheld)
    desk.button("copy").click()
    desk.wait_until_said()
    subject, body = expected("first-ticket", values, "en")
    assert desk.page.evaluate("window.kept()") == f"Subject: {subject}\n\n{body}\n"
    assert desk.page.evaluate("document.activeElement.dataset.action") == "copy"


def test_letter_works_where_the_browser_forbids_the_store(visit: Callable[..., BrowserContext], base: str) -> None:
    context = visit()
    context.add_init_script("Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } })")
    desk = Desk(context.new_page(), base)
    desk.open("first-ticket", "en")
    values = desk.write_all()
    assert desk.open_ways == list(ACTIONS)
    assert desk.copied() == "Subject: {}\n\n{}\n".format(*expected("first-ticket", values, "en"))
    desk.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert desk.open_ways == list(ACTIONS)
    desk.button("clear").click()
    assert set(required("first-ticket")) <= set(desk.missing)
    assert desk.fault("summary") == ""


def test_copy_that_the_browser_forbids_is_not_called_done(visit: Callable[..., BrowserContext], base: str) -> None:
    context = visit()
    page = context.new_page()
    page.add_init_script("""navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
      document.execCommand = () => false;""")
    desk = Desk(page, base)
    desk.open("first-ticket", "en")
    desk.write_all()
    desk.button("copy").click()
    desk.wait_until_said()
    assert page.locator("[data-said]").inner_text() == say("said-not-copied", "en")
    assert "Example words" in page.evaluate("getSelection().toString()")
    desk.write(demand=LONG)
    for way in ("mail", "gmail"):
        desk.button(way).click()
        desk.wait_until_said()
    assert page.evaluate("window.links") == []  # no empty mail opens
    context.close()


def test_word_that_something_was_done_goes_with_the_next_change(desk: Desk) -> None:
    desk.open("first-ticket", "en")
    desk.write_all()
    desk.copied()
    desk.write(summary="Changed")
    assert desk.page.locator("[data-said]").inner_text() == ""


def test_form_that_breaks_lets_nothing_out(desk: Desk) -> None:
    desk.open("first-ticket", "en")
    desk.write_all()
    assert desk.open_ways == list(ACTIONS)
    desk.sheet("zh").evaluate("sheet => sheet.remove()")
    desk.write(summary="Something else")
    assert desk.open_ways == []
