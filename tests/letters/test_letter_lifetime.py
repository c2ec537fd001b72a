"""A form that leaves the page takes its listeners along, and one that comes back works once."""

from tests.letters.desk import Desk

MOVE = "(form) => { const home = form.parentElement; form.remove(); home.append(form); }"
LEAVE = "(form) => { window.gone = form; form.remove(); }"
COME_BACK = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"


def test_form_that_is_put_elsewhere_hears_each_click_once(desk: Desk) -> None:
    desk.open("first-ticket", "en")
    for _ in range(3):
        desk.page.locator("letter-form").evaluate(MOVE)
    values = desk.write_all()
    before = desk.page.evaluate("window.prints")
    desk.button("print").click()
    assert desk.page.evaluate("window.prints") == before + 1
    desk.page.locator("[data-line]").first.click()
    box = desk.page.locator("textarea:focus")
    assert box.input_value().count("__:__") == 1
    assert values["summary"] in desk.sheet("en").inner_text()


def test_form_that_left_the_page_hears_nothing_more(desk: Desk) -> None:
    desk.open("first-ticket", "en")
    desk.write(summary="Zanzibar")
    desk.page.locator("letter-form").evaluate(LEAVE)
    desk.page.evaluate("sessionStorage.clear()")
    desk.page.evaluate(COME_BACK)
    assert desk.page.evaluate("window.gone.querySelector('[name=summary]').value") == "Zanzibar"
    assert desk.page.evaluate("sessionStorage.length") == 0
