"""Jurisdictions, their bodies, and whom to call there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ..model.kinds import BODIES, ISSUES, LETTERS, PLACES
from ..model.kinds.claims import Clock, Contact
from ..model.kinds.letters import Letter
from ..model.kinds.places import Body, BodyKind, Place, State, Taking
from ..model.kinds.troubles import Issue
from ..model.known import COUNTRIES
from ..model.library import Entry, Library
from ..model.standing import official_hosts
from .addresses import Address, addressed
from .index import Company
from .materials import Materials, choices, grouped
from .page import AnyEntry, Cover, Page, Section, folded, listed, of_entry, untitled

URGENT = ("police", "helpline")
"""The bodies whose numbers people call in danger."""


@dataclass(frozen=True)
class BodyView:
    """A body with its addresses and the letters that go to it."""

    entry: Entry[Body]
    contacts: tuple[Address, ...]
    letters: tuple[Entry[Letter], ...]
    takes: tuple["Taken", ...]


@dataclass(frozen=True)
class Taken:
    """A rule by which a body takes cases, and the troubles that it is about."""

    taking: Taking
    issues: tuple[Entry[Issue], ...]


@dataclass(frozen=True)
class Window:
    """When a body may be asked: the company's time to answer before it, and the last day, as far as either is known."""

    body: Entry[Body]
    opens: Clock | None
    until: Clock | None

    @property
    def edges(self) -> tuple[float, float]:
        """Where it begins and ends on a drawing, from 0 to 1: days on a scale that leaves room for the short ones."""
        return _drawn(self.opens) if self.opens else 0, _drawn(self.until) if self.until else 1


DAYS = {"hour": 1 / 24, "day": 1, "working-day": 1.4, "week": 7, "month": 30.4, "year": 365}
"""About how many days a unit is: for a drawing, never for a date."""
_LONGEST = 6 * 365  # days at the right edge of a drawing


def _drawn(clock: Clock) -> float:
    return float(min(1, (clock.count * DAYS[clock.unit] / _LONGEST) ** 0.5))


@dataclass(frozen=True, kw_only=True)
class PlacesPage(Page):
    template: ClassVar[str] = "places"


@dataclass(frozen=True, kw_only=True)
class PlacePage(Page):
    template: ClassVar[str] = "place"
    id: str
    place: Place
    calls: "Calls"
    part_of: Entry[Place] | None
    parts: tuple[AnyEntry, ...]
    registers: tuple[Address, ...]
    companies: tuple[Company, ...]
    """The companies that name residents of the place."""
    windows: tuple[Window, ...]
    others: tuple[Company, ...]
    """If none does, those that serve everybody else."""
    countries: str = ""
    """The address of the page that tells of each country by itself, if there is one."""


@dataclass(frozen=True, kw_only=True)
class StatesPage(Page):
    template: ClassVar[str] = "states"
    states: tuple["StateView", ...]


@dataclass(frozen=True)
class StateView:
    """One of the countries that the place covers, with its addresses."""

    code: str
    state: State
    contacts: tuple[Address, ...]


@dataclass(frozen=True)
class Calls:
    """Whom to call in a place: for a life, for somebody to talk to, for money and a crime."""

    place: Entry[Place]
    life: tuple[Address, ...]
    crisis: tuple[Address, ...]
    money: tuple[Address, ...]

    @classmethod
    def of(cls, place: Entry[Place]) -> "Calls":
        value = place.value
        return cls(place, addressed(value.life, role="life"), addressed(value.crisis, role="life"), addressed(value.emergency, role="list"))

    def __bool__(self) -> bool:
        return bool(self.life or self.crisis or self.money)


def pages(materials: Materials) -> Iterator[Page]:
    words = materials.words
    regions = tuple(Section(f"region-{region}", words(f"region-{region}"), "region", places) for region, places in materials.regions)
    yield PlacesPage(cover=words.cover("places/", "places"), sections=regions)
    for entry in (entry for _, places in materials.regions for entry in sorted(places, key=lambda place: place.id)):
        yield from _place(materials, entry)


def _place(materials: Materials, entry: Entry[Place]) -> Iterator[Page]:
    library, place = materials.library, entry.value
    hosts = official_hosts(_contacts(place))
    companies, others = _companies(materials, entry)
    windows = tuple(windows_of(library, entry))
    states = _states(materials, entry, hosts)
    yield PlacePage(
        cover=of_entry(entry),
        sections=_outline(materials, entry, hosts, (bool(windows), bool(companies or others))),
        holds=tuple(library.shelf(BODIES)[f"{entry.id}/{id}"] for id in place.bodies),
        elements=("situation-strip",),
        id=entry.id,
        place=place,
        calls=Calls.of(entry),
        part_of=library.shelf(PLACES)[place.part_of] if place.part_of else None,
        parts=tuple(materials.index.parts_of_places.get(entry.id, ())),
        registers=addressed((*place.registers, *place.warnings), hosts),
        companies=companies,
        others=others,
        windows=windows,
        countries=states.cover.path if states else "",
    )
    if states:
        yield states


def _states(materials: Materials, entry: Entry[Place], hosts: frozenset[str]) -> StatesPage | None:
    """The page about the countries of a place, if it covers several that are told of one by one."""
    states = tuple(StateView(code, state, addressed(state.contacts, hosts)) for code, state in entry.value.states.items())
    words, name = materials.words, entry.name
    title, brief = words.filled("states-of", place=name), words.filled("states-of-brief", place=name)
    cover = Cover(f"{entry.address}{COUNTRIES}/", title, brief, entry.origin.path)
    return StatesPage(cover=cover, within=entry, canonical=entry.address, states=states) if states else None


def _contacts(place: Place) -> tuple[Contact, ...]:
    of_bodies = (contact for body in place.bodies.values() for contact in body.contacts)
    of_states = (contact for state in place.states.values() for contact in state.contacts)
    return (*of_bodies, *of_states, *place.registers, *place.warnings)


def windows_of(library: Library, entry: Entry[Place]) -> Iterator[Window]:
    """The windows of a place's bodies, in their order."""
    for id, body in entry.value.bodies.items():
        opens = next((clock for clock in body.firm_time if clock.opens), None)
        until = min(body.file_within, key=_drawn, default=None)
        if opens or until:
            yield Window(library.shelf(BODIES)[f"{entry.id}/{id}"], opens, until)


def _outline(materials: Materials, entry: Entry[Place], hosts: frozenset[str], has: tuple[bool, bool]) -> tuple[Section, ...]:
    """The sections; ``has`` tells whether there are windows and companies to show."""
    words, place, (has_windows, has_companies) = materials.words, entry.value, has
    outlined = (
        *words.outline(("emergency", "emergency-numbers", Calls.of(entry)), ("possible", "what-you-can-do", place.possible)),
        untitled("around"),
        *_sections_of_bodies(materials, entry, hosts),
        *words.outline(("states", "states-title", place.states), ("windows", "windows-title", has_windows)),
        *words.outline(
            ("registers", "registers-title", place.registers or place.warnings),
            ("law", "law-title", place.law),
            ("cautions", "cautions-title", place.cautions),
            ("corrections", "corrections-title", place.corrections),
            ("entities", "entities-here", has_companies),
        ),
    )
    return folded(outlined, "emergency", "possible")


def _sections_of_bodies(materials: Materials, entry: Entry[Place], hosts: frozenset[str]) -> Iterator[Section]:
    shelf = materials.library.shelf(BODIES)
    bodies = [shelf[f"{entry.id}/{id}"] for id in entry.value.bodies]
    for kind, members in grouped(bodies, lambda body: body.value.kind, choices(BodyKind)):
        views = tuple(_body(materials, body, hosts) for body in members)
        names = tuple(body.name for body in members)
        yield Section(f"kind-{kind}", materials.words(f"body-{kind}"), "body", views, contents=names)


def _body(materials: Materials, body: Entry[Body], hosts: frozenset[str]) -> BodyView:
    contacts = addressed(body.value.contacts, hosts, role="urgent" if body.value.kind in URGENT else "address")
    takes = tuple(Taken(taking, _issues(materials, taking)) for taking in body.value.takes)
    return BodyView(body, contacts, listed(materials.library, LETTERS, body.value.letters), takes)


def _issues(materials: Materials, taking: Taking) -> tuple[Entry[Issue], ...]:
    issues = materials.library.shelf(ISSUES).values()
    return tuple(issue for issue in issues if issue.id in taking.troubles or issue.value.group in taking.groups)


def _companies(materials: Materials, entry: Entry[Place]) -> tuple[tuple[Company, ...], tuple[Company, ...]]:
    by_country = materials.index.companies_by_country
    here = {found[1].id: found for country in {entry.id, *entry.value.countries} for found in by_country.get(country, ())}
    if here:
        order = materials.index.positions_of_companies
        return tuple(here[id] for id in sorted(here, key=order.__getitem__)), ()
    return (), materials.index.companies_for_others if entry.value.bodies else ()
