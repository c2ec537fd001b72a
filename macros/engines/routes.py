"""The route engine: which bodies can take a trouble, against a company, at a stage; and in which order a reader goes.

This is the specification of two engines, this one and the browser's (``plan/routes.js``): plain data in, plain data out.
tests/plans/test_route_twins.py compares them in every situation that the guide knows.

**Fit** of a body's rule to a company. "" is a company that is not known, "none" stands for nobody: a wallet of one's own, a thief.

1. A rule about banks holds whatever platform it was: the firm it is about is the bank or the payment firm.
2. A body that the company's record says cannot take a case against it does not.
3. A rule for certain companies holds for these; it stays open for a company that is not known.
4. A rule for any company holds for all, and for none.
5. A rule for licensed companies, or for members, holds for a company that the body is known to take cases against, and one about licences
   for a company whose regulator stands in the same place or in the one that place is part of. For any other company it is a matter of
   the register, for none it fails.
6. A rule for companies without licence fails where the regulator stands there; else it holds for a company that the body is known to
   take cases against, and is a matter of the register for any other.

**Verdict** on a body: its rule that fits best, "takes" before "perhaps" before "not"; among these the one that can order most, and then
the one that opens first. A body without a rule for the trouble does not take it.

**Order** of a plan: where a crime is likely, the bodies that work at once; then support and the formal complaint, if the trouble has
them; then the other bodies: those that can order something, those that cannot, and courts at the end.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

STAGES = ("nothing", "support", "complaint", "answer")
ORDERS = ("payment", "release", "data", "nothing")
FITS = ("takes", "perhaps", "not")
AT_ONCE = ("police", "helpline", "reporting")
LATER = ("ombudsman", "data-protection", "consumer", "regulator", "police", "helpline", "reporting", "court")

UNKNOWN, NOBODY = "", "none"


@dataclass(frozen=True)
class Rule:
    """When a body takes a trouble: the fields of :class:`macros.model.kinds.places.Taking` that decide."""

    company: str = "any"
    entities: tuple[str, ...] = ()
    who: str = "anyone"
    after: str = "nothing"
    unless: tuple[str, ...] = ()
    orders: str = "nothing"


@dataclass(frozen=True)
class Party:
    """What is known of a company: the bodies that take cases against it, those that cannot, the places of its regulator."""

    bodies: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Candidate:
    """A body that a reader may think of, and its rules for the trouble."""

    id: str
    kind: str
    rules: tuple[Rule, ...] = ()

    @property
    def place(self) -> str:
        """The place that the body belongs to."""
        return self.id.partition("/")[0]


@dataclass(frozen=True)
class Case:
    """A trouble in a place: the bodies in the library's order, and which steps before them it has."""

    candidates: tuple[Candidate, ...]
    is_crime: bool = False
    has_support: bool = True
    has_complaint: bool = True


@dataclass(frozen=True)
class Verdict:
    """Whether a body takes the case, why not or on what it depends, and if it does, from when and what it can order."""

    fit: Literal["takes", "perhaps", "not"]
    reason: str = ""
    number: int = -1
    """The position of the rule that decided, among those of the body."""
    rule: Rule = field(default_factory=Rule)


@dataclass(frozen=True)
class Rung:
    """A step of a plan: "support", "complaint" or a body."""

    id: str
    state: Literal["done", "now", "later"]
    fit: Literal["takes", "perhaps", "not"] = "takes"
    reason: str = ""
    number: int = -1
    """The position of the rule by which the body takes the case."""
    orders: str = "nothing"


@dataclass(frozen=True)
class Plan:
    """The steps in order, the bodies that cannot help with the reason, and how far the road leads."""

    rungs: tuple[Rung, ...]
    cannot: tuple[tuple[str, str], ...]
    end: Literal["", "nobody-orders", "nobody"]


def plan(case: Case, parties: Mapping[str, Party], company: str, stage: str) -> Plan:
    """The plan for a case against a company ("" unknown, "none" nobody), at one of STAGES."""
    verdicts = {body.id: verdict(body, parties, company) for body in case.candidates}
    bodies = [body for body in case.candidates if verdicts[body.id].fit != "not"]
    first = [body for body in bodies if case.is_crime and body.kind in AT_ONCE]
    rest = [body for body in bodies if body not in first]
    ways = [verdicts[body.id] for body in bodies]
    return Plan(
        (
            *(_rung(body, verdicts[body.id], stage) for body in sorted(first, key=lambda body: AT_ONCE.index(body.kind))),
            *(_own_steps(case, stage) if company != NOBODY or not case.has_complaint else ()),
            *(_rung(body, verdicts[body.id], stage) for body in sorted(rest, key=lambda body: _rank(body, verdicts[body.id]))),
        ),
        tuple((body.id, verdicts[body.id].reason) for body in case.candidates if verdicts[body.id].fit == "not"),
        "nobody" if not ways else "" if any(way.rule.orders != "nothing" for way in ways) else "nobody-orders",
    )


def verdict(body: Candidate, parties: Mapping[str, Party], company: str) -> Verdict:
    """Whether a body takes the case against a company."""
    if not body.rules:
        return Verdict("not", "subject")
    party = parties.get(company)
    found = (replace(_judged(rule, body, party, company), number=number) for number, rule in enumerate(body.rules))
    return min(found, key=lambda way: (FITS.index(way.fit), ORDERS.index(way.rule.orders), STAGES.index(way.rule.after)))


def _judged(rule: Rule, body: Candidate, party: Party | None, company: str) -> Verdict:
    if rule.company == "bank":
        return Verdict("takes", rule=rule)
    if party and body.id in party.outside:
        return Verdict("not", "outside", rule=rule)
    if rule.entities:
        return _for_some(rule, company)
    if rule.company == "any":
        return Verdict("takes", rule=rule)
    return Verdict("not", "nobody", rule=rule) if company == NOBODY else _by_licence(rule, body, party or Party())


def _for_some(rule: Rule, company: str) -> Verdict:
    if company == UNKNOWN:
        return Verdict("perhaps", "company", rule=rule)
    return Verdict("takes", rule=rule) if company in rule.entities else Verdict("not", "company", rule=rule)


def _by_licence(rule: Rule, body: Candidate, party: Party) -> Verdict:
    is_licensed = rule.company != "member" and body.place in party.places
    if is_licensed and rule.company == "not-licensed":
        return Verdict("not", "licensed", rule=rule)
    return Verdict("takes", rule=rule) if is_licensed or body.id in party.bodies else Verdict("perhaps", rule.company, rule=rule)


def _rank(body: Candidate, way: Verdict) -> tuple[bool, bool, int]:
    return body.kind == "court", way.rule.orders == "nothing", LATER.index(body.kind)


def _rung(body: Candidate, way: Verdict, stage: str) -> Rung:
    state: Literal["now", "later"] = "now" if STAGES.index(stage) >= STAGES.index(way.rule.after) else "later"
    return Rung(body.id, state, way.fit, way.reason, way.number, way.rule.orders)


def _own_steps(case: Case, stage: str) -> Iterator[Rung]:
    """What comes before outside bodies: support, then the formal complaint."""
    reached = STAGES.index(stage)
    if case.has_support:
        yield Rung("support", "now" if reached < 1 else "done")
    if case.has_complaint:
        yield Rung("complaint", "later" if reached < 1 and case.has_support else "now" if reached < 2 else "done")


def parties_closed(parties: Mapping[str, Party], part_of: Mapping[str, str]) -> dict[str, Party]:
    """The same companies; one regulated in a place is so in the place that it is part of, too."""
    return {id: Party(party.bodies, party.outside, party.places | _wider(party.places, part_of)) for id, party in parties.items()}


def _wider(places: Iterable[str], part_of: Mapping[str, str]) -> frozenset[str]:
    return frozenset(part_of[place] for place in places if place in part_of)
