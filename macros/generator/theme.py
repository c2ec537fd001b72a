"""The theme, made leaner: its style sheets where ours can overrule them, its templates compiled once, its icons not listed."""

import os
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, meta
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.theme import Theme

from ..html.compiled import COMPILED

_SHEETS = "assets/stylesheets/"
_CHARSET = '@charset "UTF-8";'  # must not stand in a block; the pages say the same
_ICONS = ".icons"


def put_in_layer(files: Files, config: MkDocsConfig) -> None:
    """Wraps the theme's style sheets into the first of our layers: ours win whatever the theme's selectors."""
    for sheet in [file for file in files.css_files() if file.src_uri.startswith(_SHEETS)]:
        rules = sheet.content_string.removeprefix(_CHARSET)
        files.remove(sheet)
        files.append(File.generated(config, sheet.src_uri, content=f"@layer theme{{{rules}}}"))


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
    theme = Theme(name="material", custom_dir=str(custom), language="en")
    make_lean(theme)
    environment = theme.get_env()
    left = [name for name in environment.list_templates(["html"]) if (custom / name).is_file()]
    seen: set[str] = set()
    while left:
        if (name := left.pop()) in seen:
            continue
        seen.add(name)
        environment.get_template(name)
        source = environment.loader.get_source(environment, name)[0] if environment.loader else ""
        left += [other for other in meta.find_referenced_templates(environment.parse(source)) if other]
