"""A worried reader understands a sentence at once: Flesch-Kincaid grade in English, sentence length in Chinese.

Pyphen finds fewer syllables than are spoken; compared with CMUdict the grade comes out about half a year low (at most
1.3), which the limits leave room for: the hardest file measured 6.8.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby
from typing import TypeVar

import pyphen
import pytest

from macros.checks.wording import sentence_length, sentences
from macros.model.kinds import ESCALATION, FAQS, ISSUES, PLACES, Kind
from macros.model.kinds.places import Place
from macros.model.kinds.reference import Faq
from macros.model.kinds.troubles import Issue, Rung
from macros.model.library import Library
from macros.model.text import HoledText, Model, Text
from tests.content.conftest import Find

M = TypeVar("M", bound=Model)

_SENTENCE = re.compile(r"[.!?][\"”’)]*(?:\s|$)|\n")
_WORD = re.compile(r"[A-Za-z0-9]+(?:[.'’,:/-]?[A-Za-z0-9]+)*")
_HYPHENS = pyphen.Pyphen(lang="en_US")
_WORD_PARTS = re.compile(r"[./:-]")


@cache
def syllables(word: str) -> int:
    return sum(len(_HYPHENS.positions(part)) + 1 for part in _WORD_PARTS.split(word) if part)


def words_by_sentence(texts: Iterator[Text | None]) -> list[list[str]]:
    """Each text ends a sentence, with or without a full stop."""
    split = (_WORD.findall(sentence) for text in texts if text for sentence in _SENTENCE.split(text.en))
    return [words for words in split if words]


def grade(texts: Iterator[Text | None]) -> float:
    """The Flesch-Kincaid grade: the years of school a text asks for."""
    spoken = words_by_sentence(texts)
    words = [word for sentence in spoken for word in sentence]
    return 0.39 * len(words) / len(spoken) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def of_issue(issue: Issue) -> Iterator[Text | None]:
    yield issue.brief
    for step in issue.steps:
        yield from (step.do, step.why)


def of_place(place: Place) -> Iterator[Text | None]:
    yield place.brief
    yield from (claim.text for claim in (*place.law, *place.possible, *place.cautions))
    for body in place.bodies.values():
        claims = (*body.can, *body.cannot, *body.prerequisite, *body.facts, body.cost, body.award)
        yield from (claim.text for claim in claims if claim)


def of_rung(rung: Rung) -> Iterator[Text | None]:
    yield from (rung.brief, rung.opens, *rung.how, rung.decides, rung.cost, *rung.cannot, *rung.cautions)


def of_faq(faq: Faq) -> Iterator[Text | None]:
    for question in faq.questions.values():
        yield from (question.question, *question.answer, *(fact.text for fact in question.facts))


@pytest.mark.parametrize(
    ("kind", "texts", "limit"),
    [(ISSUES, of_issue, 8), (PLACES, of_place, 10), (ESCALATION, of_rung, 8), (FAQS, of_faq, 9)],
    ids=["issues", "places", "escalation", "faqs"],
)
def test_english_asks_for_few_years_of_school(
    guide: Library, kind: Kind[M], texts: Callable[[M], Iterator[Text | None]], limit: float
) -> None:
    grades = {id: grade(texts(entry)) for id, entry in guide.all(kind).items()}
    assert {id: round(years, 1) for id, years in grades.items() if years > limit} == {}


def test_chinese_sentences_are_short(find: Find) -> None:
    texts = ((where.rsplit(":", 1)[0], text.zh) for where, text in find(Text, HoledText))
    lengths = {file: [sentence_length(s) for _, zh in group for s in sentences(zh)] for file, group in groupby(texts, lambda item: item[0])}
    assert {file: sum(signs) / len(signs) for file, signs in lengths.items() if sum(signs) > 30 * len(signs)} == {}


def test_the_grade_tells_plain_from_official_wording() -> None:
    def years(en: str) -> float:
        return grade(iter([Text(zh="-", en=en)]))

    assert years("Stop all payments now. Keep the chat.") < 3
    assert years("Complainants are hereby notified that documentation substantiating jurisdictional eligibility is obligatory.") > 20
