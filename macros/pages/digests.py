"""What tells whether a page changed: a digest of everything it shows, down to the documents that its claims rest on."""

import hashlib
import marshal
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from ..model.kinds import SOURCES
from ..model.kinds.claims import Verification
from ..model.library import Entry, Library
from ..model.text import Model
from .page import Page

_PLAIN = frozenset({str, int, float, bool, type(None)})
_WITHOUT_REFERENCES = 2
"""The version of marshal that does not tell which values are the same object."""


class Digests:
    """The digests of a library's pages: two pages with the same digest look the same in the same templates and words.

    ``has_lines`` if pages lead to the lines of data files, so that they change as those move.
    """

    def __init__(self, library: Library, *, has_lines: bool) -> None:
        self._sources = library.shelf(SOURCES)
        self._lines = dict(_lines(library)) if has_lines else {}
        self._known: dict[int, tuple[object, bytes]] = {}
        """The digest of each object, by its identity: with it, so that no other takes that."""

    def of(self, page: Page) -> str:
        """The digest of a page."""
        return _digest(type(page).__qualname__, self._all(self._values(page))).hex()

    def _of(self, value: object) -> object:
        """A plain value itself, or the digest of any other."""
        if type(value) in _PLAIN:
            return value
        if found := self._known.get(id(value)):
            return found[1]
        digest = _digest(type(value).__qualname__, self._all(self._values(value)))
        self._known[id(value)] = value, digest
        return digest

    def _all(self, values: Iterable[object]) -> list[object]:
        return [self._of(value) for value in values]

    def _values(self, value: object) -> Iterable[object]:
        """What an object consists of, in order."""
        if names := _names(type(value)):
            return self._of_verification(value) if isinstance(value, Verification) else [getattr(value, name) for name in names]
        if isinstance(value, tuple | list):
            return value
        if isinstance(value, Entry):
            return value.kind, value.id, value.origin.path, value.value
        if isinstance(value, Mapping):
            return [part for item in value.items() for part in item]
        if isinstance(value, Set):
            return sorted(map(repr, self._all(value)))
        if isinstance(value, date | Enum):
            return (repr(value),)
        raise TypeError(f"no digest is known for a {type(value).__name__}")

    def _of_verification(self, value: Verification) -> Iterator[object]:
        """With the documents that it names, and the line it stands in."""
        yield from (getattr(value, name) for name in _names(type(value)))
        yield from (self._sources[id] for id in (value.source, *value.also) if id)
        yield repr(self._lines.get(id(value)))


_fields: dict[type, tuple[str, ...]] = {}


def _names(kind: type) -> tuple[str, ...]:
    """The fields of a model or of a dataclass; an entry has more than its page shows."""
    if kind not in _fields:
        if issubclass(kind, Model):
            _fields[kind] = tuple(kind.model_fields)
        else:
            _fields[kind] = tuple(field.name for field in fields(kind)) if is_dataclass(kind) and not issubclass(kind, Entry) else ()
    return _fields[kind]


def _digest(name: str, parts: list[object]) -> bytes:
    return hashlib.blake2b(marshal.dumps((name, parts), _WITHOUT_REFERENCES), digest_size=20).digest()


def _lines(library: Library) -> Iterator[tuple[int, tuple[str, int]]]:
    """Where each claim's verification stands: its identity, its file and its line."""
    for entry, where, value in library.values.of(Verification):
        yield id(value), (entry.origin.path, entry.line(where))
