"""No claim without its badge: how sure it is, where it comes from, and who compared it with the live page."""

from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import html

from tests.site.checkout import PAGES_OF, Site, entries, nodes, words

LEVELS = {
    "official": ("官方来源", "official source"),
    "reported": ("据报道", "reported"),
    "unverified": ("未证实", "unverified"),
    "obsolete": ("已失效", "obsolete"),
    "fake": ("不要用", "do not use"),
}
CLAIMS = "fact contact number warning card correction meaning receipt"


NOBODY = {False: "还没有人对照现在的网页核对过。", True: "Nobody has compared it with the live page yet."}
Badges = Counter[tuple[str, bool]]
"""How many there are of each level, compared with the live page or not."""


def claims_of(kind: str, id: str) -> Badges:
    """The verified values of an entry; an address inside a card shares the card's badge."""
    value = entries(kind)[id]
    inside_a_card = [c["contact"] for c in value["contacts"].values() if "contact" in c] if kind == "channels" else []
    fakes = value.get("not_official", [])
    marked = badges_for(node for node in nodes(value) if "verification" in node) - badges_for(inside_a_card) - badges_for(fakes)
    return marked + badges_for(fakes, "fake")


def badges_for(claims: Iterable[dict[str, Any]], mark: str = "") -> Badges:
    """The marks of claims: their levels, or one that all of them have."""
    return Counter((mark or claim["verification"]["level"], "checked" in claim["verification"]) for claim in claims)


def badges(site: Site, address: str, *, cards: bool) -> Badges:
    """The badges of an entry's page, and of those that take what is too much for it."""
    outside = "" if cards else "[not(ancestor::*[contains(@class, 'cards')])]"
    pages = (site.pages[part] for part in (address, f"{address}companies/", f"{address}countries/") if part in site.pages)
    found = [badge for page in pages for badge in page.xpath(f"//details[contains(concat(' ', @class, ' '), ' proof ')]{outside}")]
    return Counter((badge.get("class").split("--")[1], NOBODY[address.startswith("en/")] not in words(badge)) for badge in found)


@pytest.mark.parametrize("kind", PAGES_OF)
def test_page_of_an_entry_has_a_badge_for_each_of_its_claims(guide: Site, kind: str) -> None:
    for id in entries(kind):
        claims = claims_of(kind, id)
        if kind == "platforms" and id in entries("channels"):
            claims += claims_of("channels", id)
        for root in ("", "en/"):
            address = f"{root}{PAGES_OF[kind]}{id}/"
            assert badges(guide, address, cards=kind == "platforms") == claims, address


MARKS = "//a[contains(concat(' ', @class, ' '), ' proof ')]"
"""Those of claims that stand on a page a second time."""


def test_nothing_that_states_a_fact_stands_without_a_badge(guide: Site) -> None:
    named = " or ".join(f"contains(concat(' ', @class, ' '), ' {name} ')" for name in CLAIMS.split())
    stating = [(a, element) for a, page in guide.pages.items() for element in page.xpath(f"//*[{named}]")]
    assert len(stating) > 1000
    assert [(a, words(element)[:80]) for a, element in stating if not element.xpath(f".//details[@class] | .{MARKS}")] == []


@pytest.mark.parametrize("root", ["", "en/"])
def test_a_mark_leads_to_the_badge_of_the_same_claim(guide: Site, root: str) -> None:
    marked = [
        (address, mark) for address, page in guide.pages.items() if address.startswith("en/") == bool(root) for mark in page.xpath(MARKS)
    ]
    assert len(marked) > 500
    homes: dict[str, list[tuple[str, str]]] = {}
    for address, mark in marked:
        home = urljoin(f"/{address}", mark.get("href"))
        if home not in homes:
            homes[home] = badges_at(guide, home)
        value = valued(mark)
        assert any(level == mark.get("class") and value in said for level, said in homes[home]), f"{address}: {value}"


def valued(mark: html.HtmlElement) -> str:
    """The address that a mark stands beside; for what somebody claims, its words; for a way without an address, its name."""
    beside = mark.xpath("ancestor::li[1]/*[contains(@class, 'value') or @class='fact__text'] | ../*[contains(@class, 'value')]")
    return words((beside or mark.xpath("ancestor::section[1]/h3"))[0])


def badges_at(site: Site, home: str) -> list[tuple[str, str]]:
    """The look of each badge below an address, with what it stands in; of a row in a list, those of the page that it leads to."""
    path, _, anchor = home.removeprefix("/").partition("#")
    place = site.pages[path].xpath("//*[@id=$anchor]", anchor=anchor)[0]
    if place.tag == "h2":
        place = place.getparent()
    found = place.xpath(".//details[contains(concat(' ', @class, ' '), ' proof ')]")
    if not found and place.tag == "li":
        return badges_at(site, urljoin(f"/{path}", place.xpath(".//a/@href")[0]))
    return [(badge.get("class"), words(badge.getparent().getparent())) for badge in found]


def test_a_badge_says_its_level_in_words_and_its_source(guide: Site) -> None:
    for address, page in guide.pages.items():
        english = address.startswith("en/")
        for badge in page.xpath("//details[contains(concat(' ', @class, ' '), ' proof ')]"):
            level = badge.get("class").split("--")[1]
            assert words(badge.xpath(".//*[@class='proof__word']")[0]) == LEVELS[level][english], address
            assert badge.xpath(".//a[contains(@href, 'sources/')]") or level in ("unverified", "fake"), address


def test_a_compared_fact_says_who_compared_it_and_when(varied: Site) -> None:
    for root, told in (
        ("", "heron 于 2026 年 11 月 30 日 对照网页核对过。"),
        ("en/", "Compared with the live page by heron on 30 November 2026."),
    ):
        assert badges(varied, f"{root}places/mt/", cards=False) == {("official", False): 3, ("official", True): 1}
        assert told in words(varied.pages[f"{root}places/mt/"])
