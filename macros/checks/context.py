"""What every rule sees, made once for all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..model.kinds.claims import Ref
from ..model.library import Entry, Library, split_reference
from ..model.problems import Problem
from ..model.strict_yaml import Path
from ..model.text import Model

Problems = Iterator[Problem]


@dataclass(frozen=True)
class Context:
    """What the rules see: the library, the day on which they judge, and the visits made once for all."""

    library: Library
    today: date

    @cached_property
    def visits(self) -> list[tuple[Entry[Model], Path, object, Ref | None]]:
        """Every value in the library as (entry, path, value, reference mark)."""
        return [(entry, where, value, ref) for entry in self.library for where, value, ref in entry.visits]

    @cached_property
    def references(self) -> list[tuple[Entry[Model], Path, str, str]]:
        """Every reference as (entry, path, kind, id), resolved or not."""
        return [(e, w, *split_reference(r.kind, str(v))) for e, w, v, r in self.visits if r]
