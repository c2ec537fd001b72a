"""What must never stand in a letter is refused, and nothing else is; the checksums it rests on are the standard ones."""

import hashlib
import random
from collections.abc import Callable

import pytest
from Crypto.Hash import keccak
from playwright.sync_api import CDPSession, Page

from tests.letters import specimens
from tests.letters.desk import LANGUAGES, Desk, Modules, examples, library, required, say

SECRETS = specimens.secrets()
HONEST = specimens.honest()
SLOW = 100  # milliseconds, for what nobody types; a real letter takes less than five
PHRASE = ["legal", "winner", "thank", "year", "wave", "sausage", "worth", "useful", "legal", "winner", "thank", "yellow"]


def test_there_are_two_hundred_of_each() -> None:
    assert sum(map(len, SECRETS.values())) >= 200
    assert len(HONEST) >= 200
    assert len({text for texts in SECRETS.values() for text, _ in texts}) == sum(map(len, SECRETS.values()))


@pytest.mark.parametrize("name", SECRETS)
def test_every_secret_is_refused_by_its_name(modules: Modules, name: str) -> None:
    verdicts = modules("secrets", "findSecret", SECRETS[name])
    assert [(text, verdict) for (text, _), verdict in zip(SECRETS[name], verdicts, strict=True) if verdict != name] == []


@pytest.mark.parametrize("kind", ["line", "reference", "records", "address", "txid", "amount", "email"])
def test_seed_phrases_and_wallet_keys_are_refused_in_every_kind_of_box(modules: Modules, kind: str) -> None:
    rng = random.Random(7)
    secrets = [text for text, _ in specimens.seed_phrases(rng)]
    secrets += [
        specimens.base58check(b"\x80" + rng.randbytes(32) + b"\1"),
        specimens.base58check(bytes.fromhex("0488ADE4") + rng.randbytes(74)),
    ]
    verdicts = modules("secrets", "findSecret", [[text, kind] for text in secrets])
    assert [text for text, verdict in zip(secrets, verdicts, strict=True) if not verdict] == []


def test_no_honest_text_is_refused(modules: Modules) -> None:
    verdicts = modules("secrets", "findSecret", HONEST)
    assert [(text, kind, verdict) for (text, kind), verdict in zip(HONEST, verdicts, strict=True) if verdict] == []


def test_no_text_of_the_guide_itself_is_refused(modules: Modules) -> None:
    """Some thousand sentences in two languages about passwords, codes and seed phrases."""
    texts = {text for entry in library() for _, value, _ in entry.visits for text in (getattr(value, "zh", ""), getattr(value, "en", ""))}
    prose = sorted(text for text in texts if isinstance(text, str) and text)
    assert len(prose) > 3000
    verdicts = dict(zip(prose, modules("secrets", "findSecret", [[text, "text"] for text in prose]), strict=True))
    examples = {"000000": "code", "0000111122223333444455556666777788889999aaaabbbbccccddddeeeeffff": "key"}  # of boxes of their own
    assert {text: verdict for text, verdict in verdicts.items() if verdict} == {
        text: examples[text] for text in examples if text in verdicts
    }


@pytest.mark.parametrize(
    ("text", "kind", "verdict"),
    [
        ("4111 1111 1111 1111", "reference", "card"),
        ("4111-1111-1111-1111 12/28", "reference", "card"),
        ("3782 822463 10005", "reference", "card"),
        ("4111111111111111", "reference", ""),
        ("4111111111111111", "line", "card"),
        ("4111111111111112", "line", ""),
        ("A123456(3)", "reference", "id"),
        ("A1234563", "reference", ""),
        ("M1234567K", "text", "id"),
        ("M1234567X", "text", ""),
        ("110101199002303092", "text", ""),  # a 30 February
        ("482913", "reference", ""),
        ("482913", "text", "code"),
        ("482 913", "events", "code"),
        ("+49 1512 3456789", "line", ""),
        ("password: Tr0ub4dor&3", "text", "password"),
        ("my password was hunter2!", "text", "password"),
        ("资金密码是 135790", "text", "password"),
        ("登录密码：Abc12345", "text", "password"),
        ("密碼是「Passw0rd」", "text", "password"),
        ("password: changed on 2026-03-05", "text", ""),
        ("资金密码123456", "text", "password"),
        ("登录密码abc12345", "text", "password"),
        ("My PIN 135790 was used", "text", "password"),
        ("Password hunter2! was sent", "text", "password"),
        ("验证码 1234", "text", "code"),
        ("verification code 48291", "text", "code"),
        ("A login code arrived by SMS, and then 250000 DOGE left my account.", "text", ""),
        ("输入验证码后账户少了 123456 DOGE", "text", ""),
        ("Post code: 518000", "text", ""),
        ("Visa4111111111111111", "text", "card"),
        ("ORD4111111111111111", "text", ""),
        ("order 4111111111111111 of 5 March", "text", ""),
        ("DE70 6229 0110 5548 9460 76", "text", ""),
        ("ticket A1234563", "text", ""),
        ("TxID 0x" + "0f" * 32, "text", ""),
        ("交易哈希：" + "0f" * 32, "text", ""),
        ("https://explorer.example/tx/" + "0f" * 32, "text", ""),
        ("my key 0x" + "0f" * 32, "text", "key"),
        ("\n".join(f"第{i}个：{word}" for i, word in enumerate(PHRASE, 1)), "text", "seed"),
        (" ".join(f"{chr(96 + i)}) {word}" for i, word in enumerate(PHRASE, 1)), "text", "seed"),
        ("密码：2026-03-05 改过", "text", ""),
        ("-----BEGIN EC PRIVATE KEY-----", "text", "key"),
        (str([17] * 64), "text", "key"),
        ("０ｘ" + "ａ" * 64, "text", "key"),
        ("0X" + "AB" * 32, "text", "key"),
        ("abandon " * 11 + "about", "line", "seed"),  # BIP-39's own examples
        ("letter advice cage absurd amount doctor acoustic avoid letter advice cage above", "text", "seed"),
        ("的 " * 11 + "在", "text", "seed"),
        ("abandon " * 11 + "the", "text", ""),
        ("3 月 5 日 10 时 20 分；" * 6, "events", ""),
        ("2026 年 3 月 5 日 10 时 20 分；" * 6, "events", ""),
        ("TRON: " + "0f" * 32 + ", ETH: 0x" + "0f" * 32, "txid", ""),
        ("私钥 " + "0f" * 32, "txid", "key"),
        ("密码Abc12345（旧的）", "text", "password"),
        ("我的密码Abc12345已经改了", "text", "password"),
        ("PIN 码 1234", "text", "password"),
        ("My password is 10characters, changed", "text", ""),
        ("Your OKX code is 482913", "text", "code"),
        ("我告诉客服482913这个验证码", "text", "code"),
        ("I gave him 482913 as the code", "text", "code"),
        ("I entered the code and 150000 left my account", "text", ""),
        ("验证码发给他之后，账户里 150000 没了", "text", ""),
        ("短信验证码由 106980 发来", "text", ""),
        ("email code 20260305", "text", ""),
        ("secretKey: 3F2A9C8B7D6E5F4A3B2C1D0E9F8A7B6C", "text", "key"),
        ("otpauth://totp/OKX:me?secret=JBSWY3DPEHPK3PXP", "text", "key"),
        ("2FA key: JBSWY3DPEHPK3PXP", "text", "key"),
        ("Deposit of 5000 USDT, " + "0f" * 32 + ", confirmed", "text", ""),
        ("提币记录 0x" + "0f" * 32, "text", ""),
        ("TxID " + "0f" * 32 + ", then I sent support " + "0f" * 32, "text", "key"),  # a name holds for what follows closely
        ("legal winner thank year wave sausge worth useful legal winner thank yellow", "text", "seed"),
        ("lega winn than year wave saus wort usef lega winn than yell", "text", "seed"),
        ("\n".join(f"the {i}th word is {word}" for i, word in enumerate(PHRASE, 1)), "text", "seed"),
        ("3 月 5 日 10 时 20 分 30 秒；" * 12, "events", ""),
        ("51234567 61234565", "text", ""),  # Luhn's checksum fails
        ("密码 20260305 改过", "text", ""),
        ("password hint: my first pet", "text", ""),
        ("", "text", ""),
    ],
)
def test_edge(modules: Modules, text: str, kind: str, verdict: str) -> None:
    assert modules("secrets", "findSecret", [[text, kind]]) == [verdict]


def test_invisible_signs_do_not_hide_a_phrase(modules: Modules) -> None:
    phrase = "\u200b ".join(PHRASE)
    assert modules("secrets", "findSecret", [[phrase.replace("a", "a\u00ad"), "text"]]) == ["seed"]


WORST = (
    *("1234 ", "code ", "的", "a ", "验证码", "4 ", "1", "K", "482913 ", "abandon "),
    *("4111 1111 ", "第1個：的", "助记词", "ab ", "Ka1B ", "四", "tx ", "0x", "密码", "\u200ba"),
)


def test_long_text_is_judged_while_one_types(shared: Page, module_at: Callable[[str], str]) -> None:
    """Patterns that look back over the text again and again would take minutes."""
    shared.goto(module_at("secrets"))  # a page of the same origin
    browser = shared.context.new_cdp_session(shared)
    browser.send("Performance.enable")
    secrets = shared.evaluate_handle("(url) => import(url)", module_at("secrets"))

    def spent(text: str) -> float:
        before = thread_time(browser)
        secrets.evaluate("({ findSecret }, text) => findSecret(text, 'text')", text)
        return thread_time(browser) - before

    assert {text: time for text in WORST if (time := spent(text * (5000 // len(text)))) > SLOW} == {}


def thread_time(browser: CDPSession) -> float:
    """Milliseconds of a processor that the page has had so far: what runs beside it does not count."""
    metrics = browser.send("Performance.getMetrics")["metrics"]
    return next(float(metric["value"]) for metric in metrics if metric["name"] == "ThreadTime") * 1000


# ── In the real form ──────────────────────────────────────────────────────────


@pytest.fixture
def full(desk: Desk) -> Desk:
    desk.open("formal-complaint", "en")
    desk.write_all()
    assert desk.open_ways != []
    return desk


@pytest.mark.parametrize("language", LANGUAGES)
def test_form_refuses_secrets_with_the_reason(desk: Desk, language: str) -> None:
    desk.open("formal-complaint", language)
    desk.write_all()
    for name, found in SECRETS.items():
        for text, _ in found[:: len(found) // 2][:2]:
            desk.write(explanation=text)
            assert (name, desk.fault("explanation"), desk.open_ways) == (name, say(f"refused-{name}", language), [])
            assert desk.box("explanation").get_attribute("aria-invalid") == "true"
            assert desk.missing == {}
            assert desk.page.locator("[data-count]").inner_text() == say("letter-blocked", language)
            assert say("print-incomplete", language) in desk.on_paper()
            assert "explanation" not in desk.page.evaluate("sessionStorage.getItem('recourse-letter')")
    desk.write(explanation="An honest reason")
    assert (desk.fault("explanation"), desk.box("explanation").get_attribute("aria-invalid")) == ("", "false")
    assert desk.open_ways != []


def test_form_takes_honest_values_in_their_own_boxes(full: Desk) -> None:
    boxes = {"txid": "txid", "address": "to-address", "reference": "order-id", "text": "explanation", "events": "what-happened"}
    for kind, box in boxes.items():
        texts = [text for text, of in HONEST if of == kind]
        for text in texts[:: max(1, len(texts) // 5)]:
            full.write(**{box: text})
            assert full.box(box).get_attribute("aria-invalid") == "false"
            assert full.open_ways != [], text
            if kind in ("txid", "address"):
                assert full.fault(box) == "", text


@pytest.mark.parametrize("language", LANGUAGES)
def test_mistyped_address_is_pointed_out_but_may_be_sent(desk: Desk, language: str) -> None:
    desk.open("formal-complaint", language)
    desk.write_all()
    right = examples("formal-complaint")["to-address"]
    for wrong, doubt in ((right[:-1] + "8", "address-checksum"), ("not an address", "address-unknown")):
        desk.write(to_address=wrong)
        assert desk.fault("to-address") == say(f"doubt-{doubt}", language)
        assert desk.open_ways != []
    desk.write(txid="abc")
    assert desk.fault("txid") == say("doubt-txid-unknown", language)


def test_two_refused_boxes_are_both_marked_and_the_open_blank_is_still_listed(full: Desk) -> None:
    first = required("formal-complaint")[0]
    full.write(**{"explanation": "4111 1111 1111 1111", "demand": "OTP 482913", first: ""})
    assert full.fault("explanation") == say("refused-card", "en")
    assert full.fault("demand") == say("refused-code", "en")
    assert (list(full.missing), full.open_ways) == ([first], [])
    pointers = full.page.locator("[data-refusals] button")
    assert [pointer.get_attribute("data-focus") for pointer in pointers.all()] == ["explanation", "demand"]
    pointers.first.click()
    assert full.page.evaluate("document.activeElement.name") == "explanation"


# ── The checksums ─────────────────────────────────────────────────────────────

BYTES = [random.Random(n).randbytes(n) for n in [*range(0, 140), 271, 272, 273, 1000, 4096]]


@pytest.mark.parametrize(
    ("name", "digest"),
    [("sha256", lambda data: hashlib.sha256(data).digest()), ("keccak256", lambda data: keccak.new(digest_bits=256, data=data).digest())],
    ids=["sha256", "keccak256"],
)
def test_hash_is_the_standard_one_at_every_length(
    shared: Page, module_at: Callable[[str], str], name: str, digest: Callable[[bytes], bytes]
) -> None:
    shared.goto(module_at("hashes"))  # a page of the same origin
    script = """async ([url, name, texts]) => {
      const hash = (await import(url))[name];
      const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
      return texts.map((hex) => Array.from(hash(bytes(hex)), (byte) => byte.toString(16).padStart(2, "0")).join(""));
    }"""
    ours = shared.evaluate(script, [module_at("hashes"), name, [data.hex() for data in BYTES]])
    assert ours == [digest(data).hex() for data in BYTES]


def test_base58_gives_back_the_bytes_it_was_made_from(modules: Modules) -> None:
    samples = [*BYTES[:100], b"\0", b"\0\0\0a", b"\xff" * 40]
    decoded = modules("addresses", "decodeBase58", [[specimens.base58(data)] for data in samples])
    assert [bytes(numbers) for numbers in decoded] == samples
    checked = modules("addresses", "base58check", [[specimens.base58check(data)] for data in samples if data])
    assert [bytes(numbers) for numbers in checked] == [data for data in samples if data]


def test_one_wrong_sign_breaks_every_checksum(modules: Modules) -> None:
    rng = random.Random(3)
    right = [text for text, _ in specimens.addresses(rng) if not (text.startswith("0x") and text == text.lower())]
    right = [text for text in right if text[:2] == "0x" or text[:3] == "bc1" or len(text) == 34]
    wrong = [swap_last_letters(text) for text in right]
    assert set(modules("addresses", "judgeAddress", [[text] for text in right])) == {"ok"}
    assert set(modules("addresses", "judgeAddress", [[text] for text in wrong])) == {"checksum"}


def swap_last_letters(text: str) -> str:
    """Changes one sign so that no checksum can survive: the case of one letter of an EIP-55 address, else the last sign."""
    if text.startswith("0x"):
        i = max(i for i, c in enumerate(text) if c.isalpha())
        return text[:i] + text[i].swapcase() + text[i + 1 :]
    return text[:-1] + ("q" if text[-1] != "q" else "p")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "ok"),  # ERC-55's own examples
        ("0x52908400098527886E0F7030069857D2E4169EE7", "ok"),
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD", "checksum"),
        ("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "ok"),  # BIP-173
        ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", "ok"),  # BIP-350
        ("bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4", "checksum"),
        ("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "ok"),
        ("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3", "checksum"),
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "ok"),
        ("EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v", "ok"),
        ("0x52908400098527886E0F7030069857D2E4169EE", "unknown"),
        ("", "unknown"),
    ],
)
def test_known_address(modules: Modules, text: str, verdict: str) -> None:
    assert modules("addresses", "judgeAddress", [[text]]) == [verdict]
