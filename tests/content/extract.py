"""What the dossiers hold and a reader may be told: hosts, e-mail and postal addresses, phone numbers as digits, handles,
and spans of time ("15-working-day").

``python -m tests.content.extract DOSSIER... > tests/content/allowed.txt``

A dossier mixes prose, YAML and tables, so it is read part by part (a line, a remark in brackets, a clause). What is
defanged (``name[.]example``) or masked (``5808 ****``) is not extracted; an address that any part calls obsolete,
unsupported or not for readers is refused wherever else it stands.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

_PARTS = re.compile(r"\[(?=earlier)|\](?!\w)|; |(?<=\w)\. ")
_REFUSAL = re.compile(
    r"obsolete|unsupported|do not use|not_official|never publish|law enforcement only"
    r"|trivially forged|old hosts|old api mirror|look-alike|doubtful|android id",
    re.IGNORECASE,
)

_URL = re.compile(r"https?://[^\s\"'`,;)\]|]+")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}\b", re.IGNORECASE)
_HOST = re.compile(r"(?<![\w@.\[/-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\w-]|\.\w|\[|\()", re.IGNORECASE | re.ASCII)
_FILES = (".eml", ".htm", ".html", ".js", ".md", ".page", ".pdf", ".yaml")
_HANDLE = re.compile(r"(?<![\w.+-])@(?![0-9a-f]{7}\b)[A-Za-z][A-Za-z0-9_]{2,31}\b")
_PAGE_HANDLE = re.compile(r"\b(?:facebook\.com|m\.me)/([A-Za-z][A-Za-z0-9_]{2,31})\b")

_PHONE = re.compile(r"(?<![\w.,/*+§-])\+?\(?\d(?:[ -]?\(?\d\)?){2,14}(?![\d*]| ?\*|[.,/]\d|[A-Za-z])")
_LONG = 7
"""Digits from which a number is a phone number wherever it stands; a shorter one needs words that say so."""
_ABOUT_CALLS = re.compile(r"\s*(?:- )?(?:police|crime|fraud_report|hotline|helplines|consumer|contact|phones?|scam_line)\w*:")
_CALL = re.compile(
    r"police|helpline|hotline|emergency|\btel\b|\bcall\b|(?:consumer|warning|anti-fraud)[\w/ -]* line|complain|ホットライン", re.IGNORECASE
)
_OTHER_NUMBERS = re.compile(
    r"(?:19[89]|20[0-4])\d-\d\d(?:-\d\d)?|(?<!\d )(?<![\d-])(?:19[89]|20[0-4])\d(?![\d-])|weekdays \d+-\d+"  # days, years, hours
    r"|(?<!\d)00\d(?! ?\d)|nycrr \d+"  # articles, rules
    r"|(?:art|section|law|act|no|frn|nmls|reg|circular|title|rg|psa|bcb|trade reg|seeds?|sch)\b[.( ]{0,2}\d[\d,/. -]*"  # laws, registers
    r"|(?:eur|usd|hkd|gbp|cny|c\$|s\$|hk\$|\$|<=?|>|~) ?[\d,.]+ ?[km]?\b"  # sums
    r"|\d[\d,.]*(?:-[\d,.]+)?\+? ?(?:%|hkd|gbp|eur|working|business|days?|weeks?|months?|years?|hours?|y\b|min|(?:crypto |new )?complaints|agencies|characters|css)",
    re.IGNORECASE,
)


_POSTAL = re.compile(
    r"(?:CONFLICT: |\bvs |\bpost (?:to )?|GmbH, (?:\S+@\S+, )?)([A-Z0-9][^;()@]{12,90}?)(?= \(| ;|;| vs |, free|  |$)", re.MULTILINE
)
"""A street address: what is sent by post, what a company's name is followed by, or either side of a conflict."""

_NUMBER = r"(?:\d{1,3}|one|two|three|four|six|eight)"
_UNIT = r"(?P<work>working|business|个?工作)?[ -]?(?P<unit>hours?|days?|weeks?|months?|years?|日|y\b|h\b)"
_SPANS = (
    re.compile(rf"(?<![\w.,-])(?P<numbers>{_NUMBER}(?:(?: ?(?:\(|/|,|to|or|vs|\+) ?){_NUMBER}\)?)*)[ -]?{_UNIT}", re.IGNORECASE),
    re.compile(
        rf"{_UNIT}[^;.|]{{0,4}}?(?:up to|exceptionally|\() ?(?P<numbers>{_NUMBER})\b(?! ?(?:working|business|hour|day|week|month|year))",
        re.IGNORECASE,
    ),
)
"""15 (35) business days, 3 vs 5 days, 2y / 6y; 15 days, up to 60."""
_WORDS = {"one": "1", "two": "2", "three": "3", "four": "4", "six": "6", "eight": "8"}
_UNITS = {"y": "year", "h": "hour", "日": "day"}


def allowed_values(dossiers: str) -> set[str]:
    """Every contact, postal address and span of time of the dossiers."""
    postal = {address for address in _POSTAL.findall(dossiers) if re.search(r"\d", address)}
    return contact_values(dossiers) | postal | set(time_spans(dossiers))


def time_spans(dossiers: str) -> Iterator[str]:
    """The spans of time as a clock of the data says them: number and unit."""
    for form in _SPANS:
        for span in form.finditer(dossiers):
            unit = span["unit"].lower().rstrip("s")
            unit = "working-day" if span["work"] else _UNITS.get(unit, unit)
            for number in re.findall(_NUMBER, span["numbers"].lower()):
                yield f"{_WORDS.get(number, number)}-{unit}"


def contact_values(dossiers: str) -> set[str]:
    """Every contact value of the dossiers that may be given to a reader."""
    found: set[str] = set()
    refused: set[str] = set()
    for line in dossiers.splitlines():
        for part in _PARTS.split(line):
            (refused if _REFUSAL.search(part) else found).update(_addresses(part))
        found.update(_phones(line))
    found -= refused
    return found | {value.split("@")[1] for value in found if "@" in value[1:]}


def plain_host(host: str) -> str:
    """The host without ``www.``, which says nothing about whose it is."""
    return host.lower().removeprefix("www.")


def digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)


def _addresses(part: str) -> Iterator[str]:
    yield from (email.lower() for email in _EMAIL.findall(part))
    yield from _HANDLE.findall(part)
    yield from (f"@{name}" for name in _PAGE_HANDLE.findall(part))
    yield from (plain_host(re.split(r"[/:?#]", url.split("://", 1)[1])[0]) for url in _URL.findall(part) if "[" not in url)
    rest = _EMAIL.sub(" ", _URL.sub(" ", part))
    yield from (plain_host(host) for host in _HOST.findall(rest) if not host.lower().endswith(_FILES))


def _phones(line: str) -> Iterator[str]:
    rest = _OTHER_NUMBERS.sub(" # ", _EMAIL.sub(" # ", _URL.sub(" # ", line)))
    for clause in rest.split(";"):
        told = _ABOUT_CALLS.match(line) or _CALL.search(clause)
        yield from (phone for phone in map(digits, _PHONE.findall(clause)) if told or len(phone) >= _LONG)


def main(paths: list[str]) -> None:
    texts = (Path(path).read_text(encoding="utf-8") for path in paths)
    print("\n".join(sorted(allowed_values("\n".join(texts)))))


if __name__ == "__main__":
    main(sys.argv[1:])
