"""The guards of a letter in another engine: Debian's Firefox, driven by WebDriver BiDi. The tests are those of Chromium."""

import shutil
from collections.abc import Iterator
from itertools import cycle

import pytest
from playwright.sync_api import Browser, Page, Playwright

from tests.letters import test_letter_fit as fit
from tests.letters import test_letter_outputs as outputs
from tests.letters import test_letter_privacy as privacy
from tests.letters import test_letter_secrets as secrets
from tests.letters.conftest import Visit, visits
from tests.letters.desk import LANGUAGES, Desk, of_every_kind
from tests.survey import survey

pytestmark = survey

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox") or ""

TURN_MEDIA = """() => {
  const turned = { print: "screen", screen: "print" };
  const turn = (rules) => {
    for (const rule of rules) {
      if (rule.media?.length === 1 && rule.media[0] in turned) rule.media.mediaText = turned[rule.media[0]];
      if (rule.cssRules) turn(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) turn(sheet.cssRules);
}"""
"""What the page shows on paper it shows on the screen: this driver cannot ask for print."""


CLIPBOARD = """Object.defineProperty(navigator, "clipboard", {
  value: { text: "", async writeText(text) { this.text = text; }, async readText() { return this.text; } },
});"""
"""Firefox lets nobody read the clipboard without asking: what is handed to it is kept."""


class FirefoxDesk(Desk):
    """What this driver cannot do in another way: print is shown on the screen, files are kept beside being saved."""

    def on_paper(self) -> str:
        self.page.evaluate(TURN_MEDIA)
        text = super().on_paper()
        self.page.evaluate(TURN_MEDIA)
        return text

    def saved(self, action: str) -> bytes:
        before = self.page.evaluate("window.areFilesKept = true, window.files.length")
        self.button(action).click()
        return str(self.page.evaluate("number => window.files[number].text()", before)).encode()


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.firefox.launch(channel="moz-firefox", executable_path=FIREFOX)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def visit(firefox: Browser) -> Iterator[Visit]:
    yield from visits(firefox, CLIPBOARD)


@pytest.fixture(scope="session")
def shared(visit: Visit) -> Page:
    return visit().new_page()


@pytest.fixture
def desk(shared: Page, base: str) -> Desk:
    return FirefoxDesk(shared, base)


def test_letters_go_out_whole(desk: Desk) -> None:
    for letter, language in zip(of_every_kind(), cycle(LANGUAGES), strict=False):
        desk.open(letter, language)
        assert desk.open_ways == []
        values = desk.write_all()
        outputs.assert_ways_out(desk.ways_out(), letter, values, language)


def test_no_request_is_sent(desk: Desk) -> None:
    for letter, language in zip(of_every_kind(), cycle(LANGUAGES), strict=False):
        desk.open(letter, language)
        privacy.assert_sends_nothing(desk)


def test_odd_and_long_texts_survive(desk: Desk) -> None:
    outputs.test_text_survives_every_way_out(desk, "zh")
    outputs.test_five_thousand_characters_survive_every_way_out(desk, "en")


def test_copy_to_share_masks(desk: Desk) -> None:
    outputs.test_copy_to_share_masks_private_values_in_every_way_out(desk, "zh")


def test_unfinished_letter_warns(desk: Desk) -> None:
    outputs.test_unfinished_letter_prints_a_warning_instead_of_itself(desk, "en")


def test_secrets_are_refused(desk: Desk) -> None:
    secrets.test_form_refuses_secrets_with_the_reason(desk, "zh")


tab = privacy.tab
test_another_tab_starts_empty = privacy.test_another_tab_and_another_context_start_empty
test_broken_form_lets_nothing_out = outputs.test_form_that_breaks_lets_nothing_out
test_clearing_can_be_undone = fit.test_clearing_can_be_undone_until_the_next_key
test_forbidden_copy_is_not_called_done = outputs.test_copy_that_the_browser_forbids_is_not_called_done
test_markup_runs_nothing = outputs.test_markup_creates_no_element_and_runs_nothing
test_nothing_lasts = privacy.test_address_title_cookies_and_lasting_stores_hold_nothing
test_refused_value_is_not_kept = privacy.test_refused_value_is_never_kept
test_steering_signs_never_leave = fit.test_signs_that_steer_a_text_never_leave
test_store_may_be_forbidden = outputs.test_letter_works_where_the_browser_forbids_the_store
