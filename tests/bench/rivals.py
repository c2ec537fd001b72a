"""The same text for other generators, with a page of plain Markdown for each of ours.

The stock stack is Material, mkdocs-macros and mkdocs-static-i18n; Zensical reads the same project without the last, which it does not know;
Hugo has a theme of three lines and no search. The words are read from a built site, so that all publish the same ones. What opens on our pages is a
collapsible admonition here, as a writer of plain Markdown would have it; forms, icons and our own list of headings are left out.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from lxml.html import HtmlElement

from tests.site.checkout import parsed

_MKDOCS = """\
site_name: Guide
site_url: https://example.org/guide/
theme: {name: material, features: [search.highlight, toc.follow, content.code.copy]}
plugins:
  search: {lang: [zh, en]}
  macros: {}
markdown_extensions:
  admonition: {}
  attr_list: {}
  tables: {}
  toc: {toc_depth: 2, permalink: true}
  pymdownx.details: {}
  pymdownx.superfences: {}
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""
"""Pages stand outside the navigation: in it, the stock stack takes a time that grows with the square of the pages."""

_LEFT_OUT = ("script", "style", "template", "svg", "nav", "button", "select", "input", "textarea")
_LEFT_OUT_CLASSES = ("onpage", "headerlink")
_BLOCKS = {*("p", "div", "section", "ul", "ol", "dl", "dt", "dd", "table", "details", "form", "fieldset", "legend", "noscript")}
_LONGEST = 150_000
"""Signs of a page above which Zensical's search refuses it: the others' need not take it in either."""
_HEADINGS = {"h1": "#", "h2": "##", "h3": "###", "h4": "####", "h5": "#####", "h6": "######"}


_I18N = """\
  i18n:
    docs_structure: folder
    languages:
      - {locale: zh, name: 中文, default: true}
      - {locale: en, name: English}
markdown_extensions:"""
_HUGO = """\
baseURL = "https://example.org/guide/"
title = "Guide"
disableKinds = ["taxonomy", "term", "rss"]
"""
_LAYOUT = """\
<!doctype html><html><head><title>{{ .Title }}</title><meta name="description" content="{{ .Description }}"></head>
<body><h1>{{ .Site.Title }}</h1><main>{{ .Content }}</main></body></html>
"""


@dataclass(frozen=True)
class Rival:
    """Another generator: the module that must be installed for it, how it is run, where its pages come to stand, and what it needs."""

    module: str
    command: tuple[str, ...]
    site: str
    write: Callable[[Path], str]
    """Writes its settings into a folder; the folder in that for the pages."""
    page: str = "index.md"
    """What a page that others stand below is called."""

    @property
    def is_installed(self) -> bool:
        return find_spec(self.module) is not None

    def prepare(self, site: Path, root: Path) -> None:
        """Writes a project with every page of a site that we built."""
        root.mkdir()
        folder = root / self.write(root)
        for file in site.rglob("index.html"):
            address = file.parent.relative_to(site).parts
            language, path = ("en", address[1:]) if address[:1] == ("en",) else ("zh", address)
            target = folder.joinpath(language, *path, self.page)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_page(parsed(file)), encoding="utf-8")


def _for_mkdocs(root: Path) -> str:
    (root / "mkdocs.yml").write_text(_MKDOCS.replace("markdown_extensions:", _I18N), encoding="utf-8")
    return "docs"


def _for_zensical(root: Path) -> str:
    (root / "mkdocs.yml").write_text(_MKDOCS, encoding="utf-8")
    return "docs"


def _for_hugo(root: Path) -> str:
    (root / "hugo.toml").write_text(_HUGO, encoding="utf-8")
    (root / "layouts/_default").mkdir(parents=True)
    for name in ("baseof", "single", "list", "home"):
        (root / f"layouts/_default/{name}.html").write_text(_LAYOUT, encoding="utf-8")
    return "content"


STOCK = Rival("mkdocs_static_i18n", ("mkdocs", "build", "--quiet"), "site", _for_mkdocs)
RIVALS = {
    "stock": STOCK,
    "Zensical": Rival("zensical", ("zensical", "build"), "site", _for_zensical),
    "Hugo": Rival("hugo", ("hugo", "--quiet"), "public", _for_hugo, "_index.md"),
}


def _page(page: HtmlElement) -> str:
    description = page.xpath("string(//meta[@name='description']/@content)")
    text = "\n\n".join(_blocks(page.xpath("//article")[0])) + "\n"
    search = "search: {exclude: true}\n" if len(text) > _LONGEST else ""
    return f"---\ndescription: {json.dumps(description, ensure_ascii=False)}\n{search}---\n{text}"


def _blocks(element: HtmlElement) -> Iterator[str]:
    """What an element holds, as blocks of Markdown."""
    run = [element.text or ""]
    for child in element:
        if not _is_left_out(child):
            if _is_block(child):
                yield from _paragraph(run)
                yield from _block(child)
                run = []
            else:
                run.append(_inline(child))
        run.append(child.tail or " ")
    yield from _paragraph(run)


def _is_left_out(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _LEFT_OUT or element.get("hidden") is not None:
        return True
    return any(name in _LEFT_OUT_CLASSES for name in element.get("class", "").split())


def _is_block(element: HtmlElement) -> bool:
    return any(part.tag in _BLOCKS or part.tag in _HEADINGS for part in element.iter())


def _paragraph(run: list[str]) -> Iterator[str]:
    if text := _joined(run):
        yield text


def _joined(run: list[str]) -> str:
    return " ".join("".join(run).split())


def _inline(element: HtmlElement) -> str:
    """Running text, with its links: an address of ours is that of the Markdown file behind it."""
    inner = (("" if _is_left_out(child) else _inline(child)) + (child.tail or " ") for child in element)
    text = _joined([element.text or "", *inner])
    href = element.get("href", "").partition("#")[0]
    if element.tag == "a" and text and href:
        return f"[{text}]({href}index.md)" if href.endswith("/") and ":" not in href else f"[{text}]({href})"
    return f"**{text}**" if element.tag in ("b", "strong") and text else text


def _block(element: HtmlElement) -> Iterator[str]:
    if element.tag in _HEADINGS:
        yield f"{_HEADINGS[element.tag]} {_inline(element)}"
    elif element.tag in ("ul", "ol"):
        yield "\n".join(_item("- " if element.tag == "ul" else "1. ", child) for child in element.iterchildren("li"))
    elif element.tag == "details":
        yield _admonition(element)
    elif element.tag == "table":
        yield _table(element)
    elif element.tag == "dt":
        yield f"**{_inline(element)}**"
    else:
        yield from _blocks(element)


def _item(mark: str, element: HtmlElement) -> str:
    return mark.ljust(4) + _indented("\n\n".join(_blocks(element))).lstrip()


def _admonition(element: HtmlElement) -> str:
    summary = next(element.iterchildren("summary"))
    title = _inline(summary).replace('"', "'")
    element.remove(summary)
    body = "\n\n".join(_blocks(element))
    return f'??? note "{title}"\n\n{_indented(body)}'


def _table(element: HtmlElement) -> str:
    rows = [[_inline(cell).replace("|", "/") for cell in row] for row in element.iter("tr")]
    lines = [f"| {' | '.join(cells)} |" for cells in rows]
    return "\n".join([lines[0], "| --- " * len(rows[0]) + "|", *lines[1:]])


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else line for line in text.splitlines())
