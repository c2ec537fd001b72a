"""The values of a library by their sort, gone through once: there are hundreds of thousands, and who looks at them looks at one sort."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, TypeVar, cast

from .kinds.claims import Ref, Verification
from .lines import Path
from .text import Model

if TYPE_CHECKING:
    from .library import Entry

T = TypeVar("T")
Places = list[tuple["Entry[Model]", Path, T]]
"""Values, each with the entry and the path below it at which it stands."""

_SORTED = (Model, date)
"""What is sorted by its type."""


class Values:
    """The values of entries, those of each sort in the order in which they stand; lists and what is not there are none."""

    def __init__(self, entries: Iterable["Entry[Model]"]) -> None:
        self._by_type: dict[type, Places[object]] = defaultdict(list)
        self._strings: dict[str | int, Places[str]] = defaultdict(list)
        self.marked: list[tuple[Entry[Model], Path, str, Ref]] = []
        """Every reference as (entry, path, as it is written, its mark)."""
        self.verified: list[tuple[Entry[Model], Verification]] = []
        """How we know each value that says so, with the entry it stands in."""
        for entry in entries:
            self._take(entry)

    def of(self, kind: type[T]) -> Places[T]:
        """Every value of exactly this type: of a model, or of a day."""
        return cast(Places[T], self._by_type.get(kind, []))

    def under(self, key: str) -> Places[str]:
        """Every plain string under a key; references are none."""
        return self._strings.get(key, [])

    def _take(self, entry: "Entry[Model]") -> None:
        for where, value, mark in entry.visits:
            if isinstance(value, str):
                if mark:
                    self.marked.append((entry, where, value, mark))
                elif where:
                    self._strings[where[-1]].append((entry, where, value))
            elif isinstance(value, _SORTED):
                self._by_type[type(value)].append((entry, where, value))
                if isinstance(found := getattr(value, "__dict__", {}).get("verification"), Verification):
                    self.verified.append((entry, found))
