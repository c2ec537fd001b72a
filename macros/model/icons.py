"""The icons that ship with the theme, as inline SVG."""

import difflib
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from markupsafe import Markup

_SET = Path("templates/.icons/material")


@cache
def icon(name: str) -> Markup:
    """The SVG of a Material Design icon; LookupError if the set has none of that name."""
    path = _folder() / f"{name}.svg"
    if not re.fullmatch(r"[a-z0-9-]{1,80}", name) or not path.is_file():
        raise LookupError(f"there is no icon '{name}'")
    svg = path.read_text(encoding="utf-8").replace("<svg ", '<svg class="icon" aria-hidden="true" ', 1)
    return Markup(svg)  # the theme's own file, named by a checked id


def has_icon(name: str) -> bool:
    """Whether the set has an icon of that name."""
    try:
        return bool(icon(name))
    except LookupError:
        return False


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
