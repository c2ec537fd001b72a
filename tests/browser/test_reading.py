"""Reading in any way: with the keyboard, without scripts, in the other language, on paper, in the dark, by ear."""

import time
from typing import Any

import pytest

from tests.browser.axe import colour_faults, faults
from tests.browser.conftest import NewReader
from tests.browser.reader import DESK, MISSING, PHONE, Reader
from tests.survey import few

PATIENCE = 30  # seconds until what should move counts as stuck

REPRESENTATIVE = [
    "",
    "en/emergency/",
    "about/design/",
    "en/case/",
    "en/issues/account-frozen/",
    "issues/",
    "en/letters/formal-complaint/",
    "places/hk/",
    "platforms/okx/",
    "en/escalation/",
    "faq/contact/",
    "freshness/",
    "en/verify/",
    "en/sources/law/",
    "case/",
    MISSING,
]


@pytest.mark.parametrize("address", few(REPRESENTATIVE, 4))
def test_page_has_no_fault_axe_can_find_on_a_phone_nor_contrast_too_low_on_a_desk_in_the_dark(new_reader: NewReader, address: str) -> None:
    reader = new_reader(viewport=PHONE, reduced_motion="reduce")  # colours change at once
    reader.open(address)
    reader.page.evaluate("document.querySelectorAll('article details:not(.proof)').forEach((fold) => { fold.open = true; })")
    assert faults(reader.page) == {}
    reader.page.set_viewport_size(DESK)
    reader.page.emulate_media(color_scheme="dark")
    assert colour_faults(reader.page) == {}


@pytest.mark.parametrize("root", ["", "en/"])
def test_open_search_has_no_fault_axe_can_find(new_reader: NewReader, root: str) -> None:
    reader = new_reader(viewport=PHONE, reduced_motion="reduce")
    reader.open(root)
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("okx")
    reader.page.locator(".hit").first.wait_for()
    assert faults(reader.page) == {}


def test_dark_scheme_is_dark(new_reader: NewReader) -> None:
    colours = []
    for scheme in ("light", "dark"):
        reader = new_reader(color_scheme=scheme)
        reader.open("")
        colours.append(reader.page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"))
    light, dark = colours
    assert min(light) > 200
    assert max(dark) < 60


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("address", few(["issues/account-frozen/", "", "platforms/okpay/", "faq/contact/", "about/"], 4))
def test_language_switch_keeps_the_page_both_ways(new_reader: NewReader, address: str, scripts: bool) -> None:
    reader = new_reader(java_script_enabled=scripts, viewport=PHONE)
    reader.open(address)
    for expected, language in ((f"en/{address}", "en"), (address, "zh-Hans")):
        reader.page.locator(".bar__language").click()
        reader.page.wait_for_url(reader.base + expected)
        assert reader.page.locator("html").get_attribute("lang") == language
    assert reader.complaints == []


def test_language_switch_keeps_the_place_on_the_page(new_reader: NewReader) -> None:
    reader = new_reader(viewport=PHONE)
    reader.open("issues/account-frozen/")
    reader.page.evaluate("document.querySelector('#save').scrollIntoView()")
    reader.page.locator(".bar__language").evaluate("(link) => link.click()")  # a robot's click scrolls first, a finger does not
    reader.page.wait_for_url(reader.base + "en/issues/account-frozen/#save")
    assert reader.page.evaluate("scrollY") > 1000


def test_header_of_a_phone_works_by_keyboard_and_hides_what_is_shut(new_reader: NewReader) -> None:
    reader = new_reader(viewport=PHONE)
    reader.open("en/issues/account-frozen/")
    reached = []
    while "article" not in reached:
        reader.page.keyboard.press("Tab")
        reached.append(
            reader.page.evaluate(
                "(e => e.closest('article') ? 'article' : e.closest('.drawer') ? 'drawer' : e.className)(document.activeElement)"
            )
        )
        assert len(reached) < 20
    assert "drawer" not in reached
    assert "thumb__alarm" in reached
    reader.page.locator("button.bar__menu").focus()
    reader.page.keyboard.press("Enter")
    assert reader.page.locator(".drawer a").first.is_visible()
    assert reader.page.evaluate("document.activeElement.closest('.drawer') !== null")
    for key in ("Shift+Tab", "Tab"):  # from the first stop to the last and back
        reader.page.keyboard.press(key)
        assert reader.page.evaluate("document.activeElement.closest('.drawer') !== null")
    assert "drawer__close" in reader.page.evaluate("document.activeElement.className")
    reader.page.keyboard.press("Space")
    reader.page.locator(".drawer a").first.wait_for(state="hidden")
    reader.page.keyboard.press("Enter")
    assert reader.page.locator(".drawer a").first.is_visible()
    reader.page.keyboard.press("Escape")
    reader.page.locator(".drawer a").first.wait_for(state="hidden")
    assert "bar__menu" in reader.page.evaluate("document.activeElement.className")
    reader.page.locator("button.bar__search").focus()
    reader.page.keyboard.press("Enter")
    reader.page.locator(".md-search__input").wait_for()


@pytest.mark.parametrize("width", [1280, 1440])
def test_searching_on_a_desk_moves_nothing_off_the_screen(new_reader: NewReader, width: int) -> None:
    reader = new_reader(viewport={"width": width, "height": 900})
    reader.open("en/")
    reader.page.locator(".md-search__input").fill("frozen")
    reader.page.keyboard.press("End")
    reader.page.locator(".hit").first.wait_for()
    reader.page.evaluate("Promise.all(document.getAnimations().map((motion) => motion.finished))")  # the box grows while it is opened
    assert reader.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert reader.page.locator(".bar__menu, .bar__search").filter(visible=True).count() == 0
    sections = reader.page.locator(".bar__sections").bounding_box()
    brand = reader.page.locator(".brand").bounding_box()
    assert sections is not None
    assert brand is not None
    assert brand["x"] + brand["width"] <= sections["x"]
    box = reader.page.locator(".bar__emergency").bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= width


def without_scripts(new_reader: NewReader) -> Reader:
    return new_reader(java_script_enabled=False, viewport=PHONE)


def test_without_scripts_the_drawer_opens_and_leads_on(new_reader: NewReader) -> None:
    reader = without_scripts(new_reader)
    reader.open("")
    entry = reader.page.locator(".drawer__nav a[href='scams/']")
    assert not in_view(entry)
    reader.page.locator("label.bar__menu").click()
    deadline = time.monotonic() + PATIENCE
    while not in_view(entry):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    entry.click()
    assert reader.address == "scams/"


def in_view(element: Any) -> bool:
    box = element.bounding_box()
    return bool(box and box["x"] >= 0 and box["width"] > 0 and element.is_visible())


def test_without_scripts_a_badge_opens_and_names_its_source(new_reader: NewReader) -> None:
    reader = without_scripts(new_reader)
    reader.open("en/platforms/okx/")
    badge = reader.page.locator(".contact details.proof").first
    source = badge.locator("a[href*='sources/']").first
    assert not source.is_visible()
    badge.locator("summary").click()
    assert source.is_visible()
    source.click()
    assert reader.address.startswith("en/sources/")


def test_without_scripts_the_emergency_page_can_be_read_and_called_from(new_reader: NewReader) -> None:
    reader = without_scripts(new_reader)
    reader.open("")
    reader.page.locator(".thumb__alarm").click()
    assert reader.address == "emergency/"
    steps = reader.page.locator("ol.steps > li")
    assert steps.first.is_visible()
    for section in reader.page.locator("details.part > summary").all():
        section.click()
    assert steps.count() >= 8
    assert all(step.is_visible() for step in steps.all())
    numbers = reader.page.locator("ul.numbers > li")
    assert numbers.count() >= 3
    assert reader.page.locator("details.fold:has(ul.numbers)").count() >= 26
    for fold in reader.page.locator(":is(.fold, .inner):has(ul.numbers) > summary").all():
        fold.click()
    assert all(number.is_visible() for number in numbers.all())
    assert reader.page.locator("a[href^='tel:']").first.is_visible()


def test_without_scripts_there_is_no_search_box_that_does_nothing(new_reader: NewReader) -> None:
    reader = without_scripts(new_reader)
    reader.open("")
    assert reader.page.locator(".bar__search").filter(visible=True).count() == 0
    assert not reader.page.locator(".md-search__input").is_visible()


@pytest.mark.parametrize("address", ["issues/account-frozen/", "en/issues/account-frozen/", "en/about/"])
def test_first_tab_reaches_a_link_that_skips_to_the_content(reader: Reader, address: str) -> None:
    reader.open(address)
    reader.page.keyboard.press("Tab")
    focused = reader.page.locator(":focus")
    assert "md-skip" in str(focused.get_attribute("class"))
    assert in_view(focused)
    reader.page.keyboard.press("Enter")
    target = reader.page.evaluate("document.querySelector(':target').tagName")
    assert target == "H1"
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate("document.querySelector('article').contains(document.activeElement)")


def test_keyboard_alone_opens_a_badge_and_closes_it(reader: Reader) -> None:
    reader.open("en/places/hk/")
    badge = reader.page.locator("article details.proof").filter(visible=True).first
    badge.locator("summary").focus()
    reader.page.keyboard.press("Enter")
    assert badge.get_attribute("open") is not None
    reader.page.keyboard.press("Enter")
    assert badge.get_attribute("open") is None


def test_focus_can_be_seen(reader: Reader) -> None:
    reader.open("")
    for _ in range(12):
        reader.page.keyboard.press("Tab")
        outline = reader.page.evaluate(
            "(({outlineStyle, outlineWidth}) => [outlineStyle, outlineWidth])(getComputedStyle(document.activeElement))"
        )
        assert outline == ["solid", "3px"], reader.page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


@pytest.mark.parametrize("address", ["en/emergency/", "places/hk/", "en/issues/account-frozen/"])
def test_paper_holds_the_text_and_no_navigation(new_reader: NewReader, address: str) -> None:
    for size in (PHONE, {"width": 1280, "height": 900}):
        reader = new_reader(viewport=size)
        reader.open(address)
        reader.page.emulate_media(media="print")
        for part in (
            ".thumb",
            ".bar__sections",
            ".bar__menu",
            ".bar__search",
            ".bar__language",
            ".bar__emergency",
            ".md-sidebar",
            ".md-search",
            ".correct",
        ):
            found = reader.page.locator(part)
            assert found.count() > 0, part
            assert found.filter(visible=True).count() == 0, part
        assert reader.page.locator("h1").is_visible()
        assert reader.page.locator("article p").filter(visible=True).count() > 5


def test_paper_holds_forks_and_what_the_reader_unfolded_but_no_other_fold(reader: Reader) -> None:
    reader.open("en/issues/account-frozen/")
    closed, section = (reader.page.locator(f"details.part:has(#{name})") for name in ("expect", "facts"))
    section.locator("h2").click()
    folded, unfolded = (section.locator(".fact .proof").nth(i) for i in (0, 1))
    unfolded.locator("summary").click()
    branch = reader.page.locator(".branch").first
    assert branch.get_attribute("open") is None
    reader.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert branch.get_attribute("open") is not None  # for browsers that open nothing by style
    reader.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert branch.get_attribute("open") is None
    reader.page.emulate_media(media="print")
    assert not folded.locator(".proof__body").is_visible()
    assert folded.locator("summary").is_visible()
    assert unfolded.locator(".proof__body").is_visible()
    assert branch.locator(":not(summary)").last.is_visible()
    assert section.is_visible()
    assert not closed.is_visible()
    assert reader.page.locator(".checklist").is_visible()
    assert reader.page.locator(".foot__print").is_visible()


def test_link_into_a_fold_opens_it(reader: Reader) -> None:
    reader.open("en/platforms/okx/companies/")
    entity = reader.page.locator("details.entity[id]").last
    assert entity.get_attribute("open") is None
    reader.page.evaluate("(id) => { location.hash = id; }", entity.get_attribute("id"))
    reader.page.wait_for_function("(fold) => fold.open", arg=entity.element_handle())
    reader.open(f"en/platforms/okx/companies/?#{entity.get_attribute('id')}")
    assert reader.page.locator("details.entity[id]").last.get_attribute("open") is not None


def test_list_of_contents_marks_what_is_being_read(reader: Reader) -> None:
    reader.open("en/issues/account-frozen/")
    reader.page.locator("#which").evaluate("(place) => place.scrollIntoView()")
    reader.page.locator(".md-nav__link--active[href='#which']").wait_for()
    assert reader.page.locator(".md-nav__link--active").count() == 1


def test_paper_spells_out_where_a_link_leads(reader: Reader) -> None:
    reader.open("en/sources/law/")
    reader.page.emulate_media(media="print")
    link = reader.page.locator(".sources__title a").first
    printed = link.evaluate("(link) => getComputedStyle(link, '::after').content")
    assert printed == f'" (" "{link.get_attribute("href")}" ")"' or printed == f'" ({link.get_attribute("href")})"'


@pytest.mark.parametrize(
    ("address", "spoken", "silent"),
    [(MISSING, "没有这一页", "There is no such page"), (f"en/{MISSING}", "There is no such page", "没有这一页")],
)
def test_page_that_does_not_exist_speaks_the_language_that_was_asked_for(reader: Reader, address: str, spoken: str, silent: str) -> None:
    reader.open(address)
    assert reader.page.get_by_text(spoken).is_visible()
    assert not reader.page.get_by_text(silent).is_visible()


@pytest.mark.parametrize(
    "address", ["", "en/issues/account-stolen/", "en/platforms/okx/", "places/eu/", "en/letters/formal-complaint/", "en/sources/press/"]
)
def test_page_fits_the_narrowest_window_and_the_widest_type(new_reader: NewReader, address: str) -> None:
    """320 pixels are what four times the type leaves of 1280."""
    reader = new_reader(viewport={"width": 320, "height": 640})
    reader.open(address)
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320
