"""Every page the data gives rise to, by address."""

from ..model.library import Library
from . import escalation, issues, letters, places, platforms, reference
from .guide import Page

SECTIONS = (issues, platforms, letters, escalation, places, reference)


def catalogue(library: Library) -> dict[str, Page]:
    """Pages by address, the home page under the empty one; ValueError if two claim the same."""
    pages: dict[str, Page] = {}
    for section in SECTIONS:
        for page in section.pages(library):
            if page.path in pages:
                raise ValueError(f"two pages claim the address '{page.path}'")
            pages[page.path] = page
    return pages


def stub(page: Page) -> str:
    """A page's Markdown file: one macro call with a checked address and nothing contributed."""
    return f'{{{{ guide_page("{page.path}") }}}}\n'


def file_of(path: str) -> str:
    """The Markdown file behind an address: ``issues/fees.md`` for ``issues/fees/``, ``index.md`` for the root."""
    return f"{path.rstrip('/')}.md" if path else "index.md"
