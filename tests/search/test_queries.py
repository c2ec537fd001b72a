"""What readers type leads them to what helps: the part of the queries that nothing was tuned on decides."""

import pytest

from macros.model.text import LANGUAGES
from tests.search.conftest import Ask
from tests.search.queries import Marks, Part, Query, by_type, queries

FIRST, AMONG_THREE, RECIPROCAL, NOTHING = 0.88, 0.96, 0.92, 0.01
"""No change may fall below: how often what helps comes first or among three, the mean of one by its rank, how often nothing is found."""
OF_A_TYPE = 0.90
"""How often it is among three for each sort of query; some sorts have six only."""


def asked(ask: Ask, language: str, part: Part) -> list[tuple[Query, list[str]]]:
    some = queries(language, part)
    return list(zip(some, ask(language, [query.text for query in some]), strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_held_out_queries_find_what_helps(ask: Ask, language: str) -> None:
    marks = by_type(asked(ask, language, "held"))
    print(f"\n{language:12}   n  first three  mean  none")
    for name, mark in marks.items():
        print(f"{name:12}{mark}")
    of_all: Marks = marks["all"]
    assert of_all.first >= FIRST
    assert of_all.among_three >= AMONG_THREE
    assert of_all.reciprocal >= RECIPROCAL
    assert of_all.nothing <= NOTHING
    assert {name: mark for name, mark in marks.items() if mark.among_three < OF_A_TYPE} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_in_despair_is_sent_elsewhere_first(ask: Ask, language: str) -> None:
    crisis = [pair for part in ("tune", "held") for pair in asked(ask, language, part) if pair[0].type == "crisis"]
    led = sum(found[:1] == ["emergency/#too-much"] for _, found in crisis)
    assert led / len(crisis) >= 0.8


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_definition_stands_above_a_page_that_helps(ask: Ask, language: str) -> None:
    some = [pair for part in ("tune", "held") for pair in asked(ask, language, part)]
    assert [query.text for query, found in some if found and found[0].startswith("glossary/") and not query.is_helped_by(found[0])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_query_sets_are_large_and_of_every_sort(language: str) -> None:
    both = [query for part in ("tune", "held") for query in queries(language, part)]
    assert len(both) >= 150
    assert len({query.text for query in both}) == len(both)
    assert sum(query.type == "question" for query in both) >= 0.4 * len(both)
