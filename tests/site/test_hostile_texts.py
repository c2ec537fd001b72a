"""Whatever a contributor writes stays text: not one element, attribute, script or link of a page comes from it."""

import json
import re
from collections import Counter
from urllib.parse import urlsplit

import pytest
from lxml import html

from tests.site.checkout import PAGES_OF, Checkout, Site, entries, words
from tests.site.hostile import ALWAYS, BEGINNINGS, hostile_checkout, hostile_guide
from tests.survey import survey

pytestmark = survey

Shape = tuple[object, ...]

_SCRIPT = re.compile("<script.*?</script>", re.DOTALL)
_BARE = re.compile("&(?!(?:amp|lt|gt|quot|para|nbsp|#\\d+|#x27);)[A-Za-z#].{0,12}")
"""What a browser may take for a character's name, though lxml does not."""


@pytest.fixture(scope="module")
def hostile() -> Site:
    """The real guide with every text replaced."""
    return hostile_guide()


@pytest.fixture(scope="module")
def library() -> Checkout:
    """Where the hostile library stands."""
    return hostile_checkout()


def shapes(page: html.HtmlElement) -> Counter[Shape]:
    """What a page is made of, its words left out: each element with its class and the names of its attributes."""
    return Counter((str(e.tag), e.get("class"), *sorted(e.attrib)) for e in page.iter())


def test_hostile_library_passes_the_checks(library: Checkout) -> None:
    done = library.run("macros", "check", "data")
    assert done.stdout.splitlines()[-1].endswith(" entries, 0 problems.")


def test_hostile_words_do_reach_the_pages(hostile: Site) -> None:
    text = "\n".join(page.text_content() for page in hostile.pages.values())
    assert len(BEGINNINGS) > 15
    assert [sign for sign in (*BEGINNINGS, ALWAYS) if sign.strip() not in text] == []


def test_every_sign_that_could_be_markup_is_written_as_one_that_cannot(hostile: Site) -> None:
    texts = {address: _SCRIPT.sub("", hostile.raw(address)) for address in hostile.pages}
    assert sum(text.count("&amp;") for text in texts.values()) > 1000
    assert {address: found[:3] for address, text in texts.items() if (found := _BARE.findall(text))} == {}


def test_pages_have_the_same_elements_and_attributes_as_with_harmless_words(guide: Site, hostile: Site) -> None:
    both = {a: (shapes(page), shapes(hostile.documents[a])) for a, page in guide.documents.items()}
    differing = {a: (harmless - worst, worst - harmless) for a, (harmless, worst) in both.items() if harmless != worst}
    assert differing == {}


def test_scripts_are_the_same_as_with_harmless_words(guide: Site, hostile: Site) -> None:
    def scripts(site: Site, address: str) -> list[tuple[str | None, str | None]]:
        return [
            (script.get("src"), script.text)
            for script in site.documents[address].xpath("//script[not(parent::letter-form or parent::guide-plan)]")
        ]

    assert [a for a in guide.documents if scripts(hostile, a) != scripts(guide, a)] == []
    assert all("alert(1)" not in (text or "") for a in hostile.documents for _, text in scripts(hostile, a))


def test_letters_and_plans_for_the_browser_are_data_that_nothing_ends(hostile: Site) -> None:
    data = [script for page in hostile.documents.values() for script in page.xpath("//letter-form/script | //guide-plan/script")]
    assert len(data) > 40
    assert {script.get("type") for script in data} == {"application/json"}
    assert [script.text for script in data if "<" in script.text] == []


def test_links_lead_to_the_same_places_as_with_harmless_words(guide: Site, hostile: Site) -> None:
    def links(page: html.HtmlElement) -> set[str]:
        return {re.sub(r"(#|%23)L\d+$", "", link) for link in page.xpath("//@href | //@src")}

    assert {a: links(page) for a, page in guide.documents.items() if links(hostile.documents[a]) != links(page)} == {}
    everything = {link for page in hostile.documents.values() for link in page.xpath("//@href | //@src")}
    assert {urlsplit(link).scheme for link in everything} == {"", "https", "mailto", "tel", "sms"}


@pytest.mark.parametrize("kind", PAGES_OF)
def test_title_heading_and_description_are_the_words_themselves(hostile: Site, library: Checkout, kind: str) -> None:
    for id, entry in entries(kind, library.root).items():
        for language, root in (("zh", ""), ("en", "en/")):
            page = hostile.pages[f"{root}{PAGES_OF[kind]}{id}/"]
            name, brief = " ".join(entry["name"][language].split()), " ".join(entry["brief"][language].split())
            assert words(page.xpath("//title")[0]).startswith(f"{name} · ")
            assert words(page.xpath("//h1")[0]) == name
            assert " ".join(page.xpath("string(//meta[@name='description']/@content)").split()) == brief


@pytest.mark.parametrize("root", ["", "en/"])
def test_search_holds_every_page_of_a_hostile_guide(guide: Site, hostile: Site, root: str) -> None:
    assert addresses_found(hostile, root) - {"prose/"} == addresses_found(guide, root)


def addresses_found(site: Site, root: str) -> set[str]:
    """The addresses that the search of a language can lead to."""
    folder = site.folder / root / "search"
    return {address for file in folder.glob("index/*/d*.json") for address, *_ in json.loads(file.read_text(encoding="utf-8"))}


def test_macros_on_a_prose_page_return_text_that_markdown_leaves_alone(hostile: Site, library: Checkout) -> None:
    for language, root in (("zh", ""), ("en", "en/")):
        paragraph = hostile.pages[f"{root}prose/"].xpath("//article/p")[0]
        name = entries("issues", library.root)["account-frozen"]["name"][language]
        phrase = entries("strings", library.root)["never-1"][language]
        assert words(paragraph) == " ".join(f"One {name}, one {phrase}.".split())
        assert [(e.tag, *e.attrib.items()) for e in paragraph.iterdescendants()] == [("a", ("href", "../issues/account-frozen/"))]
