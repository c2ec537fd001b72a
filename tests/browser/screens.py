"""Pictures of one page of each kind, in both languages, on a phone and on a desk, light and dark: ``python -m tests.browser.screens``.

They go to ``screens/``, which git ignores; ``site/`` must have been built.
"""

import itertools
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

from tests.browser.reader import DESK, PAGES, PHONE, Reader, launched, served
from tests.sample import ROOT

SIZES: dict[str, ViewportSize] = {"360": PHONE, "1280": DESK}
SCHEMES = ("light", "dark")


def take(site: Path, target: Path) -> None:
    """Takes the pictures of a built site; each is named by its page, width and scheme."""
    target.mkdir(exist_ok=True)
    with sync_playwright() as playwright, served(site) as base:
        browser = launched(playwright)
        for (width, size), scheme in itertools.product(SIZES.items(), SCHEMES):
            reader = Reader(browser, base, viewport=size, color_scheme=scheme)
            for address in (*PAGES, "about/design/", "en/about/design/"):
                reader.open(address)
                name = address.strip("/").replace("/", "-") or "home"
                reader.page.screenshot(path=target / f"{name}-{width}-{scheme}.png", full_page=True)
            reader.close()


if __name__ == "__main__":
    take(ROOT / "site", ROOT / "screens")
