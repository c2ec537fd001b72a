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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import add

Stretch = tuple[str, ...]
"""Tokens with nothing between them."""

_MARKS = re.compile("[\u0300-\u036f]")
_APOSTROPHES = re.compile("['\u2019\u02bc\u2018`\u00b4]")
_STRETCH = re.compile("[a-z0-9\u3400-\u9fff]+")
_TOKEN = re.compile("[a-z0-9]+|[\u3400-\u9fff]")
HAN_RUN = re.compile("[\u3400-\u9fff]+")
"""Han characters with nothing between them."""
_WORD = re.compile("(?<![a-z0-9])[a-z]+(?![a-z0-9])")

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


def is_all_han(tokens: Sequence[str]) -> bool:
    """Whether tokens are Han characters all."""
    return min(tokens, default="\u3400") >= "\u3400"


def stretches(text: str, script: Mapping[int, str]) -> tuple[Stretch, ...]:
    """The tokens of a text, by stretches (rules 1 to 3); ``script`` maps code points to the characters they are exchanged for."""
    return stretches_of_all([text], script)[0]


def stretches_of_all(texts: Iterable[str], script: Mapping[int, str]) -> list[tuple[Stretch, ...]]:
    """The same for many texts, read as lines of one: a tenth of the calls."""
    plain = form("\n".join(text.replace("\n", " ") for text in texts)).translate(script)
    return [tuple(map(_tokens, _STRETCH.findall(line))) for line in plain.split("\n")]


@lru_cache(maxsize=100_000)  # most are words, and the same ones again and again
def _tokens(stretch: str) -> Stretch:
    if HAN_RUN.fullmatch(stretch):
        return tuple(stretch)
    return tuple(sign if sign >= "\u3400" else stem(sign) for sign in _TOKEN.findall(stretch))


def key(tokens: Sequence[str]) -> str:
    """The key of a phrase (rule 4)."""
    if is_all_han(tokens):
        return "".join(tokens)
    pieces: list[str] = []
    for before, token in zip(("\u3400", *tokens), tokens, strict=False):
        pieces.append(token if is_han(before) or is_han(token) else f" {token}")
    return "".join(pieces)


def terms(runs: Sequence[Stretch]) -> list[str]:
    """The terms of a text's stretches, in order, as often as they stand in it (rule 5)."""
    found: list[str] = []
    for run in runs:
        if len(run) > 1:
            found += map(add, run, run[1:]) if is_all_han(run) else _pairs(run)
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
        if len(run) > 2:
            found += [
                f"{first}_{last}" for first, between, last in zip(run, run[1:], run[2:], strict=False) if is_all_han((first, between, last))
            ]
    return found


_IRREGULAR = (
    "stole stolen steal, froze frozen freeze, sent send, lost lose, paid pay, sold sell, bought buy, went gone go, took taken take, "
    "gave given give, told tell, said say, kept keep, left leave, made make, found find, broke broken break, wrote written write, "
    "stuck stick, forgot forgotten forget, withdrew withdrawn withdraw, spent spend, held hold, chose chosen choose, fell fallen "
    "fall, hidden hide, knew known know, spoke spoken speak, thought think, heard hear, used use, tried try, died die, lied lie, "
    "caught catch, threw thrown throw"
)
_BASES = {form: forms[-1] for forms in map(str.split, _IRREGULAR.split(",")) for form in forms[:-1]}
_STEPS = tuple(
    (last, re.compile(ending), rest)
    for last, ending, rest in (
        ("s", "(ss|x|z|ch|sh)es$", r"\1"),
        ("sd", "^(.{2,}i)(?:es|ed)$", r"\1"),
        ("s", "([^sui])s$", r"\1"),
        ("gd", "^(?=.*[aeiouy].*(?:ing|ed)$)(.{3,})(?:ing|ed)$", r"\1"),
        ("bdfgmnprt", r"([bdfgmnprt])\1$", r"\1"),
        ("y", "^(.{3,}?)e?ly$", r"\1"),
        ("r", "^(?=.*[aeiouy].*er$)(.{3,})er$", r"\1"),
        ("t", "(ain)t$", r"\1"),
        ("n", "^(.{2,}i)cation$", r"\1"),
        ("n", "(i)[sz]ation$", r"\1z"),
        ("n", "^(.{3,}[st])ion$", r"\1"),
        ("r", "^(.{4,}t)or$", r"\1"),
        ("t", "^(.{3,})ment$", r"\1"),
        ("s", "^(.{2,}i)ness$", r"\1"),
        ("l", "^(.{5,})al$", r"\1"),
        ("y", "^(.{4,})ity$", r"\1"),
        ("te", "^(.{5,})ate?$", r"\1"),
        ("y", "^(.{4,})ery$", r"\1"),
        ("e", "^(.{3,}?)e+$", r"\1"),
        ("y", "^(.{3,})y$", r"\1i"),
        ("s", "^(.{4,}i)s$", r"\1z"),
        ("bdfgmnprt", r"([bdfgmnprt])\1$", r"\1"),
        ("l", "^(.{4,}l)l$", r"\1"),
    )
)
"""Endings, one after the other: the letters that they end with, and what stays of each, its first group and maybe a letter."""


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without its endings: withdrawals, withdrawing and withdrew are one. A word with a figure in it stays as it is."""
    if len(word) < 4 or not (word.isascii() and word.isalpha()):
        return word
    word = _BASES.get(word, word)
    for last, ending, rest in _STEPS:
        if word[-1] in last:
            word = ending.sub(rest, word)
    return word


STOP_WORDS = frozenset(map(stem, _STOPPED.split()))
"""Words that say nothing of what a text is about, without their endings."""
