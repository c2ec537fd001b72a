"""What a data folder is published with: hand-written pages, and the pages that the data gives rise to."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ..model.kinds import ISSUES, KINDS, PAGED, PLACES, PLATFORMS, RETIRED
from ..model.known import COMPANIES, COUNTRIES, ELSEWHERE
from ..model.library import Library
from .context import Addresses

_PAGES = ("", "start/", "verify/", "freshness/", "search/", "about/design/")
"""Pages that stand for no kind of entry."""

Made = Callable[[Library], Addresses]
"""Makes the pages of a library and tells their anchors; LookupError or ValueError if the library is too faulty for that."""


@dataclass(frozen=True)
class _Anchors(Container[str]):
    """The anchors of one page: the pages are made once somebody asks for one of them. Of a page that cannot be made, any is."""

    address: str
    made: Callable[[], Addresses] = field(repr=False)

    def __contains__(self, anchor: object) -> bool:
        try:
            return anchor in self.made()[self.address]
        except (LookupError, ValueError):
            return True  # a reference leads nowhere, which is told where it stands


def addresses_of(library: Library, made: Made | None) -> Addresses:
    """The pages of a library, as its entries tell: each kind's own, each entry's, and what retired ids left behind."""
    homes = {kind.home.partition("#")[0] for kind in KINDS.values() if kind.address and not kind.owner}
    entries = {entry.address.partition("#")[0] for name in PAGED for entry in library.entries[name].values()}
    left = ((id, KINDS.get(entry.value.kind)) for id, entry in library.shelf(RETIRED).items())
    gone = {kind.address_of(id) for id, kind in left if kind}
    make = cache(lambda: made(library) if made else {})
    plans = (f"{issue.address}{place}/" for issue in library.shelf(ISSUES).values() for place in _places_of_plans(library))
    return {address: _Anchors(address, make) for address in (*_PAGES, *sorted(homes | entries | gone), *_parts(library), *plans)}


def _parts(library: Library) -> Iterator[str]:
    """The pages that take what is too much for an entry's own."""
    yield from (f"{platform.address}{COMPANIES}/" for platform in library.shelf(PLATFORMS).values() if platform.value.has_many_companies)
    yield from (f"{place.address}{COUNTRIES}/" for place in library.shelf(PLACES).values() if place.value.states)


def _places_of_plans(library: Library) -> tuple[str, ...]:
    return (*(id for id, place in library.shelf(PLACES).items() if place.value.status == "covered"), ELSEWHERE)


@dataclass(frozen=True)
class Publication:
    """The folder of the hand-written pages, and what makes the others; without ``made`` their anchors are not judged."""

    docs: Path
    made: Made | None = None
