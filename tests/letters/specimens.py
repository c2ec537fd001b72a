"""Secrets nobody owns and honest texts that look a little like them, drawn with a seed: always the same ones."""

import hashlib
import random
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from Crypto.Hash import keccak
from mnemonic import Mnemonic

Specimen = tuple[str, str]
"""A text and the kind of box it stands in."""

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


# ── Encodings, straight from their definitions ────────────────────────────────


def base58(data: bytes) -> str:
    number, digits = int.from_bytes(data, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        digits = BASE58[digit] + digits
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + digits


def base58check(data: bytes) -> str:
    return base58(data + hashlib.sha256(hashlib.sha256(data).digest()).digest()[:4])


def eip55(data: bytes) -> str:
    digits = data.hex()
    digest = keccak.new(digest_bits=256, data=digits.encode()).hexdigest()
    return "0x" + "".join(c.upper() if int(d, 16) > 7 else c for c, d in zip(digits, digest, strict=False))


def segwit(version: int, program: bytes, prefix: str = "bc") -> str:
    """BIP-173 for version 0, BIP-350 for later ones."""
    bits = "".join(f"{byte:08b}" for byte in program)
    values = [version, *(int(bits[i : i + 5].ljust(5, "0"), 2) for i in range(0, len(bits), 5))]
    expanded = [*(ord(c) >> 5 for c in prefix), 0, *(ord(c) & 31 for c in prefix)]
    check = polymod([*expanded, *values, 0, 0, 0, 0, 0, 0]) ^ (0x2BC830A3 if version else 1)
    return prefix + "1" + "".join(BECH32[v] for v in [*values, *((check >> 5 * (5 - i)) & 31 for i in range(6))])


def polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for i, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if top >> i & 1 else 0
    return check


def luhn(digits: str) -> str:
    """The digits with their check digit (ISO/IEC 7812)."""
    total = sum(sum(divmod(int(d) * (2 if i % 2 == 0 else 1), 10)) for i, d in enumerate(reversed(digits)))
    return digits + str(-total % 10)


def digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choices("0123456789", k=count))


# ── Secrets ───────────────────────────────────────────────────────────────────

AROUND = (
    "{}",
    "My wallet does not open any more. This is what support asked for: {}",
    "客服让我发这个，我发了：{}",
    "{}\n\nPlease restore my account with it.",
    "2026-03-05 10:20 UTC - I sent them {} and they stopped answering.",
    "（{}）",
)


def around(rng: random.Random, secret: str) -> Specimen:
    return rng.choice(AROUND).format(secret), rng.choice(("text", "events"))


def seed_phrases(rng: random.Random) -> Iterator[Specimen]:
    for language in ("english", "chinese_simplified", "chinese_traditional"):
        for strength in (128, 160, 192, 224, 256):
            for layout in (" ".join, "\n".join, numbered, ", ".join, in_one_line, "　".join):
                words = Mnemonic(language).to_mnemonic(rng.randbytes(strength // 8)).split()
                yield around(rng, layout(words))
            if language != "english":
                words = Mnemonic(language).to_mnemonic(rng.randbytes(strength // 8)).split()
                yield (
                    rng.choice(("{}", "我的助记词是{}", "客服要我的助記詞：{}。", "经过如下\n{}\n然后钱包空了")).format("".join(words)),
                    "text",
                )


ORDINALS = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth"]
ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
HIDDEN = "\u200e\u202c\u2061\u180e\u034f\ufe0f\u200b"
"""Signs that show nowhere (Default_Ignorable_Code_Point)."""
SLIPS: tuple[Callable[[str], str], ...] = (
    lambda word: word[:-2] + word[-1],
    lambda word: word[:2] + word[3] + word[2] + word[4:],
    lambda word: word[:3] + "e" + word[3:],
    lambda word: word[:1] + "q" + word[2:],
)
"""A sign left out, two exchanged, one too many, a wrong one."""


def phrases_in_other_shapes(rng: random.Random) -> Iterator[Specimen]:
    """As people write a phrase off a sheet of paper, or as a copied text breaks it."""
    for sign in HIDDEN:
        words = drawn(rng, "english")
        yield " ".join(word[:2] + sign + word[2:] for word in words), "text"
        yield sign.join(words), "text"
    for slip in SLIPS:
        words = drawn(rng, "english")
        place = words.index(max(words, key=len))
        words[place] = slip(words[place])
        yield f"I typed in {' '.join(words)}, and then it was empty", "text"
    for _ in range(3):
        yield " ".join(word[:4] for word in drawn(rng, "english")), "text"
    for language in ("chinese_simplified", "chinese_traditional"):
        for form in ("第{}個：{}", "單詞{} {}", "第{}位是{}", "No.{} {}", "{}个：{}", "第{}个：{}", "词{}：{}"):
            yield listed(form, range(1, 13), drawn(rng, language)), "text"
    yield listed("the {}th word is {},", range(1, 13), drawn(rng, "english")), "text"
    yield listed("{}: {}", ORDINALS, drawn(rng, "english")), "text"
    yield listed("{}) {}", ROMAN, drawn(rng, "english")), "text"
    yield listed("{}) {}", ROMAN, drawn(rng, "chinese_simplified")), "text"
    for form in ("{}", "我的助记词：{}", "客服要我的钱包恢复词 {}。然后币没了"):
        for size in (2, 3, 4):
            signs = "".join(drawn(rng, "chinese_simplified"))
            yield form.format(" ".join(signs[i : i + size] for i in range(0, 12, size))), "text"
    for form in ("我的钱包{}", "我把{}发给了客服", "我的助记词是{}请帮我恢复账户", "我的助記詞{}給了客服"):
        yield form.format("".join(drawn(rng, "chinese_traditional" if "詞" in form else "chinese_simplified", evenly=True))), "text"


def drawn(rng: random.Random, language: str, *, evenly: bool = False) -> list[str]:
    """Twelve words; evenly, not by chance mostly the commonest ones, which no rule tells from a clause."""
    makes = Mnemonic(language)
    while True:
        words: list[str] = makes.to_mnemonic(rng.randbytes(16)).split()
        if not evenly or sum(map(makes.wordlist.index, words)) > 12 * 750:
            return words


def listed(form: str, numbers: Iterable[object], words: list[str]) -> str:
    return "\n".join(form.format(number, word) for number, word in zip(numbers, words, strict=True))


def numbered(words: list[str]) -> str:
    return "\n".join(f"{i}. {word}" for i, word in enumerate(words, 1))


def in_one_line(words: list[str]) -> str:
    return "; ".join(f"{i}){word.title()}" for i, word in enumerate(words, 1))


def private_keys(rng: random.Random) -> Iterator[Specimen]:
    for _ in range(5):
        key = rng.randbytes(32)
        made = [
            key.hex(),
            key.hex().upper(),
            f"0x{key.hex()}",
            base58check(b"\x80" + key),
            base58check(b"\x80" + key + b"\1"),
            base58check(b"\xef" + key + b"\1"),
            base58check(b"\xef" + key),
            base58check(bytes.fromhex("0488ADE4") + rng.randbytes(74)),
            base58(rng.randbytes(64)),
        ]
        yield from (around(rng, secret) for secret in made)


RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"


def keys_in_other_shapes(rng: random.Random) -> Iterator[Specimen]:
    """Grouped, broken by a line's end, of other coins, or only called a key."""
    for size, joint in ((2, ":"), (2, " "), (4, " "), (8, " "), (8, "-"), (16, " "), (16, "\n"), (32, "\n"), (32, " ")):
        key = rng.randbytes(32).hex()
        yield around(rng, joint.join(key[i : i + size] for i in range(0, 64, size)))
    yield around(rng, ", ".join(f"0x{byte:02x}" for byte in rng.randbytes(32)))
    key = rng.randbytes(32).hex()
    yield around(rng, f"{key[:41]}\n{key[41:]}")
    yield around(rng, key[:20] + "\u200e" + key[20:])
    for version in (b"\x80", b"\xb0", b"\x9e", b"\xcc"):
        yield around(rng, base58check(version + rng.randbytes(32) + b"\1"))
        wallet = base58check(version + rng.randbytes(32) + b"\1")
        yield around(rng, f"{wallet[:26]}\n{wallet[26:]}")
        wallet = base58check(version + rng.randbytes(32))
        yield around(rng, " ".join(wallet[i : i + 4] for i in range(0, len(wallet), 4)))
    extended = base58check(bytes.fromhex("0488ADE4") + rng.randbytes(41) + b"\0" + rng.randbytes(32))
    yield around(rng, f"{extended[:60]}\n{extended[60:]}")
    yield around(rng, base58check(b"\1\x42" + rng.randbytes(37)))
    yield around(rng, base58check(b"\x21" + rng.randbytes(16)).translate(str.maketrans(BASE58, RIPPLE)))
    yield around(rng, "S" + "".join(rng.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", k=55)))
    yield around(rng, "nsec1" + "".join(rng.choices(BECH32, k=58)))
    yield around(rng, "suiprivkey1" + "".join(rng.choices(BECH32, k=59)))
    yield f"API secret: {rng.randbytes(16).hex()}", "text"
    yield f"the API secret was {rng.randbytes(12).hex()} and he used it", "text"
    yield f"密钥：{rng.randbytes(12).hex()}", "text"
    yield "谷歌验证密钥：JBSWY3DPEHPK3PXP", "text"
    yield "My secret key is jbsw y3dp ehpk 3pxp".upper(), "text"
    for form in ("我的私钥是{}请查", "我的密钥：{}", "my private key {}"):
        yield form.format(rng.randbytes(32).hex()), "txid"
        yield form.format(rng.randbytes(32).hex()), "records"
    yield f"私钥（不是交易哈希）：{rng.randbytes(32).hex()}", "text"
    yield f"my private key hash: {rng.randbytes(32).hex()}", "text"


CODES = (
    "{}",
    "My verification code is {}.",
    "The SMS code was {} and I told him",
    "OKX: your security code: {}. Do not share it.",
    "Google Authenticator code {}",
    "the code from Google Authenticator is {}",
    "He asked for the code and I read out {}",
    "{} is your OKX verification code",
    "I typed the one-time password {} on that page",
    "OTP {}",
    "2FA code = {}",
    "G-{}",
    "我的验证码是 {}",
    "【欧易】您的验证码为{}，5分钟内有效，请勿告诉他人。",
    "客服要验证码，我报了{}",
    "收到短信驗證碼 {} 之後告訴了他",
    "谷歌验证码：{}",
    "{} 是你的登录验证码",
    "动态口令{}",
    "他让我念出一次性密码 {}",
)


def one_time_codes(rng: random.Random) -> Iterator[Specimen]:
    for i, sentence in enumerate(CODES):
        code = digits(rng, 6)
        yield sentence.format(f"{code[:3]} {code[3:]}" if i % 5 == 4 else code), "text"
    for text in CODES_IN_OTHER_SHAPES:
        yield text, "text"


CODES_IN_OTHER_SHAPES = (
    "2FA: 482913",
    "google authenticator 482913",
    "My authenticator shows 482913",
    "谷歌验证器显示 482913",
    "The code I got by SMS:\n482913",
    "He wanted the code\n482913\nand then it was gone",
    "验证码 4 8 2 9 1 3",
    "code 4-8-2-9-1-3",
    "my code is 4 8 2 9 1 3",
    "验证码：四八二九一三",
    "客服要验证码，我念了四八二九一三",
    "backup code 12345678",
    "Recovery code: 4a1b-93cd",
    "备用码：1234 5678",
    "恢复码 7c4a9f21",
)

PASSWORDS = (
    "支付密码是1234",
    "PIN 4829",
    "My PIN code is 4829",
    "密码20010101",
    "password 19870612",
    "资金密码是一三五七九零",
    "我把登录密码Hunter22发给了客服",
)


def passwords(_: random.Random) -> Iterator[Specimen]:
    for text in PASSWORDS:
        yield text, "text"


def cards(rng: random.Random) -> Iterator[Specimen]:
    shapes = (("4", 16), ("51", 16), ("2221", 16), ("34", 15), ("37", 15), ("62", 16), ("62", 19), ("3528", 16), ("3589", 16))
    for prefix, length in shapes:
        number = luhn(prefix + digits(rng, length - 1 - len(prefix)))
        grouped = f"{number[:4]} {number[4:10]} {number[10:]}" if length == 15 else " ".join(number[i : i + 4] for i in range(0, length, 4))
        for written in (number, grouped, grouped.replace(" ", "-"), f"{grouped} 12/28 123"):
            yield around(rng, written)
    for joint in ("\n", "_", "/", ", ", "   "):
        yield around(rng, grouped_card(rng, joint))
    number = luhn("4" + digits(rng, 14))
    yield around(rng, f"{number[:8]} {number[8:]}")
    yield f"my card {number[:8]}-{number[8:]}", "text"
    yield f"卡号{luhn('62' + digits(rng, 14))}", "reference"
    yield f"Visa {luhn('4' + digits(rng, 14))}", "reference"


def grouped_card(rng: random.Random, joint: str) -> str:
    number = luhn("5105" + digits(rng, 11))
    return joint.join(number[i : i + 4] for i in range(0, 16, 4))


REGIONS = ("110101", "310115", "440305", "510107", "650102")
TAIWAN = {letter: 10 + i for i, letter in enumerate("ABCDEFGHJKLMNPQRSTUVXYWZIO")}
SINGAPORE = {"S": (0, "JZIHGFEDCBA"), "T": (4, "JZIHGFEDCBA"), "F": (0, "XWUTRQPNMLK"), "G": (4, "XWUTRQPNMLK"), "M": (3, "XWUTRQPNJLK")}


def mainland(rng: random.Random) -> str:
    born = date(1950, 1, 1) + timedelta(days=rng.randrange(20_000))
    body = f"{rng.choice(REGIONS)}{born:%Y%m%d}{digits(rng, 3)}"
    return body + "10X98765432"[sum(int(d) * pow(2, 17 - i, 11) for i, d in enumerate(body)) % 11]


def hong_kong(rng: random.Random) -> str:
    letters, body = rng.choice(("A", "K", "Z", "WX")), digits(rng, 6)
    values = [*(36 if c == " " else ord(c) - 55 for c in letters.rjust(2)), *map(int, body)]
    check = -sum(value * (9 - i) for i, value in enumerate(values)) % 11
    return f"{letters}{body}({'A' if check == 10 else check})"


def taiwan(rng: random.Random) -> str:
    letter, body = rng.choice(list(TAIWAN)), rng.choice("1289") + digits(rng, 7)
    total = TAIWAN[letter] // 10 + TAIWAN[letter] % 10 * 9 + sum(int(d) * (8 - i) for i, d in enumerate(body))
    return f"{letter}{body}{-total % 10}"


def singapore(rng: random.Random, prefix: str) -> str:
    start, letters = SINGAPORE[prefix]
    body = digits(rng, 7)
    return f"{prefix}{body}{letters[(start + sum(int(d) * w for d, w in zip(body, (2, 7, 6, 5, 4, 3, 2), strict=True))) % 11]}"


def id_numbers(rng: random.Random) -> Iterator[Specimen]:
    for _ in range(4):
        number = mainland(rng)
        yield around(rng, number)
        yield around(rng, f"{number[:6]} {number[6:14]} {number[14:]}")
        number = mainland(rng)
        yield f"{number[:10]} {number[10:]}", "text"
        yield f"{number[:9]}\n{number[9:]}", "text"
        yield f"my number is{number}", "line"
        yield f"ID_{number}", "line"
        yield around(rng, hong_kong(rng))
        yield around(rng, hong_kong(rng).replace("(", "").replace(")", ""))
        yield around(rng, taiwan(rng))
    for prefix in SINGAPORE:
        yield around(rng, singapore(rng, prefix))
        yield around(rng, singapore(rng, prefix).lower())


def secrets() -> dict[str, list[Specimen]]:
    """Two hundred and more, by what findSecret calls them."""
    rng = random.Random(4711)
    made = {
        "seed": (seed_phrases, phrases_in_other_shapes),
        "key": (private_keys, keys_in_other_shapes),
        "code": (one_time_codes,),
        "password": (passwords,),
        "card": (cards,),
        "id": (id_numbers,),
    }
    return {name: [specimen for make in makers for specimen in make(rng)] for name, makers in made.items()}


# ── Honest texts ──────────────────────────────────────────────────────────────


def transaction_ids(rng: random.Random) -> Iterator[Specimen]:
    for _ in range(8):
        yield rng.randbytes(32).hex(), "txid"
        yield f"0x{rng.randbytes(32).hex()}", "txid"
        yield base58(rng.randbytes(64)), "txid"
        yield f"2026-03-05 10:20; 1234.5678 USDT; TRON; TxID {rng.randbytes(32).hex()}", "records"


def addresses(rng: random.Random) -> Iterator[Specimen]:
    for _ in range(5):
        yield eip55(rng.randbytes(20)), "address"
        yield f"0x{rng.randbytes(20).hex()}", "address"
        yield base58check(b"\0" + rng.randbytes(20)), "address"
        yield base58check(b"\5" + rng.randbytes(20)), "address"
        yield segwit(0, rng.randbytes(20)), "address"
        yield segwit(0, rng.randbytes(32)), "address"
        yield segwit(1, rng.randbytes(32)), "address"
        yield base58check(b"\x41" + rng.randbytes(20)), "address"
        yield base58(rng.randbytes(32)), "address"


def references(rng: random.Random) -> Iterator[Specimen]:
    """Numbers of orders, tickets, withdrawals and accounts; many pass for cards, some for ID numbers, by their checksum."""
    for length in range(6, 20):
        yield digits(rng, length), "reference"
        yield luhn(digits(rng, length - 1)), "reference"
    for prefix, length in (("4", 16), ("51", 16), ("62", 16), ("62", 19), ("37", 15), ("3528", 16)):
        yield luhn(prefix + digits(rng, length - 1 - len(prefix))), "reference"
    yield f"{luhn('4' + digits(rng, 14))}, {luhn('62' + digits(rng, 16))}", "reference"
    yield from ((hong_kong(rng).replace("(", "").replace(")", ""), "reference") for _ in range(3))
    yield from ((taiwan(rng), "reference") for _ in range(3))
    yield from ((text, "reference") for text in ("TICKET-2026-0042", "#20260305-0042", "OKX-CS-8812345", "ORDER-4111111111111111"))


def phones(rng: random.Random) -> Iterator[Specimen]:
    for form in (
        "+86 138 {} {}",
        "+852 {} {}",
        "+49 151 {} {}3",
        "+4915{}{}678",
        "0086138{}{}",
        "+1 415-555-{}",
        "138{}{}",
        "+44 7911 {}{}",
    ):
        for _ in range(3):
            yield form.format(digits(rng, 4), digits(rng, 4)), "line"


CALLED_HASHES = (
    "Transaction hash (TxID): {}",
    "交易哈希（TxID）：{}",
    "The TxID is {}, please look.",
    "TxID 为{}",
    "TxID 是：{}",
    "交易哈希是 {}",
    "哈希值：{}",
    "交易号 {}",
    'Transaction ID: "{}"',
    "Tx: 0x{}",
    "the transaction 0x{} has 64 confirmations",
    "TxIDs: {} and {}",
    "TxIDs: {}, {}, {}",
    "交易哈希：{}、{}",
    "TxID:\n{}",
    "TxIDs\n1. {}\n2. {}\n3. {}",
    "A1 screenshot, SHA-256 {}",
    "附件 A1 截图，SHA-256：{}",
    "SHA-256\nA1 chat.png {}\nA2 mail-of-support.pdf {}",
    "{}  chat-with-support.png",
    "TxID of my second withdrawal (500 USDT): {}",
    "https://tronscan.example/#/transaction/{}",
    "I never gave anybody my private key. TxID: {}",
    "客服要我的私钥，我没有给。交易哈希：{}",
    "{} is the TxID of it",
    "链上记录 {}",
)


def called_hashes(rng: random.Random) -> Iterator[Specimen]:
    """In prose, and not only in the box of its own."""
    for form in CALLED_HASHES:
        yield form.format(*(rng.randbytes(32).hex() for _ in range(3))), "text"
    yield f"https://solscan.io/tx/{base58(rng.randbytes(64))}", "text"
    yield f"Signature: {base58(rng.randbytes(64))}", "text"
    yield f"{rng.randbytes(16).hex()}, {rng.randbytes(16).hex()}", "text"


NUMBERS = (
    "UID {}",
    "用户ID {}",
    "用户 ID：{}",
    "账户 {} 被冻结",
    "Orders {}, {} and {}",
    "订单号：{}、{}",
    "tracking {}",
    "2026-03-05 {} filled",
    "委托 {} 成交",
    "I paid with the card ending in 1111, bank reference {}",
)


def called_numbers(_: random.Random) -> Iterator[Specimen]:
    for form in NUMBERS:
        yield form.format("4111111111111111", "4532015112830366", "5105105105105100"), "text"
    for phones in ("51234567/61234565", "51234567\n61234565", "5123 4567, 6123 4565", "5123 4567\n6123 4565"):
        yield phones, "text"


PROSE = (
    "I changed my password on 5 March and since then every withdrawal from my account has failed.",
    "The page says error code 50119 and then it logs me out again every time I try.",
    "Error code: 500119. I have tried three browsers and two phones and it is always the same.",
    "The verification code never arrived although I waited for more than thirty minutes, ticket 482913.",
    "I asked for the code six times between 10:20 and 10:50 UTC on 2026-03-05 and no SMS came.",
    "Ticket 482913 - verification code not received, please check the phone number on my account.",
    "My order is 482913 and it has nothing to do with the security code you keep asking about.",
    "482913 is the order where the confirmation code did not come, as I wrote on 3 March 2026.",
    "Verification code: 2026-03-05 10:20 UTC asked for, nothing received until 2026-03-06 08:00 UTC.",
    "After I entered the code, 500000 USDT left my account within two minutes to an unknown address.",
    "The password: reset on Monday, the two-factor device: changed on Tuesday, both by somebody else.",
    "I never gave my seed phrase, private key, password or any code to anyone, not even to support.",
    "They wanted twelve words from me but I did not type any of them into that page.",
    "The QR code 123456 on the poster led to a page that looked like yours but was not.",
    "My promo code 482913 was refused although the campaign page says that it is valid until Sunday.",
    "The country code 000086 stood before my number, so your text message could not reach me at all.",
    "I withdrew 1,234.5678 USDT at 10:20 UTC on 2026-03-05 and 2,000.00 USDC at 10:30 UTC.",
    "Balance before: 1234567.89 USDT. Balance after: 0.00 USDT. Difference: 1234567.89 USDT, worth about 9000000 CNY.",
    "At block 19876543 the transfer had 64 confirmations; the fee was 0.000123456789 ETH in total.",
    "My card ending in 1111 was charged 250,000 on 2026-03-05, the bank says it went through.",
    "The card 4111 **** **** 1111 is the one I used; the bank confirms the payment of 5 March.",
    "I live at 12 Example Street, Flat 1234 5678, and my phone number is +44 7911 123456.",
    "Please answer within 15 working days, by 2026-03-26, and keep all logs from 2026-01-01 to 2026-03-05.",
    "Times of the log-ins: 101500, 102000, 103000 and 104500 UTC, all from the same unknown device.",
    "You say the code of the error is 500119, but your help page lists no error of that number.",
    "我在 2026 年 3 月 5 日修改了密码，之后每次提现都失败，页面一直显示错误码 50119。",
    "验证码收不到，我等了三十分钟，短信和邮件里都没有，工单 482913 也没有人回复。",
    "验证码：2026-03-05 10:20 申请，到 2026-03-06 08:00 都没有收到，请查一下登记的手机号。",
    "我没有把助记词、私钥、密码或验证码告诉过任何人，包括自称客服的人。",
    "输入验证码以后，账户里的 500000 USDT 在两分钟内被转到陌生地址。",
    "工单 482913 是关于收不到验证码的，和提现没有关系，请分开处理。",
    "密码是三月五日改的，改完以后谷歌验证也换了，这两次都不是本人操作。",
    "页面提示“错误代码 500119”，换了三个浏览器、两部手机，结果都一样。",
    "3 月 5 日 10 时 20 分，3 月 5 日 10 时 30 分，3 月 6 日 8 时 0 分，3 月 7 日 9 时 15 分，3 月 8 日 10 时 5 分。",
    "余额由 1234567.89 USDT 变成 0，折合人民币约 9000000 元，附件 A1 是截图。",
    "尾号 1111 的银行卡在 2026-03-05 被扣款 250000 元，银行说已经成功。",
    "客服说验证码的有效期是 5 分钟，但是 20260305 那天我申请了 6 次，一次也没有收到。",
    "对方要我提供助记词，我没有给，只给了工单编号 100200300 和订单编号 614212345678901200。",
    "请在 15 个工作日内书面答复，并保存 2026-01-01 至 2026-03-05 的全部登录日志。",
    "提现编号 123456789012，网络 TRON，手续费 1 USDT，状态一直是“处理中”，已经 72 小时。",
    "所以大陆没有一家平台持牌，没有看到它受理个人的投诉，也请告知本人还有哪些途径。",
    "申诉专员的期限常比法院短\n投诉要引用当时有效的原文\n再用平台的验证工具查一次",
    "Agent A1234563 answered me twice and then no more.",
    "客服 A1234563 说会在三天之内回复，但是一直没有。",
    "Ticket S1234567D is still open.",
    "Case number A123456789 was closed without an answer.",
    "My branch code 500111 and BSB code 063000 are on the form, the tax code 482913 as well.",
    "The page returned code 500111 and then logged me out.",
    "Error (code 500119) came up again on both phones.",
    "The SMS code came from 106901 but too late.",
    "No code was ever sent to me, 482913 is my ticket.",
    "验证码 2026 年才发到手机上，之前一直没有。",
    "验证码 2026",
    "See your code of conduct, clause 123456, on how staff must answer.",
    "I did lose my password iPhone12 device on the same day.",
    "They reset my password/authenticator2, and I was logged out.",
    "登录密码okx2024活动页面要我重新设置。",
    "The password: changed on 20260305 after the 2FA was reset, 500000 USDT were gone.",
    "My PIN was asked for on 2026-03-05, the password 2026 is what the page calls it.",
    "I have the API secret since 2026-03-01; the private key that they have been asking for stays with me.",
    "The authenticator was removed on 5 March, and withdrawal 482913 followed within minutes.",
    "我的密钥在 2026-03-05 被重置，私钥没有给任何人。",
    "We read about this tool only in a copy on an unknown domain. Never enter by a link from such a copy.",
    "This version is under this license provided that you make a good faith effort to ensure that it is fair.",
    "1. deposit 2. withdraw 3. wait 4. ask 5. deposit 6. withdraw 7. wait 8. ask 9. deposit 10. withdraw 11. wait 12. ask",
    "警方开通网络犯罪举报网站，客服把钱包冻结了，让发卡行撤回一笔刷卡付款。",
    "3 月 5 日 10 时 20 分 4 秒，第 1 次；3 月 6 日 11 时 30 分 5 秒，第 2 次。",
    "當時我在登入頁面輸入了密碼，之後收不到驗證碼，客服說是電信公司的問題，請貴司查明。",
    "我的問題：提領 250,000 元，2026-03-05 10:20 送出，至今沒有入帳，請說明理由。",
)


def prose(_: random.Random) -> Iterator[Specimen]:
    for text in PROSE:
        yield text, "text"
        yield f"{text}\n{text}", "events"


def honest() -> list[Specimen]:
    """Two hundred and more."""
    rng = random.Random(1147)
    return [
        specimen
        for make in (transaction_ids, called_hashes, addresses, references, phones, called_numbers, prose)
        for specimen in make(rng)
    ]
