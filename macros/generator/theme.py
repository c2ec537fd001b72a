"""The theme, made leaner: of its styles what a page can use, its templates compiled once, its icons not listed."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, meta
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from ..html.compiled import COMPILED
from . import NODE, ROOT, STORE

_SHEETS = "assets/stylesheets/"
_CHARSET = '@charset "UTF-8";'  # must not stand in a block; the pages say the same
_ICONS = ".icons"
_TRIM = Path(__file__).with_name("trim.mjs")
_TAGS = (
    "html body article section nav main header footer aside h1 h2 h3 h4 h5 h6 p a abbr b blockquote br code dd del details div dl dt em figure hr i"
    " img ins kbd li mark ol pre s small span strong sub summary sup table tbody td th thead tr u ul headerlink"
)
"""What Markdown makes of a hand-written page."""


def styles(files: Files, words: str) -> str:
    """The theme's style sheets as one, without what no page can use; ``words`` are all texts that may name a class. They leave ``files``."""
    sheets = sorted((file for file in files.css_files() if file.src_uri.startswith(_SHEETS)), key=lambda file: file.src_uri)
    css = "".join(sheet.content_string.removeprefix(_CHARSET) for sheet in sheets)
    for sheet in sheets:
        files.remove(sheet)
    question = json.dumps({"css": css, "words": words, "tags": _TAGS.split()})
    return STORE.kept_by_one([_TRIM.read_text("utf-8"), installed(), question], lambda: _trimmed(question))


def installed() -> str:
    """Which packages of Node there are, in which versions; "" if there are none."""
    listed = ROOT / "node_modules/.package-lock.json"
    return listed.read_text("utf-8") if listed.is_file() else ""


def _trimmed(question: str) -> str:
    done = subprocess.run([*NODE, str(_TRIM)], input=question, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise Abort(f"The theme's styles cannot be trimmed. 'make site' installs what that takes: {done.stderr.strip()[-300:]}")
    return done.stdout


def texts(custom: Path) -> list[str]:
    """The texts of the templates that pages are framed by; ``custom`` holds those that overrule the theme's."""
    environment = _lean(custom).get_env()
    return [_source(environment, name) for name in sorted(_used(environment, custom))]


class _Loader(FileSystemLoader):
    """Lists no icons, of which the theme brings 14,000: MkDocs asks whether any is to be copied. Each can be had by its name."""

    def list_templates(self) -> list[str]:
        return sorted({name for folder in self.searchpath for name in _below(Path(folder))})


def _below(folder: Path) -> Iterator[str]:
    for path, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != _ICONS]
        yield from (Path(path, name).relative_to(folder).as_posix() for name in files)


def make_lean(theme: Theme) -> None:
    """Has the theme's environment list no icons and keep its compiled templates with ours."""
    usual = theme.get_env

    def get_env() -> Environment:
        made = usual()
        made.loader, made.bytecode_cache = _Loader(theme.dirs), COMPILED
        return made

    theme.get_env = get_env  # type: ignore[method-assign] # MkDocs asks the theme itself, and no plugin, for it


def compile_theme(custom: Path) -> None:
    """Compiles the templates of pages, so that processes started from here need not. ``custom`` holds those that overrule the theme's."""
    environment = _lean(custom).get_env()
    for name in _used(environment, custom):
        environment.get_template(name)


def _lean(custom: Path) -> Theme:
    theme = Theme(name="material", custom_dir=str(custom), language="en")
    make_lean(theme)
    return theme


def _source(environment: Environment, name: str) -> str:
    return environment.loader.get_source(environment, name)[0] if environment.loader else ""


def _used(environment: Environment, custom: Path) -> set[str]:
    """Our templates, and all that they name."""
    left = [name for name in environment.list_templates(["html"]) if (custom / name).is_file()]
    seen: set[str] = set()
    while left:
        if (name := left.pop()) not in seen:
            seen.add(name)
            left += [other for other in meta.find_referenced_templates(environment.parse(_source(environment, name))) if other]
    return seen
