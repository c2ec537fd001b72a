"""What every rule sees, made once for all of them."""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from ..model.kinds.claims import Ref
from ..model.library import Entry, Library, split_reference
from ..model.lines import Path
from ..model.problems import Problem
from ..model.text import HoledText, Model, Phrase, Text
from ..model.values import Places
from .listed import AllowList
from .prose.page import Page, Prose
from .registry import Registry

T = TypeVar("T")
Problems = Iterator[Problem]
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

    def of(self, kind: type[T]) -> Places[T]:
        """Every value of exactly this type as (entry, path, value): of a model, or of a day."""
        return self.library.values.of(kind)

    def under(self, key: str) -> Places[str]:
        """Every plain string under a key as (entry, path, string); references are none."""
        return self.library.values.under(key)

    @property
    def marked(self) -> list[tuple[Entry[Model], Path, str, Ref]]:
        """Every reference as (entry, path, as it is written, its mark)."""
        return self.library.values.marked

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


Check = Callable[[Context], Problems]
