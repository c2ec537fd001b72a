"""The files of a search as a site holds them: its core, and the rest in two folders whose names change with them, which the core names."""

import json
from collections.abc import Mapping
from hashlib import sha256

from .files import Search

FOLDER = "search/"


def search_files(search: Search) -> dict[str, str]:
    """Every file of a search, by its address from the root of the language. A browser may keep all but the core for good."""
    return placed(search.index(), search.details())


def placed(index: Mapping[str, str], details: Mapping[str, str]) -> dict[str, str]:
    """The files of a search by their addresses."""
    folder, shown = _folder_of(index), _folder_of(details)
    core = {"folder": folder, "details": shown, **json.loads(index["core.json"])}
    return {
        f"{FOLDER}core.json": json.dumps(core, ensure_ascii=False, separators=(",", ":")),
        **{f"{FOLDER}{folder}{name}": text for name, text in index.items() if name != "core.json"},
        **{f"{FOLDER}{shown}{name}": text for name, text in details.items()},
    }


def _folder_of(files: Mapping[str, str]) -> str:
    """The name of a folder for files that changes with them."""
    digest = sha256("\0".join(part for file in files.items() for part in file).encode()).hexdigest()[:8]
    return f"index/{digest}/"
