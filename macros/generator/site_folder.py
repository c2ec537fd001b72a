"""The folder a site stands in: a build changes what differs there from what it made, and leaves everything else as it is.

To make a file takes the system three times as long as to compare one, and to delete it six times; and what is left alone a host need not
send again.
"""

import filecmp
import os
from collections.abc import Iterable, Set
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Made:
    """What one process makes of a site, below ``root`` in it: into ``folder`` goes what is not the same in the site as it is ``before``.

    ``same`` are the names in the site of what is; ``faults`` what the process complains of.
    """

    folder: Path
    root: str = ""
    before: Path | None = None
    same: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def put(self, name: str, data: bytes) -> None:
        """Takes a file in by its name below the root, with slashes."""
        if self.before and _bytes(f"{self.before}/{self.root}{name}") == data:
            self.same.add(f"{self.root}{name}")
            return
        path = f"{self.folder}/{name}"
        _make_folder(os.path.dirname(path))
        with open(path, "wb") as file:
            file.write(data)


def _make_folder(path: str) -> None:
    """Makes a folder if it is not there: most are, or miss no folder above them."""
    try:
        os.mkdir(path)
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)


def _bytes(path: str) -> bytes | None:
    with suppress(OSError), open(path, "rb") as file:
        return file.read()
    return None


def has_links(folder: Path) -> bool:
    """Whether something below a folder is a symbolic link: what stands behind one is nobody's to compare with or to keep."""
    with os.scandir(folder) as found:
        return any(entry.is_symlink() or (entry.is_dir() and has_links(Path(entry.path))) for entry in found)


def update(site: Path, parts: Iterable[Made]) -> None:
    """Makes a site of what was made, and of what stays the same there."""
    parts = list(parts)
    new = {f"{made.root}{name}" for made in parts for name in _names_below(made.folder)}
    _delete_others(str(site), new.union(*(made.same for made in parts)))
    put_together(parts, site)


def put_together(parts: Iterable[Made], site: Path) -> None:
    """Moves what was made into a site."""
    for made in parts:
        if made.folder.is_dir():  # nothing may have changed
            _merge(made.folder, site / made.root)


def _names_below(folder: Path) -> Iterable[str]:
    """Every file below a folder, by its name from there."""
    for path, _, files in os.walk(folder):
        inner = os.path.relpath(path, folder)
        yield from (name if inner == "." else f"{inner}/{name}" for name in files)


def _delete_others(folder: str, kept: Set[str], root: str = "") -> bool:
    """Deletes what is not among the files to be kept, and the folders that this leaves empty; whether nothing is left."""
    with os.scandir(folder) as found:
        deleted = [_is_deleted(entry, kept, f"{root}{entry.name}") for entry in found]
    return all(deleted)


def _is_deleted(entry: os.DirEntry[str], kept: Set[str], name: str) -> bool:
    if entry.is_dir(follow_symlinks=False):
        if is_empty := _delete_others(entry.path, kept, f"{name}/"):
            os.rmdir(entry.path)
        return is_empty
    if name not in kept:
        os.unlink(entry.path)
    return name not in kept


def _merge(source: Path, target: Path) -> None:
    """Moves everything below one folder to another, over what has the same name there; a file with the same bytes is left alone."""
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        source.rename(target)
        return
    for made in source.iterdir():
        place = target / made.name
        if made.is_dir():
            _merge(made, place)
        elif not (place.is_file() and filecmp.cmp(made, place, shallow=False)):
            made.replace(place)
