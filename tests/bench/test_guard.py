"""What share of secrets the guard refuses, by kind, and what share of honest texts: thousands of each, drawn with a seed."""

import random
import shutil
from collections.abc import Iterator

import pytest
from mnemonic import Mnemonic

from tests.letters import specimens
from tests.letters.specimens import BASE58, BECH32, base58, base58check, eip55, segwit
from tests.node import Script, script
from tests.site.checkout import built_guide

LANGUAGES = (
    "english",
    "french",
    "italian",
    "spanish",
    "portuguese",
    "czech",
    "japanese",
    "korean",
    "chinese_simplified",
    "chinese_traditional",
)
ASK = """
import { createInterface } from "node:readline";
import { findSecret } from "./guard.mjs";
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(JSON.parse(line).map(([text, kind]) => findSecret(text, kind)))}\\n`);
}
"""


@pytest.fixture(scope="module")
def guard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Script]:
    """The guard as the built guide has it."""
    folder = tmp_path_factory.mktemp("guard")
    (built,) = built_guide().folder.glob("assets/secrets/secrets.*.js")
    shutil.copy(built, folder / "guard.mjs")
    (folder / "ask.mjs").write_text(ASK, encoding="utf-8")
    with script(folder / "ask.mjs") as running:
        yield running


def phrases(rng: random.Random) -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        makes = Mnemonic(language)
        for strength in (128, 192, 256):
            for layout in (" ".join, "\n".join, ", ".join, specimens.numbered):
                for _ in range(10):
                    yield specimens.around(rng, layout(makes.to_mnemonic(rng.randbytes(strength // 8)).split()))


def faulty_phrases(rng: random.Random) -> Iterator[tuple[str, str]]:
    """One word is missing, mistyped, or strange to the list."""
    makes = Mnemonic("english")
    for turn in range(600):
        words = makes.to_mnemonic(rng.randbytes(rng.choice((16, 32)))).split()
        place = rng.randrange(len(words))
        fault = ([], [words[place][:-1] + "q"], [rng.choice(("hodl", "wagmi", "zhang", "qwert", "satoshi"))])[turn % 3]
        words[place : place + 1] = fault
        yield specimens.around(rng, " ".join(words))


def signs(rng: random.Random, alphabet: str, count: int) -> str:
    return "".join(rng.choices(alphabet, k=count))


def keys(rng: random.Random) -> Iterator[tuple[str, str]]:
    for _ in range(60):
        yield base58check(b"\x80" + rng.randbytes(32) + b"\1"), "text"
        yield base58check(b"\x80" + rng.randbytes(32)), "text"  # EOS of old, too
        yield base58check(bytes.fromhex("0488ADE4") + rng.randbytes(13) + bytes(20) + b"\0" + rng.randbytes(40)), "text"
        yield "PVT_K1_" + base58(rng.randbytes(37)), "text"
        yield "edsk" + signs(rng, BASE58, 50), "text"
        yield "xprv1" + signs(rng, BECH32, 150), "text"
        yield "ed25519e_sk1" + signs(rng, BECH32, 100), "text"
        yield "nsec1" + signs(rng, BECH32, 58), "text"
        yield "suiprivkey1" + signs(rng, BECH32, 59), "text"
        yield f"private key: 0x{rng.randbytes(32).hex()}", "text"
        yield f"我的私钥是 {rng.randbytes(32).hex()}", "text"
        yield base58(rng.randbytes(64)), "text"
        yield ".".join(("eyJ" + signs(rng, BASE58, 20), "eyJ" + signs(rng, BASE58, 60), signs(rng, BASE58, 43))), "text"


def codes_and_passwords(rng: random.Random) -> Iterator[tuple[str, str]]:
    words = [word for word in Mnemonic("english").wordlist if len(word) > 5]
    for _ in range(80):
        code = specimens.digits(rng, 6)
        yield f"I told him {code}", "text"
        yield f"我告诉他{code}", "text"
        yield f"验证码是 {code}", "text"
        yield f"my verification code is {code}", "text"
        yield f"my password is {rng.choice(words)}", "text"
        yield f"密码是 {rng.choice(words)}", "text"
        yield f"password: {rng.choice(words)}{specimens.digits(rng, 3)}!", "text"


def addresses(rng: random.Random) -> Iterator[tuple[str, str]]:
    """Of fifteen chains, in the box for addresses."""
    for _ in range(100):
        yield from (
            (eip55(rng.randbytes(20)), "address"),
            (segwit(0, rng.randbytes(20)), "address"),
            (segwit(1, rng.randbytes(32)), "address"),
        )
        yield from ((base58check(b"\0" + rng.randbytes(20)), "address"), (base58check(b"\x41" + rng.randbytes(20)), "address"))
        yield from (
            (base58(rng.randbytes(32)), "address"),
            ("0x" + rng.randbytes(32).hex(), "address"),
            (rng.randbytes(32).hex(), "address"),
        )
        yield from ((segwit(0, rng.randbytes(20), "ltc"), "address"), (f"0x{rng.getrandbits(250):x}", "address"))
        yield from (("addr1" + signs(rng, BECH32, 98), "address"), ("cosmos1" + signs(rng, BECH32, 38), "address"))
        yield from (
            ("EQ" + signs(rng, BASE58, 46), "address"),
            ("r" + signs(rng, BASE58, 33), "address"),
            (f"{signs(rng, 'abcdef', 8)}.near", "address"),
        )


def numbers(rng: random.Random) -> Iterator[tuple[str, str]]:
    for _ in range(150):
        yield rng.randbytes(32).hex(), "txid"
        yield f"payment {rng.randbytes(32).hex()} has not arrived", "text"
        yield f"转账 0x{rng.randbytes(32).hex()} 没有到账", "text"
        yield specimens.digits(rng, rng.choice((12, 18, 20))), "reference"
        yield f"Order {specimens.digits(rng, 18)} was paid at 10:20", "text"


def prose() -> Iterator[tuple[str, str]]:
    """The sentences of the guide itself."""
    from tests.letters.desk import library

    for entry in library():
        for _, value, _ in entry.visits:
            for text in (getattr(value, "zh", ""), getattr(value, "en", "")):
                if isinstance(text, str) and len(text) > 20 and "0000111122223333" not in text:
                    yield text, "text"


def test_guard_refuses_secrets_and_lets_honest_texts_pass(guard: Script) -> None:

    rng = random.Random(20261129)
    secrets = {
        "phrases": [*phrases(rng)],
        "with a fault": [*faulty_phrases(rng)],
        "keys": [*keys(rng)],
        "codes": [*codes_and_passwords(rng)],
    }
    honest = {"addresses": [*addresses(rng)], "numbers": [*numbers(rng)], "prose": [*prose()]}
    shares = dict[str, float]()
    for name, texts in (secrets | honest).items():
        verdicts = guard.ask(texts)
        passed = [text for (text, _), verdict in zip(texts, verdicts, strict=True) if bool(verdict) != (name in secrets)]
        shares[name] = sum(map(bool, verdicts)) / len(texts)
        print(f"{name:13} {len(texts):6} {shares[name]:.4f} refused; {passed[:3]}")
    total = sum(map(len, secrets.values()))
    assert total >= 3000
    assert sum(shares[name] * len(texts) for name, texts in secrets.items() if name != "with a fault") >= 0.99 * (total - 600)
    assert shares["with a fault"] >= 0.95
    assert sum(map(len, honest.values())) >= 3000
    assert shares["addresses"] == 0
    assert sum(shares[name] * len(texts) for name, texts in honest.items()) <= 0.003 * sum(map(len, honest.values()))
