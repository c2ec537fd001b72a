"""One language's edition of the guide, read from the data once for as long as the data stays the same."""

from functools import lru_cache
from pathlib import Path

from ..checks import read_and_check
from ..checks.phrases import missing_words
from ..model.load import paths_below
from ..model.problems import Problem
from .catalogue import catalogue
from .guide import Guide, MissingPhraseError, Page

_Version = tuple[tuple[str, int, int], ...]


class FaultyDataError(Exception):
    """The data does not pass the checks; ``problems`` tells why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def edition(data: Path, language: str, repository: str) -> tuple[Guide, dict[str, Page]]:
    """The guide in a language and its pages by address; FaultyDataError if a check fails.

    ``repository`` is the forge's address corrections go to, or empty.
    """
    states = ((file, file.lstat()) for file in paths_below(data))  # a link may lead nowhere
    version = tuple((str(file), state.st_mtime_ns, state.st_size) for file, state in states)
    return _edition(data, language, repository.rstrip("/"), version)


@lru_cache(maxsize=2)
def _edition(data: Path, language: str, repository: str, version: _Version) -> tuple[Guide, dict[str, Page]]:
    library, problems = read_and_check(data)
    problems = problems or missing_words(library)
    if problems:
        raise FaultyDataError(problems)
    try:
        return Guide(library, language, repository), catalogue(library)
    except MissingPhraseError as error:
        raise FaultyDataError([error.problem]) from None
