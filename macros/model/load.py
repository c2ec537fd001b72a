"""Reads ``data/`` into a library; every mistake becomes a problem and the other files are still read."""

import difflib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as FilePath

from pydantic import ValidationError

from .explain import ID_FIX, explained
from .kinds import FILED, Kind
from .library import Entry, Library, Origin
from .problems import Problem, shown
from .strict_yaml import Document, Node, YamlError, parse
from .text import Model

_TAKEN_IDS = ("index", "top")  # a folder's own page, a page's own heading
_MAX_ID = 64  # it becomes the name of a folder
ALLOWED = "allowed.txt"
"""The one file beside the entries: where addresses and deadlines stand a second time."""


def load(root: FilePath, remember: "Remember | None" = None, judge: "Judge | None" = None) -> tuple[Library, list[Problem]]:
    """The library below a folder and what is wrong with the form of its files.

    Paths in problems are relative to the folder's parent, as a contributor sees them ("data/…"). ``remember`` gives what a file was read
    as before, by everything that this depends on but our own programs. ``judge`` says what is wrong with the entries of each file by
    themselves.
    """
    entries: list[Entry[Model]] = []
    problems: list[Problem] = []
    broken: set[tuple[str, str]] = set()
    name = root.resolve().name
    for path, kind in _files(root, problems, broken):
        for result in _read_file(_Source(_shown_path(root, path, name), path.stem, kind, judge), path, remember):
            if isinstance(result, Entry):
                entries.append(result)
            elif isinstance(result, Problem):
                problems.append(result)
            else:
                broken.add((kind.name, result.id))
                problems += result.problems
    if not entries and not problems:
        problems.append(Problem(root.as_posix(), 1, "", "There is no data here.", "Give the folder that holds the data."))
    return Library.of(entries, frozenset(broken)), problems


def read_backwards(root: FilePath, remember: "Remember", judge: "Judge | None" = None) -> None:
    """Reads the files below a folder from the last to the first, so that they are remembered: help for a process that begins at the other end."""
    for path, kind in reversed([*_files(root, [], set())]):
        _read_file(_Source(_shown_path(root, path), path.stem, kind, judge), path, remember)


@dataclass(frozen=True)
class _Broken:
    """An entry that is there but does not fit its model."""

    id: str
    problems: list[Problem]


_Results = tuple[Entry[Model] | _Broken | Problem, ...]
Judge = Callable[[Sequence[Entry[Model]]], list[Problem]]
"""Says what is wrong with the entries of one file by themselves; always the same of the same entries."""
Remember = Callable[[Sequence[str | bytes], Callable[[], _Results]], _Results]
"""Gives the results for some parts, which must be all that they depend on; the function works them out."""


@dataclass(frozen=True)
class _Source:
    """A file that holds entries of a kind."""

    shown_path: str
    stem: str
    kind: Kind[Model]
    judge: Judge | None

    def broken(self, problem: Problem) -> _Broken:
        return _Broken(self.stem if self.kind.folder else "*", [problem])


def _read_file(source: _Source, path: FilePath, remember: Remember | None) -> _Results:
    try:
        raw = path.read_bytes()
    except OSError as error:
        return (source.broken(_unreadable(source.shown_path, error)),)
    if remember:
        is_judged = "judged" if source.judge else ""
        return remember([source.shown_path, source.stem, source.kind.name, is_judged, raw], lambda: _read(source, raw))
    return _read(source, raw)


def _unreadable(shown_path: str, error: OSError) -> Problem:
    return Problem(shown_path, 1, "", f"It cannot be read: {error.strerror}.", "Let the program read it.")


@lru_cache(maxsize=4096)  # a preview reads the same files after every edit; what comes out is frozen
def _read(source: _Source, raw: bytes) -> _Results:
    """What one file holds, and what is wrong with its entries by themselves."""
    try:
        found = tuple(_entries(parse(source.shown_path, raw), source.kind, source.stem))
    except YamlError as error:
        return (source.broken(error.problem),)
    entries = [result for result in found if isinstance(result, Entry)]
    return (*found, *(source.judge(entries) if source.judge else ()))


def _shown_path(root: FilePath, path: FilePath, name: str = "") -> str:
    """The path of a file below a folder as a contributor sees it; ``name`` is the folder's, for whoever asks for many."""
    return f"{name or root.resolve().name}/{path.relative_to(root).as_posix()}"


def _files(root: FilePath, problems: list[Problem], broken: set[tuple[str, str]]) -> Iterator[tuple[FilePath, Kind[Model]]]:
    if not root.is_dir():
        fault = "This is no folder." if root.exists() else "There is no such folder."
        problems.append(Problem(root.as_posix(), 1, "", fault, "Give the folder that holds the data."))
        return
    for path in paths_below(root, problems):
        if path == root / ALLOWED and path.is_file() and not path.is_symlink():
            continue
        kind = FILED.get(path.parent.name if path.parent != root else path.stem)
        fault, fix = _misplacement(root, path, kind)
        if fault:
            problems.append(Problem(_shown_path(root, path), 1, "", fault, fix))
            broken.add((path.stem, "*") if path.parent == root else (path.parent.name, _near_id(path.stem)))
        elif kind:
            yield path, kind


def paths_below(root: FilePath, problems: list[Problem] | None = None) -> list[FilePath]:
    """Everything below the folder but hidden files and the folders themselves; a folder that cannot be read is a problem."""

    def refuse(error: OSError) -> None:
        if problems is not None:
            problems.append(_unreadable(_shown_path(root, FilePath(error.filename)), error))

    found = []
    for folder, folders, names in os.walk(root, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if FilePath(folder, name).is_symlink()]
        found += [FilePath(folder, name) for name in [*names, *links] if not name.startswith(".")]
    return sorted(found)


def _misplacement(root: FilePath, path: FilePath, kind: Kind[Model] | None) -> tuple[str, str]:
    if path.is_symlink():
        return "This is a symbolic link.", "Put the file itself here."
    if not path.is_file():
        return "This is not a file.", "Put a file here, or nothing."
    if path.suffix != ".yaml":
        return "Only '.yaml' files live here.", "Rename it, or move it out of the data folder."
    depth = len(path.relative_to(root).parts)
    if kind is None or depth != (2 if kind.folder else 1):
        names = [f"{name}/" if kind.folder else f"{name}.yaml" for name, kind in FILED.items()]
        near = difflib.get_close_matches(path.parent.name if depth > 1 else path.stem, FILED, 1)
        hint = f"Did you mean '{near[0]}'? " if near else ""
        return "No kind of entry lives here.", f"{hint}There are: {', '.join(names)}."
    if kind.folder and (fault := _id_fault(path.stem)):
        return f"The file name {fault}", ID_FIX
    return "", ""


def _id_fault(id: str) -> str:
    if id in _TAKEN_IDS:
        return f"{shown(id)} is taken by the site itself."
    if len(id) > _MAX_ID:
        return f"{shown(id)} has {len(id)} characters; {_MAX_ID} is the limit."
    words = id.split("-")
    if all(word.isascii() and word.isalnum() and word == word.lower() for word in words):
        return ""
    return f"{shown(id)} is not an id."


def _near_id(text: str) -> str:
    """The id that a name which is none was meant to be."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _entries(document: Document, kind: Kind[Model], stem: str) -> Iterator[Entry[Model] | _Broken]:
    if kind.folder:
        yield _entry(kind, stem, Origin(document.lines), document.value)
        return
    if not isinstance(document.value, dict):
        fault = document.lines.problem((), "This file is a mapping of ids to entries.", "Begin each entry with its id and a colon.")
        yield _Broken("*", [fault])
        return
    if not document.value:
        yield _Broken("*", [document.lines.problem((), "The file holds no entry.", "Fill it in, or delete it.")])
    for id, value in document.value.items():
        if text := _id_fault(id):
            yield _Broken(_near_id(id), [document.lines.problem((id,), f"The key {text}", ID_FIX)])
        else:
            yield _entry(kind, id, Origin(document.lines, (id,)), value)


def _entry(kind: Kind[Model], id: str, origin: Origin, value: Node) -> Entry[Model] | _Broken:
    try:
        return Entry(kind.name, id, kind.model.model_validate(value), origin)
    except ValidationError as error:
        return _Broken(id, list(explained(error, kind, origin)))
