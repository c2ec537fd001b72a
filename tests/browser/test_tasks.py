"""Five things a hurried reader wants, each in three taps; and the way to a letter by keyboard."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import DESK, PHONE, Reader

ROOTS = ("", "en/")


class Taps:
    """A reader on a phone whose taps are counted."""

    def __init__(self, reader: Reader) -> None:
        self.page = reader.page
        self.count = 0

    def on(self, selector: str) -> Locator:
        """Taps what a selector finds in sight, or after scrolling."""
        found = self.page.locator(selector).filter(visible=True).first
        found.click()
        self.count += 1
        return found


@pytest.fixture(params=ROOTS)
def taps(new_reader: NewReader, request: pytest.FixtureRequest) -> Taps:
    reader = new_reader(viewport=PHONE)
    reader.open(request.param)
    return Taps(reader)


def test_to_freeze_an_account_at_okx(taps: Taps) -> None:
    taps.on("article a[href$='issues/account-stolen/']")
    taps.on("a[href$='channels/self-freeze/']")
    expect(taps.page.locator("#at-okx + .cards .value").first).to_contain_text(re.compile("Freeze account|冻结账户"))
    assert taps.count <= 3


def test_complaint_address_of_my_company(taps: Taps) -> None:
    taps.on("article a[href$='platforms/']")
    taps.on("a[href$='platforms/okx/']")
    expect(taps.page.locator("company-finder")).to_be_visible()
    box = taps.page.locator("company-finder select[name=place]")
    box.focus()
    box.select_option("eu")
    taps.count += 1
    expect(taps.page.locator("company-finder [data-desk]")).to_contain_text("complaints.eu@okx.com")
    assert taps.count <= 3


def test_last_day_to_go_to_the_ombudsman(taps: Taps) -> None:
    taps.on("article a[href$='places/']")
    taps.on("a[href$='places/gb/']")
    taps.on("h2#windows")
    expect(taps.page.locator(".windows li", has=taps.page.locator("a[href$='#body-fos']"))).to_contain_text(re.compile("6.(months|个月)"))
    assert taps.count <= 3


def test_whether_an_address_is_real(taps: Taps) -> None:
    taps.page.locator(".paste__box").fill("okx.com")
    taps.on(".paste__row button")
    expect(taps.page.locator("channel-check .answer").first).to_be_visible()
    assert taps.count <= 3


def test_sheet_of_the_first_hour_is_printed(taps: Taps) -> None:
    taps.on("a.alarm")
    taps.page.evaluate("window.print = () => { window.isPrinted = true; }")
    taps.on("[data-print]")
    assert taps.page.evaluate("window.isPrinted")
    assert taps.count <= 3


@pytest.mark.parametrize("root", ROOTS)
def test_letter_is_reached_by_keyboard_in_sixty_stops(new_reader: NewReader, root: str) -> None:
    reader = new_reader(viewport=DESK)
    reader.open(root)
    stops = 0
    for target in ("issues/withdrawal-delayed/", "#chooser", "issues/withdrawal-delayed/hk/", "letters/first-ticket/"):
        stops += stops_to(reader, target)
    assert reader.address == f"{root}letters/first-ticket/"
    assert stops <= 60


def stops_to(reader: Reader, target: str) -> int:
    """The stops until the focus is on a link in the text that leads to an address, or on the list of places; then it is followed."""
    is_there = (
        f"e => e.closest('article') && (e.href?.endsWith('{target}') || ('{target}' === '#chooser' && e.matches('.chooser > summary')))"
    )
    for stops in range(1, 61):
        reader.page.keyboard.press("Tab")
        focus = reader.page.evaluate_handle("document.activeElement")
        assert reader.page.evaluate(
            "e => { const r = e.getBoundingClientRect(); return r.width > 0 && r.bottom > 0 && r.top < innerHeight; }", focus
        )
        if stops == 1 and reader.page.evaluate("e => e.matches('.md-skip')", focus):
            reader.page.keyboard.press("Enter")
        if reader.page.evaluate(is_there, focus):
            if target == "#chooser":
                reader.page.keyboard.press("Enter")
            else:
                with reader.page.expect_navigation():
                    reader.page.keyboard.press("Enter")
            return stops
    raise AssertionError(f"sixty stops and no way to {target}")
