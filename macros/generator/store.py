"""What was worked out before, by a digest of all it was worked out from. It may be deleted at any time, and is never believed without proof."""

import hashlib
import os
import pickle
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from .pack import Pack

T = TypeVar("T")

_LONG = 14 * 24 * 3600  # seconds
_DIGEST = 32  # bytes at the head of a file, of what follows them


class Store:
    """A folder of answers. One that is broken, or in a folder that others may write to, is worked out again; it is no error if none can be kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def kept(self, parts: Iterable[str | bytes], make: Callable[[], str]) -> str:
        """The answer for some parts, which must be all that it depends on; ``make`` works it out."""
        return self.kept_bytes(parts, lambda: make().encode()).decode()

    def kept_by_one(self, parts: Iterable[str | bytes], make: Callable[[], str]) -> str:
        """The same where several processes may ask at the same time for what takes long: one works it out, the others wait for it."""
        parts = list(parts)
        if self.has(parts):
            return self.kept(parts, make)
        with self._alone(f"{key_of(parts)}.lock"):
            return self.kept(parts, make)

    def kept_object(self, parts: Iterable[str | bytes], make: Callable[[], T]) -> T:
        """The same for what only our own programs read: pickled, so the parts must name them, too."""
        made: list[T] = []

        def pickled() -> bytes:
            made.append(make())
            return pickle.dumps(made[0], pickle.HIGHEST_PROTOCOL)

        found = self.kept_bytes(parts, pickled)
        return made[0] if made else pickle.loads(found)  # noqa: S301  (only what this user's own program wrote is read)

    def kept_bytes(self, parts: Iterable[str | bytes], make: Callable[[], bytes]) -> bytes:
        """The same for bytes."""
        file = self._folder / key_of(parts)
        found = self._read(file)
        if found is None:
            found = make()
            self._write(file, found)
        return found

    def pack(self, parts: Iterable[str | bytes]) -> Pack:
        """Many answers, each by a key of its own, for some parts that they all depend on."""
        with suppress(OSError):
            self._make_folder()
            if self._is_ours():
                return Pack(self._folder / key_of(parts))
        return Pack(None)

    @contextmanager
    def _alone(self, name: str) -> Iterator[None]:
        """Keeps other processes out that ask for the same lock, where the system can and nobody else may write to the folder."""
        lock = None
        with suppress(OSError, ImportError):
            import fcntl

            self._make_folder()
            if self._is_ours():
                lock = (self._folder / name).open("a")
                fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield
        finally:
            if lock:
                lock.close()

    def has(self, parts: Iterable[str | bytes]) -> bool:
        """Whether there is an answer for some parts: it can be had without working it out, unless it is broken."""
        return (self._folder / key_of(parts)).is_file()

    def forget_old(self) -> None:
        """Deletes what was worked out long ago: each answer comes back when it is asked for."""
        with suppress(OSError):
            for file in self._folder.iterdir():
                if time.time() - file.stat().st_mtime > _LONG:
                    file.unlink()

    def _read(self, file: Path) -> bytes | None:
        with suppress(OSError):
            if not self._is_ours():
                return None
            with open(file, "rb") as stream:
                held = stream.read()
            digest, data = held[:_DIGEST], held[_DIGEST:]
            if digest == hashlib.sha256(file.name.encode() + data).digest():
                return data
        return None

    def _make_folder(self) -> None:
        self._folder.mkdir(mode=0o755, parents=True, exist_ok=True)

    def _is_ours(self) -> bool:
        state = self._folder.stat()
        return hasattr(os, "getuid") and state.st_uid == os.getuid() and not state.st_mode & 0o022

    def _write(self, file: Path, data: bytes) -> None:
        with suppress(OSError):
            name = f"{file}.{os.getpid()}"  # nobody else's, and whole before it gets its own
            with open(name, "xb", opener=self._opened) as stream:
                stream.write(hashlib.sha256(file.name.encode() + data).digest() + data)
            os.replace(name, file)

    def _opened(self, path: str, flags: int) -> int:
        """Opens a file for its owner alone; the folder is made where there is none."""
        try:
            return os.open(path, flags, 0o600)
        except FileNotFoundError:
            self._make_folder()
            return os.open(path, flags, 0o600)


def key_of(parts: Iterable[str | bytes]) -> str:
    """The digest of some parts, each told apart from the next by its length."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()
