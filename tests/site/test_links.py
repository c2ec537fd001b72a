"""Links work wherever the folder is put: within the guide they are relative, and outside they are few and known."""

import re
from collections import Counter
from functools import cache
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest
from lxml import html

from tests.sample import ROOT
from tests.site.checkout import REPOSITORY, URL, Site, entries, ids, nodes, words

ADDRESSED = "//*[@href or @src or @action or @formaction or @poster or @data or @srcset]"
ATTRIBUTES = ("href", "src", "action", "formaction", "poster", "data", "srcset")
IN_HEAD = ("canonical", "alternate")


@cache
def links(page: html.HtmlElement) -> list[str]:
    """Every address a page refers to, but for the head's words about itself."""
    elements = [e for e in page.xpath(ADDRESSED) if (e.get("rel") or "").strip() not in IN_HEAD]
    return [e.get(name) for e in elements for name in ATTRIBUTES if e.get(name) is not None]


def is_inner(link: str) -> bool:
    parts = urlsplit(link)
    return not parts.scheme and not parts.netloc


def test_links_within_the_guide_are_relative_and_lead_to_a_file_and_an_anchor_that_exist(guide: Site) -> None:
    inner = {(address, link) for address, page in guide.pages.items() for link in links(page) if is_inner(link)}
    assert len(inner) > 5000
    assert [(address, link) for address, link in sorted(inner) if not leads_somewhere(guide, address, link)] == []


def test_no_id_stands_twice_on_a_page(guide: Site) -> None:
    counts = {address: Counter(ids(page)) for address, page in guide.documents.items()}
    assert sum(map(len, counts.values())) > 5000
    assert {(address, id) for address, found in counts.items() for id, times in found.items() if times > 1} == set()


def leads_somewhere(guide: Site, address: str, link: str) -> bool:
    """Whether a relative link stays below the folder the guide was put in, and finds its page, anchor or file there."""
    parts = urlsplit(urljoin(f"https://h.example/deep/er/{address}", link))
    path, anchor = unquote(parts.path), unquote(parts.fragment)
    if link.startswith("/") or not path.startswith("/deep/er/"):
        return False
    path = path.removeprefix("/deep/er/")
    if path in guide.pages:
        return not anchor or anchor in guide.anchors[path]
    file = guide.folder / path
    return file.is_file() and (not anchor or f'<symbol id="{anchor}"' in drawings(file))


@cache
def drawings(file: Path) -> str:
    """The text of a sprite, into which icons lead."""
    return file.read_text(encoding="utf-8") if file.suffix == ".svg" else ""


def test_only_https_mail_and_telephone_lead_out_of_the_guide(guide: Site) -> None:
    outer = {link for page in guide.documents.values() for link in links(page) if not is_inner(link)}
    assert {urlsplit(link).scheme for link in outer} == {"https", "mailto", "tel", "sms"}


def test_an_outward_link_is_an_official_contact_a_first_hand_source_or_the_forge(guide: Site) -> None:
    outer = {(address, link) for address, page in guide.documents.items() for link in links(page) if not is_inner(link)}
    official = official_contacts()
    first_hand = {s["url"] for s in entries("sources").values() if s["kind"] in ("operator", "authority", "law") and "url" in s}
    told = official | first_hand | numbers_that_save_lives()
    unknown = {(a, link) for a, link in outer if link not in told and not f"{link}/".startswith(f"{REPOSITORY}/")}
    assert {link for _, link in outer} >= official
    assert unknown == set()


def numbers_that_save_lives() -> set[str]:
    """What may be tapped though it is only reported: numbers to call in danger to a life."""
    calls = [call for place in entries("places").values() for name in ("life", "crisis") for call in place.get(name, ())]
    forms = {"phone": "tel:{}", "text": "sms:{}"}
    numbers = [call for call in calls if call["kind"] in forms and call["verification"]["level"] == "reported" and "disputed" not in call]
    return {forms[call["kind"]].format(call["value"].replace(" ", "").replace("-", "")) for call in numbers}


def official_contacts() -> set[str]:
    """What may be tapped: web, mail and telephone addresses of the level 'official' on which the sources agree."""
    forms = {"url": "{}", "form": "{}", "email": "mailto:{}", "phone": "tel:{}", "text": "sms:{}"}
    contacts = [node for kind in ("platforms", "channels", "places") for entry in entries(kind).values() for node in nodes(entry)]
    return {
        forms[node["kind"]].format(node["value"].replace(" ", "").replace("-", "") if node["kind"] in ("phone", "text") else node["value"])
        for node in contacts
        if node.get("kind") in forms and "value" in node and node["verification"]["level"] == "official" and "disputed" not in node
    }


def test_a_contact_that_is_not_official_is_shown_but_is_no_link(guide: Site) -> None:
    doubtful = guide.pages["platforms/okx/"].xpath("//*[contains(@class, 'card--reported') or contains(@class, 'contact--obsolete')]")
    assert len(doubtful) > 5
    assert [link for card in doubtful for link in card.xpath(".//*[contains(@class, 'value')]/descendant-or-self::a/@href")] == []


def test_not_found_page_speaks_both_languages_and_stays_in_the_guide(guide: Site) -> None:
    text = words(guide.not_found.xpath("//article")[0])
    assert "没有这一页" in text
    assert "There is no such page" in text
    article = guide.not_found.xpath("//article//a/@href")
    resolved = {urljoin("https://example.org/guide/no/such/page/", link) for link in article}
    assert resolved == {f"{URL}{address}" for address in ("", "issues/", "en/", "en/issues/")}


def test_every_link_of_the_not_found_page_leads_to_a_page_from_any_depth(guide: Site) -> None:
    base = "/guide/"
    for link in filter(is_inner, links(guide.not_found)):
        path = urlsplit(urljoin("https://example.org/guide/en/no/such/page/", link)).path
        assert link.startswith(base), link
        address = path.removeprefix(base)
        assert address in guide.pages or (guide.folder / address).is_file(), link


def test_every_page_has_a_link_to_edit_the_file_it_comes_from(guide: Site) -> None:
    for address, page in guide.pages.items():
        edit, report = page.xpath("//p[@class='correct']/a/@href")
        source = edit.removeprefix(f"{REPOSITORY}/edit/main/")
        assert source != edit, address
        assert report == f"{REPOSITORY}/issues/new?template=other-mistake.yml&page={quote('/' + address, safe='')}"
        assert (ROOT / source).is_file(), f"{address}: {source}"


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("issues/account-frozen/", "data/issues/account-frozen.yaml"),
        ("en/issues/account-frozen/", "data/issues/account-frozen.yaml"),
        ("channels/live-chat/", "data/channel-types.yaml"),
        ("glossary/", "data/glossary.yaml"),
        ("en/about/", "docs/en/about.md"),
    ],
)
def test_edit_link_names_the_entrys_own_file(guide: Site, address: str, source: str) -> None:
    assert guide.pages[address].xpath("//p[@class='correct']/a[1]/@href") == [f"{REPOSITORY}/edit/main/{source}"]


def test_correction_link_of_a_fact_leads_to_its_line(guide: Site) -> None:
    page = guide.pages["places/hk/"]
    links = [unquote(link) for link in page.xpath("//*[contains(@class, 'proof')]//a[@rel='nofollow']/@href")]
    shown = [re.split("/blob/main/|&page=", link)[-1] for link in links]
    assert len(shown) == len([link for link in links if "/blob/" in link]) * 2
    lines = (ROOT / "data" / "places" / "hk.yaml").read_text(encoding="utf-8").splitlines()
    assert {PurePosixPath(link).name.split("#")[0] for link in shown} == {"hk.yaml"}
    assert all("verification:" in lines[int(link.partition("#L")[2]) - 1] for link in shown)


def test_without_a_forge_there_is_no_link_to_edit_anything(varied: Site) -> None:
    kept = {link for page in varied.documents.values() for link in links(page) if "/edit/" in link or "/blob/" in link}
    assert kept == set()
    assert [address for address, page in varied.documents.items() if page.xpath("//*[@class='correct']")] == []


@pytest.mark.parametrize("root", ["", "en/"])
def test_address_of_a_retired_entry_leads_on_to_what_replaces_it(varied: Site, root: str) -> None:
    page = varied.pages[f"{root}issues/old-login/"]
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../../issues/login/"]
    assert "../../issues/login/" in page.xpath("//article//a/@href")
    assert varied.pages[f"{root}places/old-place/"].xpath("//meta[@http-equiv='refresh']") == []
