"""The page that shows every component in all its states, by what the guide itself holds: for whoever changes how it looks, and for tests."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar, TypeVar

from ..model.kinds import ESCALATION, EVIDENCE, ISSUES, PLACES, PLATFORMS
from ..model.kinds.claims import Claim, Clock, Contact
from ..model.kinds.reference import Evidence
from ..model.kinds.troubles import Issue, Leg, Rung
from ..model.library import Entry, Library
from .addresses import Address, Card, addressed
from .guidance import Fork, Instruction, forks, instructions
from .materials import Materials
from .page import Page
from .places import Window, windows_of
from .platforms import FakeGroups, faked

T = TypeVar("T")
_FEW = 3
_OUTLINE = (
    ("values", "design-values"),
    ("marks", "design-marks"),
    ("steps", "design-steps"),
    ("lists", "design-lists"),
    ("notes", "design-notes"),
    ("drawings", "design-drawings"),
)


@dataclass(frozen=True, kw_only=True)
class DesignPage(Page):
    template: ClassVar[str] = "design"
    addresses: tuple[Address, ...]
    """One of each look."""
    cards: tuple[Card, ...]
    """One of each look."""
    fakes: FakeGroups
    claims: tuple[Claim, ...]
    """One of each level."""
    clocks: tuple[Clock, ...]
    steps: tuple[Instruction, ...]
    forks: tuple[Fork, ...]
    windows: tuple[Window, ...]
    legs: tuple[Leg, ...]
    rungs: tuple[Entry[Rung], ...]
    issues: tuple[Entry[Issue], ...]
    """One of each urgency."""
    evidence: tuple[Entry[Evidence], ...]


def pages(materials: Materials) -> Iterator[Page]:
    """The page; searches leave it out, as they leave out plans."""
    library = materials.library
    issues = tuple(library.shelf(ISSUES).values())
    places = library.shelf(PLACES).values()
    yield DesignPage(
        cover=materials.words.cover("about/design/", "design"),
        sections=materials.words.outline(*_OUTLINE),
        canonical="about/",
        addresses=_one_of_each(addressed(_found(library, Contact)), lambda address: address.standing.look),
        cards=_one_of_each(chain.from_iterable(materials.cards.by_platform.values()), lambda card: card.standing.look),
        fakes=next(filter(None, map(faked, library.all(PLATFORMS).values())), ()),
        claims=_one_of_each(_found(library, Claim), lambda claim: claim.verification.level),
        clocks=tuple(_found(library, Clock))[:_FEW],
        steps=next((instructions(library, issue.value.steps) for issue in issues), ())[:_FEW],
        forks=tuple(fork for issue in issues for fork in forks(library, issue.value.branches))[:_FEW],
        windows=tuple(window for place in places for window in windows_of(library, place))[:_FEW],
        legs=next((issue.value.journey for issue in issues if issue.value.journey), ()),
        rungs=tuple(library.shelf(ESCALATION).values())[:_FEW],
        issues=_one_of_each(issues, lambda issue: issue.value.urgency),
        evidence=tuple(library.shelf(EVIDENCE).values())[:_FEW],
    )


def _found(library: Library, kind: type[T]) -> Iterator[T]:
    """Every value of a type."""
    return (value for _, _, value in library.values.of(kind))


def _one_of_each(values: Iterable[T], kind_of: Callable[[T], str]) -> tuple[T, ...]:
    """The first value of each kind, kinds as they come."""
    found: dict[str, T] = {}
    for value in values:
        found.setdefault(kind_of(value), value)
    return tuple(found.values())
