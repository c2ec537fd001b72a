"""What a build may take from an earlier one: a page, or a search, that all it is made from leaves the same."""

import json
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version

from ..search.files import Search
from ..search.folder import placed
from . import ROOT, STORE
from .site_folder import Made
from .store import key_of

_PROGRAMS = ("macros", "docs/overrides")
_ENDINGS = {".css", ".html", ".js", ".mjs", ".py", ".svg"}
_SETTINGS = ("mkdocs.yml", "mkdocs.en.yml", "node_modules/.package-lock.json")
_LIBRARIES = (
    *("babel", "idna", "jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-macros-plugin", "mkdocs-material", "mnemonic"),
    *("numpy", "opencc", "pydantic", "pypinyin", "pyyaml"),
)


@cache
def programs() -> str:
    """A digest of every program that has a part in a page: our code, templates, styles and settings, the libraries, Python itself."""
    return key_of([sys.version, *(f"{name} {version(name)}" for name in _LIBRARIES), *_texts()])


def _texts() -> Iterator[str | bytes]:
    folders = (ROOT / name for name in _PROGRAMS)
    files = (file for folder in folders for file in sorted(folder.rglob("*")) if file.suffix in _ENDINGS)
    for file in (*files, *(ROOT / name for name in _SETTINGS)):
        yield file.relative_to(ROOT).as_posix()
        yield file.read_bytes() if file.is_file() else b""


def is_search_kept(search: Search, by: str) -> bool:
    """Whether a search was made before, by programs with a digest."""
    return STORE.has(_made_from(search, by))


def write_search(search: Search, by: str, made: Made) -> Made:
    """Makes the files of a search, by programs with a digest."""
    index = STORE.kept(_made_from(search, by), lambda: json.dumps(search.without_details().index(), ensure_ascii=False))
    for address, text in placed(json.loads(index), search.details()).items():
        made.put(address, text.encode())
    return made


def _made_from(search: Search, by: str) -> list[str]:
    """All that the index of a search depends on."""
    return [by, repr(search.without_details())]
