"""Addresses are permanent and the same in both languages; every page says its language and names its twin."""

from lxml import etree

from tests.sample import ROOT
from tests.site.checkout import PAGES_OF, URL, Site, entries

SECTIONS = """
    start emergency platforms channels issues letters evidence escalation places faq scams verify case glossary sources freshness
    changes contribute about about/design privacy api search
"""
ANCHORS = {"evidence": "evidence/", "glossary": "glossary/", "emergency": "emergency/"}
PARTS = [
    ("platforms", "entities", "platforms/{owner}/", "entity-{part}"),
    ("channels", "contacts", "platforms/{owner}/", "contact-{part}"),
    ("places", "bodies", "places/{owner}/", "body-{part}"),
    ("faqs", "questions", "faq/{owner}/", "{part}"),
]
NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def expected() -> set[str]:
    """Every address the guide promises, from one language's root."""
    prose = {file.stem for file in (ROOT / "docs" / "zh").glob("*.md")}
    sections = {f"{name}/" for name in {*SECTIONS.split(), *prose}} | {page for page, _ in sources()}
    return {""} | sections | {f"{page}{id}/" for kind, page in PAGES_OF.items() for id in entries(kind)} | plans() | parts()


def sources() -> set[tuple[str, str]]:
    """Each source by the page of its kind and its id."""
    return {(f"sources/{source['kind']}/", id) for id, source in entries("sources").items()}


def plans() -> set[str]:
    """The plan for each trouble in each place that is covered, and in any other."""
    places = [id for id, place in entries("places").items() if place.get("status") != "not-covered"]
    return {f"issues/{issue}/{place}/" for issue in entries("issues") for place in (*places, "elsewhere")}


def parts() -> set[str]:
    """The pages that take what is too much for an entry's own: many companies, and countries one by one."""
    companies = {f"platforms/{id}/companies/" for id, platform in entries("platforms").items() if len(platform.get("entities", ())) > 3}
    return companies | {f"places/{id}/countries/" for id, place in entries("places").items() if place.get("states")}


def canonical(address: str) -> str:
    """The page that stands for one in searches: of a plan, that of its trouble."""
    lesser = {*plans(), *parts(), "about/design/", *(page for page, _ in sources())}
    return address[: address.rstrip("/").rindex("/") + 1] if address.removeprefix("en/") in lesser else address


def test_every_fixed_address_and_one_page_per_entry_exist_in_both_languages_and_no_other(guide: Site) -> None:
    assert set(guide.pages) == expected() | {f"en/{address}" for address in expected()}


def test_every_entry_that_shares_a_page_has_an_anchor_on_it(guide: Site) -> None:
    promised = {(page, id) for kind, page in ANCHORS.items() for id in entries(kind)} | sources()
    for kind, attribute, page, anchor in PARTS:
        for owner, value in entries(kind).items():
            promised |= {(page.format(owner=owner), anchor.format(part=part)) for part in value.get(attribute, {})}
    missing = [
        f"{root}{page}#{anchor}" for root in ("", "en/") for page, anchor in sorted(promised) if anchor not in guide.anchors[root + page]
    ]
    assert len(promised) > 100
    assert missing == []


def test_every_fact_on_a_page_has_an_anchor_that_is_the_same_in_both_languages(guide: Site) -> None:
    facts = {address: page.xpath("//*[starts-with(@id, 'f-')]/@id") for address, page in guide.pages.items()}
    assert sum(map(len, facts.values())) > 500
    assert {a: facts[a] for a in facts if not a.startswith("en/") and facts[a] != facts[f"en/{a}"]} == {}


def test_every_page_says_which_language_it_is_in(guide: Site) -> None:
    said = {address: page.get("lang") for address, page in guide.pages.items()}
    assert said == {address: "en" if address.startswith("en/") else "zh-Hans" for address in guide.pages}


def test_every_page_names_itself_and_both_languages_in_its_head(guide: Site) -> None:
    for address, page in guide.pages.items():
        plain = address.removeprefix("en/")
        assert page.xpath("//head/link[@rel='canonical']/@href") == [URL + canonical(address)], address
        alternates = page.xpath("//head/link[@hreflang]")
        assert {link.get("rel").strip() for link in alternates} == {"alternate"}, address
        pairs = [(link.get("hreflang"), link.get("href")) for link in alternates]
        assert pairs == [("zh-Hans", URL + plain), ("en", f"{URL}en/{plain}")], address


def test_sitemap_lists_every_page_that_stands_for_itself_in_both_languages_with_both_alternates(guide: Site) -> None:
    tree = etree.fromstring((guide.folder / "sitemap.xml").read_bytes())
    listed = {}
    for entry in tree.findall("s:url", NAMESPACES):
        links = {link.get("hreflang"): link.get("href") for link in entry.findall("x:link[@rel='alternate']", NAMESPACES)}
        listed[entry.findtext("s:loc", namespaces=NAMESPACES)] = links
    plain = {f"{URL}{address}": address.removeprefix("en/") for address in guide.pages if canonical(address) == address}
    assert listed == {url: {"zh-Hans": URL + a, "en": f"{URL}en/{a}", "x-default": URL + a} for url, a in plain.items()}


def test_robots_may_read_everything_and_learn_where_the_sitemap_is(guide: Site) -> None:
    assert (guide.folder / "robots.txt").read_text() == f"User-agent: *\nAllow: /\nSitemap: {URL}sitemap.xml\n"
