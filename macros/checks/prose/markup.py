"""Rules about what stands on hand-written pages: Markdown and nothing else, however it was written."""

import re
from html.parser import HTMLParser

from ...model.problems import shown
from ..context import Context, Problems
from .page import MARKUP, Page


def check_prose_markup(context: Context) -> Problems:
    """A hand-written page holds no HTML, image or comment; only an anchor stands in braces.

    Bad: docs/en/about.md: Texts and data are free to use. → <script>alert(1)</script>
    Good: docs/en/about.md: Texts and data are free to use. → **Texts** and data are free to use: <https://law.example/act>.
    """
    lines = ((page, number, line) for page in context.pages for number, line in enumerate(page.text.splitlines(), 1))
    for page, number, line in lines:
        for form, fault, fix in MARKUP:
            if form.search(line):
                yield page.problem(number, fault, fix)


def check_prose_html(context: Context) -> Problems:
    """What Markdown makes of a hand-written page holds nothing but its own elements, whichever way the rest was written.

    Bad: docs/en/about.md: Texts and data are free to use. → [Texts](http://law.example/act) and data are free to use.
    Good: docs/en/about.md: Texts and data are free to use. → [Texts](https://law.example/act) and data are free to use.
    """
    for page in context.pages:
        yield from _faults_of(page)


_ELEMENTS = re.compile("h[1-6]|p|a|em|strong|code|pre|[uo]l|li|blockquote|[hb]r|table|thead|tbody|t[rhd]")
_ATTRIBUTES = {
    "id": re.compile(r"(?!__)[a-z0-9_-]+"),  # the theme's own begin with two underscores
    "href": re.compile(r"https://[^\s\\]+|mailto:[\w.+@-]+|tel:[\d+-]+|(?!/)[^\s\\:]*"),
    "class": re.compile("headerlink"),
    "title": re.compile(r".*"),
    "align": re.compile("left|center|right"),
    "start": re.compile(r"\d+"),
}
"""What Markdown makes of a page, and what the attributes it gives may say."""


def _faults_of(page: Page) -> Problems:
    """What Markdown made of a page but should not have: whichever way it was written, here it shows."""
    reader = _Reader(len(page.parts))
    reader.feed(page.html)
    reader.close()
    for needle, fault, fix in dict.fromkeys(reader.faults):
        yield page.problem(page.line_of(needle), fault, fix)


class _Reader(HTMLParser):
    """Notes what is not on the lists, as (what to look for in the source, fault, fix). It builds no tree, so no tag is lost."""

    def __init__(self, parts: int) -> None:
        super().__init__(convert_charrefs=False)
        self.comments = {f"made-by-a-macro:{number}" for number in range(parts)}
        self.faults: list[tuple[str, str, str]] = []

    def refuse_html(self, needle: str) -> None:
        self.faults.append((needle, f"The page holds HTML: {shown(needle)}.", "Use Markdown and the page macros."))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if not _ELEMENTS.fullmatch(tag):
            self.refuse_html(tag)
            return
        for name, value in attributes:
            allowed = name in _ATTRIBUTES and _ATTRIBUTES[name].fullmatch(value or "")
            if not allowed and name == "href":
                fault = f"The link {shown(value)} is neither https nor a page of ours."
                self.faults.append((value or "", fault, "Write an https address, or the name of a page's file."))
            elif not allowed:
                self.refuse_html(name)

    def handle_data(self, data: str) -> None:
        if "<" in data:
            self.refuse_html("<")

    def handle_comment(self, data: str) -> None:
        if data not in self.comments:
            self.refuse_html("<!")

    def handle_decl(self, decl: str) -> None:
        self.refuse_html("<!")

    def unknown_decl(self, data: str) -> None:
        self.refuse_html("<!")

    def handle_pi(self, data: str) -> None:
        self.refuse_html("<?")
