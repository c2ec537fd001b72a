"""The list of what stands on a hand-written page, folded out below its first paragraph."""

from collections.abc import Callable
from html import unescape
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

_FEWEST = 4
"""Sections for which a list is worth its place."""


class OnPageExtension(Extension):
    """Adds the list. ``words`` gives its heading when a page is rendered, and the address of its icon."""

    def __init__(self, words: Callable[[], tuple[str, str]]) -> None:
        super().__init__()
        self.words = words

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Runs after the table of contents is made."""
        md.treeprocessors.register(_OnPage(md, self.words), "onpage", 3)


class _OnPage(Treeprocessor):
    def __init__(self, md: Markdown, words: Callable[[], tuple[str, str]]) -> None:
        super().__init__(md)
        self.words = words

    def run(self, root: Element) -> None:
        tokens = getattr(self.md, "toc_tokens", None)
        sections = tokens[0]["children"] if tokens else []
        first = next((position for position, child in enumerate(root) if child.tag == "p"), None)
        if len(sections) >= _FEWEST and first is not None:
            root.insert(first + 1, _list([(section["id"], section["name"]) for section in sections], *self.words()))


def _list(sections: list[tuple[str, str]], heading: str, icon: str) -> Element:
    details = Element("details", {"class": "onpage"})
    summary = SubElement(details, "summary")
    use = SubElement(SubElement(summary, "svg", {"class": "icon", "viewBox": "0 0 24 24", "aria-hidden": "true"}), "use", {"href": icon})
    use.text = ""
    summary[0].tail = AtomicString(heading)
    items = SubElement(details, "ol")
    for anchor, name in sections:
        SubElement(SubElement(items, "li"), "a", {"href": f"#{anchor}"}).text = AtomicString(unescape(name))
    return details
