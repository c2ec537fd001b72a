"""The rules of a library, as the route engine takes them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ..engines.routes import UNKNOWN, Candidate, Case, Party, Rule, parties_closed
from ..model.kinds import BODIES, ENTITIES, PLACES
from ..model.kinds.places import Body, Place, Taking
from ..model.kinds.platforms import Entity
from ..model.kinds.troubles import Issue
from ..model.known import COMPLAINT, POLICE, SUPPORT
from ..model.library import Entry, Library
from .page import listed
from .shared import Shared, identities


@dataclass(frozen=True)
class Routes:
    """The rules of a library, as the route engine takes them."""

    library: Library
    shared: Shared = field(default_factory=Shared, compare=False)
    """Cases, of which most troubles of a group have the same one in a place."""

    @cached_property
    def parties(self) -> dict[str, Party]:
        """What is known of each company."""
        part_of = {id: place.value.part_of for id, place in self.library.shelf(PLACES).items() if place.value.part_of}
        return parties_closed({id: party_of(entry.value) for id, entry in self.library.shelf(ENTITIES).items()}, part_of)

    def case(self, issue: Entry[Issue], place: Entry[Place] | None, company: str = UNKNOWN) -> Case:
        """A trouble in a place, or in one that is not covered; with the bodies of other places that take cases against a company."""
        ladder = issue.value.ladder
        here = tuple(self._candidates(issue, place)) if place else ()
        candidates = (*here, *self._abroad(issue, here, company))
        steps = ladder[:1] == (POLICE,), SUPPORT in ladder, COMPLAINT in ladder
        return self.shared.once(("case", identities(candidates), steps), lambda: Case(candidates, *steps))

    def _candidates(self, issue: Entry[Issue], place: Entry[Place]) -> Iterator[Candidate]:
        """The bodies of a place, of the one it is part of, and those of its parts that take cases against companies there."""
        places = self.library.shelf(PLACES)
        around = (place, *([places[place.value.part_of]] if place.value.part_of else []))
        yield from (self._candidate(body, issue) for near in around for body in self._bodies(near))
        parts = (part for part in places.values() if part.value.part_of == place.id)
        for found in (self._candidate(body, issue) for part in parts for body in self._bodies(part)):
            if found.rules and all(rule.company in ("licensed-here", "member") for rule in found.rules):
                yield found

    def _abroad(self, issue: Entry[Issue], here: tuple[Candidate, ...], company: str) -> Iterator[Candidate]:
        """What a company's record adds; the browser adds it to the plan of a page."""
        known = {body.id for body in here}
        entity = self.library.shelf(ENTITIES).get(company)
        bodies = listed(self.library, BODIES, entity.value.escalate) if entity else ()
        yield from (found for body in bodies if body.id not in known and (found := self._candidate(body, issue)).rules)

    def _candidate(self, body: Entry[Body], issue: Entry[Issue]) -> Candidate:
        found = takings(body.value, issue)
        return self.shared.once(
            ("candidate", body.id, identities(found)), lambda: Candidate(body.id, body.value.kind, tuple(map(rule_of, found)))
        )

    def _bodies(self, place: Entry[Place]) -> tuple[Entry[Body], ...]:
        return listed(self.library, BODIES, (f"{place.id}/{id}" for id in place.value.bodies))


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
