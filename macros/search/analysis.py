"""What the search makes of a text. A specification with a twin in docs/overrides/assets/search/analysis.js; vectors hold both.

1. Form: NFKD, lower case, without the combining marks U+0300 to U+036F and without apostrophes.
2. Script: a Han character that the script's table names is exchanged (traditional → simplified).
3. Tokens: a run of a-z and 0-9 is a word, stemmed; each of U+3400 to U+9FFF is a token by itself. All else parts stretches.
4. Key of a phrase: its tokens in order; a space stands between two words.
5. Terms of a text: its words but stop words; in each stretch every two neighbouring Han tokens; if there is neither, each Han token
   alone.
6. A gap term ``a_b`` is of two Han tokens with one between: a name with one wrong character keeps most of them.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

Stretch = tuple[str, ...]
"""Tokens with nothing between them."""

_MARKS = re.compile("[\u0300-\u036f]")
_APOSTROPHES = re.compile("['\u2019\u02bc\u2018`\u00b4]")
_STRETCH = re.compile("[a-z0-9\u3400-\u9fff]+")
_TOKEN = re.compile("[a-z0-9]+|[\u3400-\u9fff]")
HAN_RUN = re.compile("[\u3400-\u9fff]+")
"""Han characters with nothing between them."""
_WORD = re.compile("(?<![a-z0-9])[a-z]+(?![a-z0-9])")
_HAS_VOWEL = re.compile("[aeiouy]")
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")

_STOPPED = (
    "a about an and any are as at be been being but by can could did do does doing done else for from get gets getting got had has have"
    " having he her here hers him his how i if im in into is it its ive just me mine my myself no nor not of off on only or our ours out"
    " over own s she should so some such t than that thats the their them then there these they theyre this those to too up us very was"
    " we were what whats when where which while who whom whose why will with would you your yours"
)


def form(text: str) -> str:
    """A text in its plainest form (rule 1)."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text)).lower())


def words(text: str) -> list[str]:
    """The words of a text that are letters alone, in their plainest form, with their endings."""
    return _WORD.findall(form(text))


def is_han(sign: str) -> bool:
    """Whether a token is a Han character."""
    return sign >= "\u3400"


def stretches(text: str, script: Mapping[int, str]) -> tuple[Stretch, ...]:
    """The tokens of a text, by stretches (rules 1 to 3); ``script`` maps code points to the characters they are exchanged for."""
    plain = form(text).translate(script)
    return tuple(_tokens(stretch) for stretch in _STRETCH.findall(plain))


def _tokens(stretch: str) -> Stretch:
    if HAN_RUN.fullmatch(stretch):
        return tuple(stretch)
    return tuple(sign if sign >= "\u3400" else stem(sign) for sign in _TOKEN.findall(stretch))


def key(tokens: Sequence[str]) -> str:
    """The key of a phrase (rule 4)."""
    pieces: list[str] = []
    for before, token in zip(("\u3400", *tokens), tokens, strict=False):
        pieces.append(token if is_han(before) or is_han(token) else f" {token}")
    return "".join(pieces)


def terms(runs: Sequence[Stretch]) -> list[str]:
    """The terms of a text's stretches, in order, as often as they stand in it (rule 5)."""
    found: list[str] = []
    for run in runs:
        if len(run) > 1:
            found += _pairs(run)
        elif run[0] < "\u3400" and run[0] not in STOP_WORDS:
            found.append(run[0])
    return found or [sign for run in runs for sign in run if is_han(sign)]


def _pairs(stretch: Stretch) -> Iterator[str]:
    for sign, following in zip(stretch, (*stretch[1:], ""), strict=True):
        if sign < "\u3400":
            if sign not in STOP_WORDS:
                yield sign
        elif following >= "\u3400":
            yield sign + following


def gaps(runs: Sequence[Stretch]) -> list[str]:
    """The gap terms of a text's stretches (rule 6)."""
    found = []
    for run in runs:
        for first, between, last in zip(run, run[1:], run[2:], strict=False):
            if is_han(first) and is_han(between) and is_han(last):
                found.append(f"{first}_{last}")
    return found


_ENDINGS = (("ication", "i", 9), ("iness", "i", 7), ("sses", "ss", 5), ("ies", "i", 5), ("ied", "i", 5))
"""An ending, what takes its place, and from what length of a word on."""


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without its endings: withdrawals, withdrawing and withdrawal are one. A word with a figure in it stays as it is."""
    if len(word) < 4 or is_han(word) or not word.isalpha():
        return word
    for ending, instead, length in _ENDINGS:
        if word.endswith(ending) and len(word) >= length:
            return word.removesuffix(ending) + instead
    return _without_y(_without_al(_without_ing(_without_s(word))))


def _without_s(word: str) -> str:
    if word.endswith(("ches", "shes", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _without_ing(word: str) -> str:
    for ending in ("ing", "ed", "ely", "ly", "er"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and _HAS_VOWEL.search(rest):
            return _DOUBLED.sub(r"\1", rest) if ending in ("ing", "ed", "er") else rest
    return word


def _without_al(word: str) -> str:
    if word.endswith("al") and len(word) >= 7:
        return word[:-2]
    return word[:-1] if word.endswith("e") and len(word) >= 4 else word


def _without_y(word: str) -> str:
    return word[:-1] + "i" if word.endswith("y") and len(word) >= 4 else word


STOP_WORDS = frozenset(map(stem, _STOPPED.split()))
"""Words that say nothing of what a text is about, without their endings."""
