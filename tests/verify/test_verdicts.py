"""What the check says: of what the guide lists, of what only looks like it, of everything else, and of any text whatever."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import dnstwist
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.engines.brands import registered
from macros.model.hosts import read_address
from tests.node import Script
from tests.properties.test_hosts import VECTORS
from tests.survey import survey
from tests.verify.conftest import Check

FOLDER = Path(__file__).parents[1] / "vectors"
WORDS = [
    "login",
    "secure",
    "support",
    "help",
    "wallet",
    "verify",
    "account",
    "app",
    "pro",
    "trade",
    "exchange",
    "claim",
    "airdrop",
    "bonus",
    "official",
    "service",
    "security",
    "update",
    "online",
    "web3",
    "kyc",
    "recovery",
    "refund",
    "vip",
    "global",
    "desk",
    "staking",
    "reward",
    "gift",
    "signin",
    "auth",
    "unlock",
    "pay",
    "card",
    "market",
    "pool",
    "defi",
    "nft",
]
TLDS = [
    "net",
    "org",
    "io",
    "co",
    "cc",
    "top",
    "xyz",
    "app",
    "info",
    "vip",
    "site",
    "online",
    "me",
    "cn",
    "com.co",
    "co.uk",
    "pro",
    "live",
    "shop",
    "club",
]
FUZZERS = [
    "homoglyph",
    "bitsquatting",
    "hyphenation",
    "insertion",
    "omission",
    "repetition",
    "replacement",
    "transposition",
    "vowel-swap",
    "tld-swap",
    "addition",
    "dictionary",
    "cyrillic",
]
OF_SHORT_NAMES = ["homoglyph", "hyphenation", "tld-swap", "dictionary", "cyrillic"]
"""A name of four letters or fewer has others a letter off that are somebody else's."""


def lines(name: str) -> list[str]:
    return [line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def verdicts(answers: list[dict[str, Any]]) -> list[str]:
    return [answer["verdict"] for answer in answers]


def official(known: dict[str, Any]) -> list[str]:
    """The domains of platforms that the list gives as official."""
    return [value for kind, value, owner, state, *_ in known["values"] if kind == "host" and state == 0 and known["owners"][owner][2]]


def permutations(domain: str, fuzzers: list[str]) -> list[str]:
    """Look-alikes of a domain as thieves make them."""
    fuzzer = dnstwist.Fuzzer(domain, dictionary=WORDS, tld_dictionary=TLDS)
    fuzzer.generate(fuzzers)
    return sorted({made["domain"] for made in fuzzer.permutations()} - {domain})


@pytest.mark.parametrize(("text", "host", "before"), VECTORS["read"])
def test_pasted_address_is_read_as_a_browser_reads_it_in_python(text: str, host: str, before: str | None) -> None:
    address = read_address(text)
    assert (address.host, before is None or address.before == before) == (host, True)


def test_pasted_address_is_read_the_same_in_the_browser(asked: Script) -> None:
    answers = asked.ask({"addresses": [text for text, *_ in VECTORS["read"]]})
    assert [
        [text, found] for (text, host, before), found in zip(VECTORS["read"], answers, strict=True) if found != [host, before or found[1]]
    ] == []
    assert len(VECTORS["read"]) >= 300


@settings(max_examples=150)
@given(st.lists(st.text() | st.from_regex(r"(https?:/{0,3})?[a-zA-Z0-9@:.。%/\\ -]{0,40}", fullmatch=True), min_size=1, max_size=20))
def test_any_text_is_the_same_host_in_both_languages_if_it_is_plain(asked: Script, texts: list[str]) -> None:
    plain = [text for text in texts if text.isascii()]  # IDNA 2008 and browsers differ on rare signs: neither opens a listed host then
    assert [found for found, _ in asked.ask({"addresses": plain})] == [read_address(text).host for text in plain]


def harmless(host: str) -> Iterator[str]:
    """Spellings that open the same page."""
    yield from (
        host.upper(),
        f" {host}\n",
        f"https://{host}",
        f"http://{host}/",
        f"HTTPS://{host}/help/a?b=c#d",
        f"{host}.",
        f"https://{host}:443/",
        f"//{host}/",
    )
    yield from (
        host.replace(".", "。"),
        host.replace(".", "．"),
        f"https:\\\\{host}\\a",
        f"www.{host}",
        host.replace(".", "[.]"),
        f"hxxps://{host}/",
    )
    yield "".join(chr(ord(sign) + 0xFEE0) if sign.isalnum() else sign for sign in host)


def test_every_listed_domain_is_found_in_every_harmless_spelling(check: Check, known: dict[str, Any]) -> None:
    hosts = [value for kind, value, _, state, *_ in known["values"] if kind == "host" and state < 2]
    written = [(host, text) for host in hosts for text in harmless(host)]
    missed = [pair for pair, answer in zip(written, check([text for _, text in written]), strict=True) if answer["verdict"] != "listed"]
    assert missed == []


def test_every_other_listed_value_is_found(check: Check, known: dict[str, Any]) -> None:
    signs = {"email": "", "handle": "@", "phone": ""}
    values = [(kind, value, state) for kind, value, _, state, *_ in known["values"] if kind in signs and "x" not in value[-4:]]
    texts = [form for kind, value, _ in values for form in (signs[kind] + value, f"  {signs[kind]}{value.upper()} ")]
    expected = ["obsolete" if state == 2 else "listed" for *_, state in values for _ in range(2)]
    assert [pair for pair in zip(texts, expected, verdicts(check(texts)), strict=True) if pair[1] != pair[2]] == []


def test_what_is_known_to_be_false_is_said_to_be_so(check: Check, known: dict[str, Any]) -> None:
    fakes = [value for kind, value, _, state, *_ in known["values"] if kind in ("host", "page") and state == 2]
    assert len(fakes) > 40
    assert {fake for fake, answer in zip(fakes, check(fakes), strict=True) if answer["verdict"] != "obsolete"} == set()


@survey
@pytest.mark.no_cover  # the same lines for thousands
def test_no_look_alike_is_ever_listed_and_nearly_all_are_recognised(check: Check, known: dict[str, Any]) -> None:
    hosts, listed, made, missed = official(known), [], 0, dict[str, int]()
    brands = {label for label, *_ in known["brands"]}
    for domain in sorted({registered(host) for host in hosts}):
        name = registered(domain).partition(".")[0]
        for fuzzer in FUZZERS:
            alike = [
                name for name in permutations(domain, [fuzzer]) if not any(name == host or name.endswith(f".{host}") for host in hosts)
            ]
            found = verdicts(check(alike))
            made += len(alike)
            listed += [name for name, verdict in zip(alike, found, strict=True) if verdict == "listed"]
            if name in brands and (len(name) > 4 or fuzzer in OF_SHORT_NAMES):
                missed[fuzzer] = missed.get(fuzzer, 0) + sum(verdict == "unlisted" for verdict in found)
    print(f"\n{made} look-alikes, missed: {missed}")
    assert listed == []
    assert made >= 50_000
    assert sum(missed.values()) <= 0.03 * made


def test_names_that_thieves_really_used_are_recognised(check: Check) -> None:
    names = lines("phishing.txt")
    missed = [name for name, verdict in zip(names, verdicts(check(names)), strict=True) if verdict not in ("lookalike", "obsolete")]
    print(f"\n{len(missed)} of {len(names)} missed")
    assert len(missed) <= 0.05 * len(names), missed


def test_ordinary_names_raise_no_alarm(check: Check) -> None:
    names = lines("ordinary.txt")
    alarms = [name for name, verdict in zip(names, verdicts(check(names)), strict=True) if verdict not in ("unlisted", "listed")]
    print(f"\n{len(alarms)} of {len(names)}: {alarms}")
    assert len(alarms) <= 0.001 * len(names), alarms


@settings(max_examples=200)
@given(st.lists(st.text() | st.text(st.sampled_from("okxbinace.-@/:。οкі0l \u200d\u202e"), max_size=40), min_size=1, max_size=30))
def test_nothing_is_listed_that_is_not_under_a_listed_name(check: Check, known: dict[str, Any], texts: list[str]) -> None:
    hosts = {value for kind, value, _, state, *_ in known["values"] if kind == "host" and state < 2}
    others = {value for kind, value, *_ in known["values"] if kind != "host"}
    for answer in check(texts):
        for each in answer["all"]:
            if each["verdict"] == "listed":
                value = each["value"].split("/")[0]
                digits = "".join(filter(str.isdigit, value))
                assert any(value == host or value.endswith(f".{host}") for host in hosts) or {value.lower().lstrip("@"), digits} & others


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("okx.com.evil.test", ("lookalike", "okx")),
        ("https://okx.com@evil.test/", ("lookalike", "okx")),
        ("https://okx-support.net/verify", ("lookalike", "okx")),
        ("0kx.com", ("lookalike", "okx")),
        ("xn--kx-emc.com", ("lookalike", "okx")),
        ("okx-help@gmail.com", ("lookalike", "okx")),
        ("support@okx.com.co", ("lookalike", "okx")),
        ("@okx_help_desk", ("lookalike", "okx")),
        ("https://t.me/okx_support_24h", ("lookalike", "okx")),
        ("b-inance.com", ("lookalike", "binance")),
        ("欧易okx.com", ("lookalike", "okx")),
        ("请登录okx-verify.com，谢谢", ("lookalike", "okx")),
        ("961l0", ("lookalike", None)),
        ("okx.com", ("listed", "okx")),
        ("olx.com", ("unlisted", None)),
        ("ok.ru", ("unlisted", None)),
        ("finance.yahoo.com", ("unlisted", None)),
        ("somebody@example.org", ("unlisted", None)),
        ("+1 202 555 0100", ("unlisted", None)),
        ("bit.ly/3abcd", ("unlisted", None)),
        ("javascript:alert(1)", ("unreadable", None)),
        ("data:text/html,okx.com", ("unreadable", None)),
        ("http://127.0.0.1/", ("unreadable", None)),
        ("hello", ("unreadable", None)),
    ],
)
def test_verdict_on_one_value(check: Check, text: str, expected: tuple[str, str | None]) -> None:
    answer = check([text])[0]
    assert (answer["verdict"], answer.get("platform") or None) == expected


def test_mailbox_on_an_official_domain_that_nobody_lists_is_not_listed(check: Check) -> None:
    (answer,) = check(["ceo-office@okx.com"])
    assert (answer["verdict"], answer["hint"]) == ("unlisted", "own-host")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_whole_message_is_read_and_the_worst_comes_first(check: Check, asked: Script, language: str) -> None:
    message = {
        "zh": "您好，您的账户异常，请登录okx-verify.com，或联系@okxhelper，也可以看okx.com。客服电话+1 202 555 0100。请提供验证码。",
        "en": "Your account will be suspended. Log in at okx-verify.com or ask @okxhelper (see okx.com), call +1 202 555 0100. Tell me the code.",
    }[language]
    (answer,) = check([message])
    assert answer["verdict"] == "lookalike"
    assert [(each["verdict"], each["value"]) for each in answer["all"]] == [
        ("lookalike", "okx-verify.com"),
        ("lookalike", "@okxhelper"),
        ("unlisted", "+1 202 555 0100"),
        ("listed", "okx.com"),
    ]
    (signs,) = asked.ask({"signs": [message]})
    assert "Fake support" in signs


def test_ordinary_talk_has_no_signs_of_a_scam(asked: Script) -> None:
    talk = [
        "我的提现三天没有到账，工单还没有回复。",
        "My withdrawal is three days late and the ticket has no answer.",
        "谢谢，已经解决了。",
        "See you at the police station at 10:30.",
    ]
    assert asked.ask({"signs": talk}) == [[], [], [], []]


def test_long_message_is_judged_in_no_time(check: Check) -> None:
    text = " ".join(islice((f"name{n}.okx-{n}.example mail{n}@mail.example +1 202 555 {n:04}" for n in range(10_000)), 200))
    (answer,) = check([text])
    assert len(answer["all"]) > 400
