"""What the browser is sent beside the pages: the theme's styles in a layer of their own, and what each custom element needs."""

import posixpath
import re
from collections.abc import Iterable
from functools import lru_cache

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_THEME = "assets/stylesheets/"
_IMPORT = re.compile(r'^import\b[^"]*"(\.{1,2}/[^"]+)"', re.MULTILINE)


def put_theme_in_layer(files: Files, config: MkDocsConfig) -> None:
    """Wraps the theme's style sheets into the first of our layers, so that ours win whatever the theme's selectors."""
    for file in files.css_files():
        if file.src_uri.startswith(_THEME):
            rules = file.content_string.removeprefix('@charset "UTF-8";')
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=f"@layer theme{{{rules}}}"))


def script_of(element: str) -> str:
    """The address of a custom element's script, from the site's root."""
    return f"assets/elements/{element}/{element}.js"


def styles_of(elements: Iterable[str], files: Files) -> list[str]:
    """The addresses of the elements' style sheets; not every element has one."""
    styles = (f"assets/elements/{element}/{element}.css" for element in elements)
    return [style for style in styles if files.get_file_from_path(style)]


@lru_cache(maxsize=4)  # a build asks for the same few sets again and again, and has one list of files
def modules_of(elements: tuple[str, ...], files: Files) -> list[str]:
    """The addresses of all modules the elements import, near or far: a browser told of them early fetches them all at once."""
    found: set[str] = set()
    left = [script_of(element) for element in elements]
    while left:
        address = left.pop()
        if address not in found:
            found.add(address)
            left += _imported(address, files)
    return sorted(found)


def _imported(address: str, files: Files) -> list[str]:
    file = files.get_file_from_path(address)
    ways = _IMPORT.findall(file.content_string) if file else []
    return [posixpath.normpath(posixpath.join(posixpath.dirname(address), way)) for way in ways]
