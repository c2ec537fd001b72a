"""The files of a search as a site holds them: its core, and the rest in a folder whose name changes with them, which the core names."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from .files import Search

FOLDER = "search/"


def search_files(search: Search) -> dict[str, str]:
    """Every file of a search, by its address from the root of the language. A browser may keep all but the core for good."""
    return placed(search.files())


def placed(files: Mapping[str, str]) -> dict[str, str]:
    """The files of a search by their addresses."""
    digest = sha256("\0".join(part for file in files.items() for part in file).encode()).hexdigest()[:8]
    core = {"folder": f"index/{digest}/", **json.loads(files["core.json"])}
    inner = {f"{FOLDER}index/{digest}/{name}": text for name, text in files.items() if name != "core.json"}
    return {f"{FOLDER}core.json": json.dumps(core, ensure_ascii=False, separators=(",", ":")), **inner}


def write_files(files: Mapping[str, str], folder: Path) -> None:
    """Writes files by their addresses into a folder."""
    for address, text in files.items():
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
