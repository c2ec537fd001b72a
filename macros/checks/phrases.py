"""The words that pages ask for are all in strings.yaml, with the holes they fill."""

import difflib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

from ..model.kinds.claims import Clock, ContactKind, Level
from ..model.kinds.letters import Letter
from ..model.kinds.places import BodyKind, Region
from ..model.kinds.platforms import Platform
from ..model.kinds.reference import SourceKind
from ..model.kinds.troubles import Issue
from ..model.library import Library
from ..model.problems import Problem
from ..model.text import HOLE, LANGUAGES
from ..pages.guide import TEMPLATES
from ..pages.letters import ACTIONS, DOUBTS, SECRETS

_ROOT = Path(__file__).parent.parent.parent
_ASKING = ((TEMPLATES, "*.*"), (Path(__file__).parent.parent / "pages", "*.py"), (_ROOT / "docs" / "overrides", "*.html"))
_CALL = re.compile(r'(?:\bsay|say_in|phrase)[(\[](?:tongue, |library, )?"([a-z0-9-]+)"((?:, *[a-z]+=[^()]*(?:\([^()]*\))?[^()]*)*)[)\]]')
_SECTION = re.compile(r'section_page\(library, "[^"]*", "([a-z-]+)"')
_GIVEN = re.compile(r", *([a-z]+)=")


def _words_of(model: Any, field: str) -> tuple[str, ...]:
    return get_args(model.model_fields[field].annotation)


FAMILIES: dict[str, Iterable[object]] = {
    "level-{}": get_args(Level),
    "level-{}-means": get_args(Level),
    "urgency-{}": _words_of(Issue, "urgency"),
    "group-{}": _words_of(Issue, "group"),
    "contact-{}": (*get_args(ContactKind), "reported", "unverified"),
    "number-{}": ("reported", "unverified"),
    "unit-{}": _words_of(Clock, "unit"),
    "unit-{}-one": _words_of(Clock, "unit"),
    "kind-{}": _words_of(Platform, "kind"),
    "custody-{}": _words_of(Platform, "custody"),
    "region-{}": get_args(Region),
    "body-{}": get_args(BodyKind),
    "source-{}": get_args(SourceKind),
    "letters-to-{}": _words_of(Letter, "group"),
    "keep-{}": ("if-chosen", "if-filled", "for"),
    "do-{}": ACTIONS,
    "refused-{}": SECRETS,
    "doubt-{}": DOUBTS,
    "in-{}": LANGUAGES,
    "{}-place": ("your", "body"),
    "never-{}": range(1, 6),
    "verify-step-{}": range(1, 6),
    "good-letter-{}": range(1, 10),
}
"""The phrases that are put together from a word and what a page shows."""
_FILLED = {"unit-{}": {"n"}, "unit-{}-one": {"n"}, "blanks-open": {"n"}}
"""Holes that are filled where the call does not show it: in a family's one call, or by a script."""


def missing_words(library: Library) -> list[Problem]:
    """Phrases that a page asks for and strings.yaml lacks, or that have other holes than the page fills."""
    strings = library.entries["strings"]
    missing: dict[str, str] = {}
    problems = []
    for asker, key, given in asked():
        if key not in strings:
            missing.setdefault(key, asker)
        elif unknown := {*HOLE.findall(strings[key].value.en)} - given:
            fix = f"Use {_listed(given)}, which {asker} fills in."
            problems.append(strings[key].problem((), f"The phrase has the unknown hole {_listed(unknown)}.", fix))
    return sorted({*problems, *(_missing(key, asker, strings) for key, asker in missing.items())})


def _missing(key: str, asker: str, known: Iterable[str]) -> Problem:
    near = difflib.get_close_matches(key, known, 1)
    fix = f"Add it in both languages; {asker} asks for it." + (f" Is it '{near[0]}' there?" if near else "")
    return Problem("data/strings.yaml", 1, key, "The phrase is missing.", fix)


def _listed(holes: set[str]) -> str:
    return ", ".join(f"{{{hole}}}" for hole in sorted(holes)) or "no hole"


def asked() -> Iterator[tuple[str, str, set[str]]]:
    """(who asks, phrase, names of the values given) for every phrase a page may need."""
    for folder, names in _ASKING:
        for file in sorted(folder.rglob(names)):
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                asker = f"{file.relative_to(_ROOT).as_posix()}:{number}"
                yield from ((asker, key, {*_GIVEN.findall(values), *_FILLED.get(key, ())}) for key, values in _CALL.findall(line))
                yield from ((asker, f"{name}-{part}", set()) for name in _SECTION.findall(line) for part in ("title", "brief"))
    for family, members in FAMILIES.items():
        yield from ((f"the family '{family}'", family.format(member), _FILLED.get(family, set())) for member in members)
