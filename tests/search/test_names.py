"""Every title, other name and question finds itself first, however it is written."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache

import pytest

from macros.model.library import Library
from macros.model.text import LANGUAGES
from macros.pages.page import Site
from macros.search import analysis
from macros.search.concepts import concepts
from macros.search.documents import documents
from macros.search.script import simplified
from tests.search.conftest import Ask
from tests.search.variants import by_sound, pinyin, traditional, with_a_slip
from tests.survey import few

Variant = Callable[[str], str]
VARIANTS: list[tuple[str, str, Variant, float]] = [
    ("zh", "as it is", str, 1.0),
    ("zh", "traditional", traditional, 0.99),
    ("zh", "one slip", with_a_slip, 0.99),
    ("en", "one slip", with_a_slip, 0.99),
    ("en", "as it is", str, 1.0),
    ("zh", "by sound", by_sound, 0.99),
    ("zh", "pinyin", pinyin, 0.95),
]


@pytest.fixture(scope="module")
def holders(site: Site) -> dict[str, dict[str, set[str]]]:
    """For each language the names in it, each with the addresses of all that bear it: what is the same to the search is one name."""
    found: dict[str, dict[str, set[str]]] = {language: {} for language in LANGUAGES}
    for document in documents(site, "en", str):
        for language in LANGUAGES:
            for name in (*document.names[language], *document.names[""]):
                found[language].setdefault(name, set()).add(document.address)
    return found


@pytest.mark.parametrize(
    ("language", "how", "variant", "goal"), few(VARIANTS, 7), ids=[f"{how}-{language}" for language, how, _, _ in VARIANTS]
)
def test_every_name_finds_itself_first(
    ask: Ask, holders: dict[str, dict[str, set[str]]], firsts: set[str], language: str, how: str, variant: Variant, goal: float
) -> None:
    bearers = _by_key(holders.values())
    typed = {name: written for name in holders[language] if (written := variant(name))}
    missed = [
        (written, found[:2])
        for (name, written), found in zip(typed.items(), ask(language, list(typed.values())), strict=True)
        if not found or found[0] not in bearers[_key(name)] | bearers.get(_key(written), set()) | firsts
    ]
    share = 1 - len(missed) / len(typed)
    print(f"\n{how} ({language}): {share:.4f} of {len(typed)}")
    assert share >= goal, missed[:40]


@cache
def _key(text: str) -> str:
    return analysis.key([token for run in analysis.stretches(text, simplified()) for token in run])


@pytest.fixture(scope="module")
def firsts(library: Library) -> set[str]:
    """What stands first whatever else fits: a name that speaks of despair leads there."""
    return {concept.first for concept in concepts(library) if concept.first}


def _by_key(holders: Iterable[Mapping[str, set[str]]]) -> dict[str, set[str]]:
    """Everything that bears a name which is written the same, in either language."""
    found: dict[str, set[str]] = {}
    for name, addresses in (pair for names in holders for pair in names.items()):
        found.setdefault(_key(name), set()).update(addresses)
    return found
