"""The Material Design icons that ship with the theme: which there are, and how each is drawn."""

import difflib
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_SET = Path("templates/.icons/material")
_DRAWING = re.compile(r"<svg [^>]*>(.*)</svg>", re.DOTALL)


def has_icon(name: str) -> bool:
    """Whether the set has an icon of that name."""
    return re.fullmatch(r"[a-z0-9-]{1,80}", name) is not None and _file(name).is_file()


def drawing(name: str) -> str:
    """What is drawn in an icon, as SVG in a field of 24 by 24; LookupError if the set has none of that name."""
    found = _DRAWING.search(_file(name).read_text(encoding="utf-8")) if has_icon(name) else None
    if not found:
        raise LookupError(f"there is no icon '{name}'")
    return found[1]


def _file(name: str) -> Path:
    return _folder() / f"{name}.svg"


def near_icon(name: str) -> str:
    """The icon whose name is nearest to one that the set has not; '' if none is near."""
    first = name[:4]
    names = (path.stem for path in _folder().glob(f"{first}*.svg")) if re.fullmatch(r"[a-z0-9-]+", first) else ()
    return next(iter(difflib.get_close_matches(name, list(names), 1)), "")


@cache
def _folder() -> Path:
    spec = find_spec("material")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the theme 'mkdocs-material' is not installed")
    return Path(spec.submodule_search_locations[0]) / _SET
