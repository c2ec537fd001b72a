"""The data, read and checked once for as long as it stays the same, for every language that asks."""

from functools import lru_cache
from pathlib import Path

from ..checks import read_and_check
from ..model.load import paths_below
from ..model.problems import Problem
from ..pages.catalogue import catalogue
from ..pages.page import Site

_Version = tuple[tuple[str, int, int], ...]
_handed: list[Site] = []


class FaultyDataError(Exception):
    """The data does not pass the checks; ``problems`` tells why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def hand_over(site: Site) -> None:
    """Lets this process and those it starts use a site that was read and checked already."""
    _handed[:] = [site]


def site_of(data: Path) -> Site:
    """The site of a data folder, or the one that was handed over; FaultyDataError if a check fails."""
    if _handed:
        return _handed[0]
    states = ((file, file.lstat()) for file in paths_below(data))  # a link may lead nowhere
    return _read(data, tuple((str(file), state.st_mtime_ns, state.st_size) for file, state in states))


@lru_cache(maxsize=1)
def _read(data: Path, version: _Version) -> Site:
    library, problems = read_and_check(data)
    if problems:
        raise FaultyDataError(problems)
    site = catalogue(library)
    if site.problems:
        raise FaultyDataError(list(site.problems))
    return site
