"""The library seen from the other side: what refers to an entry, each question answered for all entries in one pass."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ..model.kinds import BODIES, ENTITIES, PLACES, PLATFORMS, QUESTIONS
from ..model.kinds.claims import Verification
from ..model.kinds.places import Body
from ..model.kinds.platforms import Entity, Platform
from ..model.kinds.reference import Question
from ..model.library import Entry, Library, has_page
from .page import AnyEntry

K = TypeVar("K")
V = TypeVar("V")

Company = tuple[Entry[Platform], Entry[Entity]]
"""A legal entity beside the platform it belongs to."""


@dataclass(frozen=True)
class Index:
    """Who is named where."""

    library: Library

    @cached_property
    def platforms(self) -> tuple[Entry[Platform], ...]:
        """The platforms as readers should meet them: by their order, then by id."""
        return tuple(sorted(self.library.shelf(PLATFORMS).values(), key=lambda entry: (entry.value.order, entry.id)))

    @cached_property
    def questions(self) -> dict[str, list[Entry[Question]]]:
        """Questions by the reference that they link to: ``issues/fees``."""
        return _gathered((link, entry) for entry in self.library.shelf(QUESTIONS).values() for link in dict.fromkeys(entry.value.links))

    @cached_property
    def bodies_by_letter(self) -> dict[str, list[Entry[Body]]]:
        """Bodies by a letter that can go to them."""
        return _gathered((letter, entry) for entry in self.library.shelf(BODIES).values() for letter in dict.fromkeys(entry.value.letters))

    @cached_property
    def bodies_by_kind(self) -> dict[str, list[Entry[Body]]]:
        """Bodies by what they are."""
        return _gathered((entry.value.kind, entry) for entry in self.library.shelf(BODIES).values())

    @cached_property
    def positions_of_bodies(self) -> dict[str, int]:
        """The position of each body in the library."""
        return {id: position for position, id in enumerate(self.library.shelf(BODIES))}

    @cached_property
    def companies(self) -> tuple[Company, ...]:
        """The companies in the library's order."""
        platforms = self.library.shelf(PLATFORMS)
        return tuple((platforms[entry.id.partition("/")[0]], entry) for entry in self.library.shelf(ENTITIES).values())

    @cached_property
    def positions_of_companies(self) -> dict[str, int]:
        """The position of each company in the library."""
        return {company.id: position for position, (_, company) in enumerate(self.companies)}

    @cached_property
    def companies_by_country(self) -> dict[str, list[Company]]:
        """Companies by a country whose residents they serve by name."""
        return _gathered((country, found) for found in self.companies for country in dict.fromkeys(found[1].value.residents))

    @cached_property
    def companies_for_others(self) -> tuple[Company, ...]:
        """The companies that serve everybody whom no other company of theirs serves."""
        return tuple(found for found in self.companies if found[1].value.others)

    @cached_property
    def parts_of_places(self) -> dict[str, list[AnyEntry]]:
        """Places by the place that they are part of."""
        return _gathered((entry.value.part_of, entry) for entry in self.library.shelf(PLACES).values() if entry.value.part_of)

    @cached_property
    def facts(self) -> tuple[tuple[AnyEntry, Verification], ...]:
        """Every verified value, as the entry it stands in and how we know it."""
        return tuple(self.library.values.verified)

    @cached_property
    def users_of_sources(self) -> dict[str, list[AnyEntry]]:
        """The entries whose pages rest on a source, by the source, each once."""
        named = (
            (source, owner)
            for entry, verification in self.facts
            for source in (verification.source, *verification.also)
            if source and (owner := self.shown_by(entry))
        )
        return {source: list({(user.kind, user.id): user for user in users}.values()) for source, users in _gathered(named).items()}

    def shown_by(self, entry: AnyEntry) -> AnyEntry | None:
        """The named entry on whose page another one's facts stand; None if they stand on a page of many."""
        if entry.kind == "channels":
            return self.library.entries[PLATFORMS.name].get(entry.id)
        return entry if has_page(entry.kind) and entry.kind != "emergency" else None


def _gathered(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
