"""Every internal link and anchor of a built site leads somewhere."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from ..model.problems import Problem

_ELSEWHERE = re.compile(r"^(?:https?|mailto|tel):")


@dataclass(frozen=True)
class _Page:
    address: str
    links: tuple[str, ...]
    anchors: frozenset[str]
    repeated: tuple[str, ...]


def check_links(site: Path, sources: dict[str, str], root: Path, prose: str) -> list[Problem]:
    """Broken links, broken anchors and repeated anchors of one language's folder, told at their source.

    ``sources`` gives the data file behind an address; other pages stand below the ``prose`` folder. The
    link to the other language leaves the folder and is the caller's to answer for.
    """
    files = sorted(site.rglob("index.html"))
    pages = {page.address: page for page in (_read(site, file, file.stat().st_mtime_ns) for file in files) if page}
    problems = []
    for page in pages.values():
        source = sources.get(page.address, f"{prose}/{page.address.rstrip('/') or 'index'}.md")
        for link in page.links:
            if fault := _fault(site, pages, page.address, link):
                problems.append(Problem(source, _line(root / source, link), "", fault, "Correct the link, or the anchor it names."))
        for anchor in page.repeated:
            problems.append(
                Problem(
                    source,
                    _line(root / source, anchor),
                    "",
                    f"The anchor '#{anchor}' stands twice on the page '{page.address}'.",
                    "Rename one of the two.",
                )
            )
    return problems


@lru_cache(maxsize=4096)  # a preview leaves most pages as they are
def _read(site: Path, file: Path, written: int) -> _Page | None:
    if file.relative_to(site).parts[0] in ("en", "assets"):
        return None
    address = file.parent.relative_to(site).as_posix().removeprefix(".")
    tree = html.document_fromstring(file.read_bytes())
    anchors = tree.xpath("//@id")
    links = [
        link
        for link in tree.xpath("//a[not(@data-other-language)]/@href | //link/@href | //script/@src | //img/@src")
        if not _ELSEWHERE.match(link)
    ]
    repeated = tuple(sorted(anchor for anchor, times in Counter[str](anchors).items() if times > 1))
    return _Page(f"{address}/" if address else "", tuple(dict.fromkeys(links)), frozenset(anchors), repeated)


def _fault(site: Path, pages: dict[str, _Page], address: str, link: str) -> str:
    parts = urlsplit(urljoin(f"https://site.example/{address}", link))
    path, anchor = unquote(parts.path.removeprefix("/")), unquote(parts.fragment)
    if parts.netloc != "site.example":
        return f"The link '{link}' is not one we write."
    if path.endswith("/") or not path:
        target = pages.get(path)
        if target is None:
            return f"The link '{link}' leads to the page '{path}', which does not exist."
        if anchor and anchor not in target.anchors:
            return f"The link '{link}' names the anchor '#{anchor}', which the page '{path}' does not have."
        return ""
    return "" if (site / path).is_file() else f"The link '{link}' leads to the file '{path}', which does not exist."


def _line(source: Path, needle: str) -> int:
    """The line of the source that mentions the link's last part, or the first."""
    if not source.is_file():
        return 1
    words = [word for word in re.split(r"[/#]", needle) if word not in ("", ".", "..")]
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        if words and re.search(rf"(?<![\w-]){re.escape(words[-1])}(?![\w-])", line):
            return number
    return 1
