"""The domains that platforms list, by host, by whom, and by when they came into the library."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..engines.lookalikes import Index
from ..model.hosts import suffixes, url_host
from ..model.kinds import CHANNELS, PLATFORMS, SOURCES
from ..model.kinds.claims import Verification
from ..model.kinds.platforms import OfficialDomain, Platform
from ..model.library import Entry, Library
from ..model.problems import Problem
from .public_hosts import public_host

NEVER = 10**9
"""The turn of what no source speaks for: it came last."""


@dataclass(frozen=True, eq=False)
class Listed:
    """A domain that a platform lists and that is not obsolete, and where."""

    entry: Entry[Platform]
    number: int
    domain: OfficialDomain

    @property
    def host(self) -> str:
        return self.domain.host

    def problem(self, message: str, fix: str) -> Problem:
        """A mistake of this domain, on its line."""
        return self.entry.problem(("domains", self.number, "host"), message, fix)


class Registry:
    """The domains of a library. Its turns tell which of two came first: new sources are added at the end of sources.yaml."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._turns = {id: turn for turn, id in enumerate(library.shelf(SOURCES))}
        self.listed = list(_listed(library))
        self._earliest = {id: self._first_turn(id) for id in library.shelf(PLATFORMS)}
        self._owners = dict(self._owned_by_others())
        own = [listed for listed in self.listed if not public_host(listed.host) and listed not in self._owners]
        self.official = [listed for listed in own if listed.domain.verification.level == "official"]
        self._own = {listed.host: listed for listed in reversed(own)}
        self._official = {listed.host: listed for listed in reversed(self.official)}
        self._twins = Index(listed.host for listed in own)
        self._official_twins = Index(listed.host for listed in self.official)
        self._seen, self._sources = _first_seen(library, self._turns)

    def owner_of(self, listed: Listed) -> str:
        """The other platform to which a listed domain belongs; '' if there is none."""
        return self._owners.get(listed, "")

    def is_settled(self, host: str, value: object) -> bool:
        """Whether a host is official, or lies under a domain that is judged where it is listed, or could be nobody's."""
        known = self._official if isinstance(value, OfficialDomain) else self._own
        return any(domain in known for domain in suffixes(host)) or (isinstance(value, OfficialDomain) and host not in self._own)

    def listed_twins(self, host: str) -> Iterator[Listed]:
        """The listed domains that a host looks like."""
        return (self._own[twin] for twin in self._twins.twins(host))

    def official_twins(self, host: str) -> Iterator[Listed]:
        """The official domains that a host looks like."""
        return (self._official[twin] for twin in self._official_twins.twins(host))

    def turn(self, verification: Verification) -> int:
        """When what it verifies came into the library: the turn of its source."""
        return self._turns.get(verification.source or "", NEVER)

    def earliest(self, platform: str) -> int:
        """When a platform came into the library: the turn of the first source that its files cite."""
        return self._earliest[platform]

    def first_seen(self, host: str) -> int:
        """When a host came into the library: the turn of the first source at it, below it or above it."""
        plain = host.removeprefix("www.")
        return min(self._seen.get(plain, NEVER), *(self._sources.get(domain, NEVER) for domain in suffixes(plain)))

    def _first_turn(self, platform: str) -> int:
        files = [self._library.shelf(kind).get(platform) for kind in (PLATFORMS, CHANNELS)]
        cited = (value for file in files if file for _, value, _ in file.visits if isinstance(value, Verification))
        return min(map(self.turn, cited), default=NEVER)

    def _owned_by_others(self) -> Iterator[tuple[Listed, str]]:
        """Each domain that lies at or under one of another platform that came first, and that platform."""
        first: dict[str, str] = {}
        for listed in sorted(self.listed, key=lambda listed: self.earliest(listed.entry.id)):
            owner = next((first[domain] for domain in suffixes(listed.host) if domain in first), listed.entry.id)
            if owner != listed.entry.id:
                yield listed, owner
            first.setdefault(listed.host, owner)


def _listed(library: Library) -> Iterator[Listed]:
    for entry in library.shelf(PLATFORMS).values():
        for number, domain in enumerate(entry.value.domains):
            if domain.verification.level != "obsolete":
                yield Listed(entry, number, domain)


def _first_seen(library: Library, turns: Mapping[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    """The turn of the first source at each host or below it, and of the first exactly at it."""
    below: dict[str, int] = {}
    exactly: dict[str, int] = {}
    for id, source in library.all(SOURCES).items():
        if source.url:
            host = url_host(source.url).removeprefix("www.")
            exactly.setdefault(host, turns[id])
            for domain in suffixes(host):
                below.setdefault(domain, turns[id])
    return below, exactly
