"""Every page the data gives rise to."""

from dataclasses import replace

from ..model.kinds import KINDS, PAGED
from ..model.library import Library
from . import design, emergency, escalation, issues, letters, places, plans, platforms, reference, sources
from .materials import Materials
from .page import Cover, Page, Site

SECTIONS = (issues, plans, platforms, letters, escalation, places, emergency, reference, sources, design)


def catalogue(library: Library) -> Site:
    """The site of a library that passes the checks; ValueError if two pages claim an address, or an entry stands nowhere."""
    materials = Materials.of(library)
    pages: dict[str, Page] = {}
    for page in (page for section in SECTIONS for page in section.pages(materials)):
        if page.cover.path in pages:
            raise ValueError(f"two pages claim the address '{page.cover.path}'")
        pages[page.cover.path] = page
    _require_addresses(library, pages)
    return Site(library, _with_neighbours(pages), materials.words.problems)


def _require_addresses(library: Library, pages: dict[str, Page]) -> None:
    """Every entry of a kind with addresses stands on a page under its anchor: a link to it leads somewhere."""
    anchors = {path: page.anchors for path, page in pages.items()}
    for entry in (entry for kind in PAGED for entry in library.entries[kind].values()):
        path, _, anchor = entry.address.partition("#")
        if path not in pages or (anchor and anchor not in anchors[path]):
            raise ValueError(f"no page holds '{entry.kind}/{entry.id}' at '{entry.address}'")


def _with_neighbours(pages: dict[str, Page]) -> dict[str, Page]:
    """The pages, those of a kind that leads on linked to each other in their order."""
    by_kind: dict[str, list[Cover]] = {}
    for page in pages.values():
        by_kind.setdefault(page.cover.kind, []).append(page.cover)
    linked = dict(pages)
    for covers in (covers for kind, covers in by_kind.items() if kind and KINDS[kind].leads_on):
        for before, cover, after in zip([None, *covers], covers, [*covers[1:], None], strict=False):
            linked[cover.path] = replace(pages[cover.path], previous=before, next=after)
    return linked
