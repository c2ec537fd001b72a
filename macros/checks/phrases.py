"""The words that pages ask for are all in strings.yaml, with the holes they fill.

Templates and programs are read as text, so that this room need not know those that make pages.
"""

import difflib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import get_args

from ..engines.letter_form import ACTIONS, CONFLICTS, DOUBTS, PRECISIONS, SAID, SECRETS
from ..engines.plan_form import ASKED, REASONS
from ..engines.plan_form import SAID as PLAN_SAID
from ..model import standing
from ..model.kinds import EVIDENCE, KINDS, STRINGS
from ..model.kinds.claims import Clock, ContactKind, Level
from ..model.kinds.letters import Letter
from ..model.kinds.places import Bar, BodyKind, Region, Stage, Taking
from ..model.kinds.platforms import Platform, Product, TakenFor
from ..model.kinds.reference import SourceKind
from ..model.kinds.troubles import Issue
from ..model.problems import Problem
from ..model.text import HOLE, LANGUAGES, Model
from .context import Context, Problems

_ROOT = Path(__file__).parent.parent.parent
_ASKING = (("macros", ("pages", "html", "outputs", "generator"), (".py", ".html")), ("docs", ("overrides",), (".html",)))
"""Where words are asked for: folder, folders in it, endings of the files."""
_CALL = re.compile(r'(?:\bsay|say_in|phrase)[(\[](?:tongue, |library, )?"([a-z0-9-]+)"((?:, *[a-z]+=[^()]*(?:\([^()]*\))?[^()]*)*)[)\]]')
_COVER = re.compile(r'words\.cover\("[^"]*", "([a-z-]+)"')
_WORDS = re.compile(
    r'\bwords(?:\.filled)?\("([a-z0-9-]+)"[,)]|(?:\(|\), |^\s*)\("[a-z-]+", "([a-z0-9-]+)"(?=[,)])|\bstrings\["([a-z-]+)"\]'
)
"""As pages ask: ``words("…")``, and the rows of an outline."""
_GIVEN = re.compile(r", *([a-z]+)=")


def _words_of(model: type[Model], field: str) -> tuple[str, ...]:
    words: tuple[str, ...] = get_args(model.model_fields[field].annotation)
    return words


FAMILIES: dict[str, Iterable[object]] = {
    "level-{}": (*get_args(Level), "fake"),
    "level-{}-means": (*get_args(Level), "fake"),
    "{}": (*standing.WORDS.values(), "sources-disagree", *SAID.values(), *PLAN_SAID.values()),
    "{}-title": {kind.home.rstrip("/#") for kind in KINDS.values() if kind.section or kind is EVIDENCE},
    "form-{}": ("wrong-contact", "other-mistake"),
    "fakes-{}": get_args(TakenFor),
    "fakes-{}-why": get_args(TakenFor),
    "urgency-{}": _words_of(Issue, "urgency"),
    "group-{}": _words_of(Issue, "group"),
    "contact-{}": get_args(ContactKind),
    "unit-{}": _words_of(Clock, "unit"),
    "unit-{}-one": _words_of(Clock, "unit"),
    "kind-{}": _words_of(Platform, "kind"),
    "custody-{}": _words_of(Platform, "custody"),
    "region-{}": get_args(Region),
    "body-{}": get_args(BodyKind),
    "source-{}": get_args(SourceKind),
    "letters-to-{}": _words_of(Letter, "group"),
    "keep-{}": ("if-chosen", "if-filled", "if-true", "if-unknown", "for"),
    "conflict-{}": CONFLICTS,
    "time-{}": PRECISIONS,
    "do-{}": ACTIONS,
    "refused-{}": SECRETS,
    "doubt-{}": DOUBTS,
    "in-{}": LANGUAGES,
    "{}-place": ("your", "body"),
    "never-{}": range(1, 6),
    "verify-step-{}": range(1, 6),
    "good-letter-{}": range(1, 10),
    "calls-{}": ("life", "crisis", "money"),
    "stage-{}": get_args(Stage),
    "event-{}": ASKED,
    "plan-orders-{}": _words_of(Taking, "orders"),
    "plan-ask-{}": ("company", *_words_of(Taking, "company")[1:]),
    "plan-after-{}": get_args(Stage)[1:],
    "plan-who-{}": _words_of(Taking, "who")[1:],
    "plan-unless-{}": get_args(Bar),
    "plan-not-{}": REASONS,
    "product-{}": get_args(Product),
    "check-{}": (
        "listed",
        "obsolete",
        "lookalike",
        "unlisted",
        "unreadable",
        "reported",
        "before",
        "script",
        "own-host",
        "shared",
        "number",
    ),
}
"""The phrases that are put together from a word and what a page shows."""
_DAYS = ("plan-opens-on", "plan-opened-on", "plan-last-day", "plan-too-late", "plan-rests-on", "plan-answer-by")
_FILLED = {
    **{"unit-{}": {"n"}, "unit-{}-one": {"n"}, "blanks-open": {"n"}},
    **{key: {"day"} for key in _DAYS},
    **{key: {"name"} for key in ("plan-contacts-of", "plan-contacts-more", "plan-no-contacts")},
    **{"plan-contacts-unsure": {"n"}, "plan-title": {"trouble", "place"}, "plan-brief": {"trouble", "place"}},
    **{"sources-of": {"kind"}, "states-of": {"place"}, "states-of-brief": {"place"}},
    **{"companies-of": {"platform"}, "companies-of-brief": {"platform"}},
}
"""Holes that are filled where the call does not show it: in a family's one call, or by a script."""


_MANY = 20
"""From so many missing phrases on, one cause is behind them: they wait until nothing else is wrong."""


def check_phrases(context: Context) -> Problems:
    """The words that pages ask for are all in strings.yaml, and each of their holes is one that the page fills.

    Bad: data/strings.yaml: ⏎search:⏎ → ⏎saerch:⏎
    Good: data/strings.yaml: zh: "搜索"⏎ → zh: "查找"⏎
    """
    strings = context.library.shelf(STRINGS)
    if ("strings", "*") in context.library.broken:
        return
    missing: dict[str, str] = {}
    for asker, key, given in asked():
        if key not in strings:
            missing.setdefault(key, asker)
        elif unknown := {*HOLE.findall(strings[key].value.en)} & {*HOLE.findall(strings[key].value.zh)} - given:
            fix = f"Use {_listed(given)}, which {asker} fills in."
            yield strings[key].problem((), f"The phrase has the unknown hole {_listed(unknown)}.", fix)
    wanted = {key for _, key, _ in asked()}
    yield from (_missing(key, asker, [name for name in strings if name not in wanted]) for key, asker in missing.items())


def are_many(problems: Iterable[Problem]) -> bool:
    """Whether so many phrases are missing that the data has none of its own."""
    return sum(1 for _ in problems) > _MANY


def _missing(key: str, asker: str, unused: Iterable[str]) -> Problem:
    near = difflib.get_close_matches(key, unused, 1)
    fix = f"Add it in both languages; {asker} asks for it." + (f" Is it '{near[0]}' there?" if near else "")
    return Problem("data/strings.yaml", 1, key, "The phrase is missing.", fix)


def _listed(holes: Iterable[str]) -> str:
    return ", ".join(f"{{{hole}}}" for hole in sorted(holes)) or "no hole"


@cache  # the program does not change while it runs
def asked() -> tuple[tuple[str, str, frozenset[str]], ...]:
    """(who asks, phrase, names of the values given) for every phrase a page may need."""
    return tuple((asker, key, frozenset(given)) for asker, key, given in _asked())


def _asked() -> Iterator[tuple[str, str, set[str]]]:
    for file in _asking_files():
        path = file.relative_to(_ROOT).as_posix()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            asker = f"{path}:{number}"
            yield from ((asker, key, {*_GIVEN.findall(values), *_FILLED.get(key, ())}) for key, values in _CALL.findall(line))
            if file.suffix == ".py":
                yield from ((asker, f"{name}-{part}", set()) for name in _COVER.findall(line) for part in ("title", "brief"))
                yield from ((asker, key, {*_FILLED.get(key, ())}) for found in _WORDS.findall(line) for key in filter(None, found))
    for family, members in FAMILIES.items():
        yield from (
            (f"the family '{family}'", (key := family.format(member)), _FILLED.get(family, set()) | _FILLED.get(key, set()))
            for member in members
        )


def _asking_files() -> Iterator[Path]:
    for root, folders, endings in _ASKING:
        for folder in folders:
            found = sorted((_ROOT / root / folder).rglob("*"))
            yield from (file for file in found if file.suffix in endings and "assets" not in file.parts)
