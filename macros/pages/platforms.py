"""Who to reach, and how: platforms, and the types of channel."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ..model.kinds import BODIES, CHANNEL_TYPES, CHANNELS, CONTACTS, ENTITIES, ISSUES, PLATFORMS, SCAMS
from ..model.kinds.claims import Claim, Verification
from ..model.kinds.places import Body
from ..model.kinds.platforms import ChannelType, Entity, Meaning, NotOfficial, Platform, PlatformContact, TakenFor
from ..model.kinds.reference import Scam
from ..model.kinds.troubles import Issue
from ..model.known import COMPANIES
from ..model.library import Entry, Library
from ..model.standing import Standing, standing_of
from ..model.text import Text
from .addresses import Account, Address, Card, CardGroup, Domain, addressed
from .materials import Materials, choices
from .page import AnyEntry, Cover, Page, Section, folded, listed, of_entry, resolved


@dataclass(frozen=True)
class CompanyView:
    """A legal entity, its references resolved."""

    entry: Entry[Entity]
    domain: Standing | None
    """The standing of the domain it is reached under, if it is one of the platform's."""
    regulator: Entry[Body] | None
    desk: tuple[Entry[PlatformContact], ...]
    escalate: tuple[Entry[Body], ...]
    outside: tuple["Barred", ...]
    ways: tuple[Card, ...]
    """The ways to reach it that are its own."""

    def own(self, desk: Entry[PlatformContact]) -> Card | None:
        """The way that is its own and leads to a desk."""
        return next((card for card in self.ways if card.entry is desk), None)


@dataclass(frozen=True)
class Barred:
    """A body that cannot take a case against a company, and why."""

    body: Entry[Body]
    because: Text
    verification: Verification


@dataclass(frozen=True)
class Sense:
    """One of the things an ambiguous name may stand for, its references resolved."""

    anchor: str
    meaning: Meaning
    platform: Entry[Platform] | None
    links: tuple[AnyEntry, ...]


@dataclass(frozen=True)
class Fake:
    """A value that circulates and must not be used."""

    value: NotOfficial
    standing: Standing


FakeGroups = tuple[tuple[str, tuple[Fake, ...]], ...]
"""What must not be used, by what it is taken for."""


@dataclass(frozen=True, kw_only=True)
class PlatformsPage(Page):
    template: ClassVar[str] = "platforms"
    platforms: tuple[Entry[Platform], ...]
    types: tuple[Entry[ChannelType], ...]


@dataclass(frozen=True, kw_only=True)
class PlatformPage(Page):
    template: ClassVar[str] = "platform"
    platform: Platform
    senses: tuple[Sense, ...]
    domains: tuple[Domain, ...]
    tool: Address | None
    contacts: CardGroup
    none_found: tuple[Claim, ...]
    companies: tuple[CompanyView, ...]
    records: str
    """The address of the page that tells all of each company; empty if this one does."""
    fakes: FakeGroups
    accounts: tuple[Account, ...]
    issues: tuple[Entry[Issue], ...]
    scams: tuple[Entry[Scam], ...]


@dataclass(frozen=True, kw_only=True)
class CompaniesPage(Page):
    template: ClassVar[str] = "companies"
    companies: tuple[CompanyView, ...]


@dataclass(frozen=True, kw_only=True)
class ChannelsPage(Page):
    template: ClassVar[str] = "channels"
    types: tuple[Entry[ChannelType], ...]


@dataclass(frozen=True, kw_only=True)
class ChannelTypePage(Page):
    template: ClassVar[str] = "channel-type"
    type: ChannelType
    contacts: tuple[CardGroup, ...]


def pages(materials: Materials) -> Iterator[Page]:
    words, library = materials.words, materials.library
    types = tuple(library.shelf(CHANNEL_TYPES).values())
    yield PlatformsPage(
        cover=words.cover("platforms/", "platforms"),
        sections=words.outline(("by-platform", "by-platform"), ("by-channel", "by-channel")),
        platforms=materials.index.platforms,
        types=types,
    )
    for entry in library.shelf(PLATFORMS).values():
        yield from _platform(materials, entry)
    yield ChannelsPage(cover=words.cover("channels/", "channels"), types=types)
    yield from (_channel_type(materials, entry) for entry in types)


def _platform(materials: Materials, entry: Entry[Platform]) -> Iterator[Page]:
    library, platform = materials.library, entry.value
    channels = library.shelf(CHANNELS).get(entry.id)
    domains = domains_of(platform)
    contacts = CardGroup(entry, materials.cards.by_platform.get(entry.id, ()))
    own = {company.id: cards for company, cards in contacts.by_company}
    companies = tuple(
        _company(library, company, domains, own.get(company.id, ()))
        for company in listed(library, ENTITIES, (f"{entry.id}/{id}" for id in platform.entities))
    )
    records = f"{entry.address}{COMPANIES}/" if platform.has_many_companies else ""
    yield PlatformPage(
        cover=of_entry(entry),
        sections=_outline(materials, platform, channels is not None),
        holds=_held(library, entry, contacts),
        elements=("situation-strip", *(("company-finder",) if len(platform.entities) > 1 else ())),
        platform=platform,
        senses=tuple(_sense(library, id, meaning) for id, meaning in platform.meanings.items()),
        domains=domains,
        tool=addressed([platform.verify.contact])[0] if platform.verify and platform.verify.contact else None,
        contacts=contacts,
        none_found=channels.value.none_found if channels else (),
        companies=companies,
        records=records,
        fakes=faked(platform),
        accounts=tuple(Account(handle, standing_of(handle)) for handle in platform.handles),
        issues=listed(library, ISSUES, platform.issues),
        scams=listed(library, SCAMS, platform.scams),
    )
    if records:
        yield _companies(materials, entry, companies, records)


def _companies(materials: Materials, entry: Entry[Platform], companies: tuple[CompanyView, ...], address: str) -> Page:
    words, name = materials.words, entry.name
    cover = Cover(
        address, words.filled("companies-of", platform=name), words.filled("companies-of-brief", platform=name), entry.origin.path
    )
    return CompaniesPage(cover=cover, within=entry, canonical=entry.address, elements=("situation-strip",), companies=companies)


def _outline(materials: Materials, platform: Platform, has_channels: bool) -> tuple[Section, ...]:
    tool = (Section("verify", platform.verify.name),) if platform.verify else ()
    outlined = (
        *materials.words.outline(
            ("first", "do-this-first"), ("meanings", "which-one", platform.meanings), ("domains", "official-domains", platform.domains)
        ),
        *tool,
        *materials.words.outline(
            ("contacts", "contact-title", has_channels),
            ("entities", "entities-title", platform.entities),
            ("not-official", "do-not-use", platform.not_official),
            ("handles", "handles-title", platform.handles),
            ("never-asks", "never-asks", platform.never_asks),
            ("corrections", "corrections-title", platform.corrections),
            ("issues", "common-issues", platform.issues),
            ("scams", "scams-on-this", platform.scams),
            ("facts", "background-title", platform.facts or platform.former_names),
        ),
    )
    return folded(outlined, "first", "meanings", "domains", "contacts", "entities")


def _held(library: Library, entry: Entry[Platform], contacts: CardGroup) -> tuple[AnyEntry, ...]:
    companies = listed(library, ENTITIES, (f"{entry.id}/{id}" for id in entry.value.entities))
    return (*companies, *(card.entry for card in contacts.cards))


def domains_of(platform: Platform) -> tuple[Domain, ...]:
    """A platform's domains with their standing."""
    return tuple(Domain(domain, standing_of(domain)) for domain in platform.domains)


def fakes_of(platform: Platform) -> tuple[Fake, ...]:
    """What must not be taken for a platform's."""
    return tuple(Fake(value, standing_of(value)) for value in platform.not_official)


def faked(platform: Platform) -> FakeGroups:
    """The same by what it is taken for."""
    fakes = fakes_of(platform)
    groups = ((kind, tuple(fake for fake in fakes if fake.value.taken_for == kind)) for kind in choices(TakenFor))
    return tuple((kind, found) for kind, found in groups if found)


def _company(library: Library, entry: Entry[Entity], domains: tuple[Domain, ...], ways: tuple[Card, ...]) -> CompanyView:
    entity = entry.value
    return CompanyView(
        entry,
        next((found.standing for found in domains if found.domain.host == entity.domain), None),
        library.shelf(BODIES)[entity.regulator] if entity.regulator else None,
        listed(library, CONTACTS, entity.desk),
        listed(library, BODIES, entity.escalate),
        tuple(Barred(library.shelf(BODIES)[outside.body], outside.because, outside.verification) for outside in entity.outside),
        ways,
    )


def _sense(library: Library, id: str, meaning: Meaning) -> Sense:
    platform = library.shelf(PLATFORMS)[meaning.platform] if meaning.platform else None
    return Sense(f"meaning-{id}", meaning, platform, resolved(library, meaning.links))


def _channel_type(materials: Materials, entry: Entry[ChannelType]) -> Page:
    type = entry.value
    return ChannelTypePage(
        cover=of_entry(entry),
        sections=materials.words.outline(
            ("how", "how-to-use"),
            ("evidence", "as-evidence"),
            ("reply", "claimed-reply", type.reply),
            ("facts", "facts-title", type.facts),
            ("where", "where-to-find"),
        ),
        type=type,
        contacts=materials.cards.of_type(entry.id),
    )
