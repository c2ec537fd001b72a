"""The data, read and checked once for as long as it stays the same, for every language that asks."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from ..checks import context_of, judge, read_ahead
from ..checks import read as read_data
from ..checks.publication import Publication
from ..model.library import Library
from ..model.load import paths_below
from ..model.problems import Problem
from ..pages.page import Site
from .memory import is_anything_remembered, remembered
from .processes import Work, beside

_Version = tuple[tuple[str, int, int], ...]
_handed: list[Site] = []


class FaultyDataError(Exception):
    """The data, the words or the prose do not pass the checks; ``problems`` tells why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def checked(data: Path) -> tuple[Site, list[Problem]]:
    """The site of a data folder, and everything that is wrong with its data, its words and the prose beside it.

    Its pages are made while another process judges: most often there is nothing to be told.
    """
    library, told = _read_with_help(data)
    context = context_of(library, data, publication(data))
    if told:
        return Site(library), judge(context, told)
    _ = library.values  # both need them
    with beside(judge, context, told) as judged:
        fault: Exception | None = None
        try:
            site = made(library)
        except Exception as error:
            site, fault = Site(library), error
        problems = judged()
    if fault and not problems:
        raise fault
    return (Site(library) if problems else site), problems


def read(data: Path, publication: Publication) -> tuple[Library, list[Problem]]:
    """The library of a data folder and every problem, taken from what is remembered."""
    library, told = _read_with_help(data)
    return library, judge(context_of(library, data, publication), told)


def _read_with_help(data: Path) -> tuple[Library, list[Problem]]:
    """The library of a data folder and what reading it tells; where nothing is remembered yet, two processes read."""
    if is_anything_remembered():
        return read_data(data, remembered)
    helper = Work.begin(read_ahead, data, remembered)
    try:
        return read_data(data, remembered)
    finally:
        helper.end()


def made(library: Library) -> Site:
    """The site of a library that passes the checks."""
    from ..pages.catalogue import catalogue  # a check alone needs no pages

    return catalogue(library)


def publication(data: Path, make: Callable[[Library], Site] = made) -> Publication:
    """What a data folder is published with; ``make`` makes the pages of its library."""
    return Publication(data.resolve().parent / "docs", lambda library: make(library).anchors)


def hand_over(site: Site) -> None:
    """Lets this process and those it starts use a site that was read and checked already."""
    _handed[:] = [site]


def site_of(root: Path) -> Site:
    """The site of a checkout, or the one that was handed over; FaultyDataError if a check fails."""
    if _handed:
        return _handed[0]
    paths = [*paths_below(root / "data"), *sorted((root / "docs").rglob("*.md"))]
    states = ((file, file.lstat()) for file in paths)  # a link may lead nowhere
    return _read(root / "data", tuple((str(file), state.st_mtime_ns, state.st_size) for file, state in states))


@lru_cache(maxsize=1)
def _read(data: Path, version: _Version) -> Site:
    site, problems = checked(data)
    if problems:
        raise FaultyDataError(problems)
    return site
