"""Our styles and scripts, under names that change with what they hold: a browser may keep them for good."""

import hashlib
import posixpath
import re
from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_IMPORT = re.compile(r'^import\b[^"]*"(\.{1,2}/[^"]+)"', re.MULTILINE)
_COMMENT = re.compile(r"^ */\*\*.*?\*/\n", re.MULTILINE | re.DOTALL)
"""A comment for those who read the source, on lines of its own."""
_SCRIPTS = ("assets/elements/", "assets/search/", "assets/shared/", "assets/frame.js")
"""Scripts import each other by relative paths, so they move together."""


def name_by_content(files: Files, config: MkDocsConfig) -> None:
    """Joins the styles into one sheet and moves the scripts, each to a name with a digest of what it holds."""
    sheets = [sheet for sheet in (files.get_file_from_path(str(path)) for path in config.extra_css) if sheet]
    text = "\n".join(sheet.content_string for sheet in sheets)
    name = with_digest("assets/styles.css", text)
    for sheet in sheets:
        files.remove(sheet)
    files.append(File.generated(config, name, content=text))
    config.extra_css = [name]
    scripts = sorted((file for file in files if file.src_uri.startswith(_SCRIPTS)), key=lambda file: file.src_uri)
    folder = _digest(part for file in scripts for part in (file.src_uri.encode(), file.content_bytes))
    for file in scripts:
        file.content_string = _COMMENT.sub("", file.content_string)
        file.dest_uri = f"assets/{folder}/{file.src_uri.removeprefix('assets/')}"


def with_digest(name: str, text: str) -> str:
    """A file's name that changes with its text: ``assets/icons.1f2e3d4c.svg``."""
    stem, _, ending = name.rpartition(".")
    return f"{stem}.{_digest([text.encode()])}.{ending}"


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()[:8]


def address_of(path: str, files: Files) -> str:
    """Where a file of ours stands, from the root of its language; LookupError if there is none."""
    file = files.get_file_from_path(path)
    if file is None:
        raise LookupError(f"there is no file '{path}'")
    return file.dest_uri


def modules_of(script: str, files: Files) -> tuple[str, ...]:
    """A script and all that it imports, near or far, as addresses: a browser told of them early fetches them all at once."""
    found: dict[str, str] = {}
    left = [script]
    while left:
        path = left.pop()
        if path not in found:
            found[path] = address_of(path, files)
            left += _imported(path, files)
    return tuple(sorted(found.values()))


def _imported(path: str, files: Files) -> list[str]:
    file = files.get_file_from_path(path)
    ways = _IMPORT.findall(file.content_string) if file else []
    return [posixpath.normpath(posixpath.join(posixpath.dirname(path), way)) for way in ways]
