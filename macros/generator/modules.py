"""Which modules a page's script asks for: a browser told of them early fetches them all at once."""

import posixpath
import re
from functools import lru_cache

from mkdocs.structure.files import Files

_IMPORT = re.compile(r'^import\b[^"]*"(\.{1,2}/[^"]+)"', re.MULTILINE)


@lru_cache(maxsize=4)  # a build asks for the same few scripts again and again, and has one list of files
def modules_of(script: str, files: Files) -> list[str]:
    """The script and all that it imports, near or far, as addresses from the site's root."""
    found: set[str] = set()
    left = [script]
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
