"""What a hand-written page may call, read as MkDocs' macros will read it."""

import difflib
from dataclasses import dataclass, field

MACROS: dict[str, tuple[str, ...]] = {"contact": ("id",), "link": ("kind", "id"), "say": ("key",)}
"""What a hand-written page may call, and what each macro wants, in order."""


@dataclass(frozen=True)
class Call:
    """A macro that is called with words in quotes, those with a name apart."""

    line: int
    macro: str
    words: tuple[str, ...] = ()
    named: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Misuse:
    """What is no call of ours: a program, or a call that nobody can read."""

    line: int
    message: str
    fix: str


Part = str | Call | Misuse


def misused(macro: str, line: int) -> Misuse:
    """A macro of a name that we do not have."""
    near = difflib.get_close_matches(macro, MACROS, 1)
    fix = f"Did you mean '{near[0]}'?" if near else f"Use one of: {', '.join(MACROS)}."
    return Misuse(line, f"The macro '{macro}' is undefined.", fix)
