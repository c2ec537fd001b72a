"""What was worked out before, by a digest of all it was worked out from. It may be deleted at any time, and is never believed without proof."""

import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

_LONG = 14 * 24 * 3600  # seconds
_DIGEST = 32  # bytes at the head of a file, of what follows them


class Store:
    """A folder of answers. One that is broken, or in a folder that others may write to, is worked out again; it is no error if none can be kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def kept(self, parts: Iterable[str | bytes], make: Callable[[], str]) -> str:
        """The answer for some parts, which must be all that it depends on; ``make`` works it out."""
        file = self._folder / key_of(parts)
        found = self._read(file)
        if found is None:
            found = make()
            self._write(file, found)
        return found

    def forget_old(self) -> None:
        """Deletes what was worked out long ago: each answer comes back when it is asked for."""
        with suppress(OSError):
            for file in self._folder.iterdir():
                if time.time() - file.stat().st_mtime > _LONG:
                    file.unlink()

    def _read(self, file: Path) -> str | None:
        with suppress(OSError):
            if not self._is_ours():
                return None
            digest, text = file.read_bytes()[:_DIGEST], file.read_bytes()[_DIGEST:]
            if digest == hashlib.sha256(file.name.encode() + text).digest():
                return text.decode()
        return None

    def _is_ours(self) -> bool:
        state = self._folder.stat()
        return hasattr(os, "getuid") and state.st_uid == os.getuid() and not state.st_mode & 0o022

    def _write(self, file: Path, text: str) -> None:
        with suppress(OSError):
            self._folder.mkdir(mode=0o755, parents=True, exist_ok=True)
            data = text.encode()
            handle, name = tempfile.mkstemp(dir=self._folder)
            with os.fdopen(handle, "wb") as stream:
                stream.write(hashlib.sha256(file.name.encode() + data).digest() + data)
            os.replace(name, file)


def key_of(parts: Iterable[str | bytes]) -> str:
    """The digest of some parts, each told apart from the next by its length."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()
