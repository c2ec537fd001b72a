"""Where the hand-written pages stand."""

from pathlib import Path


def prose_addresses(folder: Path) -> frozenset[str]:
    """The addresses of one language's hand-written pages, from its root: ``about/`` for ``about.md``. Hidden files are an editor's."""
    names = (file.relative_to(folder).with_suffix("").parts for file in folder.rglob("*.md"))
    visible = (name for name in names if not any(part.startswith(".") for part in name))
    return frozenset("".join(f"{part}/" for part in (name[:-1] if name[-1] == "index" else name)) for name in visible)
