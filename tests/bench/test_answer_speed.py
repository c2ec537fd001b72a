"""How long the check of a pasted value keeps a slow phone busy: medians in one run, beside an empty box's own work."""

from statistics import median

import pytest
from playwright.sync_api import Browser

from tests.browser.reader import PHONE, Reader

SLOWER = 4  # times: a phone of the lower middle against this machine
MESSAGE = "您好，您的账户异常，请登录 okx-verify.com 并联系 @okxhelper，也可以看 okx.com，电话 +1 202 555 0100。提供验证码。"
ASK = """async (text) => {
  const box = document.querySelector("channel-check textarea");
  const start = performance.now();
  box.value = text;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await new Promise((done) => setTimeout(done));
  const spent = performance.now() - start;
  const answers = document.querySelectorAll("[data-answer]").length;
  return [spent, answers];
}"""


@pytest.mark.parametrize("text", ["okx-support.net", MESSAGE], ids=["an address", "a message"])
def test_answer_stands_there_at_once_on_a_slow_phone(browser: Browser, base: str, text: str) -> None:
    reader = Reader(browser, base, viewport=PHONE)
    reader.open("verify/")
    reader.page.wait_for_timeout(500)
    reader.context.new_cdp_session(reader.page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    times, answers = zip(*(reader.page.evaluate(ASK, f"{text} {turn}") for turn in range(15)), strict=True)
    reader.close()
    print(f"\n{median(times):.0f} ms in the middle, {max(times):.0f} ms at most, at {SLOWER} times slower")
    assert min(answers) >= 1
    assert median(times) <= 50
