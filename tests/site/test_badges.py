"""No claim without its badge: how sure it is, where it comes from, and that nobody has checked it yet."""

from collections import Counter

import pytest

from tests.site.checkout import PAGES_OF, Site, entries, nodes, words

LEVELS = {
    "official": ("官方来源", "official source"),
    "reported": ("据报道", "reported"),
    "unverified": ("未证实", "unverified"),
    "obsolete": ("已失效", "obsolete"),
}
CLAIMS = "fact contact number warning card correction meaning receipt".split()


def levels_of(kind: str, id: str) -> Counter[str]:
    """How many verified values of each level an entry holds; an address inside a card shares the card's badge."""
    value = entries(kind)[id]
    inside_a_card = [c["contact"]["verification"] for c in value["contacts"].values() if "contact" in c] if kind == "channels" else []
    verified = [node["verification"] for node in nodes(value) if "verification" in node]
    return Counter(v["level"] for v in verified) - Counter(v["level"] for v in inside_a_card)


def badges(site: Site, address: str, *, cards: bool) -> Counter[str]:
    outside = "" if cards else "[not(ancestor::*[contains(@class, 'cards')])]"
    found = site.pages[address].xpath(f"//details[contains(concat(' ', @class, ' '), ' proof ')]{outside}/@class")
    return Counter(name.split("--")[1] for name in found)


@pytest.mark.parametrize("kind", PAGES_OF)
def test_page_of_an_entry_has_a_badge_for_each_of_its_claims(guide: Site, kind: str) -> None:
    for id in entries(kind):
        claims = levels_of(kind, id)
        if kind == "platforms" and id in entries("channels"):
            claims += levels_of("channels", id)
        for root in ("", "en/"):
            address = f"{root}{PAGES_OF[kind]}{id}/"
            assert badges(guide, address, cards=kind == "platforms") == claims, address


def test_nothing_that_states_a_fact_stands_without_a_badge(guide: Site) -> None:
    named = " or ".join(f"contains(concat(' ', @class, ' '), ' {name} ')" for name in CLAIMS)
    bare = [(a, words(e)[:80]) for a, page in guide.pages.items() for e in page.xpath(f"//*[{named}][not(.//details[@class])]")]
    stated = sum(len(page.xpath(f"//*[{named}]")) for page in guide.pages.values())
    assert stated > 1000
    assert bare == []


def test_a_badge_says_its_level_in_words_its_source_and_that_nobody_has_checked(guide: Site) -> None:
    for address, page in guide.pages.items():
        english = address.startswith("en/")
        for badge in page.xpath("//details[contains(concat(' ', @class, ' '), ' proof ')]"):
            level = badge.get("class").split("--")[1]
            assert words(badge.xpath(".//*[@class='proof__word']")[0]) == LEVELS[level][english], address
            assert badge.xpath(".//a[contains(@href, 'sources/#')]") or level == "unverified", address
            assert ("Nobody has" if english else "还没有人") in words(badge), address
