"""What pages are made from."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..model.kinds import PLACES
from ..model.kinds.places import Place, Region
from ..model.library import Entry, Library
from ..model.text import HoledText
from .addresses import CardIndex
from .index import Index
from .lexicon import Lexicon
from .page import M


@dataclass(frozen=True)
class Materials:
    """The library, seen from both sides, and the words of the interface."""

    library: Library
    words: Lexicon
    index: Index
    cards: CardIndex

    @classmethod
    def of(cls, library: Library) -> "Materials":
        """What the pages of a library are made from."""
        index = Index(library)
        return cls(library, Lexicon(library), index, CardIndex(index))

    @cached_property
    def never(self) -> tuple[HoledText, ...]:
        """What nobody honest asks for: the rules that stand on every safety page."""
        return tuple(self.words(f"never-{i}") for i in range(1, 6))

    @cached_property
    def places(self) -> tuple[Entry[Place], ...]:
        """The places in the order of their English names, in both languages."""
        return tuple(sorted(self.library.shelf(PLACES).values(), key=lambda entry: entry.value.name.en))

    @cached_property
    def regions(self) -> tuple[tuple[str, tuple[Entry[Place], ...]], ...]:
        """The places of each region, regions in order."""
        return grouped(self.places, lambda entry: entry.value.region, choices(Region))

    @cached_property
    def covered(self) -> tuple[tuple[str, tuple[Entry[Place], ...]], ...]:
        """The places of each region that the guide covers: those that have plans."""
        covered = (entry for entry in self.places if entry.value.status == "covered")
        return grouped(covered, lambda entry: entry.value.region, choices(Region))


def choices(literal: object) -> tuple[str, ...]:
    """The words that a field may hold, in the order in which its model names them."""
    return tuple(getattr(literal, "__args__", ()))


def grouped(
    entries: Iterable[Entry[M]], group_of: Callable[[Entry[M]], str], order: Iterable[str]
) -> tuple[tuple[str, tuple[Entry[M], ...]], ...]:
    """Entries by group, in the given order of groups, empty groups left out."""
    shelves: Mapping[str, list[Entry[M]]] = {group: [] for group in order}
    for entry in entries:
        shelves[group_of(entry)].append(entry)
    return tuple((group, tuple(members)) for group, members in shelves.items() if members)
