"""Kinds of trouble, the first hour, and the rungs of the ladder."""

from typing import Annotated, Literal

from pydantic import Field

from ..text import Model, Plain, Text, Words
from .claims import Claim, Correction, Flag, Ref, SomeTexts, Texts, Verification, Whole
from .places import BodyKind, Group


class Step(Model):
    """One thing to do; begins with a verb."""

    do: Text
    why: Text | None = None
    link: Annotated[str, Ref("*")] | None = None
    verification: Verification | None = None


class Expectation(Model):
    """What can and what cannot be undone, straight."""

    can: tuple[Claim, ...]
    cannot: tuple[Claim, ...]


Urgency = Literal["now", "today", "normal"]


class Branch(Model):
    """A fork in the road: who you are or what you see, and the road that follows."""

    if_: Annotated[Text, Field(alias="if")]
    urgency: Annotated[Urgency | None, Field(description="if it is another than that of the trouble")] = None
    first: Annotated[Flag, Field(description="it changes the first steps, so it is asked before them")] = False
    signs: Texts = ()
    do: SomeTexts
    link: Annotated[str, Ref("*")] | None = None
    verification: Verification | None = None


class Leg(Model):
    """A part of the way that coins or money take: who holds them there, and whom to ask."""

    name: Text
    icon: Plain
    holder: Text
    ask: Text


class Dimension(Model):
    """One side of support quality, with marks from bad to good that a reader can choose from."""

    name: Text
    question: Text
    marks: Annotated[tuple[Text, ...], Field(min_length=3, max_length=5)]


class Issue(Model):
    """One kind of trouble."""

    name: Text
    group: Group
    icon: Plain
    urgency: Urgency
    brief: Text
    words: Words
    steps: Annotated[tuple[Step, ...], Field(min_length=3, max_length=8)]
    journey: tuple[Leg, ...] = ()
    whom: Text | None = None
    channels: tuple[Annotated[str, Ref("channel-types")], ...]
    evidence: tuple[Annotated[str, Ref("evidence")], ...]
    letters: tuple[Annotated[str, Ref("letters")], ...]
    ladder: tuple[Annotated[str, Ref("escalation")], ...]
    expect: Expectation
    last_day: tuple[Claim, ...] = ()
    branches: tuple[Branch, ...] = ()
    rubric: Flag = False
    facts: tuple[Claim, ...] = ()
    cautions: Texts = ()
    scams: tuple[Annotated[str, Ref("scams")], ...] = ()
    related: tuple[Annotated[str, Ref("issues")], ...] = ()


class Rung(Model):
    """One rung of the complaint ladder, or a branch that opens at once."""

    order: Annotated[Whole, Field(ge=1, le=99)]
    branch: Flag = False
    name: Text
    icon: Plain
    brief: Text
    also: Words = Words()
    opens: Text
    how: SomeTexts
    decides: Text
    cost: Text
    cannot: SomeTexts
    body_kinds: tuple[BodyKind, ...] = ()
    evidence: tuple[Annotated[str, Ref("evidence")], ...] = ()
    letters: tuple[Annotated[str, Ref("letters")], ...] = ()
    cautions: Texts = ()
    facts: tuple[Claim, ...] = ()
    corrections: tuple[Correction, ...] = ()
    next: tuple[Annotated[str, Ref("escalation")], ...] = ()
    scams: tuple[Annotated[str, Ref("scams")], ...] = ()


class Moment(Model):
    """A stretch of the first hour after a theft, and what to do in it."""

    time: Text
    also: Words = Words()
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
