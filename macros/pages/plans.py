"""The plan for a trouble in a place: what to do, whom to turn to in which order, who cannot help and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from ..engines.plan_form import REASONS
from ..engines.routes import UNKNOWN, Candidate, Case, Party, Plan, Rule, parties_closed, plan
from ..engines.routes import Rung as Move
from ..model.kinds import BODIES, ENTITIES, ESCALATION, ISSUES, LETTERS, PLACES
from ..model.kinds.letters import Letter
from ..model.kinds.places import Body, Place, Taking
from ..model.kinds.platforms import Entity
from ..model.kinds.troubles import Issue, Rung
from ..model.known import COMPLAINT, ELSEWHERE, LAST_RESORTS, POLICE, SUPPORT
from ..model.library import Entry, Library
from .guidance import Fork, Instruction, forks, instructions
from .materials import Materials
from .page import Cover, Page, listed
from .places import Calls

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

    @property
    def refused(self) -> tuple[tuple[str, tuple[Refusal, ...]], ...]:
        """The bodies that cannot take the case, by the reason; reasons that may come to hold stand there too."""
        return tuple((reason, tuple(found for found in self.refusals if found.reason == reason)) for reason in REASONS)


@dataclass(frozen=True)
class Routes:
    """The rules of a library, as the route engine takes them."""

    library: Library

    @cached_property
    def parties(self) -> dict[str, Party]:
        """What is known of each company."""
        part_of = {id: place.value.part_of for id, place in self.library.shelf(PLACES).items() if place.value.part_of}
        return parties_closed({id: party_of(entry.value) for id, entry in self.library.shelf(ENTITIES).items()}, part_of)

    def case(self, issue: Entry[Issue], place: Entry[Place] | None, company: str = UNKNOWN) -> Case:
        """A trouble in a place, or in one that is not covered; with the bodies of other places that take cases against a company."""
        ladder = issue.value.ladder
        here = tuple(self._candidates(issue, place)) if place else ()
        return Case(
            (*here, *self._abroad(issue, here, company)),
            is_crime=ladder[:1] == (POLICE,),
            has_support=SUPPORT in ladder,
            has_complaint=COMPLAINT in ladder,
        )

    def _candidates(self, issue: Entry[Issue], place: Entry[Place]) -> Iterator[Candidate]:
        """The bodies of a place, of the one it is part of, and those of its parts that take cases against companies there."""
        places = self.library.shelf(PLACES)
        around = (place, *([places[place.value.part_of]] if place.value.part_of else []))
        yield from (_candidate(body, issue) for near in around for body in self._bodies(near))
        parts = (part for part in places.values() if part.value.part_of == place.id)
        for found in (_candidate(body, issue) for part in parts for body in self._bodies(part)):
            if found.rules and all(rule.company in ("licensed-here", "member") for rule in found.rules):
                yield found

    def _abroad(self, issue: Entry[Issue], here: tuple[Candidate, ...], company: str) -> Iterator[Candidate]:
        """What a company's record adds; the browser adds it to the plan of a page."""
        known = {body.id for body in here}
        entity = self.library.shelf(ENTITIES).get(company)
        bodies = listed(self.library, BODIES, entity.value.escalate) if entity else ()
        yield from (found for body in bodies if body.id not in known and (found := _candidate(body, issue)).rules)

    def _bodies(self, place: Entry[Place]) -> tuple[Entry[Body], ...]:
        return listed(self.library, BODIES, (f"{place.id}/{id}" for id in place.value.bodies))


def pages(materials: Materials) -> Iterator[Page]:
    routes = Routes(materials.library)
    covered = tuple(place for _, places in materials.covered for place in places)
    for issue in materials.library.shelf(ISSUES).values():
        yield from (_page(materials, routes, issue, place) for place in (*covered, None))


def takings(body: Body, issue: Entry[Issue]) -> tuple[Taking, ...]:
    """The rules by which a body takes a trouble."""
    return tuple(taking for taking in body.takes if issue.id in taking.troubles or issue.value.group in taking.groups)


def rule_of(taking: Taking) -> Rule:
    """A rule of the data, as the engine takes it."""
    return Rule(taking.company, taking.entities, taking.who, taking.after, taking.unless, taking.orders)


def party_of(company: Entity) -> Party:
    """A company, as the engine takes it."""
    regulator = (company.regulator,) if company.regulator else ()
    outside = frozenset(outside.body for outside in company.outside)
    return Party(frozenset((*company.escalate, *regulator)), outside, frozenset(body.partition("/")[0] for body in regulator))


def _candidate(body: Entry[Body], issue: Entry[Issue]) -> Candidate:
    return Candidate(body.id, body.value.kind, tuple(map(rule_of, takings(body.value, issue))))


def _page(materials: Materials, routes: Routes, issue: Entry[Issue], place: Entry[Place] | None) -> Page:
    library, words = materials.library, materials.words
    case = routes.case(issue, place)
    found = plan(case, routes.parties, UNKNOWN, "nothing")
    return PlanPage(
        cover=_cover(materials, issue, place),
        sections=words.outline(
            ("now", "plan-now"),
            ("bodies", "plan-bodies"),
            ("write", "write-title"),
            ("cannot", "plan-cannot", case.candidates),
            ("expect", "expect-title"),
        ),
        elements=("situation-strip", "guide-plan"),
        within=issue,
        canonical=issue.address,
        issue=issue,
        place=place,
        case=case,
        calls=Calls.of(place) if place and case.is_crime else None,
        steps=instructions(library, issue.value.steps),
        forks=forks(library, (branch for branch in issue.value.branches if branch.first)),
        ways=tuple(_way(library, issue, place, move) for move in _moves(case, found)),
        refusals=tuple(Refusal(library.shelf(BODIES)[body.id], dict(found.cannot).get(body.id, "")) for body in case.candidates),
        end=found.end,
        letters=_letters(library, issue.value.letters, place)[:3],
        last=tuple(entry for entry in listed(library, ESCALATION, issue.value.ladder) if entry.id in LAST_RESORTS),
    )


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


def _way(library: Library, issue: Entry[Issue], place: Entry[Place] | None, move: Move) -> OwnStep | OutsideStep:
    return _own_step(library, issue, place, move) if move.id in OWN_STEPS else _outside_step(library, issue, move)


def _own_step(library: Library, issue: Entry[Issue], place: Entry[Place] | None, move: Move) -> OwnStep:
    rung = library.shelf(ESCALATION)[OWN_STEPS[move.id]]
    fitting = (id for id in rung.value.letters if id in issue.value.letters)
    return OwnStep(move, rung, _letters(library, fitting, place)[:2])


def _outside_step(library: Library, issue: Entry[Issue], move: Move) -> OutsideStep:
    body = library.shelf(BODIES)[move.id]
    zone = library.shelf(PLACES)[body.id.partition("/")[0]].value.zone or ""
    return OutsideStep(move, body, takings(body.value, issue), zone, listed(library, LETTERS, body.value.letters))
