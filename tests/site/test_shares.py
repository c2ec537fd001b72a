"""What an issue page says is its own: what stands on many pages has a page of its own, to which they lead."""

import re
from collections import Counter

import pytest
from lxml import html

from tests.site.checkout import Site
from tests.survey import few

MANY = 9
"""On so many other pages a sentence is no issue's own."""
APART = (
    "ancestor-or-self::*[self::nav or self::template or self::script or self::button or self::situation-strip or self::h1 or self::h2"
    " or self::h3 or self::summary or self::a or contains(concat(' ', @class, ' '), ' proof ')]"
)
"""What is no sentence of a page: ways on, headings, and the marks with their sources."""


def sentences(page: html.HtmlElement) -> list[str]:
    """What a page says, piece by piece."""
    texts = page.xpath(f"//article//text()[not({APART})]")
    return [said for said in (" ".join(text.split()) for text in texts) if len(said) > 1]


@pytest.mark.parametrize("root", few(["", "en/"], 2))
def test_little_on_a_page_of_a_trouble_stands_on_many_others(guide: Site, root: str) -> None:
    own = {
        address: sentences(page)
        for address, page in guide.pages.items()
        if address.startswith("en/") == bool(root) and not re.fullmatch(r"(en/)?issues/[^/]+/[^/]+/", address)
    }
    standing = Counter(said for found in own.values() for said in set(found))
    shares = {
        address: sum(len(said) for said in found if standing[said] > MANY) / sum(map(len, found))
        for address, found in own.items()
        if re.fullmatch(rf"{root}issues/[^/]+/", address)
    }
    assert len(shares) > 25
    assert {address: round(share, 2) for address, share in shares.items() if share > 0.15} == {}
