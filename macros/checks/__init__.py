"""Every rule about data, prose and words, and the one function that reads a data folder and holds it to them."""

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from ..model.kinds import STRINGS
from ..model.library import Entry, Library
from ..model.load import Remember, load, read_backwards
from ..model.problems import Problem
from ..model.text import Model
from .context import Context
from .listed import AllowList
from .phrases import are_many
from .prose.page import Prose
from .publication import Publication, addresses_of
from .rules import AFTER, LAST, OF_ENTRIES, RULES, Rule


class DayError(Exception):
    """SOURCE_DATE_EPOCH is set to something that is no day."""


def today() -> date:
    """The day on which facts are judged: SOURCE_DATE_EPOCH if it is set, else the clock's (UTC); DayError if it is no number."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()
    except (ValueError, OverflowError, OSError):
        raise DayError(f"SOURCE_DATE_EPOCH is '{epoch}'. Set it to a number of seconds since 1970, or leave it out.") from None


def check(library: Library, root: Path, form: Iterable[Problem] = (), site: Publication | None = None) -> list[Problem]:
    """Every problem of a library that was read below a folder, sorted and each told once; DayError as :func:`today`.

    ``form`` are the problems that reading it met. With a ``site``, its hand-written pages and the words of the interface are judged.
    """
    context = context_of(library, root, site)
    return _told(context, {*form, *_found(context, OF_ENTRIES)})


def read(root: Path, remember: Remember | None = None) -> tuple[Library, list[Problem]]:
    """The library below a folder, and what is wrong with the form of its files and with each entry by itself; ``remember`` as for loading."""
    with _nothing_thrown_away():
        return load(root, remember, _judged)


def judge(context: Context, told: Iterable[Problem]) -> list[Problem]:
    """Every problem of a library that was read, sorted and each told once: those that reading it told, and what only the whole shows."""
    with _nothing_thrown_away():
        return _told(context, set(told))


def _told(context: Context, told: set[Problem]) -> list[Problem]:
    """The problems that were told of single entries, and all others."""
    problems = {*told, *_found(context, RULES)}
    problems |= _elsewhere(problems, _found(context, AFTER))
    words = set(_found(context, LAST)) if context.prose else set()
    return sorted(problems if problems and are_many(words) else problems | words)


def context_of(library: Library, root: Path, site: Publication | None = None) -> Context:
    """What the rules see: a library that was read below a folder, and what stands beside it."""
    prose = Prose(site.docs, library.all(STRINGS)) if site else None
    return Context(library, today(), AllowList.below(root), prose, addresses_of(library, site.made) if site else {})


def read_and_check(root: Path, site: Publication | None = None, remember: Remember | None = None) -> tuple[Library, list[Problem]]:
    """The library below a folder, and every problem of form or content, as :func:`check` tells them: :func:`read` and :func:`judge`."""
    library, told = read(root, remember)
    return library, judge(context_of(library, root, site), told)


def read_ahead(root: Path, remember: Remember) -> None:
    """Helps :func:`read` in another process that remembers the same: it reads the files from the other end."""
    with _nothing_thrown_away():
        read_backwards(root, remember, _judged)


def _judged(entries: Sequence[Entry[Model]]) -> list[Problem]:
    """What the rules for single entries say of those of one file; no day counts for them."""
    copies = [replace(entry) for entry in entries]  # what a rule works out of an entry is not kept with it
    return list(_found(Context(Library.of(copies), date.min), OF_ENTRIES))


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """What is read stays: to look for garbage among it again and again would take a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _found(context: Context, rules: Iterable[Rule]) -> Iterator[Problem]:
    return (problem for rule in rules for problem in rule.check(context))


def _elsewhere(told: set[Problem], problems: Iterable[Problem]) -> set[Problem]:
    """The problems of values in which no other fault is found yet."""
    places = {(problem.path, problem.field) for problem in told}
    return {problem for problem in problems if (problem.path, problem.field) not in places}
