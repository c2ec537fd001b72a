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
Places = list[tuple[Entry[Model], Path, T]]
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

    @cached_property
    def _values(self) -> "_Values":
        values = _Values()
        for entry in self.library:
            values.take(entry)
        return values

    def of(self, kind: type[T]) -> Places[T]:
        """Every value of exactly this type as (entry, path, value): of a model, or of a day."""
        return cast(Places[T], self._values.by_type.get(kind, []))

    def under(self, key: str) -> Places[str]:
        """Every plain string under a key as (entry, path, string); references are none."""
        return self._values.strings.get(key, [])

    @property
    def marked(self) -> list[tuple[Entry[Model], Path, str, Ref]]:
        """Every reference as (entry, path, as it is written, its mark)."""
        return self._values.marked

    @cached_property
    def texts(self) -> Places[Text | HoledText]:
        """Every text in both languages as (entry, path, text)."""
        return [*self.of(Text), *self.of(HoledText), *self.of(Phrase)]

    @cached_property
    def references(self) -> list[tuple[Entry[Model], Path, str, str]]:
        """Every reference as (entry, path, kind, id), resolved or not."""
        return [(entry, where, *split_reference(mark.kind, written)) for entry, where, written, mark in self.marked]

    @property
    def pages(self) -> tuple[Page, ...]:
        """The hand-written pages of both languages."""
        return self.prose.pages if self.prose else ()

    @cached_property
    def registry(self) -> Registry:
        """The domains that platforms list."""
        return Registry(self.library)


_JUDGED = (Model, date)
"""What rules look at by its type."""


class _Values:
    """The values of a library, gone through once: there are hundreds of thousands, and most rules look at one sort of them."""

    def __init__(self) -> None:
        self.by_type: dict[type, Places[object]] = defaultdict(list)
        self.strings: dict[str | int, Places[str]] = defaultdict(list)
        self.marked: list[tuple[Entry[Model], Path, str, Ref]] = []

    def take(self, entry: Entry[Model]) -> None:
        """Sorts the values of an entry; lists and what is not there have nothing of their own to be judged."""
        for where, value, mark in entry.visits:
            if isinstance(value, str):
                if mark:
                    self.marked.append((entry, where, value, mark))
                elif where:
                    self.strings[where[-1]].append((entry, where, value))
            elif isinstance(value, _JUDGED):
                self.by_type[type(value)].append((entry, where, value))


Check = Callable[[Context], Problems]
