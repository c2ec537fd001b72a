"""Building blocks for the page modules: a section's own page, and a page for each of its entries."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..model.kinds import KINDS
from ..model.library import Library
from ..paths import path_of
from .guide import Guide, Page, phrase

View = Callable[[Guide], dict[str, Any]]
EntryView = Callable[[Guide, str], dict[str, Any]]
Elements = Callable[[Any], tuple[str, ...]]


_SECTIONS = {
    "platforms": "nav-contact",
    "channel-types": "nav-contact",
    "issues": "nav-problems",
    "letters": "nav-letters",
    "escalation": "nav-escalate",
    "places": "nav-places",
    "faqs": "nav-faq",
    "scams": "nav-safety",
}
"""The words of the section that the pages of a kind belong to."""


def section_page(library: Library, path: str, template: str, view: View = lambda guide: {}, weight: float = 1) -> Page:
    """A page whose title and description stand in strings.yaml under its template's name."""
    title, brief = phrase(library, f"{template}-title"), phrase(library, f"{template}-brief")
    kind = next((k for k in KINDS.values() if k.name == template), None)
    source = "data/strings.yaml" if kind is None or kind.folder else f"data/{kind.name}.yaml"
    return Page(path, template, title, brief, source, weight=weight, view=view)


def entry_pages(
    library: Library, kind: str, template: str, view: EntryView, elements: Elements = lambda value: (), weight: float = 1
) -> Iterator[Page]:
    """A page for each entry of a kind, filled by its view; ``elements`` names the custom elements it needs."""
    for id, entry in library.entries[kind].items():
        value, name = entry.value, library.name(kind, id)
        yield Page(
            path_of(kind, id),
            template,
            name,
            value.brief,
            entry.origin.path,
            section=_SECTIONS[kind],
            elements=elements(value),
            weight=weight,
            view=_bound(view, id),
        )


def _bound(view: EntryView, id: str) -> View:
    return lambda guide: view(guide, id)


def grouped(ids: Iterable[str], key: Callable[[str], str], order: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Ids by group, in the given order of groups, empty groups left out."""
    shelves: dict[str, list[str]] = {group: [] for group in order}
    for id in ids:
        shelves[key(id)].append(id)
    return [(group, members) for group, members in shelves.items() if members]


def never(guide: Guide) -> list[str]:
    """What nobody honest asks for: the rules that stand on every safety page."""
    return [guide.say(f"never-{i}") for i in range(1, 6)]
