"""The whole of ``data/`` as one object: entries by kind and id, and where each one stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .kinds import KINDS
from .problems import Problem
from .strict_yaml import Document, Path
from .text import Text
from .walk import Visit, walk


@dataclass(frozen=True)
class Origin:
    """Where an entry stands: its file and the path of its node in it."""

    document: Document
    node: Path = ()

    @property
    def path(self) -> str:
        """The file, as a contributor sees it: ``data/…``."""
        return self.document.path

    @property
    def line(self) -> int:
        """The line the entry begins on, from 1."""
        return self.document.line(self.node)

    def problem(self, where: Path, message: str, fix: str) -> Problem:
        """A mistake at a path below the entry's node."""
        return self.document.problem((*self.node, *where), message, fix)


@dataclass(frozen=True)
class Entry:
    """One entry of a kind."""

    kind: str
    id: str
    value: Any
    origin: Origin

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Every value in it, made once: rules and pages all read the same."""
        return tuple(walk(self.value))

    def problem(self, where: Path, message: str, fix: str) -> Problem:
        """A mistake at a path below the entry."""
        return self.origin.problem(where, message, fix)


# A part is an entry that stands inside another one's file and is referred to as 'owner/part'.
PARTS = {
    "bodies": ("places", "bodies"),
    "entities": ("platforms", "entities"),
    "contacts": ("channels", "contacts"),
    "questions": ("faqs", "questions"),
}


@dataclass(frozen=True)
class Library:
    """Every entry of every kind, parts included. Build it with :func:`macros.model.load.load`."""

    entries: dict[str, dict[str, Entry]] = field(default_factory=dict)
    broken: frozenset[tuple[str, str]] = frozenset()
    """Entries that stand in the data but could not be read; ("kind", "*") for a whole file of many."""

    @classmethod
    def of(cls, entries: list[Entry], broken: frozenset[tuple[str, str]] = frozenset()) -> "Library":
        """Shelves entries by kind, in the order given, and adds their parts."""
        shelves: dict[str, dict[str, Entry]] = {name: {} for name in (*KINDS, *PARTS)}
        for entry in entries:
            shelves[entry.kind][entry.id] = entry
        for kind, (owner_kind, attribute) in PARTS.items():
            for owner in shelves[owner_kind].values():
                for part_id, value in getattr(owner.value, attribute).items():
                    origin = Origin(owner.origin.document, (*owner.origin.node, attribute, part_id))
                    shelves[kind][f"{owner.id}/{part_id}"] = Entry(kind, f"{owner.id}/{part_id}", value, origin)
        return cls(shelves, broken)

    def __iter__(self) -> Iterator[Entry]:
        """Every entry that has a file or a key of its own; parts come with their owners."""
        return (entry for kind in KINDS for entry in self.entries[kind].values())

    def get(self, kind: str, id: str) -> Any:
        """The value of an entry; KeyError if there is none."""
        return self.entries[kind][id].value

    def has(self, kind: str, id: str) -> bool:
        """Whether there is such an entry; False for a kind nobody knows."""
        return id in self.entries.get(kind, {})

    def is_broken(self, kind: str, id: str) -> bool:
        """Whether the entry, or the file or owner it would stand in, is there but unreadable."""
        owner = PARTS.get(kind, (kind, ""))[0]
        return bool({(kind, id), (owner, "*"), (owner, id.split("/")[0])} & self.broken)

    def all(self, kind: str) -> dict[str, Any]:
        """The values of a kind by id: files by name, entries of one file as they stand in it."""
        return {id: entry.value for id, entry in self.entries[kind].items()}

    def resolve(self, ref_kind: str, target: str) -> tuple[str, str]:
        """A reference as (kind, id); ``*`` references are written ``kind/id``."""
        if ref_kind != "*":
            return ref_kind, target
        kind, _, id = target.partition("/")
        return kind, id

    def name(self, kind: str, id: str) -> Text | str:
        """What an entry is called by readers: a text, or a proper name that is the same in both languages."""
        value = self.get(kind, id)
        for attribute in ("name", "term", "question", "title", "label", "time"):
            if isinstance(name := getattr(value, attribute, None), Text | str):
                return name
        raise KeyError(f"{kind}/{id} has no name")
