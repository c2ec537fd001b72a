"""The pages of the guide as HTML, and what is published beside them, made in this process."""

import json
import re

import pytest
from lxml import html

from macros.html.edition import Edition
from macros.html.forge import Forge
from macros.model.library import Library
from macros.model.text import LANGUAGES, ROOTS
from macros.outputs.letter_desk import letter_desk
from macros.outputs.seed_words import words_module
from macros.outputs.sitemap import robots, sitemap
from macros.outputs.sprite import sprite
from macros.pages.catalogue import catalogue
from macros.pages.page import Page, Site
from macros.pages.plans import PlanPage
from tests.sample import ROOT
from tests.survey import few

URL = "https://example.org/guide/"
FORGE = "https://forge.example/org/guide"


@pytest.fixture(scope="session")
def site(guide: Library) -> Site:
    return catalogue(guide)


def shown(site: Site) -> list[Page]:
    """The pages, of the 800 plans every ninth."""
    plans = [page for page in site if isinstance(page, PlanPage)]
    left_out = {page.cover.path for number, page in enumerate(plans) if number % 9}
    return [page for page in site if page.cover.path not in left_out]


@pytest.mark.no_cover  # which lines run is watched where pages are few
@pytest.mark.parametrize("language", few(LANGUAGES, 2))
def test_article_is_the_same_whatever_was_made_before_it(site: Site, language: str) -> None:
    first, again = (Edition(site, language, Forge(FORGE)) for _ in range(2))
    articles = {page.cover.path: first.article(page) for page in shown(site)}
    some = shown(site)[::-3]
    assert [page.cover.path for page in some if again.article(page) != articles[page.cover.path]] == []


def test_article_links_to_its_lines_on_the_forge_only_if_there_is_one(site: Site) -> None:
    page = site.pages["platforms/okx/"]
    with_forge, without = (Edition(site, "en", Forge(forge)).article(page) for forge in (FORGE, ""))
    lines = re.findall(rf"{FORGE}/blob/main/(data/[\w./-]+)#L(\d+)", with_forge)
    assert lines
    assert all(int(number) <= (ROOT / path).read_text().count("\n") for path, number in lines)
    assert "/blob/" not in without


def test_sprite_holds_every_icon_that_a_page_refers_to(site: Site) -> None:
    edition = Edition(site, "zh")
    named = {icon for page in shown(site) for icon in re.findall(r'icons\.svg#([\w-]+)"', edition.article(page))}
    held = set(re.findall(r'<symbol id="([\w-]+)"', sprite(site.library, ROOT / "docs" / "overrides")))
    assert named
    assert named <= held


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_letters_share_tells_each_company_and_place_once(site: Site, language: str) -> None:
    desk = json.loads(letter_desk(Edition(site, language).speech))
    companies = [company["id"] for company in desk["companies"]]
    places = [place[0] for _, places in desk["regions"] for place in places]
    for told in (companies, places):
        assert told
        assert len(told) == len(set(told))
    assert {"address", "owner"} <= set(desk["mailboxes"][0])


def test_sitemap_names_each_page_in_both_languages() -> None:
    tree = html.fromstring(sitemap(["b&c/", "", "a/"], URL).encode())
    assert tree.xpath("//loc/text()") == [URL + root + page for root in ROOTS.values() for page in ("", "a/", "b&c/")]
    assert len(tree.xpath("//*[@hreflang]")) == 18
    assert f"Sitemap: {URL}sitemap.xml" in robots(URL)


def test_words_of_secret_phrases_are_three_whole_lists() -> None:
    lists = json.loads(words_module().splitlines()[0].removeprefix("const LISTS = ").rstrip(";"))
    assert {name: len(words.split(" ")) for name, words in lists.items()} == dict.fromkeys(lists, 2048)
    assert len(lists) == 3
