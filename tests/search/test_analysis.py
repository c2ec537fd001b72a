"""The analysis is one specification: golden vectors hold it, and Python's and the browser's make the same of any text."""

import json
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.model.library import Library
from macros.model.text import LANGUAGES, HoledText, Text
from macros.search import analysis
from macros.search.files import shard_of
from macros.search.script import simplified
from tests.node import Script
from tests.sample import ROOT
from tests.survey import survey

VECTORS = json.loads((ROOT / "tests/vectors/search.json").read_text(encoding="utf-8"))
SIGNS = (
    *"\r\n\u2028\u2029\x85\v\x00\t \xa0\u3000\ufeff\u200b\u200d\u0301\u0345ʼ'’`_-.,:;!?/\\()[]{}<>&$%@#\"=+*^~|",
    *"提現现凍结失敗账帳號okxKYCÉéßİıſKⅣ①㈱ｏｋｘ２ﬁ豈\uf900㐀鿿\ua000𠮷😀🇨🇳가あア۵٣ΣςЖж\ud83d\ude00\uffff\U0010ffff",
)
UNKNOWN: tuple[Literal["Cn"]] = ("Cn",)
"""Signs that came after this Python: a browser may know them already."""
TEXTS = (
    st.text(st.sampled_from(SIGNS), max_size=24)
    | st.text(st.characters(exclude_categories=UNKNOWN), max_size=16)
    | st.lists(
        st.sampled_from(
            ["withdrawals", "verification", "freezing", "OKX提现", "didn’t", "happiness", "losses", "denied", "buying", "er", "ally"]
        )
    ).map(" ".join)
)


def ours(text: str) -> list[Any]:
    runs = analysis.stretches(text, simplified())
    key = analysis.key([token for run in runs for token in run])
    return [[list(run) for run in runs], analysis.terms(runs), analysis.gaps(runs), key]


@pytest.fixture(scope="session")
def analyst(judge: Script) -> Script:
    """The browser's analysis, which has the table of scripts."""
    judge.ask({"texts": [], "script": {chr(point): other for point, other in simplified().items()}})
    return judge


def theirs(analyst: Script, texts: list[str]) -> list[list[Any]]:
    return list(analyst.ask({"texts": texts}))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["text"])
def test_analysis_is_as_written_down(analyst: Script, vector: dict[str, str]) -> None:
    runs, terms, gaps, key = ours(vector["text"])
    assert [" ".join(terms), " ".join(gaps), key] == [vector["terms"], vector["gaps"], vector["key"]]
    assert theirs(analyst, [vector["text"]]) == [[runs, terms, gaps, key]]


@survey
@pytest.mark.no_cover  # the same lines for thousands
def test_every_text_of_the_guide_is_the_same_to_both(analyst: Script, library: Library) -> None:
    texts = sorted(set(_texts(library)))
    assert len(texts) > 3_000
    assert [text for text, other in zip(texts, theirs(analyst, texts), strict=True) if ours(text) != other] == []


def _texts(library: Library) -> Iterator[str]:
    for entry in library:
        for _, value, _ in entry.visits:
            if isinstance(value, Text | HoledText):
                yield from (value[language] for language in LANGUAGES)


@settings(max_examples=3_000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None)
@given(text=TEXTS)
def test_any_text_is_the_same_to_both(analyst: Script, text: str) -> None:
    assert theirs(analyst, [text]) == [ours(text)]


@pytest.mark.parametrize(
    "word",
    [
        "withdrawal withdrawals withdrawing withdraw",
        "verify verified verifying verification",
        "freeze freezes freezing froze frozen",
        "scam scams scammed scammer",
        "complain complained complaint complaints",
        "investigate investigated investigation investigator",
        "authorise authorize authorised authorisation authorization",
        "cancel cancelled cancelling cancellation",
        "order ordered ordering orders",
        "pay paid payment payments",
    ],
)
def test_forms_of_a_word_are_one(word: str) -> None:
    assert len({analysis.stem(form) for form in word.split()}) == 1


def test_shards_are_numbered_by_what_a_term_begins_with() -> None:
    assert shard_of("提现", 64) == shard_of("提现失败", 64)
    assert shard_of("wit", 64) == shard_of("withdraw", 64) == shard_of("witness", 64)
    assert len({shard_of(term, 64) for term in ("wi", "withdraw", "wire", "wik")}) > 2
    assert len({shard_of(sign, 64) for sign in "提现冻结失败账户"}) > 4
