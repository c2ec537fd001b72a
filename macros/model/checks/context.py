"""What every rule sees, made once for all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..kinds.claims import Ref
from ..library import Entry, Library
from ..problems import Problem
from ..strict_yaml import Path

Problems = Iterator[Problem]


@dataclass(frozen=True)
class Context:
    """What the rules see: the library, the day on which they judge, and the visits made once for all."""

    library: Library
    today: date

    @cached_property
    def visits(self) -> list[tuple[Entry, Path, object, Ref | None]]:
        """Every value in the library as (entry, path, value, reference mark)."""
        return [(entry, where, value, ref) for entry in self.library for where, value, ref in entry.visits]

    @cached_property
    def references(self) -> list[tuple[Entry, Path, str, str]]:
        """Every reference as (entry, path, kind, id), resolved or not."""
        return [(e, w, *self.library.resolve(r.kind, str(v))) for e, w, v, r in self.visits if r]
