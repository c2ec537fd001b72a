"""How long a reader with a slow phone waits for the check of a pasted value: from the input to the answer on the page."""

from statistics import median

import pytest
from playwright.sync_api import Browser

from tests.browser.reader import PHONE, Reader

SLOWER = 4  # times: a phone of the lower middle against this machine
MESSAGE = "您好，您的账户异常，请登录 okx-verify.com 并联系 @okxhelper，也可以看 okx.com，电话 +1 202 555 0100。提供验证码。"
LONG = "Dear user, we have found that somebody may try to move your coins, please log in at okx-verify.com and tell me the code"
ASK = """(text) => new Promise((done) => {
  const box = document.querySelector("channel-check textarea");
  const start = performance.now();
  const watch = new MutationObserver(() => { watch.disconnect(); done(performance.now() - start); });
  watch.observe(document.querySelector("[data-answers]"), { childList: true });
  box.value = text;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
})"""


@pytest.mark.parametrize("text", ["okx-support.net", MESSAGE, LONG], ids=["an address", "a message", "a message that may hold a secret"])
def test_answer_stands_there_at_once_on_a_slow_phone(browser: Browser, base: str, text: str) -> None:
    firsts, later = [], []
    for _ in range(3):
        reader = Reader(browser, base, viewport=PHONE)
        reader.context.new_cdp_session(reader.page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        reader.open("verify/")
        reader.page.locator("channel-check textarea").focus()
        reader.page.wait_for_timeout(1500)
        first, *more = (reader.page.evaluate(ASK, f"{text} {turn}") for turn in range(15))
        firsts.append(first)
        later += more
        assert reader.page.locator("[data-answer]").count() >= 1
        reader.close()
    print(f"\n{median(firsts):.0f} ms the first time, {median(later):.0f} ms later, at {SLOWER} times slower")
    assert median(firsts) <= 50
    assert median(later) <= 50
