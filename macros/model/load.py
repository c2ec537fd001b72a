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
    for source in _sources(root, problems, broken):
        for result in _read_file(source, remember, judge):
            if isinstance(result, Entry):
                entries.append(result)
            elif isinstance(result, Problem):
                problems.append(result)
            else:
                broken.add((source.kind.name, result.id))
                problems += result.problems
    if not entries and not problems:
        problems.append(Problem(root.as_posix(), 1, "", "There is no data here.", "Give the folder that holds the data."))
    return Library.of(entries, frozenset(broken)), problems


def read_backwards(root: FilePath, remember: "Remember", judge: "Judge | None" = None) -> None:
    """Reads the files below a folder from the last to the first, so that they are remembered: help for a process that begins at the other end."""
    for source in reversed([*_sources(root, [], set())]):
        _read_file(source, remember, judge)


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

    path: str
    shown_path: str
    """As a contributor sees it."""
    stem: str
    kind: Kind[Model]

    def broken(self, problem: Problem) -> _Broken:
        return _Broken(self.stem if self.kind.folder else "*", [problem])


def _read_file(source: _Source, remember: Remember | None, judge: Judge | None) -> _Results:
    try:
        with open(source.path, "rb") as file:
            raw = file.read()
    except OSError as error:
        return (source.broken(_unreadable(source.shown_path, error)),)
    if remember:
        is_judged = "judged" if judge else ""
        return remember([source.shown_path, source.stem, source.kind.name, is_judged, raw], lambda: _read(source, judge, raw))
    return _read(source, judge, raw)


def _unreadable(shown_path: str, error: OSError) -> Problem:
    return Problem(shown_path, 1, "", f"It cannot be read: {error.strerror}.", "Let the program read it.")


@lru_cache(maxsize=4096)  # a preview reads the same files after every edit; what comes out is frozen
def _read(source: _Source, judge: Judge | None, raw: bytes) -> _Results:
    """What one file holds, and what is wrong with its entries by themselves."""
    try:
        found = tuple(_entries(parse(source.shown_path, raw), source.kind, source.stem))
    except YamlError as error:
        return (source.broken(error.problem),)
    entries = [result for result in found if isinstance(result, Entry)]
    return (*found, *(judge(entries) if judge else ()))


def _sources(root: FilePath, problems: list[Problem], broken: set[tuple[str, str]]) -> Iterator[_Source]:
    """The files below a folder, in the order of their names; whatever else there is becomes a problem."""
    if not root.is_dir():
        fault = "This is no folder." if root.exists() else "There is no such folder."
        problems.append(Problem(root.as_posix(), 1, "", fault, "Give the folder that holds the data."))
        return
    shown_root = root.resolve().name
    for name, is_file in _below(root, problems):
        folder, file = name.split("/")[-2:] if "/" in name else ("", name)
        stem, ending = os.path.splitext(file)
        kind = FILED.get(folder or stem)
        if is_file and name == ALLOWED:
            continue
        fault, fix = _misplacement(name, stem, kind) if is_file and ending == ".yaml" else _no_data(FilePath(root, name))
        if fault:
            problems.append(Problem(f"{shown_root}/{name}", 1, "", fault, fix))
            broken.add((folder, _near_id(stem)) if folder else (stem, "*"))
        elif kind:
            yield _Source(f"{root}/{name}", f"{shown_root}/{name}", stem, kind)


def paths_below(root: FilePath) -> list[FilePath]:
    """Everything below the folder but hidden files and the folders themselves."""
    return [FilePath(root, name) for name, _ in _below(root, [])]


def _below(root: FilePath, problems: list[Problem]) -> list[tuple[str, bool]]:
    """The same by its name from there, with slashes, and whether it is a file and no link; a folder that cannot be read is a problem."""
    found: list[tuple[str, bool]] = []
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(f"{root}/{folder}") as listed:
                entries = [entry for entry in listed if not entry.name.startswith(".")]
        except OSError as error:
            problems.append(_unreadable(f"{root.resolve().name}/{folder}".rstrip("/"), error))
            continue
        folders += [f"{folder}{entry.name}/" for entry in entries if entry.is_dir(follow_symlinks=False)]
        found += [
            (f"{folder}{entry.name}", entry.is_file(follow_symlinks=False)) for entry in entries if not entry.is_dir(follow_symlinks=False)
        ]
    return sorted(found, key=lambda item: item[0].split("/"))


def _no_data(path: FilePath) -> tuple[str, str]:
    """What is wrong with something that is no data file, and what to do."""
    if path.is_symlink():
        return "This is a symbolic link.", "Put the file itself here."
    if not path.is_file():
        return "This is not a file.", "Put a file here, or nothing."
    return "Only '.yaml' files live here.", "Rename it, or move it out of the data folder."


def _misplacement(name: str, stem: str, kind: Kind[Model] | None) -> tuple[str, str]:
    """What is wrong with where a data file stands, or with what it is called, and what to do; two empty texts if nothing is."""
    depth = name.count("/") + 1
    if kind is None or depth != (2 if kind.folder else 1):
        names = [f"{name}/" if kind.folder else f"{name}.yaml" for name, kind in FILED.items()]
        near = difflib.get_close_matches(name.split("/")[-2] if depth > 1 else stem, FILED, 1)
        hint = f"Did you mean '{near[0]}'? " if near else ""
        return "No kind of entry lives here.", f"{hint}There are: {', '.join(names)}."
    if kind.folder and (fault := _id_fault(stem)):
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
