"""What a page is: typed, in both languages at once, without HTML."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar, TypeVar

from ..model.kinds import KINDS, Kind
from ..model.library import Entry, Library
from ..model.problems import Problem
from ..model.text import HoledText, Model, Text

Words = Text | HoledText | str
"""What readers see in either language; a plain string is a proper name, the same in both."""

AnyEntry = Entry[Model]
M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Section:
    """A part of a page, below a heading of its own unless that is empty. ``shows`` names the part of the page's template that fills it, with ``item``."""

    anchor: str
    heading: Words
    shows: str = ""
    item: object = None
    is_folded: bool = False
    """Whether it is closed until a reader opens it."""
    contents: tuple[Words, ...] = ()
    """What stands in it, as its closed fold names it."""

    @property
    def part(self) -> str:
        """The name of the template's part."""
        return (self.shows or self.anchor).replace("-", "_")


@dataclass(frozen=True)
class Cover:
    """What a page is called and where it stands.

    ``path`` is the address from its language's root, ``source`` the data file with its words, ``kind`` that of the entry it tells of, if it
    tells of one.
    """

    path: str
    title: Words
    description: Words
    source: str
    kind: str = ""

    @property
    def section(self) -> str:
        """The phrase that names the section of the site, or nothing."""
        return KINDS[self.kind].section if self.kind else ""

    @property
    def home(self) -> str:
        """The address of the list that the page stands in, or nothing."""
        return KINDS[self.kind].home if self.kind else ""


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page of the site: a cover, and sections in the order in which a reader meets them."""

    template: ClassVar[str] = ""
    """The template below html/pages/ that shows it."""

    is_brief_on_paper: ClassVar[bool] = False
    """Whether paper leaves out the sections that a reader did not open."""

    holder: ClassVar[str] = ""
    """The component that stands around all below its heading, if one does."""

    cover: Cover
    sections: tuple[Section, ...] = ()
    holds: tuple[AnyEntry, ...] = ()
    """The entries that stand on it, each under an anchor of its own."""
    elements: tuple[str, ...] = ()
    """The custom elements it needs."""
    within: AnyEntry | None = None
    """The entry on whose own page it is a part of the way."""
    canonical: str | None = None
    """The address of the page that stands for it in searches; its own if there is none."""
    redirect: str | None = None
    """The address it leads on to at once."""
    previous: Cover | None = None
    next: Cover | None = None
    """Its neighbours in the list it stands in."""

    @property
    def anchors(self) -> frozenset[str]:
        """What a link may name on it."""
        held = (entry.address.partition("#")[2] for entry in self.holds)
        return frozenset({"top", *(section.anchor for section in self.sections), *held} - {""})


@dataclass(frozen=True)
class Site:
    """Every page that the data gives rise to, by address; the home page stands under the empty one."""

    library: Library
    pages: Mapping[str, Page] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    """Words that the pages lack."""

    def __iter__(self) -> Iterator[Page]:
        return iter(self.pages.values())

    @property
    def anchors(self) -> dict[str, frozenset[str]]:
        """What a link may name, by address."""
        return {path: page.anchors for path, page in self.pages.items()}


def folded(sections: Iterable[Section], *left_open: str) -> tuple[Section, ...]:
    """Sections under folds, save those whose parts are named and those without a heading to open them by."""
    return tuple(replace(section, is_folded=bool(section.anchor) and section.part not in left_open) for section in sections)


def untitled(shows: str) -> Section:
    """A part of a page that stands between two sections, without heading or anchor."""
    return Section("", "", shows)


def of_entry(entry: AnyEntry) -> Cover:
    """The cover of an entry's own page."""
    brief = getattr(entry.value, "brief", None)
    if not isinstance(brief, Text):
        raise TypeError(f"{entry.kind} have no brief to describe their pages with")
    return Cover(entry.address, entry.name, brief, entry.origin.path, entry.kind)


def listed(library: Library, kind: Kind[M], ids: Iterable[str]) -> tuple[Entry[M], ...]:
    """The entries of a kind under some ids, in their order."""
    shelf = library.shelf(kind)
    return tuple(shelf[id] for id in ids)


def resolved(library: Library, references: Iterable[str]) -> tuple[AnyEntry, ...]:
    """The entries that references written ``kind/id`` name."""
    return tuple(entry for entry in (entry_at(library, reference) for reference in references) if entry)


def entry_at(library: Library, reference: str | None) -> AnyEntry | None:
    """The entry that a reference written ``kind/id`` names, or None for none."""
    kind, _, id = (reference or "").partition("/")
    return library.entries[kind][id] if reference else None
