"""Recourse: structured data in, a bilingual guide out.

This module and ``hooks`` are the only ones that know MkDocs.
"""

import functools
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any


def define_env(env: Any) -> None:
    """Registers the page macros with mkdocs-macros-plugin."""
    from mkdocs.exceptions import Abort

    from .checks import DayError
    from .pages.edition import FaultyDataError, edition
    from .pages.guide import literal

    settings = env.conf["extra"]
    try:
        guide, pages = edition(Path(env.conf.config_file_path).parent / "data", settings["language"], settings["repository"])
    except (FaultyDataError, DayError) as error:
        raise Abort(str(error)) from None

    def guide_page(path: str) -> str:
        """The whole of the page whose stub calls it; the address is for whoever reads the stub."""
        markdown, env.page.parts = env.page.file.rendered
        return str(markdown)

    def say(key: str, **values: object) -> str:
        """A phrase of strings.yaml."""
        return literal(guide.say(key, **values))

    def link(kind: str, id: str) -> str:
        """A link to an entry, by its name."""
        _require(guide.library, kind, id)
        return guide.render_template("link.html", _address(env), kind=kind, id=id)

    def contact(id: str) -> str:
        """The card of a platform's contact, such as ``okx/live-chat``."""
        _require(guide.library, "contacts", id)
        return _set_aside(env, guide.render_template("contact.html", _address(env), id=id))

    for macro in (guide_page, say, link, contact):  # prose may call the names in build/prose.py
        env.macro(_placed(env, macro, pages), macro.__name__)


def _require(library: Any, kind: str, id: str) -> None:
    from .paths import has_page

    if not (has_page(kind) and library.has(kind, id)):
        raise LookupError(f"there is no entry '{id}' among '{kind}'")


def _set_aside(env: Any, html: str) -> str:
    """The place that Markdown keeps for finished HTML."""
    parts = vars(env.page).setdefault("parts", [])
    parts.append(html)
    return f"<!--part:{len(parts) - 1}-->"


def _address(env: Any) -> str:
    return str(env.page.url).removeprefix("./")


def _placed(env: Any, macro: Callable[..., str], pages: Mapping[str, Any]) -> Callable[..., str]:
    """The macro, telling file and line when it fails."""

    @functools.wraps(macro)
    def call(*arguments: Any, **options: Any) -> str:
        try:
            return macro(*arguments, **options)
        except Exception as error:
            raise RuntimeError(f"{_place(env, pages)}: the macro '{macro.__name__}' failed: {error}") from error

    return call


def _place(env: Any, pages: Mapping[str, Any]) -> str:
    """File and line of the macro call that is being rendered; a generated page's is its data file."""
    if generated := pages.get(_address(env)):
        return f"{generated.source}:1"
    file = env.page.file
    frame = sys._getframe()
    while frame.f_back and "__jinja_template__" not in frame.f_globals:
        frame = frame.f_back
    template = frame.f_globals.get("__jinja_template__")
    line = template.get_corresponding_lineno(frame.f_lineno) if template else 1
    before = file.content_string.count("\n") - env.markdown.count("\n") if env.markdown else 0
    source = Path(file.abs_src_path).relative_to(Path(env.conf.config_file_path).resolve().parent)
    return f"{source.as_posix()}:{line + before}"
