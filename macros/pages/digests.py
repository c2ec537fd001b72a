"""What tells whether a page changed: a digest of everything it shows, down to the documents that its claims rest on."""

import hashlib
from collections.abc import Iterator, Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from ..model.kinds import SOURCES
from ..model.kinds.claims import Verification
from ..model.library import Entry, Library
from ..model.text import Model
from .page import Page

_PLAIN = (str, int, float, bool, date, Enum, type(None))


class Digests:
    """The digests of a library's pages: two pages with the same digest look the same in the same templates and words.

    ``has_lines`` if pages lead to the lines of data files, so that they change as those move.
    """

    def __init__(self, library: Library, *, has_lines: bool) -> None:
        self._sources = library.shelf(SOURCES)
        self._lines = dict(_lines(library)) if has_lines else {}
        self._known: dict[int, bytes] = {}

    def of(self, page: Page) -> str:
        """The digest of a page."""
        return self._joined(type(page).__qualname__, *self._fields(page)).hex()

    def _of(self, value: object) -> bytes:
        if isinstance(value, _PLAIN):
            return f"{type(value).__name__}:{value!r}".encode()
        if isinstance(value, Model | Entry):
            if id(value) not in self._known:  # the library keeps it for as long as the pages
                self._known[id(value)] = self._of_entry(value) if isinstance(value, Entry) else self._of_model(value)
            return self._known[id(value)]
        if isinstance(value, tuple | list):
            return self._joined("row", *map(self._of, value))
        if isinstance(value, Mapping):
            return self._joined("table", *(self._of(part) for item in value.items() for part in item))
        if isinstance(value, Set):
            return self._joined("set", *sorted(map(self._of, value)))
        if is_dataclass(value):
            return self._joined(type(value).__qualname__, *self._fields(value))
        raise TypeError(f"no digest is known for a {type(value).__name__}")

    def _of_entry(self, entry: Entry[Model]) -> bytes:
        return self._joined("entry", *map(self._of, (entry.kind, entry.id, entry.origin.path, entry.value)))

    def _of_model(self, value: Model) -> bytes:
        parts = [self._of(getattr(value, name)) for name in type(value).model_fields]
        if isinstance(value, Verification):
            parts += [self._of(self._sources[id]) for id in (value.source, *value.also) if id]
            parts.append(repr(self._lines.get(id(value))).encode())
        return self._joined(type(value).__qualname__, *parts)

    def _fields(self, value: object) -> Iterator[bytes]:
        return (self._of(getattr(value, field.name)) for field in fields(value))  # type: ignore[arg-type] # a dataclass, as was asked

    def _joined(self, name: str, *parts: bytes) -> bytes:
        digest = hashlib.blake2b(name.encode(), digest_size=20)
        for part in parts:
            digest.update(len(part).to_bytes(4, "big") + part)
        return digest.digest()


def _lines(library: Library) -> Iterator[tuple[int, tuple[str, int]]]:
    """Where each claim's verification stands: its identity, its file and its line."""
    for entry in library:
        for where, value, _ in entry.visits:
            if isinstance(value, Verification):
                yield id(value), (entry.origin.path, entry.line(where))
