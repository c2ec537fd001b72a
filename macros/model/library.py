"""The whole of ``data/`` as one object: entries by kind and id, and where each one stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar, cast

from .kinds import KINDS, PAGED, Kind
from .lines import Lines, Path
from .problems import Problem
from .text import Model, Text
from .values import Values
from .walk import Visit, walk

M = TypeVar("M", bound=Model)
M_co = TypeVar("M_co", bound=Model, covariant=True)


@dataclass(frozen=True)
class Origin:
    """Where an entry stands: its file and the path of its node in it."""

    lines: Lines
    node: Path = ()

    @property
    def path(self) -> str:
        """The file, as a contributor sees it: ``data/…``."""
        return self.lines.path

    @property
    def line(self) -> int:
        """The line the entry begins on, from 1."""
        return self.lines.line(self.node)

    def problem(self, where: Path, message: str, fix: str) -> Problem:
        """A mistake at a path below the entry's node."""
        return self.lines.problem((*self.node, *where), message, fix)


@dataclass(frozen=True)
class Entry(Generic[M_co]):
    """One entry of a kind."""

    kind: str
    id: str
    value: M_co
    origin: Origin

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Every value in it, made once: rules and pages all read the same."""
        return tuple(walk(self.value))

    def problem(self, where: Path, message: str, fix: str) -> Problem:
        """A mistake at a path below the entry."""
        return self.origin.problem(where, message, fix)

    def line(self, where: Path) -> int:
        """The line of a path below the entry, from 1."""
        return self.origin.lines.line((*self.origin.node, *where))

    @property
    def name(self) -> Text | str:
        """What readers call it: a text, or a proper name that is the same in both languages; LookupError if its kind has no names."""
        found = getattr(self.value, KINDS[self.kind].named or "-", None)
        if isinstance(found, Text | str):
            return found
        raise LookupError(f"{self.kind}/{self.id} has no name")

    @property
    def address(self) -> str:
        """Where it stands on the site, from its language's root; '' if no page shows it."""
        kind = KINDS[self.kind]
        return kind.address_of(self.id, str(getattr(self.value, kind.grouped)) if kind.grouped else "")


@dataclass(frozen=True)
class Library:
    """Every entry of every kind, parts included. Build it with :func:`macros.model.load.load`."""

    entries: Mapping[str, Mapping[str, Entry[Model]]] = field(default_factory=dict)
    broken: frozenset[tuple[str, str]] = frozenset()
    """Entries that stand in the data but could not be read; ("kind", "*") for a whole file of many."""

    @classmethod
    def of(cls, entries: list[Entry[Model]], broken: frozenset[tuple[str, str]] = frozenset()) -> "Library":
        """Shelves entries by kind, in the order given, and adds their parts."""
        shelves: dict[str, dict[str, Entry[Model]]] = {name: {} for name in KINDS}
        for entry in entries:
            shelves[entry.kind][entry.id] = entry
            for part in _parts_of(entry):
                shelves[part.kind][part.id] = part
        return cls(shelves, broken)

    def __iter__(self) -> Iterator[Entry[Model]]:
        """Every entry that has a file or a key of its own; parts come with their owners."""
        return (entry for kind in KINDS.values() if not kind.owner for entry in self.entries[kind.name].values())

    @cached_property
    def values(self) -> Values:
        """Every value in its entries by its sort, made once."""
        return Values(self)

    def shelf(self, kind: Kind[M]) -> Mapping[str, Entry[M]]:
        """The entries of a kind by id: files by name, entries of one file as they stand in it."""
        return cast(Mapping[str, Entry[M]], self.entries[kind.name])  # every entry was read by its kind's model

    def get(self, kind: Kind[M], id: str) -> M:
        """The value of an entry; KeyError if there is none."""
        return self.shelf(kind)[id].value

    def all(self, kind: Kind[M]) -> dict[str, M]:
        """The values of a kind by id."""
        return {id: entry.value for id, entry in self.shelf(kind).items()}

    def has(self, kind: str, id: str) -> bool:
        """Whether there is such an entry; False for a kind nobody knows."""
        return id in self.entries.get(kind, {})

    def is_broken(self, kind: str, id: str) -> bool:
        """Whether the entry, or the file or owner it would stand in, is there but unreadable."""
        owner = KINDS[kind].owner or kind if kind in KINDS else kind
        return bool({(kind, id), (owner, "*"), (owner, id.split("/")[0])} & self.broken)


def _parts_of(entry: Entry[Model]) -> Iterator[Entry[Model]]:
    for kind in (kind for kind in KINDS.values() if kind.owner == entry.kind):
        for id, value in getattr(entry.value, kind.name).items():
            origin = Origin(entry.origin.lines, (*entry.origin.node, kind.name, id))
            yield Entry(kind.name, f"{entry.id}/{id}", value, origin)


def split_reference(kind: str, target: str) -> tuple[str, str]:
    """A reference as (kind, id); one that may name any kind, ``*``, is written ``kind/id``."""
    if kind != "*":
        return kind, target
    named, _, id = target.partition("/")
    return named, id


def has_page(kind: str) -> bool:
    """Whether the entries of a kind stand on a page, each at an address of its own."""
    return kind in PAGED
