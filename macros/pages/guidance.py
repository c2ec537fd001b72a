"""What to do, as pages show it: steps, forks in the road and meanings, their references resolved."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..model.kinds.claims import Texts, Verification
from ..model.kinds.troubles import Branch, Step, Urgency
from ..model.library import Library
from ..model.text import Text
from .page import AnyEntry, entry_at


@dataclass(frozen=True)
class Instruction:
    """One thing to do, why, and where it leads."""

    do: Text
    why: Text | None
    link: AnyEntry | None
    verification: Verification | None


@dataclass(frozen=True)
class Fork:
    """Who you are or what you see, and the road that follows."""

    condition: Text
    is_first: bool
    """Whether it changes the first steps."""
    urgency: Urgency | None
    signs: Texts
    do: Texts
    link: AnyEntry | None
    verification: Verification | None


def instructions(library: Library, steps: Iterable[Step]) -> tuple[Instruction, ...]:
    """Steps with the entries that they lead to."""
    return tuple(Instruction(step.do, step.why, entry_at(library, step.link), step.verification) for step in steps)


def forks(library: Library, branches: Iterable[Branch]) -> tuple[Fork, ...]:
    """Branches with the entries that they lead to."""
    return tuple(Fork(b.if_, b.first, b.urgency, b.signs, b.do, entry_at(library, b.link), b.verification) for b in branches)
