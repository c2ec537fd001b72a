"""What every rule sees, made once for all of them."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from ..model.kinds.claims import Ref
from ..model.library import Entry, Library, split_reference
from ..model.lines import Path
from ..model.problems import Problem
from ..model.text import HoledText, Model, Phrase, Text
from .listed import AllowList
from .prose.page import Page, Prose
from .registry import Registry

T = TypeVar("T")
Problems = Iterator[Problem]
_PLAIN = (str, tuple, dict, bool, int, type(None))
"""What most values are and no rule looks at by its type alone."""
Addresses = Mapping[str, Container[str]]
"""The anchors of each page that is made from the data, by its address from the language's root; "" is the home page."""


@dataclass(frozen=True, eq=False)
class Context:
    """What the rules see: the library, the day on which they judge, what stands beside the data."""

    library: Library
    today: date
    listed: AllowList | None = None
    prose: Prose | None = None
    addresses: Addresses = field(default_factory=dict)

    @property
    def visits(self) -> Iterator[tuple[Entry[Model], Path, object, Ref | None]]:
        """Every value in the library as (entry, path, value, reference mark); not kept, because there are hundreds of thousands."""
        return ((entry, where, value, ref) for entry in self.library for where, value, ref in entry.visits)

    @cached_property
    def _by_type(self) -> dict[type, list[tuple[Entry[Model], Path, object]]]:
        found: dict[type, list[tuple[Entry[Model], Path, object]]] = defaultdict(list)
        for entry, where, value, _ in self.visits:
            if not isinstance(value, _PLAIN):
                found[type(value)].append((entry, where, value))
        return found

    def of(self, kind: type[T]) -> list[tuple[Entry[Model], Path, T]]:
        """Every value of exactly this type as (entry, path, value): most rules look at one type of a few, and none at plain strings and lists."""
        return cast(list[tuple[Entry[Model], Path, T]], self._by_type.get(kind, []))

    @cached_property
    def texts(self) -> list[tuple[Entry[Model], Path, Text | HoledText]]:
        """Every text in both languages as (entry, path, text)."""
        return [*self.of(Text), *self.of(HoledText), *self.of(Phrase)]

    @cached_property
    def references(self) -> list[tuple[Entry[Model], Path, str, str]]:
        """Every reference as (entry, path, kind, id), resolved or not."""
        return [(e, w, *split_reference(r.kind, str(v))) for e, w, v, r in self.visits if r]

    @property
    def pages(self) -> tuple[Page, ...]:
        """The hand-written pages of both languages."""
        return self.prose.pages if self.prose else ()

    @cached_property
    def registry(self) -> Registry:
        """The domains that platforms list."""
        return Registry(self.library)


Check = Callable[[Context], Problems]
