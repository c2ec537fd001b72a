"""The words of one language: phrases of the interface, dates, names of languages and countries."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from babel import Locale
from babel.dates import format_date

from ..model.kinds import STRINGS
from ..model.library import Library
from ..model.problems import Problem
from ..model.text import HOLE, LANGUAGES, HoledText, Text

_SENTENCE_END = re.compile(r"(?<=[。！？])|(?<=[.!?]) ")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_UNITS = "days?|weeks?|months?|years?|hours?|minutes?|characters|words|working|calendar|business"
_TOGETHER = {
    "zh": re.compile(r"(\d) ([年月日天周个小分秒条家次人元点封种步项页张倍])|([年月]) (\d)"),
    "en": re.compile(rf"(\d) ((?:{_UNITS}|{_MONTHS})\b)|({_MONTHS}) (\d)"),
}
"""A number and what it counts, or a day and its month: no line ends between them."""
_DAY = {"zh": "y\u00a0年\u00a0M\u00a0月\u00a0d\u00a0日", "en": "d\u00a0MMMM\u00a0y"}
"""Dates never break: their spaces are no-break spaces."""


class MissingPhraseError(LookupError):
    """strings.yaml lacks a phrase, or nothing fills one of its holes; ``problem`` tells which."""

    def __init__(self, key: str, hole: str = "") -> None:
        message = f"Nothing fills the hole {{{hole}}} of the phrase." if hole else "The phrase is missing."
        self.problem = Problem("data/strings.yaml", 1, key, message, "Delete it." if hole else "Add it in both languages.")
        super().__init__(f"{key}: {message}")


@dataclass(frozen=True)
class Speech:
    """How the guide speaks in one language."""

    library: Library
    language: str

    def say(self, key: str, **values: object) -> str:
        """The interface's words, holes filled; MissingPhraseError if strings.yaml lacks them or a hole stays open."""
        return self.say_in(self.language, key, **values)

    def say_in(self, language: str, key: str, **values: object) -> str:
        """The same in a language of choice."""
        if not values and (whole := self._whole[language].get(key)) is not None:
            return whole
        if not self.library.has(STRINGS.name, key):
            raise MissingPhraseError(key)
        text = self.library.get(STRINGS, key)[language]
        if unfilled := next((name for name in HOLE.findall(text) if name not in values), None):
            raise MissingPhraseError(key, unfilled)
        return HOLE.sub(lambda hole: str(spoken(self.language, values[hole[1]])), text)

    @cached_property
    def _whole(self) -> dict[str, dict[str, str]]:
        """The phrases without holes, by language: most of what a page says."""
        phrases = self.library.all(STRINGS).items()
        return {language: {key: text[language] for key, text in phrases if not HOLE.search(text[language])} for language in LANGUAGES}

    def tongue(self, code: str) -> str:
        """The name of a language in this one: ``zh-Hant`` is 繁体中文, Traditional Chinese."""
        name = _name_of_language(code, self.language)
        return name.replace(" (", self.say("open-bracket")).replace(")", self.say("close-bracket"))


def spoken(language: str, value: object) -> object:
    """A text in a language; any other value as it is."""
    return value[language] if isinstance(value, Text | HoledText) else value


def printed(language: str, value: object) -> object:
    """A value as a page prints it: in the language, numbers kept with what they count."""
    return together(language, value[language]) if isinstance(value, Text) else spoken(language, value)


@cache
def together(language: str, text: str) -> str:
    """A text in which no line ends between a number and what it counts."""
    return _TOGETHER[language].sub(lambda found: "\u00a0".join(part for part in found.groups() if part), text)


def opening(language: str, text: Text | HoledText | str) -> str:
    """The first sentence of a text."""
    return _SENTENCE_END.split(str(spoken(language, text)), maxsplit=1)[0]


@cache
def written_day(language: str, day: date) -> str:
    """A date as people write it: 21 March 2025, 2025 年 3 月 21 日."""
    return str(format_date(day, _DAY[language], language))


@cache
def _name_of_language(code: str, language: str) -> str:
    return str(Locale.parse(code, sep="-").get_display_name(language))


@cache
def name_of_country(language: str, code: str) -> str:
    """The name of a country: ``de`` is 德国, Germany."""
    return str(Locale(language).territories[code.upper()])
