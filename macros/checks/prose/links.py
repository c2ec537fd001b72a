"""Rules about the links of hand-written pages: each leads to a page that exists, at an anchor that it has."""

import difflib
import re
from collections import Counter
from collections.abc import Container
from html.parser import HTMLParser
from posixpath import normpath

from ...model.kinds import KINDS
from ...model.text import LANGUAGES
from ..context import Addresses, Context, Problems
from .page import Page, address_of

_ELSEWHERE = re.compile(r"(?:https|mailto|tel):|//")


def check_prose_links(context: Context) -> Problems:
    """A link on a hand-written page that stays on the site names the file of a page that exists, and an anchor of it.

    Bad: docs/en/about.md: case.md#keep → cases.md
    Good: docs/en/about.md: case.md#keep → evidence.md
    """
    seen = {page: _Seen(page.html) for page in context.pages}
    known: dict[str, Addresses] = {
        language: {**context.addresses, **{page.address: frozenset(seen[page].anchors) for page in seen if page.language == language}}
        for language in LANGUAGES
    }
    links = ((page, link) for page, found in seen.items() for link in dict.fromkeys(found.links))
    for page, link in links:
        if fault := _fault_of(context, page, link, known[page.language]):
            yield page.problem(page.line_of(f"({link}", f": {link}", link), *fault)


def check_prose_anchors(context: Context) -> Problems:
    """An anchor stands once on its page.

    Bad: docs/en/about.md: {#licence} → {#top}
    Good: docs/en/about.md: {#licence} → {#rights}
    """
    for page in context.pages:
        counted = Counter(_Seen(page.html).anchors)
        for anchor in (anchor for anchor, times in counted.items() if times > 1):
            lines = [number for number, line in enumerate(page.text.splitlines(), 1) if f"{{#{anchor}}}" in line]
            message = f"The anchor '#{anchor}' stands twice on the page '{page.address}'."
            yield page.problem(lines[-1] if lines else 1, message, "Rename one of the two.")


def _fault_of(context: Context, page: Page, link: str, known: Addresses) -> tuple[str, str] | None:
    """What is wrong with a link as it is written; None for one that leads elsewhere or is told for another reason."""
    path, _, anchor = link.partition("#")
    if _ELSEWHERE.match(link) or link.startswith("/") or ":" in path:
        return None
    if path and not path.endswith(".md"):
        return f"The link '{link}' names no file of a page.", f"Write '{_file_of(path, known)}'." if path else "Name it."
    address = _target(page, path)
    if address not in known:
        return None if _may_be_broken(context, address) else (_nowhere(link, address), _nearest(path, known))
    if anchor and anchor not in known[address]:
        return f"The link '{link}' names the anchor '#{anchor}', which the page '{address}' does not have.", _near_anchor(
            anchor, known[address]
        )
    return None


def _nowhere(link: str, address: str) -> str:
    return f"The link '{link}' leads to the page '{address}', which does not exist."


def _target(page: Page, path: str) -> str:
    """The address that a path written on a page leads to."""
    if not path:
        return page.address
    file = normpath("/".join((*page.name[:-1], path)))
    return address_of(tuple(file.removesuffix(".md").split("/")))


def _file_of(path: str, known: Addresses) -> str:
    address = path.strip("/").removeprefix("../").removesuffix(".html").removesuffix("index").strip("/")
    return f"{address}.md" if f"{address}/" in known else "the name of its file, such as about.md"


def _nearest(path: str, known: Addresses) -> str:
    files = [f"{address.rstrip('/') or 'index'}.md" for address in known]
    near = difflib.get_close_matches(path, files, 1)
    return f"Did you mean '{near[0]}'?" if near else "Name the file of a page that exists."


def _near_anchor(anchor: str, anchors: Container[str]) -> str:
    near = difflib.get_close_matches(anchor, sorted(anchors), 1) if isinstance(anchors, frozenset) else []
    return f"Did you mean '#{near[0]}'?" if near else "Correct the anchor, or leave it out."


def _may_be_broken(context: Context, address: str) -> bool:
    """Whether the page would be there if the entry behind it could be read."""
    kinds = [kind for kind in KINDS.values() if kind.home and address.startswith(kind.home) and "#" not in kind.address]
    return any(context.library.is_broken(kind.name, address.removeprefix(kind.home).rstrip("/")) for kind in kinds)


class _Seen(HTMLParser):
    """The links and anchors of a page that Markdown made."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name == "href" and "headerlink" not in (dict(attributes).get("class") or ""):
                self.links.append(value or "")
            elif name == "id":
                self.anchors.append(value or "")
