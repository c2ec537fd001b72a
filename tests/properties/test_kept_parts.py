"""A part that was rendered for another page looks as if it had been rendered for this one."""

import pytest

from macros.html.edition import Edition
from macros.html.forge import Forge
from macros.model.load import load
from macros.model.text import LANGUAGES
from macros.pages.catalogue import catalogue
from macros.pages.page import Page, Site
from tests.sample import ROOT


@pytest.fixture(scope="module")
def site() -> Site:
    library, problems = load(ROOT / "data")
    assert problems == []
    return catalogue(library)


def looks(edition: Edition, page: Page, *, anew: bool) -> str:
    if anew:
        edition.kept.clear()
    return edition.article(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_looks_the_same_whichever_pages_were_made_before_it(site: Site, language: str) -> None:
    sharing, alone = (Edition(site, language, Forge("https://forge.example/org/guide")) for _ in range(2))
    seen = {page.cover.path: looks(sharing, page, anew=False) for page in site}
    some = list(site)[::5]
    assert len(some) > 200
    assert [page.cover.path for page in some if looks(alone, page, anew=True) != seen[page.cover.path]] == []
