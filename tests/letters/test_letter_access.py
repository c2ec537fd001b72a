"""Letters for everyone: by keyboard alone, by screen reader, on a small screen, without scripts, on paper."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from macros.engines.letters import Blank, blank_sheet
from tests.browser.axe import colour_faults, faults
from tests.letters.desk import LANGUAGES, LETTERS, Desk, defaults, expected, of_every_kind, required, say, template
from tests.survey import few

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NAMELESS = """() => [...document.querySelectorAll("letter-form :is(input, select, textarea, button, a)")]
  .filter((control) => !(control.labels?.length || control.textContent.trim() || control.getAttribute("aria-label")))
  .map((control) => control.outerHTML)"""
BEYOND = """() => [...document.querySelectorAll("letter-form :is(input, select, textarea, button)")]
  .filter((control) => control.getBoundingClientRect().right > innerWidth)
  .map((control) => control.name || control.textContent)"""
TOPS = "rows => rows.map(row => Math.round(row.getBoundingClientRect().y))"
HIDDEN = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const { activeElement } = document;
  const box = activeElement.getBoundingClientRect();
  const seen = (part) => activeElement.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height * part));
  return ![0.1, 0.5, 0.9].some(seen);
}"""


# ── Keyboard ──────────────────────────────────────────────────────────────────


def tab_to(page: Page, reached: str) -> None:
    """Presses Tab until the focused element is the one asked for."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches({reached!r})"):
            return
    raise AssertionError(f"Tab never comes to {reached}")


@pytest.mark.parametrize("language", few(LANGUAGES, 2))
def test_short_letter_is_filled_and_copied_by_keyboard_alone(desk: Desk, language: str) -> None:
    desk.open("follow-up", language)
    typed = {
        "uid": "000111222333444",
        "ticket-number": "TICKET-7",
        "earlier-message-date": "03052026",
        "summary": "Nothing came",
        "demand": "Credit it",
    }
    order = [name for name in template("follow-up").fields if name in typed]
    assert sorted(order) == sorted(required("follow-up"))
    tab_to(desk.page, ".md-skip")
    desk.page.keyboard.press("Enter")
    for name in order:
        tab_to(desk.page, f"[name='{name}']")
        desk.page.keyboard.type(typed[name])
    tab_to(desk.page, "[data-action=copy]")
    desk.page.keyboard.press("Enter")
    desk.wait_until_said()
    subject, body = expected("follow-up", defaults("follow-up") | typed | {"earlier-message-date": "2026-03-05"}, language)
    assert desk.page.evaluate("navigator.clipboard.readText()") == f"{say('subject-word', language)}{subject}\n\n{body}\n"


def test_missing_blank_is_reached_by_keyboard_from_its_name(desk: Desk) -> None:
    desk.open("follow-up", "en")
    desk.write_all(summary="")
    tab_to(desk.page, "[data-focus=summary]")
    desk.page.keyboard.press("Enter")
    assert desk.page.evaluate("document.activeElement.name") == "summary"


def test_enter_in_a_line_neither_sends_nor_leaves(desk: Desk) -> None:
    desk.open("follow-up", "en")
    before = desk.page.url
    desk.box("uid").focus()
    desk.page.keyboard.type("1234")
    desk.page.keyboard.press("Enter")
    assert (desk.page.url, desk.box("uid").input_value()) == (before, "1234")
    assert desk.box("events-since").input_value() == ""  # a button that submits would be pressed: "Add a dated line"


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (360, 640)], ids=["desk", "large", "phone"])
def test_no_focused_control_is_hidden_behind_something(desk: Desk, size: tuple[int, int]) -> None:
    """WCAG 2.2, 2.4.11."""
    desk.page.set_viewport_size({"width": size[0], "height": size[1]})
    try:
        desk.open("first-ticket", "en")
        desk.box("entity").focus()
        hidden = []
        while desk.page.evaluate("document.activeElement.closest('letter-form') !== null"):
            if desk.page.evaluate(HIDDEN):
                hidden.append(desk.page.evaluate("document.activeElement.name || document.activeElement.textContent"))
            desk.page.keyboard.press("Tab")
        assert hidden == []
    finally:
        desk.page.set_viewport_size({"width": 1280, "height": 720})


# ── Screen readers ────────────────────────────────────────────────────────────


def all_faults(page: Page, within: str = "html") -> dict[str, list[str]]:
    """What axe finds by day, and what it says of the colours by night."""
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")  # colours change at once
    dark = colour_faults(page, within)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    light = faults(page, WCAG, within)
    page.emulate_media(reduced_motion="null")
    return dark | light


@pytest.mark.parametrize("language", few(LANGUAGES, 2))
def test_letter_page_has_no_fault_axe_knows(desk: Desk, language: str) -> None:
    desk.open("formal-complaint", language)
    assert all_faults(desk.page) == {}


def test_letter_with_faults_and_a_finished_one_have_none_that_axe_knows(desk: Desk) -> None:
    desk.open("formal-complaint", "en")
    desk.write_all(explanation="my code is 482913", to_address="0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD")
    assert desk.fault("explanation")
    assert desk.fault("to-address")
    assert all_faults(desk.page, ".desk") == {}  # the rest of the page is as it was
    desk.write_all()
    assert desk.open_ways
    assert all_faults(desk.page, ".desk") == {}


def test_reason_for_a_refusal_is_told_with_the_box(desk: Desk) -> None:
    desk.open("first-ticket", "en")
    desk.write(demand="my code is 482913")
    described = str(desk.box("demand").get_attribute("aria-describedby")).split()
    told = [desk.page.locator(f"#{id}").inner_text() for id in described]
    assert say("refused-code", "en") in told
    assert desk.page.locator("[data-box=demand] [data-fault]").get_attribute("aria-live") == "polite"


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheet_names_its_language(desk: Desk, language: str) -> None:
    desk.open("first-ticket", language)
    assert [str(desk.sheet(tongue).get_attribute("lang"))[:2] for tongue in LANGUAGES] == list(LANGUAGES)


# ── Small screens ─────────────────────────────────────────────────────────────


@pytest.fixture
def phone(desk: Desk) -> Iterator[Desk]:
    desk.page.set_viewport_size({"width": 360, "height": 640})
    yield desk
    desk.page.set_viewport_size({"width": 1280, "height": 720})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_has_a_name_and_fits_on_a_phone(phone: Desk, language: str) -> None:
    for letter in of_every_kind():
        phone.open(letter, language)
        assert phone.page.evaluate(NAMELESS) == [], letter
        assert phone.page.evaluate(BEYOND) == [], letter
        assert phone.page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("language", LANGUAGES)
def test_phone_shows_the_letter_in_the_language_it_is_sent_in(phone: Desk, language: str) -> None:
    phone.open("formal-complaint", language)
    for tongue, other in (LANGUAGES, LANGUAGES[::-1]):
        phone.send_in(tongue)
        assert (phone.sheet(tongue).is_visible(), phone.sheet(other).is_visible()) == (True, False)


def test_both_languages_stand_side_by_side_paragraph_by_paragraph(desk: Desk) -> None:
    desk.open("formal-complaint", "en")
    desk.write_all(explanation="A long reason. " * 60)
    tops = [desk.sheet(tongue).locator(".letter__row").filter(visible=True).evaluate_all(TOPS) for tongue in LANGUAGES]
    assert tops[0] == tops[1]
    assert len(tops[0]) > 10


# ── Without scripts ───────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def plain(visit: Callable[..., BrowserContext]) -> Iterator[Page]:
    context = visit(java_script_enabled=False)
    yield context.new_page()
    context.close()


PAPERS = """() => [...document.querySelectorAll("[data-letter]")].map((sheet) => [
  sheet.dataset.letter,
  [...sheet.querySelectorAll("p")].map((paragraph) => paragraph.innerText).join("").replace(/\\s/g, ""),
  [...sheet.querySelectorAll(".blank")].filter((blank) => blank.checkVisibility({ visibilityProperty: true }) && blank.offsetHeight).length,
])"""
"""Of each sheet: its language, the words one sees, and how many blanks."""


@pytest.mark.parametrize("language", few(LANGUAGES, 2))
def test_without_scripts_both_languages_stand_there_with_their_blanks(plain: Page, base: str, language: str) -> None:
    for letter in LETTERS[LANGUAGES.index(language) :: 2]:  # both sheets stand on the page of either language
        plain.goto(f"{base}{'en/' if language == 'en' else ''}letters/{letter}/", wait_until="domcontentloaded")
        assert not plain.locator("letter-form form").is_visible()
        told = {tongue: by_hand(letter, tongue) for tongue in LANGUAGES}
        for media in ("screen", "print"):
            plain.emulate_media(media=media)
            assert {tongue: (text, blanks) for tongue, text, blanks in plain.evaluate(PAPERS)} == told, (letter, media)


def by_hand(letter: str, tongue: str) -> tuple[str, int]:
    """The words of a letter with nothing left out and nothing filled in, without white space, and how many blanks it has."""
    sheet, fields = blank_sheet(template(letter), tongue), template(letter).fields
    pieces = [piece for some in (sheet.subject, *(pieces for _, pieces in sheet.rows)) for piece in some]
    text = "".join(f"[{fields[piece.field].label[tongue]}]" if isinstance(piece, Blank) else piece for piece in pieces)
    return "".join(text.split()), sum(isinstance(piece, Blank) for piece in pieces)


def test_without_scripts_a_paragraph_says_when_to_keep_it(plain: Page, base: str) -> None:
    plain.emulate_media(media="screen")
    plain.goto(f"{base}en/letters/formal-complaint/")
    labels = plain.locator("[data-letter=en] .letter__if")
    limited = [clause for clause in template("formal-complaint").clauses if clause.when or clause.entities or clause.places]
    assert labels.count() == len(limited) > 5
    assert labels.first.is_visible()
    said = " ".join(labels.all_inner_texts())
    assert f"{say('keep-for', 'en')}OKX Europe Limited" in said
    assert said.count(say("keep-if-filled", "en").strip()) >= 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_the_page_explains_the_blanks(plain: Page, base: str, language: str) -> None:
    plain.emulate_media(media="screen")
    plain.goto(f"{base}{'en/' if language == 'en' else ''}letters/first-ticket/")
    assert plain.get_by_text(say("letter-lead", language)).is_visible()
    assert plain.locator("dl.fields dt").count() == len(template("first-ticket").fields)


def test_with_scripts_the_explanation_for_none_is_gone(desk: Desk) -> None:
    desk.open("first-ticket", "en")
    assert desk.page.locator(".letter__if").filter(visible=True).count() == 0
    assert not desk.page.get_by_text(say("letter-lead", "en")).is_visible()
    assert desk.page.locator("dl.fields").count() == 0
