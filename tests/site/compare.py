"""What a reader would find changed between two built sites: ``python -m tests.site.compare BEFORE AFTER``.

Each page is read into lines by category, and the lines are compared. Categories of their own are: what is hidden until a script shows it,
what stands in for scripts, and what changed in nothing but white space and the borders of blocks ("spacing").
Exit status: 0 if nothing differs but what ``--allow`` names, 1 if something does or an allowance matches nothing, 2 without a comparison.
"""

import argparse
import re
import signal
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, partial
from itertools import chain
from os import devnull
from os.path import commonprefix
from pathlib import Path
from urllib.parse import urljoin

from lxml import etree, html
from lxml.html import defs

SITE = "https://site.invalid"
HTML5 = {"article", "aside", "details", "dialog", "figcaption", "figure", "footer", "header", "main", "nav", "section", "summary"}
BLOCKS = defs.block_tags - {"del", "ins"} | HTML5 | {"body", "br", "select", "textarea"}
BREAK = "\u2029"  # the paragraph separator ends a block: white space, and in no page
SPACE = re.compile(f"[ \t\r\n\f{BREAK}]+")  # what browsers run together; a no-break space is a letter
PARTS = {
    "hidden": "//*[@hidden][not(ancestor::*[@hidden])]",
    "without scripts": "//body//noscript",
    "article": "//article[not(ancestor::article)]",
    "frame": "//body",
}
ASSETS = "//script/@src | //img/@src | //link[not(@hreflang) and @rel != 'canonical']/@href | //use/@*[not(starts-with(., '#'))]"
OTHER_ADDRESSES = "//link[@rel = 'canonical' or @hreflang]"
CONTROLS = "self::button or self::input or self::label or self::select or self::textarea"
NAMED = f"//*[{CONTROLS} or @aria-label or @aria-labelledby or @title or @alt or @label]"
STATES = ("type", "value", "placeholder", "title", "checked", "disabled", "required", "aria-required", "aria-current", "aria-live")
SPACING = " (spacing)"
WIDTH, LEAD, FEW, EXAMPLES = 160, 40, 15, 3


@dataclass(frozen=True)
class Change:
    """Lines that went, and what stands in their place."""

    category: str
    removed: tuple[str, ...]
    added: tuple[str, ...]

    def on(self, address: str) -> str:
        """One line, which allowances are searched in."""
        return " | ".join([self.category, address, *(f"- {line}" for line in self.removed), *(f"+ {line}" for line in self.added)])


Found = tuple[Change, str]  # a change and the address of the page it stands on


def words(element: html.HtmlElement) -> str:
    return SPACE.sub(" ", element.text_content()).strip(" ")


def blocks(element: html.HtmlElement) -> list[str]:
    """Its words in reading order, a line for each block that ``mark_blocks`` has marked."""
    lines = (SPACE.sub(" ", line).strip(" ") for line in element.text_content().split(BREAK))
    return [line for line in lines if line]


def mark_blocks(page: html.HtmlElement) -> None:
    for block in page.iter(*BLOCKS):
        block.text = BREAK + (block.text or "")
        block.tail = BREAK + (block.tail or "")


@cache
def target(address: str, link: str) -> str:
    """Where a link leads: from the site's root, or with its scheme."""
    return urljoin(f"{SITE}{address}", link.strip()).removeprefix(SITE)


def names(page: html.HtmlElement) -> list[str]:
    """What a screen reader tells of each control and of each element with a label: role, name, states, description."""
    references = set(" ".join(page.xpath("//@aria-labelledby | //@aria-describedby")).split())
    ids = {e.get("id", ""): words(e) for e in page.xpath("//*[@id]") if e.get("id") in references}
    labels = {label.get("for", ""): words(label) for label in page.xpath("//label[@for]")}
    return [" ".join([f"{e.get('role', str(e.tag))}: {name(e, ids, labels)}", *notes(e, ids)]) for e in page.xpath(NAMED)]


def name(element: html.HtmlElement, ids: dict[str, str], labels: dict[str, str]) -> str:
    """In the order of https://www.w3.org/TR/accname-1.2/, which browsers follow."""
    given = referred(element, "aria-labelledby", ids) or element.get("aria-label") or labels.get(element.get("id", ""))
    around = " ".join(words(label) for label in element.iterancestors("label"))
    own = words(element) if element.tag in ("button", "label") else element.get("alt") or element.get("label") or ""
    return given or around or own


def notes(element: html.HtmlElement, ids: dict[str, str]) -> list[str]:
    states = [f"{state}={element.get(state)}" for state in STATES if element.get(state) is not None]
    return [f"[{note}]" for note in [*states, referred(element, "aria-describedby", ids)] if note]


def referred(element: html.HtmlElement, attribute: str, ids: dict[str, str]) -> str:
    return " ".join(ids.get(reference, f"no #{reference}") for reference in element.get(attribute, "").split())


READ: dict[str, Callable[[html.HtmlElement], Iterable[str]]] = {
    "title": lambda page: map(words, page.xpath("//head/title")),
    "meta": lambda page: (f"{e.get('name') or e.get('http-equiv')}: {e.get('content')}" for e in page.xpath("//meta[@content]")),
    "canonical, alternate": lambda page: (f"{e.get('hreflang', 'canonical')}: {e.get('href')}" for e in page.xpath(OTHER_ADDRESSES)),
    "article ids": lambda page: page.xpath("//@id[ancestor::article]"),
    "frame ids": lambda page: page.xpath("//@id[not(ancestor::article)]"),
    "headings": lambda page: (f"{e.tag!s}: {words(e)}" for e in page.iter("h1", "h2", "h3", "h4", "h5", "h6")),
    "names": names,
    "languages": lambda page: (f"{e.get('lang')}: {'page' if e is page else words(e)[:LEAD]}" for e in page.xpath("//*[@lang]")),
    "details": lambda page: (f"{'closed' if e.get('open') is None else 'open'}: {words(s)}" for e in page.iter("details") for s in e[:1]),
    "icons": lambda page: [f"{len(page.xpath('//article//svg'))} in the article"],
}
PLAIN = ("pages", "files", *READ, *(f"{part} {what}" for part in reversed(PARTS) for what in ("text", "links")), "assets")
CATEGORIES = [f"{category}{suffix}" for category in PLAIN for suffix in ("", SPACING)]


def contents(file: Path, address: str) -> dict[str, list[str]]:
    """Everything that is compared of one page, in document order, by category."""
    page = html.document_fromstring(file.read_bytes().decode("utf-8"))
    found = {"assets": list(dict.fromkeys(target(address, link).partition("#")[0] for link in page.xpath(ASSETS)))}
    etree.strip_elements(page, "script", "style", "template", with_tail=False)
    mark_blocks(page)
    found |= {category: list(map(str, read(page))) for category, read in READ.items()}
    for part, path in PARTS.items():
        elements = page.xpath(path)
        for element in elements:
            element.drop_tree()  # the parts that follow are without it
        found[f"{part} text"] = [line for element in elements for line in blocks(element)]
        found[f"{part} links"] = [
            f"{words(a)} → {target(address, a.get('href'))}" for e in elements for a in e.xpath("descendant-or-self::a[@href]")
        ]
    return found


def changes(category: str, before: list[str], after: list[str]) -> Iterator[Change]:
    """What differs between two lists: line by line where as many came as went, white space apart from the rest."""
    old, new = (["".join(line.split()) for line in lines] for lines in (before, after))
    matcher = SequenceMatcher(None, old, new, autojunk=False)  # lines that stand often on a page are no junk: they are most of it
    for kind, i, j, k, m in matcher.get_opcodes():
        is_spacing = "".join(old[i:j]) == "".join(new[k:m])
        by_line = j - i == m - k and (kind == "equal" or not is_spacing)
        pairs = [([b], [a]) for b, a in zip(before[i:j], after[k:m], strict=True)] if by_line else [(before[i:j], after[k:m])]
        named = category + SPACING * is_spacing
        yield from (Change(named, tuple(removed), tuple(added)) for removed, added in pairs if removed != added)


def page_changes(before: Path, after: Path, file: str) -> list[Found]:
    old, new = (contents(folder / file, address_of(file)) for folder in (before, after))
    differing = [category for category in old if old[category] != new[category]]
    return [(change, address_of(file)) for category in differing for change in changes(category, old[category], new[category])]


def address_of(file: str) -> str:
    return f"/{file}".removesuffix("index.html")


def all_changes(before: Path, after: Path) -> Iterator[Found]:
    """Each change with the address of its page: files that came and went first, then page by page."""
    old, new = ({file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()} for folder in (before, after))
    for file in sorted(old ^ new):
        category, address = "pages" if file.endswith(".html") else "files", address_of(file)
        yield Change(category, (address,) * (file in old), (address,) * (file in new)), address
    with ProcessPoolExecutor() as processes:
        both = sorted(file for file in old & new if file.endswith(".html"))
        yield from chain.from_iterable(processes.map(partial(page_changes, before, after), both, chunksize=8))


def table(unwanted: list[Found], allowed: list[Found]) -> Iterator[str]:
    changed, wanted = (Counter(change.category for change, _ in found) for found in (unwanted, allowed))
    pages = Counter(category for category, _ in {(change.category, address) for change, address in unwanted})
    yield f"{'':32}{'pages':>8}{'changes':>9}{'allowed':>9}"
    for category in [category for category in CATEGORIES if category in {*PLAIN, *changed, *wanted}]:
        yield f"{category:32}{pages[category]:8}{changed[category]:9}{wanted[category]:9}"


def report(unwanted: list[Found], full: bool) -> Iterator[str]:
    """Identical changes told once, the most frequent first."""
    groups: dict[str, dict[Change, list[str]]] = defaultdict(lambda: defaultdict(list))
    for change, address in unwanted:
        groups[change.category][change].append(address)
    for category in filter(groups.get, CATEGORIES):
        ordered = sorted(groups[category].items(), key=lambda item: -len(item[1]))
        yield f"\n== {category}: {len(ordered)} different changes"
        yield from shortened([told(change, addresses, full) for change, addresses in ordered], None if full else FEW)


def told(change: Change, addresses: list[str], full: bool) -> str:
    start = max(0, len(commonprefix([*change.removed, *change.added])) - LEAD)  # noqa: RUF071  (these are texts, not paths)
    lines = [f"\n{len(addresses)} × on {' '.join(shortened(list(dict.fromkeys(addresses)), None if full else EXAMPLES))}"]
    for mark, side in (("-", change.removed), ("+", change.added)):
        lines += [f"  {mark} {line}" for line in (side if full else shortened([excerpt(line, start) for line in side], FEW))]
    return "\n".join(lines)


def shortened(items: list[str], most: int | None) -> list[str]:
    """The first of them, and how many more there are."""
    return items if most is None or len(items) <= most else [*items[:most], f"… {len(items) - most} more"]


def excerpt(line: str, start: int) -> str:
    """As much of a line as fits, from shortly before what differs."""
    end = start + WIDTH
    return line if len(line) <= WIDTH else f"{'…' * (start > 0)}{line[start:end]}{'…' * (end < len(line))}"


def sifted(found: Iterable[Found], patterns: list[str]) -> tuple[list[Found], list[Found], Counter[str]]:
    """What nobody wanted, what the patterns allow, and how often each of them did."""
    unwanted, allowed = list[Found](), list[Found]()
    uses = Counter(dict.fromkeys(patterns, 0))
    for change, address in found:
        matching = [pattern for pattern in patterns if re.search(pattern, change.on(address))]
        uses.update(matching)
        (allowed if matching else unwanted).append((change, address))
    return unwanted, allowed, uses


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.site.compare", description="What a reader would find changed between two builds.")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--allow", type=Path, default=devnull, help="a pattern a line, searched in 'category | /page/ | - old | + new'")
    parser.add_argument("--full", action="store_true", help="print every change, page and line")
    options = parser.parse_args()
    if empty := [folder for folder in (options.before, options.after) if not any(folder.rglob("*.html"))]:
        parser.error(f"no page in {empty[0]}")
    return options


def main() -> int:
    options = arguments()
    patterns = [line for line in options.allow.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    unwanted, allowed, uses = sifted(all_changes(options.before, options.after), patterns)
    used = (f"allowed {count} times: {pattern}" for pattern, count in uses.items())
    print(*table(unwanted, allowed), *used, *report(unwanted, options.full), sep="\n")
    return int(bool(unwanted) or 0 in uses.values())


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader may stop reading: … | head
    sys.exit(main())
