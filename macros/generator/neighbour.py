"""The other language's pages while MkDocs empties the folder that holds both."""

from pathlib import Path

from ..model.text import ROOTS

_moved: list[tuple[Path, Path]] = []


def put(site: Path, language: str) -> None:
    """Moves the other language's folder out of a site that is about to be emptied; :func:`restore` puts it back."""
    for root in (ROOTS[other] for other in ROOTS if other != language and ROOTS[other]):
        folder, refuge = site / root, site.parent / f".{site.name}-{root.strip('/')}"
        if folder.is_dir() and not refuge.exists():
            folder.rename(refuge)
            _moved.append((folder, refuge))


def restore() -> None:
    """Puts back what was moved."""
    while _moved:
        folder, refuge = _moved.pop()
        folder.parent.mkdir(parents=True, exist_ok=True)
        refuge.rename(folder)
