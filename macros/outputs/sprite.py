"""The icons of the site in one file: pages refer into it, so that each drawing is sent once."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..html.environment import TEMPLATES
from ..html.icons import TABLES
from ..model.icons import drawing, has_icon
from ..model.kinds import KINDS
from ..model.library import Library

_WORD = re.compile(r'"([a-z][a-z0-9-]*)"')


def sprite(library: Library, theme: Path) -> str:
    """An SVG with a symbol for each icon that the library, our templates or those of the ``theme`` folder name."""
    names = sorted({*_of_library(library), *_of_tables(), *_of_templates([TEMPLATES, theme])})
    symbols = "\n".join(f'<symbol id="{name}" viewBox="0 0 24 24">{drawing(name)}</symbol>' for name in names)
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'


def _of_library(library: Library) -> Iterator[str]:
    """Every icon that an entry names, or a part of one."""
    yield from (name for _, _, name in library.values.under("icon"))


def _of_tables() -> Iterator[str]:
    yield from (kind.icon for kind in KINDS.values() if kind.icon)
    for table in TABLES.values():
        yield from table.values()


def _of_templates(folders: Iterable[Path]) -> Iterator[str]:
    """Every quoted word that is an icon's name: a few too many weigh less than one too few."""
    files = (file for folder in folders for file in folder.rglob("*.html"))
    words = {word for file in files for word in _WORD.findall(file.read_text(encoding="utf-8"))}
    yield from (word for word in words if has_icon(word))
