"""Answers that are asked for together, one after the other in one file: to make a file for each takes longer than to work out many of them."""

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO, NamedTuple

_FEW = 100
"""One answer in so many may be new, and the file stays as it is: they are worked out again the next time."""
_SHA, _LENGTH = 32, 8  # bytes at the end of the file: the digest of the list of its answers, and how long that is


class _Place(NamedTuple):
    """Where an answer stands in a file, in bytes, and its digest."""

    offset: int
    length: int
    digest: str


class Pack:
    """Answers by their keys, each believed only with its digest. Without a ``path`` nothing is kept, and it is no error if nothing can be."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._open = ExitStack()
        self._old, self._places = _opened(path, self._open) if path else (None, {})
        self._taken: dict[str, _Place] = {}
        self._new: IO[bytes] | None = None
        self._added: dict[str, _Place] = {}

    def __enter__(self) -> "Pack":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Puts what was asked for in the place of the old file, if enough of it is new."""
        is_worth_it = not kind and len(self._added) * _FEW > len(self._added) + len(self._taken)
        with suppress(OSError), self._open:
            if self._path and self._new and is_worth_it:
                self._write_rest(self._new, self._path.name)
                os.replace(self._new.name, self._path)

    def kept(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The answer for a key, which must tell all that it depends on; ``make`` works it out."""
        place = self._places.get(key)
        if place and self._old and (found := _read(self._old, place)) is not None:
            self._taken[key] = place
            return found
        made = make()
        self._add(key, made)
        return made

    def _add(self, key: str, data: bytes) -> None:
        try:
            if self._path and not self._new:
                self._new = _begun(self._path, self._open)
            if self._new:
                self._added[key] = _appended(self._new, data)
        except OSError:
            self._path = None  # the disk is full, or may not be written to

    def _write_rest(self, new: IO[bytes], name: str) -> None:
        """The answers that are not new, and the list of all."""
        for key, place in self._taken.items():
            if self._old and (data := _read(self._old, place)) is not None:
                self._added[key] = _appended(new, data)
        listed = json.dumps(self._added).encode()
        new.write(listed + _proof(name, listed) + len(listed).to_bytes(_LENGTH, "big"))
        new.flush()


def _opened(path: Path, stack: ExitStack) -> tuple[IO[bytes] | None, Mapping[str, _Place]]:
    """A file of answers, open as long as others of a stack, and the places of those; nothing if it is not there or not whole."""
    with suppress(OSError, ValueError, OverflowError):
        file = stack.enter_context(path.open("rb", buffering=0))
        file.seek(-_SHA - _LENGTH, os.SEEK_END)
        proof, length = file.read(_SHA), int.from_bytes(file.read(_LENGTH), "big")
        file.seek(-_SHA - _LENGTH - length, os.SEEK_END)
        listed = file.read(length)
        if proof == _proof(path.name, listed):
            return file, {key: _Place(*place) for key, place in json.loads(listed).items()}
    return None, {}


def _begun(path: Path, stack: ExitStack) -> IO[bytes]:
    """A new file for what is to stand at a path: nobody else's, whole before it gets its name, and gone if it gets none."""
    name = Path(f"{path}.{os.getpid()}")
    stack.callback(name.unlink, missing_ok=True)
    return stack.enter_context(open(name, "xb", opener=_private))


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _proof(name: str, listed: bytes) -> bytes:
    return hashlib.sha256(name.encode() + listed).digest()


def _appended(file: IO[bytes], data: bytes) -> _Place:
    place = _Place(file.tell(), len(data), hashlib.sha256(data).hexdigest())
    file.write(data)
    return place


def _read(file: IO[bytes], place: _Place) -> bytes | None:
    """An answer, or None if it is not what it was."""
    with suppress(OSError):
        file.seek(place.offset)
        data = file.read(place.length)
        if hashlib.sha256(data).hexdigest() == place.digest:
            return data
    return None
