"""The two letter engines are one: Python's and the browser's write the same letter, whatever stands in it and whoever reads it."""

import sys
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from itertools import product
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.engines.letter_template import Clause, Field, LetterTemplate, When, letter_template, to_json
from macros.engines.letters import Reader, fill, plain, value_of
from macros.model.kinds import LETTERS
from macros.model.load import load
from macros.model.text import HOLE, LANGUAGES
from tests.letters.table import filled, question
from tests.node import ASSETS, Script, script
from tests.sample import ROOT
from tests.survey import survey

T = TypeVar("T")

TEMPLATES, FILLED, READERS = 250, 4, 3
"""Templates, how often each is filled in, and by how many readers each time: 3,000 letters in each language."""


# ── What people type ──────────────────────────────────────────────────────────

SIGNS = (
    *"\r\n\u2028\u2029\x85\v\f\x1c\x1e\x1f\x00\t \xa0\u1680\u2003\u202f\u3000\ufeff\u180e\u200b\u200d\u2800\u3164",
    *"\ud83d\ude00😀🏽🫩𠮷𝟙\u0301\ue000\uffff\U0010ffff中\uf900豈。．.!！?？…-_@•aZ7é½²٣०〇ßİʼ\u1c89\U00010d40{}$&\\%<",
)
DATED = ("2026-03-05 10:20 UTC - ", "2026-03-05 __:__ UTC -", "٢٠٢٦-03-05 10:20 UTC - ", "\n\t2026-03-05 10:20 (UTC+08:00) - \r")
CODE = (
    "{uid}",
    "~ 2026-03-05",
    "name",
    "$1",
    "$$",
    "\\1",
    "\\g<0>",
    "%s",
    "__proto__",
    "constructor",
    "&lt;",
    "a\r\nb",
    "👍🏽",
    "公司",
    "name@mail.example",
    "a@",
)
ODD = st.text(st.sampled_from(SIGNS), max_size=6)
TYPED = (
    ODD
    | st.builds("{}{}{}".format, ODD, st.sampled_from((*DATED, *CODE)), ODD)
    | st.builds("{}{}".format, ODD, st.sampled_from((*".。．!！?？\uf900𠮷", "。\na", "中\na")))
    | st.text(st.characters(exclude_categories=()), max_size=8)
    | st.binary(max_size=16).map(lambda units: units[: len(units) // 2 * 2].decode("utf-16-le", "surrogatepass"))
)
MAILBOXES = st.builds("{}@{}".format, st.sampled_from(("a", "name", "", "𠮷", "a b")) | ODD, st.sampled_from(("b.example", "", "@")) | ODD)


# ── Letters ───────────────────────────────────────────────────────────────────

NAMES = ("uid", "firm", "status", "constructor", "a", "b-1")
CHOICES = ("held", "refused", "1", "constructor", "7.")
ENTITIES, PLACES = ("a/eu", "a/mt", "b/eu"), ("eu", "us")
HOLES = [f"{{{name}}}" for name in NAMES]
BESIDE = [form.format(hole) for hole in HOLES for form in ("{}", "{}", "{}.", "{}。", "{} ", " {}", "{} 中", "中 {}", "{} \uf900", "𠮷 {}")]
WORDS = (*" .。中a：\n\r\t{}$1𠮷", "  ", "..", "。。", "{UID}", "{1}", "{ uid }")
TEXT = st.lists(st.sampled_from(BESIDE) | st.sampled_from(WORDS), max_size=7).map("".join)
IN_BOTH = st.fixed_dictionaries(dict.fromkeys(LANGUAGES, TEXT))
LABEL = st.sampled_from(("", "held", "审核中", "已拒绝。", "It is. ", "中", "$&")) | st.text(max_size=4)
LABELS = st.fixed_dictionaries(dict.fromkeys(LANGUAGES, LABEL))


def some(of: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(of), unique=True, max_size=2).map(tuple)


WHEN = st.none() | st.builds(When, st.sampled_from(NAMES), some(CHOICES))
CLAUSE = st.builds(Clause, IN_BOTH, WHEN, some(ENTITIES) | st.just(()), some(PLACES) | st.just(()), st.booleans())
FIELD = st.builds(
    Field, LABELS, st.sampled_from(("line", "moment")), st.booleans(), choices=st.dictionaries(st.sampled_from(CHOICES), LABELS, max_size=3)
)


@st.composite
def templates(draw: st.DrawFn) -> LetterTemplate:
    """A letter with the fields that its holes and conditions name."""
    subject, clauses = draw(IN_BOTH), tuple(draw(st.lists(CLAUSE, max_size=4)))
    texts = [subject, *(clause.text for clause in clauses)]
    named = {name for text, language in product(texts, LANGUAGES) for name in HOLE.findall(text[language])}
    named |= {clause.when.field for clause in clauses if clause.when}
    return LetterTemplate("example", True, subject, clauses, {name: draw(FIELD) for name in sorted(named)})


VALUE = (
    TYPED
    | st.builds("{}\n{}".format, TYPED, TYPED)
    | MAILBOXES
    | st.sampled_from(CHOICES)
    | st.sampled_from(CHOICES).map(" {}\u3000\r".format)
)
VALUES = st.fixed_dictionaries({}, optional=dict.fromkeys((*NAMES, "__proto__"), VALUE))
READER = st.builds(Reader, st.sampled_from(("", *ENTITIES, "else")), st.sampled_from(("", *PLACES, "else")), st.booleans())


# ── Both engines ──────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def browser_engine() -> Iterator[Script]:
    (engine,) = ASSETS.rglob("engine.js")
    with script(ROOT / "tests/letters/twin.mjs", str(engine)) as running:
        yield running


def assert_same_letters(engine: Script, template: LetterTemplate, values: list[dict[str, str]], readers: list[Reader]) -> None:
    """Every letter in both languages: the pieces, what is missing, and the letter as text."""
    cases = list(product(values, readers))
    asked = question(to_json(template), [(typed, asdict(reader)) for typed, reader in cases])
    for (typed, reader), answers in zip(cases, engine.ask(asked), strict=True):
        for language, (letter, text) in zip(LANGUAGES, answers, strict=True):
            ours = fill(template, typed, reader, language)
            assert filled(letter) == ours
            assert (text["subject"], text["body"]) == plain(ours, labels(template, language).__getitem__)


def labels(template: LetterTemplate, language: str) -> Mapping[str, str]:
    return {name: field.label[language] for name, field in template.fields.items()}


def exactly(count: int, of: st.SearchStrategy[T]) -> st.SearchStrategy[list[T]]:
    return st.lists(of, min_size=count, max_size=count)


@given(templates(), exactly(FILLED, VALUES), exactly(READERS, READER))
@settings(max_examples=TEMPLATES, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_letter_is_the_same_in_both_engines(
    browser_engine: Script, template: LetterTemplate, values: list[dict[str, str]], readers: list[Reader]
) -> None:
    assert_same_letters(browser_engine, template, values, readers)


@pytest.fixture(scope="module")
def letters() -> list[LetterTemplate]:
    """The letters of the guide."""
    library, _ = load(ROOT / "data")
    return [letter_template(library, id) for id in library.all(LETTERS)]


@survey
@given(st.data())
@settings(max_examples=20)
def test_letters_of_the_guide_are_the_same_in_both_engines(
    browser_engine: Script, letters: list[LetterTemplate], data: st.DataObject
) -> None:
    for template in letters:
        typed = data.draw(st.fixed_dictionaries({}, optional=dict.fromkeys(template.fields, VALUE)))
        assert_same_letters(browser_engine, template, [typed], [data.draw(READER)])


# ── What a value is ───────────────────────────────────────────────────────────

SCRIPTS = 0x20000  # beyond lie Chinese signs, signs for private use, and nothing
INVISIBLE_LETTERS = "\u115f\u1160\u3164\uffa0"


def test_every_sign_is_a_value_or_none_in_both_engines(browser_engine: Script) -> None:
    typed = [chr(point) for point in (*range(SCRIPTS), *range(SCRIPTS, sys.maxunicode, 0xFF))]
    theirs = browser_engine.ask({"about": "values", "typed": typed})
    assert [(hex(ord(sign)), value) for sign, value in zip(typed, theirs, strict=True) if value != value_of({"x": sign}, "x")] == []


def test_every_letter_and_digit_is_a_value_and_no_blank_or_mark_of_writing_is() -> None:
    """One letter of any script is an answer; a dash or a question mark is none."""

    def are(*categories: str) -> list[str]:
        return [chr(point) for point in range(SCRIPTS) if unicodedata.category(chr(point))[: len(categories[0])] in categories]

    assert [sign for sign in are("L", "N") if not value_of({"x": sign}, "x")] == list(INVISIBLE_LETTERS)
    assert [hex(ord(sign)) for sign in are("Zs", "Zl", "Zp", "Cc", "Cs") if value_of({"x": sign}, "x")] == []
    marks = [sign for sign in are("P", "S", "C", "Z") if sign < "\u0100" or "\u2000" <= sign < "\u2070" or "\u3000" <= sign < "\u3005"]
    assert [hex(ord(sign)) for sign in marks if value_of({"x": sign}, "x")] == []
