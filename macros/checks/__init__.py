"""Every rule about data, prose and words, and the one function that reads a data folder and holds it to them."""

import os
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from ..model.kinds import KINDS, PAGED, STRINGS
from ..model.library import Library
from ..model.load import load
from ..model.problems import Problem
from .context import Addresses, Context
from .listed import AllowList
from .phrases import are_many
from .prose import files, markup, said
from .prose.page import Prose
from .rules import AFTER, LAST, RULES, Rule


class DayError(Exception):
    """SOURCE_DATE_EPOCH is set to something that is no day."""


def today() -> date:
    """The day on which facts are judged: SOURCE_DATE_EPOCH if it is set, else the clock's (UTC); DayError if it is no number."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()
    except (ValueError, OverflowError, OSError):
        raise DayError(f"SOURCE_DATE_EPOCH is '{epoch}'. Set it to a number of seconds since 1970, or leave it out.") from None


class _Anything:
    """The anchors of a page that nobody has made yet: any may be among them."""

    def __contains__(self, anchor: object) -> bool:
        return True


_PAGES = ("", "start/", "verify/", "freshness/")
"""Pages that stand for no kind of entry."""


def known_addresses(library: Library) -> Addresses:
    """The pages that a library gives rise to, as far as its entries tell: each kind's own and each entry's."""
    anchors: Container[str] = _Anything()
    homes = {kind.home.partition("#")[0] for kind in KINDS.values() if kind.address and not kind.owner}
    entries = {entry.address.partition("#")[0] for name in PAGED for entry in library.entries[name].values()}
    return dict.fromkeys([*_PAGES, *sorted(homes | entries)], anchors)


@dataclass(frozen=True)
class Publication:
    """What a data folder is published with: the folder of the hand-written pages, and which pages the data gives rise to."""

    docs: Path
    addresses: Callable[[Library], Addresses] = known_addresses


def check(library: Library, root: Path, form: Iterable[Problem] = (), site: Publication | None = None) -> list[Problem]:
    """Every problem of a library that was read below a folder, sorted and each told once; DayError as :func:`today`.

    ``form`` are the problems that reading it met. With a ``site``, its hand-written pages and the words of the interface are judged.
    """
    context = context_of(library, root, site)
    problems = {*form, *_found(context, RULES)}
    problems |= _elsewhere(problems, _found(context, AFTER))
    words = set(_found(context, LAST)) if site else set()
    return sorted(problems if problems and are_many(words) else problems | words)


def context_of(library: Library, root: Path, site: Publication | None = None) -> Context:
    """What the rules see: a library that was read below a folder, and what stands beside it."""
    prose = Prose(site.docs, library.all(STRINGS)) if site else None
    return Context(library, today(), AllowList.below(root), prose, site.addresses(library) if site else {})


def read_and_check(root: Path, site: Publication | None = None) -> tuple[Library, list[Problem]]:
    """The library below a folder, and every problem of form or content, as :func:`check` tells them."""
    library, form = load(root)
    return library, check(library, root, form, site)


def _found(context: Context, rules: Iterable[Rule]) -> Iterator[Problem]:
    return (problem for rule in rules for problem in rule.check(context))


def _elsewhere(told: set[Problem], problems: Iterable[Problem]) -> set[Problem]:
    """The problems of values in which no other fault is found yet."""
    places = {(problem.path, problem.field) for problem in told}
    return {problem for problem in problems if (problem.path, problem.field) not in places}


_FORM = (
    *(files.check_prose_is_no_link, files.check_prose_is_markdown, files.check_prose_in_both_languages, files.check_prose_names),
    *(files.check_prose_heads, said.check_prose_calls, markup.check_prose_markup),
)


def check_prose(docs: Path, taken: Iterable[str] = ()) -> list[Problem]:
    """What is wrong with the form of the hand-written pages alone; ``taken`` holds the addresses of the generated pages."""
    context = Context(Library(), date.min, prose=Prose(docs, {}), addresses=dict.fromkeys(taken, _Anything()))
    return sorted(problem for check in _FORM for problem in check(context))
