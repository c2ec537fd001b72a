"""What stands around a page: its menus say where it is, whichever page was made before it."""

from posixpath import normpath

import pytest

from tests.browser.reader import PAGES
from tests.site.checkout import Site

BELONGS = {"channels": "platforms"}
"""Pages that stand in a section by another name."""


@pytest.mark.parametrize("address", PAGES)
def test_menus_mark_the_section_of_a_page_and_no_other(guide: Site, address: str) -> None:
    root = "en/" if address.startswith("en/") else ""
    inner = address.removeprefix(root)
    section = inner.partition("/")[0]
    section = BELONGS.get(section, section)
    here = "page" if inner == f"{section}/" else "true"
    for menu in ("bar__sections", "drawer__nav"):
        links = guide.pages[address].xpath(f"//*[contains(concat(' ', @class, ' '), ' {menu} ')]//a")
        led = {normpath(f"{address}/{link.get('href')}"): link.get("aria-current") for link in links}
        assert len(led) >= 15
        wanted = {normpath(f"{root}{section}"): here} if section else {}
        assert {page: said for page, said in led.items() if said} == {page: said for page, said in wanted.items() if page in led}
