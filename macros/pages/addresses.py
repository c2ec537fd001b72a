"""Addresses as pages show them: each with its standing, a platform's as cards."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from ..model.kinds import CHANNEL_TYPES, CONTACTS, ENTITIES, EVIDENCE, PLATFORMS
from ..model.kinds.claims import Contact
from ..model.kinds.platforms import ChannelType, Entity, Handle, OfficialDomain, Platform, PlatformContact
from ..model.kinds.reference import Evidence
from ..model.library import Entry, Library
from ..model.standing import Role, Standing, standing_of
from .index import Index
from .page import listed


@dataclass(frozen=True)
class Address:
    """An address and what a reader may do with it."""

    contact: Contact
    standing: Standing


@dataclass(frozen=True)
class Domain:
    """A domain and what a reader may do with it."""

    domain: OfficialDomain
    standing: Standing


@dataclass(frozen=True)
class Account:
    """An account on a network and what a reader may do with it."""

    handle: Handle
    standing: Standing


@dataclass(frozen=True)
class Card:
    """One way to reach a platform."""

    entry: Entry[PlatformContact]
    type: Entry[ChannelType]
    entity: Entry[Entity] | None
    have_ready: tuple[Entry[Evidence], ...]
    address: Address | None
    standing: Standing

    @property
    def has_more(self) -> bool:
        """Whether there is more to say of it than a card shows at once."""
        item = self.entry.value
        noted = item.contact and item.contact.note
        return bool(noted or item.cautions[1:] or item.steps or item.reply[1:] or item.hours or item.tips or self.have_ready)

    @property
    def anchor(self) -> str:
        """Its anchor on its platform's page."""
        return self.entry.address.partition("#")[2]


@dataclass(frozen=True)
class CardGroup:
    """Ways to reach one platform: those for everybody, then those of each company."""

    platform: Entry[Platform]
    cards: tuple[Card, ...]

    @property
    def common(self) -> tuple[Card, ...]:
        """The ways that are no single company's."""
        return tuple(card for card in self.cards if not card.entity)

    @property
    def by_company(self) -> tuple[tuple[Entry[Entity], tuple[Card, ...]], ...]:
        """The ways of each company, companies by id."""
        companies = {card.entity.id: card.entity for card in self.cards if card.entity}
        return tuple((companies[id], tuple(card for card in self.cards if card.entity is companies[id])) for id in sorted(companies))


def addressed(contacts: Iterable[Contact], listed: Iterable[str] = (), role: Role = "address") -> tuple[Address, ...]:
    """Contacts with their standing; ``listed`` and ``role`` as in :func:`macros.model.standing.standing_of`."""
    hosts = frozenset(listed)
    return tuple(Address(contact, standing_of(contact, hosts, role)) for contact in contacts)


@dataclass(frozen=True)
class CardIndex:
    """Every card, found by what it is good for and by its type."""

    index: Index

    @cached_property
    def by_platform(self) -> dict[str, tuple[Card, ...]]:
        """The cards of each platform that has any, platforms in order."""
        found: dict[str, list[Card]] = {entry.id: [] for entry in self.index.platforms}
        for entry in self.index.library.shelf(CONTACTS).values():
            found.setdefault(entry.id.partition("/")[0], []).append(card_of(self.index.library, entry))
        return {platform: tuple(cards) for platform, cards in found.items() if cards}

    @cached_property
    def _by_issue(self) -> dict[str, list[Card]]:
        return self._sorted_by(lambda card: card.entry.value.good_for)

    @cached_property
    def _by_type(self) -> dict[str, list[Card]]:
        return self._sorted_by(lambda card: (card.type.id,))

    def _sorted_by(self, keys: Callable[[Card], Iterable[str]]) -> dict[str, list[Card]]:
        found: dict[str, list[Card]] = {}
        for card in (card for cards in self.by_platform.values() for card in cards):
            for key in dict.fromkeys(keys(card)):
                found.setdefault(key, []).append(card)
        return found

    def for_issue(self, id: str) -> tuple[Entry[Platform], ...]:
        """The platforms that have a card good for an issue, in the order in which readers meet them."""
        return tuple(group.platform for group in self._grouped(self._by_issue.get(id, ())))

    def of_type(self, id: str) -> tuple[CardGroup, ...]:
        """The cards of a type of channel by platform."""
        return self._grouped(self._by_type.get(id, ()))

    def of_types(self, types: Iterable[str], fits: Callable[[PlatformContact], bool]) -> tuple[CardGroup, ...]:
        """The cards of some types that fit, by platform, each platform's in their own order."""
        found = [card for type in types for card in self._by_type.get(type, ()) if fits(card.entry.value)]
        return self._grouped(sorted(found, key=lambda card: self._positions[card.entry.id]))

    @cached_property
    def _positions(self) -> dict[str, int]:
        """The place of each contact, and of each platform, in their order."""
        ids = (*(entry.id for entry in self.index.platforms), *self.index.library.shelf(CONTACTS))
        return {id: position for position, id in enumerate(ids)}

    def _grouped(self, cards: Iterable[Card]) -> tuple[CardGroup, ...]:
        """Cards by platform, platforms in the order in which readers meet them."""
        found: dict[str, list[Card]] = {}
        for card in cards:
            found.setdefault(card.entry.id.partition("/")[0], []).append(card)
        platforms = self.index.library.shelf(PLATFORMS)
        return tuple(CardGroup(platforms[id], tuple(found[id])) for id in sorted(found, key=self._positions.__getitem__))


def card_of(library: Library, entry: Entry[PlatformContact]) -> Card:
    """A contact with what it refers to."""
    contact = entry.value
    return Card(
        entry,
        library.shelf(CHANNEL_TYPES)[contact.type],
        library.shelf(ENTITIES)[contact.entity] if contact.entity else None,
        listed(library, EVIDENCE, contact.have_ready),
        Address(contact.contact, standing_of(contact.contact)) if contact.contact else None,
        standing_of(contact),
    )
