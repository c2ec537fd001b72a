"""What a preview has on its pages, so that an edit writes only the pages it changes."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

_shown: dict[str, bytes] = {}
"""The print of every page the preview has written, by its file. It outlives the rebuilds of one process."""


def print_of(texts: Iterable[str], frame: bytes) -> bytes:
    """A page's print: what fills it and the frame it stands in."""
    digest = hashlib.sha256(frame)
    for text in texts:
        digest.update(text.encode() + b"\0")
    return digest.digest()


def frame_of(folder: Path, words: Iterable[str]) -> bytes:
    """The print of what all pages share: the theme's overrides, by name, size and time, and the guide's own words."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return print_of([*(f"{file} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in files), *words], b"")


def drop_stale(site: Path, wanted: Iterable[str]) -> None:
    """Deletes pages that an earlier build of the preview made and this one will not."""
    kept = {Path(file) for file in wanted}
    for page in site.rglob("index.html"):
        if page not in kept:
            page.unlink()
            _shown.pop(str(page), None)


def is_shown(file: str, mark: bytes) -> bool:
    """Whether the page stands there with this print."""
    return _shown.get(file) == mark and Path(file).is_file()


def note_shown(file: str, mark: bytes) -> None:
    """Remembers the print of a page just written."""
    _shown[file] = mark
