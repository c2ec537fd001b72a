"""The figures, dates and units that a sentence says, so that two languages can be compared.

Numbers in words count as an explanation only: "two years" may stand for "2 年", and "两年" for "2 years". So does what
says "round the clock" with or without figures.
"""

import calendar
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from ..model.text import HOLE, HoledText, Text

Fault = tuple[str, str]

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_NAMES = "|".join(calendar.month_name[1:])
_MONTH = re.compile(  # "may" is a month only beside what makes it one
    rf"\b(?!May\b)(?:{_NAMES})\b|\bMay(?= \d)|(?<=\d )May\b|(?<=\b[io]n )May\b|(?<=since )May\b|(?<=until )May\b|(?<=to )May\b"
)
_SCALE = {"万": 10**4, "亿": 10**8, "million": 10**6, "billion": 10**9, "m": 10**6, "bn": 10**9, "k": 10**3}
_FIGURE = re.compile(  # a digit beside a letter belongs to a name: 2FA, T+1
    r"(?:(?<![A-Za-z\d])|(?<=\bR)|(?<=\bRM))(?<!\d[.,])([$€£¥]?)(\d+(?:,\d{3})*(?:\.\d+)?)"
    r"(?:\s*(万|亿|million|billion)|(m|bn|k)\b|(?:s|st|nd|rd|th)\b)?(?![A-Za-z])"
)
_ROUND_THE_CLOCK = re.compile(
    r"24 hours a day(?:,? (?:7|seven) days a week)?|round[- ]the[- ]clock|open day and night|24/7|7 ?[×x*] ?24(?: ?小时)?|全天候",
    re.IGNORECASE,
)
_FULL_HOUR = re.compile(r"\b(\d{1,2}):00\b")
_TENTHS = re.compile(r"([一二两三四五六七八九]|\d)成")

_SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ENGLISH = dict(zip(_SMALL, range(13), strict=True)) | {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_ENGLISH_NUMBER = re.compile(rf"\b(?:{'|'.join(_ENGLISH)})\b", re.IGNORECASE)
_HAN = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {"两": 2, "〇": 0}
_HAN_NUMBER = re.compile(r"[一二两三四五六七八九]?十[一二三四五六七八九]?|[零〇一二两三四五六七八九]")


def plain(text: str) -> str:
    """The text with holes left out and every sign in its ordinary form; a full hour is a figure."""
    return _FULL_HOUR.sub(r"\1", unicodedata.normalize("NFKC", HOLE.sub(" ", text)))


def figures(text: str) -> list[float]:
    """The figures of a plain text as numbers, in order of size: 25 万 is 250,000, $5m is 5,000,000 and July is 7."""
    text = _TENTHS.sub(lambda share: f" {_han_value(share[1])}0 ", text) if "成" in text else text
    text = _MONTH.sub(lambda month: f" {_MONTHS[month[0].lower()]} ", text)
    return sorted(_value(match) for match in _FIGURE.finditer(text) if match[1] or not match[4])


def _value(match: re.Match[str]) -> float:
    return float(match[2].replace(",", "")) * _SCALE.get(match[3] or match[4] or "", 1)


def _han_value(word: str) -> int:
    if word.isdecimal():
        return int(word)
    tens, ten, ones = word.partition("十")
    return (_HAN.get(tens, 1) * 10 + _HAN.get(ones, 0)) if ten else _HAN[word]


def figures_in_words(text: str) -> set[float]:
    """The numbers that a text says in words: two, 两, 十五."""
    english = {float(_ENGLISH[word.lower()]) for word in _ENGLISH_NUMBER.findall(text)}
    return english | {float(_han_value(word)) for word in _HAN_NUMBER.findall(text)}


_ZH_DAY = re.compile(r"(\d{1,2}) ?月 ?(\d{1,2}) ?(?:日|号)?(?: ?(?:到|至|和|、|[-–—]) ?(\d{1,2}) ?[日号])?")
_EN_DAY = re.compile(rf"(?:(\d{{1,2}})(?: to | and |[-–—]))?(\d{{1,2}}) ({_NAMES})\b|\b({_NAMES}) (\d{{1,2}})(?!\d)")


def days(text: str) -> set[tuple[int, int]]:
    """The days that a plain text names, as (month, day)."""
    chinese = {(int(month), int(day)) for month, *found in _ZH_DAY.findall(text) for day in found if day}
    english = {
        (_MONTHS[(month or other).lower()], int(day))
        for *found, month, other, after in _EN_DAY.findall(text)
        for day in (*found, after)
        if day
    }
    return chinese | english


_BEFORE_SUM = r"(?:万|亿)? ?"
_AFTER_SUM = r"(?: (?:million|billion))? ?"
_UNITS = {
    "working day": r"个?工作日| ?(?:working|business)[- ]days?\b",
    "hour": r"个?小时|[- ]?(?:hours?|h)\b",
    "minute": r"分钟|[- ]?min(?:ute)?s?\b",
    "second": r"秒|[- ]?seconds?\b",
    "day": r"个?自然日|天|日内|[- ]?(?:calendar[- ])?days?\b",
    "week": r"个?(?:星期|周)|[- ]?weeks?\b",
    "month": r"个月|[- ]?months?\b",
    "year": r"(?<!\d{4} )(?<!\d{4})年|[- ]?years?\b",
    "per cent": r"%|个百分点|[- ]?per ?cent\b",
    "HKD": rf"{_BEFORE_SUM}(?:港元|港币)|{_AFTER_SUM}(?:HKD|Hong Kong dollars)\b",
    "USD": rf"{_BEFORE_SUM}(?:美元|美金)|{_AFTER_SUM}(?:USD|US dollars)\b",
    "EUR": rf"{_BEFORE_SUM}欧元|{_AFTER_SUM}(?:EUR|euros?)\b",
    "GBP": rf"{_BEFORE_SUM}英镑|{_AFTER_SUM}(?:GBP|pounds?)\b",
}
_NAMED = tuple(_UNITS)
_SPAN = re.compile(
    rf"(\d+(?:\.\d+)?|{_ENGLISH_NUMBER.pattern}|[一二两三四五六七八九十]+) ?(?:{'|'.join(f'({form})' for form in _UNITS.values())})",
    re.IGNORECASE,
)


@lru_cache(maxsize=20_000)
def spans(text: str) -> Mapping[float, Mapping[str, str]]:
    """For each number of a plain text that has a unit: its units, each with the words that say it."""
    found: dict[float, dict[str, str]] = {}
    for match in _SPAN.finditer(text):
        unit = _NAMED[(match.lastindex or 2) - 2]
        found.setdefault(_number(match[1]), {}).setdefault(unit, match[0].strip())
    return found


def _number(word: str) -> float:
    if word[0].isdecimal():
        return float(word)
    return float(_ENGLISH[word.lower()] if word.lower() in _ENGLISH else _han_value(word) if _HAN_NUMBER.fullmatch(word) else -1)


_DIGIT = re.compile(r"\d")


def disagreements(text: Text | HoledText) -> tuple[Fault, ...]:
    """In what the two languages differ, with what to do: their figures, else their dates, else their units."""
    return _compared(text.zh, text.en) if _DIGIT.search(text.zh) or _DIGIT.search(text.en) else ()


@lru_cache(maxsize=20_000)  # a preview compares the same texts after every edit
def _compared(zh: str, en: str) -> tuple[Fault, ...]:
    zh, en = plain(zh), plain(en)
    return next((found for compare in _COMPARISONS if (found := tuple(compare(zh, en)))), ())


def _figures_differ(zh: str, en: str) -> Iterator[Fault]:
    idle = {7, 24} if _ROUND_THE_CLOCK.search(zh) or _ROUND_THE_CLOCK.search(en) else set()
    said, meant = set(figures(zh)) - idle, set(figures(en)) - idle
    if said == meant:
        return
    only = [sorted(said - meant - figures_in_words(en)), sorted(meant - said - figures_in_words(zh))]
    if any(only):
        shown = " and ".join(", ".join(f"{figure:.12g}" for figure in side) or "none" for side in only)
        yield f"The two languages differ in their figures: {shown}.", "Write the same figures in both."


def _days_differ(zh: str, en: str) -> Iterator[Fault]:
    said, meant = (days(zh), days(en)) if "月" in zh else (set(), set())
    if said != meant and len(said) == len(meant):
        sides = (", ".join(f"{day} {calendar.month_name[month]}" for month, day in sorted(side)) for side in (said - meant, meant - said))
        yield f"The two languages differ in their dates: {' and '.join(sides)}.", "Write the same date in both."


def _units_differ(zh: str, en: str) -> Iterator[Fault]:
    said, meant = spans(zh), spans(en)
    apart = [number for number in said if number in meant and said[number].keys().isdisjoint(meant[number])]
    for number in sorted(apart)[:1]:
        pair = " and ".join(f"'{next(iter(side[number].values()))}'" for side in (said, meant))
        yield f"The two languages differ in their units: {pair}.", "Write the same unit in both."


_COMPARISONS: tuple[Callable[[str, str], Iterator[Fault]], ...] = (_figures_differ, _days_differ, _units_differ)
