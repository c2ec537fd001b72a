"""What a hand-written page may call, read as MkDocs' macros will read it."""

import difflib
import re
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
_DELIMITER = re.compile(r"\{\{|\{%|\[\[#|#\]\]|[%}]\}")


def parts_of(text: str) -> tuple[Part, ...]:
    """What a page consists of: its text, its calls, and what is neither, in order."""
    if not _DELIMITER.search(text):
        return (text,)
    from .template import read_parts  # Jinja: a tenth of the time that a check takes to begin, for the few pages that call anything

    return read_parts(text)


def misused(macro: str, line: int) -> Misuse:
    """A macro of a name that we do not have."""
    near = difflib.get_close_matches(macro, MACROS, 1)
    fix = f"Did you mean '{near[0]}'?" if near else f"Use one of: {', '.join(MACROS)}."
    return Misuse(line, f"The macro '{macro}' is undefined.", fix)
