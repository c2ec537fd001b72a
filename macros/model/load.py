"""Reads ``data/`` into a library; every mistake becomes a problem and the other files are still read."""

import difflib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError

from .kinds import KINDS, Kind
from .library import Entry, Library, Origin
from .problems import Problem, shown
from .strict_yaml import Document, Path, YamlError, parse
from .walk import model_at

_LANGUAGE_NAMES = {"zh": "Chinese", "en": "English"}
_TAKEN_IDS = ("index", "top")  # a folder's own page, a page's own heading
_MAX_ID = 64  # it becomes the name of a folder
_ID_FIX = "Use lower-case letters, digits and single hyphens."


def load(root: FilePath) -> tuple[Library, list[Problem]]:
    """The library below a folder and what is wrong with the form of its files.

    Paths in problems are relative to the folder's parent, as a contributor sees them ("data/…").
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    broken: set[tuple[str, str]] = set()
    for path, kind in _files(root, problems, broken):
        for result in _read_file(_shown_path(root, path), path, kind):
            if isinstance(result, Entry):
                entries.append(result)
            else:
                broken.add((kind.name, result.id))
                problems += result.problems
    if not entries and not problems:
        problems.append(Problem(root.as_posix(), 1, "", "There is no data here.", "Give the folder that holds the data."))
    return Library.of(entries, frozenset(broken)), problems


@dataclass(frozen=True)
class _Broken:
    """An entry that is there but does not fit its model."""

    id: str
    problems: list[Problem]


def _read_file(shown_path: str, path: FilePath, kind: Kind) -> tuple["Entry | _Broken", ...]:
    try:
        return _read(shown_path, path.stem, kind, path.read_bytes())
    except OSError as error:
        return (_Broken(path.stem if kind.folder else "*", [_unreadable(shown_path, error)]),)


def _unreadable(shown_path: str, error: OSError) -> Problem:
    return Problem(shown_path, 1, "", f"It cannot be read: {error.strerror}.", "Let the program read it.")


@lru_cache(maxsize=4096)  # a preview reads the same files after every edit; what comes out is frozen
def _read(shown_path: str, stem: str, kind: Kind, raw: bytes) -> tuple["Entry | _Broken", ...]:
    """What one file holds."""
    try:
        return tuple(_entries(parse(shown_path, raw), kind, stem))
    except YamlError as error:
        return (_Broken(stem if kind.folder else "*", [error.problem]),)


def _shown_path(root: FilePath, path: FilePath) -> str:
    return f"{root.resolve().name}/{path.relative_to(root).as_posix()}"


def _files(root: FilePath, problems: list[Problem], broken: set[tuple[str, str]]) -> Iterator[tuple[FilePath, Kind]]:
    if not root.is_dir():
        fault = "This is no folder." if root.exists() else "There is no such folder."
        problems.append(Problem(root.as_posix(), 1, "", fault, "Give the folder that holds the data."))
        return
    for path in paths_below(root, problems):
        kind = KINDS.get(path.parent.name if path.parent != root else path.stem)
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


def _misplacement(root: FilePath, path: FilePath, kind: Kind | None) -> tuple[str, str]:
    if path.is_symlink():
        return "This is a symbolic link.", "Put the file itself here."
    if not path.is_file():
        return "This is not a file.", "Put a file here, or nothing."
    if path.suffix != ".yaml":
        return "Only '.yaml' files live here.", "Rename it, or move it out of the data folder."
    depth = len(path.relative_to(root).parts)
    if kind is None or depth != (2 if kind.folder else 1):
        names = [f"{name}/" if kind.folder else f"{name}.yaml" for name, kind in KINDS.items()]
        near = difflib.get_close_matches(path.parent.name if depth > 1 else path.stem, KINDS, 1)
        hint = f"Did you mean '{near[0]}'? " if near else ""
        return "No kind of entry lives here.", f"{hint}There are: {', '.join(names)}."
    if kind.folder and (fault := _id_fault(path.stem)):
        return f"The file name {fault}", _ID_FIX
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


def _entries(document: Document, kind: Kind, stem: str) -> Iterator[Entry | _Broken]:
    if kind.folder:
        yield _entry(document, kind, stem, (), document.value)
        return
    if not isinstance(document.value, dict):
        fault = document.problem((), "This file is a mapping of ids to entries.", "Begin each entry with its id and a colon.")
        yield _Broken("*", [fault])
        return
    for id, value in document.value.items():
        if text := _id_fault(id):
            yield _Broken(_near_id(id), [document.problem((id,), f"The key {text}", _ID_FIX)])
        else:
            yield _entry(document, kind, id, (id,), value)


def _entry(document: Document, kind: Kind, id: str, node: Path, value: Any) -> Entry | _Broken:
    try:
        return Entry(kind.name, id, kind.model.model_validate(value), Origin(document, node))
    except ValidationError as error:
        details = _causes(error.errors(include_url=False), kind)
        return _Broken(id, [_problem(document, kind, node, detail) for detail in details])


def _causes(details: Sequence[Mapping[str, Any]], kind: Kind) -> Iterator[Mapping[str, Any]]:
    """The mistakes without their consequences: a list short of its faulty items, a key missing because it is misspelt."""
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    misspelt = {(*loc[:-1], _near_key(str(loc[-1]), _known_keys(kind, loc))) for loc in unknown}
    for detail in details:
        short = detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]
        if not short and not (detail["type"] == "missing" and detail["loc"] in misspelt):
            yield detail


def _problem(document: Document, kind: Kind, node: Path, detail: Mapping[str, Any]) -> Problem:
    where: Path = detail["loc"]
    if where[-1:] == ("[key]",) and detail["type"] == "string_pattern_mismatch":
        return document.problem((*node, *where[:-1]), f"The key {shown(detail['input'])} is not an id.", _ID_FIX)
    message, fix = _explain(detail, kind, where)
    return document.problem((*node, *where), message, fix)


def _explain(detail: Mapping[str, Any], kind: Kind, where: Path) -> tuple[str, str]:
    """What a pydantic error means to a contributor, and what to do about it."""
    type_, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    name = str(where[-1]) if where else ""
    if type_ == "missing":
        return _missing(name)
    if type_ == "extra_forbidden":
        return _unknown_key(name, kind, where)
    if type_ == "literal_error":
        return _not_one_of(value, str(context["expected"]))
    if type_ in _WRONG_TYPE:
        return f"{_WRONG_TYPE[type_]} is expected here, not {_shape(value)}.", _WRONG_TYPE_FIX[type_]
    if type_ == "string_pattern_mismatch":
        return f"{shown(value)} does not fit the pattern {context['pattern']}.", "Write it like the same field of another entry."
    if type_ in ("too_short", "too_long"):
        return _wrong_length(context)
    if type_ == "value_error":
        return f"{_refused(value, str(context['error']))}.", "Correct the value."
    return f"{shown(value) if isinstance(value, str) else _shape(value).capitalize()}: {_lower(detail['msg'])}.", "Correct the value."


_WRONG_TYPE = {
    "model_type": "A mapping (key: value lines)",
    "model_attributes_type": "A mapping (key: value lines)",
    "dict_type": "A mapping (key: value lines)",
    "tuple_type": "A list ('- ' lines)",
    "string_type": "A text",
    "int_type": "A whole number",
    "int_parsing": "A whole number",
    "bool_type": "'true' or 'false'",
    "bool_parsing": "'true' or 'false'",
    "date_type": "A date",
    "date_from_datetime_parsing": "A date",
    "date_parsing": "A date",
}
_WRONG_TYPE_FIX = dict.fromkeys(_WRONG_TYPE, "Write it like the same field of another entry.") | {
    "tuple_type": "Write each item on a line of its own that begins with '- '.",
    "date_parsing": "Write it as YYYY-MM-DD.",
    "date_from_datetime_parsing": "Write a date that exists, as YYYY-MM-DD.",
}


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return f"the text {shown(value)}" if value else "nothing"


def _refused(value: Any, reason: str) -> str:
    """The reason as a sentence that shows the value, once."""
    if not isinstance(value, str):
        return reason[:1].upper() + reason[1:]
    return reason.replace(f"'{value}'", shown(value)) if f"'{value}'" in reason else f"{shown(value)}: {reason}"


def _wrong_length(context: Mapping[str, Any]) -> tuple[str, str]:
    length = f"The list's length is {context['actual_length']}"
    if "min_length" in context:
        return f"{length}; at least {context['min_length']} is expected.", "Add what is missing."
    return f"{length}; at most {context['max_length']} is expected.", "Keep what matters most."


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:].rstrip(".")


def _missing(name: str) -> tuple[str, str]:
    if language := _LANGUAGE_NAMES.get(name):
        return f"The {language} text is missing.", f"Add '{name}:' with the {language} text; there is no fallback."
    return f"'{name}' is missing.", f"Add '{name}:'."


def _unknown_key(name: str, kind: Kind, where: Path) -> tuple[str, str]:
    known = _known_keys(kind, where)
    near = _near_key(name, known)
    fix = f"Did you mean '{near}'?" if near else f"The keys here are: {', '.join(known)}."
    return f"Unknown key {shown(name)}.", fix


def _known_keys(kind: Kind, where: Path) -> list[str]:
    """The keys that may stand where an unknown one was found."""
    model = model_at(kind.model, where[:-1])
    return [field.alias or key for key, field in model.model_fields.items()] if model else []


def _near_key(name: str, known: list[str]) -> str | None:
    return next(iter(difflib.get_close_matches(name, known, 1)), None)


def _not_one_of(value: Any, expected: str) -> tuple[str, str]:
    known = [word.strip(" '") for word in expected.replace(" or ", ",").split(",")]
    near = difflib.get_close_matches(str(value), known, 1)
    hint = f"Did you mean '{near[0]}'? " if near else ""
    return (
        f"{shown(value) if isinstance(value, str) else _shape(value).capitalize()} is not one of the allowed words.",
        f"{hint}Use one of: {', '.join(known)}.",
    )
