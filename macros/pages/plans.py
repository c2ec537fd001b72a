"""The plan for a trouble in a place: what to do, whom to turn to in which order, who cannot help and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from ..engines.routes import UNKNOWN, Case, Plan, plan
from ..engines.routes import Rung as Move
from ..model.kinds import BODIES, ESCALATION, ISSUES, LETTERS, PLACES
from ..model.kinds.letters import Letter
from ..model.kinds.places import Body, Place, Taking
from ..model.kinds.troubles import Issue, Rung
from ..model.known import COMPLAINT, ELSEWHERE, LAST_RESORTS, SUPPORT
from ..model.library import Entry, Library
from .guidance import Fork, Instruction, forks, instructions
from .materials import Materials
from .page import Cover, Page, Section, listed
from .places import Calls
from .routes import Routes, takings
from .shared import identities

OWN_STEPS = {"support": SUPPORT, "complaint": COMPLAINT}
"""The steps at the company itself, and the rungs that tell of them."""


@dataclass(frozen=True)
class OwnStep:
    """A step at the company itself."""

    component: ClassVar[str] = "rung_own"

    move: Move
    rung: Entry[Rung]
    letters: tuple[Entry[Letter], ...]


@dataclass(frozen=True)
class OutsideStep:
    """A body that takes the case, or may take it, with the rules that decide."""

    component: ClassVar[str] = "rung_body"

    move: Move
    body: Entry[Body]
    takings: tuple[Taking, ...]
    zone: str
    letters: tuple[Entry[Letter], ...]


@dataclass(frozen=True)
class Refusal:
    """A body that cannot take the case, and why."""

    body: Entry[Body]
    reason: str


@dataclass(frozen=True, kw_only=True)
class PlanPage(Page):
    template: ClassVar[str] = "plan"
    holder: ClassVar[str] = "plan"
    issue: Entry[Issue]
    place: Entry[Place] | None
    """None for a reader in a place that the guide does not cover."""
    case: Case
    calls: Calls | None
    steps: tuple[Instruction, ...]
    forks: tuple[Fork, ...]
    ways: tuple[OwnStep | OutsideStep, ...]
    """Every step that a plan may hold here, in the order of the one for a company that is not known."""
    refusals: tuple[Refusal, ...]
    """Every body of the place; the reason is empty where it takes the case."""
    end: str
    letters: tuple[Entry[Letter], ...]
    last: tuple[Entry[Rung], ...]
    """What is left when no outside body can help."""

    @property
    def few(self) -> int:
        """How many steps stand in the open; the rest folds away. After a crime numbers to call stand above them."""
        return 4 if self.case.is_crime else 6


@dataclass(frozen=True)
class _Course:
    """What a case comes to against a company that is not known, before anything was done."""

    moves: tuple[Move, ...]
    refusals: tuple[Refusal, ...]
    end: str


def pages(materials: Materials) -> Iterator[Page]:
    planner = _Planner(materials, Routes(materials.library))
    covered = [Calls.of(place) for _, places in materials.covered for place in places]
    for issue in materials.library.shelf(ISSUES).values():
        everywhere = planner.everywhere(issue)
        yield from (planner.in_place(everywhere, calls) for calls in covered)
        yield everywhere


@dataclass(frozen=True)
class _Planner:
    """Makes plans. Most parts of one stand in others too, and are the same object there."""

    materials: Materials
    routes: Routes

    @property
    def library(self) -> Library:
        return self.materials.library

    def everywhere(self, issue: Entry[Issue]) -> PlanPage:
        """The plan for a place that is not covered."""
        library, case = self.library, self.routes.case(issue, None)
        course = self._course(case)
        return PlanPage(
            cover=_cover(self.materials, issue, None),
            sections=self._sections(case),
            elements=("situation-strip", "guide-plan"),
            within=issue,
            canonical=issue.address,
            issue=issue,
            place=None,
            case=case,
            calls=None,
            steps=instructions(library, issue.value.steps),
            forks=forks(library, (branch for branch in issue.value.branches if branch.first)),
            ways=self._ways(issue, None, course),
            refusals=course.refusals,
            end=course.end,
            letters=_letters(library, issue.value.letters, None)[:3],
            last=tuple(entry for entry in listed(library, ESCALATION, issue.value.ladder) if entry.id in LAST_RESORTS),
        )

    def in_place(self, everywhere: PlanPage, calls: Calls) -> PlanPage:
        """The plan for the place of some calls: what to do is the same as everywhere, whom to turn to is not."""
        issue, place = everywhere.issue, calls.place
        case = self.routes.case(issue, place)
        course = self._course(case)
        return replace(
            everywhere,
            cover=_cover(self.materials, issue, place),
            sections=self._sections(case),
            place=place,
            case=case,
            calls=calls if case.is_crime else None,
            ways=self._ways(issue, place, course),
            refusals=course.refusals,
            end=course.end,
            letters=_letters(self.library, issue.value.letters, place)[:3],
        )

    def _sections(self, case: Case) -> tuple[Section, ...]:
        has_candidates = bool(case.candidates)
        return self.routes.shared.once(
            ("sections", has_candidates),
            lambda: self.materials.words.outline(
                ("now", "plan-now"),
                ("bodies", "plan-bodies"),
                ("write", "write-title"),
                ("cannot", "plan-cannot", has_candidates),
                ("expect", "expect-title"),
            ),
        )

    def _course(self, case: Case) -> _Course:
        return self.routes.shared.once(("course", id(case)), lambda: _course(self.library, case, self.routes))

    def _ways(self, issue: Entry[Issue], place: Entry[Place] | None, course: _Course) -> tuple[OwnStep | OutsideStep, ...]:
        return tuple(
            self._own_step(issue, place, move) if move.id in OWN_STEPS else self._outside_step(issue, move) for move in course.moves
        )

    def _own_step(self, issue: Entry[Issue], place: Entry[Place] | None, move: Move) -> OwnStep:
        rung = self.library.shelf(ESCALATION)[OWN_STEPS[move.id]]
        fitting = (id for id in rung.value.letters if id in issue.value.letters)
        letters = _letters(self.library, fitting, place)[:2]
        return self.routes.shared.once(("own", move, identities(letters)), lambda: OwnStep(move, rung, letters))

    def _outside_step(self, issue: Entry[Issue], move: Move) -> OutsideStep:
        body = self.library.shelf(BODIES)[move.id]
        found = takings(body.value, issue)
        return self.routes.shared.once(("outside", move, identities(found)), lambda: _outside_step(self.library, body, move, found))


def _course(library: Library, case: Case, routes: Routes) -> _Course:
    found = plan(case, routes.parties, UNKNOWN, "nothing")
    return _Course(_moves(case, found), _refusals(library, case, found), found.end)


def _refusals(library: Library, case: Case, found: Plan) -> tuple[Refusal, ...]:
    bodies, reasons = library.shelf(BODIES), dict(found.cannot)
    return tuple(Refusal(bodies[body.id], reasons.get(body.id, "")) for body in case.candidates)


def _cover(materials: Materials, issue: Entry[Issue], place: Entry[Place] | None) -> Cover:
    where = {"trouble": issue.name, "place": place.name if place else materials.words("elsewhere")}
    title, brief = materials.words.filled("plan-title", **where), materials.words.filled("plan-brief", **where)
    return Cover(f"{issue.address}{place.id if place else ELSEWHERE}/", title, brief, issue.origin.path)


def _letters(library: Library, ids: Iterable[str], place: Entry[Place] | None) -> tuple[Entry[Letter], ...]:
    """The letters that a reader in a place can use."""
    fit = (entry for entry in listed(library, LETTERS, ids) if not entry.value.places or (place and place.id in entry.value.places))
    return tuple(fit)


def _moves(case: Case, found: Plan) -> tuple[Move, ...]:
    """The steps of the plan; then those that are none against a company that is not known."""
    taken = {move.id for move in found.rungs}
    others = (Move(body.id, "later", "not") for body in case.candidates if body.rules and body.id not in taken)
    return (*found.rungs, *others)


def _outside_step(library: Library, body: Entry[Body], move: Move, found: tuple[Taking, ...]) -> OutsideStep:
    zone = library.shelf(PLACES)[body.id.partition("/")[0]].value.zone or ""
    return OutsideStep(move, body, found, zone, listed(library, LETTERS, body.value.letters))
