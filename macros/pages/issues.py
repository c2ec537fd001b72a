"""Home, the way in, and a page for each kind of trouble."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ..engines.routes import STAGES
from ..model.kinds import CHANNEL_TYPES, EMERGENCY, ESCALATION, EVIDENCE, ISSUES, LETTERS, RUBRIC, SCAMS, SOURCES
from ..model.kinds.letters import Letter
from ..model.kinds.places import Place
from ..model.kinds.platforms import ChannelType, Platform
from ..model.kinds.reference import Evidence, Question, Scam
from ..model.kinds.troubles import Dimension, Issue, Moment, Rung
from ..model.known import NEXT_RUNGS
from ..model.library import Entry
from ..model.text import HoledText
from .addresses import CardGroup
from .escalation import rungs_in_order
from .guidance import Fork, Instruction, forks, instructions
from .materials import Materials, choices, grouped
from .page import Page, Section, listed, of_entry

Groups = tuple[tuple[str, tuple[Entry[Issue], ...]], ...]


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    template: ClassVar[str] = "home"
    too_much: Entry[Moment] | None
    groups: Groups
    never: tuple[HoledText, ...]
    facts: int
    sources: int
    checked: int


@dataclass(frozen=True, kw_only=True)
class StartPage(Page):
    template: ClassVar[str] = "start"
    unknown_operator: Entry[Issue] | None
    groups: Groups
    platforms: tuple[Entry[Platform], ...]
    regions: tuple[tuple[str, tuple[Entry[Place], ...]], ...]
    stages: tuple[tuple[str, Entry[Rung]], ...]
    """How far a reader may have come, each with the rung that comes next."""

    @property
    def asks(self) -> tuple[str, ...]:
        """The questions, by the anchors of their headings."""
        return tuple(section.anchor for section in self.sections)


@dataclass(frozen=True, kw_only=True)
class IssuesPage(Page):
    template: ClassVar[str] = "issues"


@dataclass(frozen=True, kw_only=True)
class IssuePage(Page):
    template: ClassVar[str] = "issue"
    id: str
    issue: Issue
    steps: tuple[Instruction, ...]
    forks: tuple[Fork, ...]
    contacts: tuple[CardGroup, ...]
    channels: tuple[Entry[ChannelType], ...]
    evidence: tuple[Entry[Evidence], ...]
    letters: tuple[Entry[Letter], ...]
    ladder: tuple[Entry[Rung], ...]
    rubric: tuple[Entry[Dimension], ...]
    scams: tuple[Entry[Scam], ...]
    questions: tuple[Entry[Question], ...]
    related: tuple[Entry[Issue], ...]
    regions: tuple[tuple[str, tuple[Entry[Place], ...]], ...]
    """The places that have a plan for it, by region."""


def pages(materials: Materials) -> Iterator[Page]:
    groups = _by_group(materials)
    yield _home(materials, groups)
    yield _start(materials, groups)
    words = materials.words
    sections = tuple(Section(f"group-{group}", words(f"group-{group}"), "group", issues) for group, issues in groups)
    yield IssuesPage(cover=words.cover("issues/", "issues"), sections=sections)
    yield from (_issue(materials, entry) for entry in materials.library.shelf(ISSUES).values())


def _by_group(materials: Materials) -> Groups:
    """The troubles of each group, the most urgent first."""
    urgencies = choices(Issue.model_fields["urgency"].annotation)
    issues = sorted(materials.library.shelf(ISSUES).values(), key=lambda entry: urgencies.index(entry.value.urgency))
    return grouped(issues, lambda entry: entry.value.group, choices(Issue.model_fields["group"].annotation))


def _home(materials: Materials, groups: Groups) -> Page:
    facts = [verification for _, verification in materials.index.facts]
    outline = (("what-happened", "what-happened"), ("what-to-do", "what-to-do"), ("never", "never-title"))
    return HomePage(
        cover=materials.words.cover("", "home"),
        sections=materials.words.outline(*outline),
        too_much=materials.library.shelf(EMERGENCY).get("too-much"),
        groups=groups,
        never=materials.never,
        facts=len(facts),
        sources=len(materials.library.shelf(SOURCES)),
        checked=sum(1 for verification in facts if verification.checked),
    )


def _start(materials: Materials, groups: Groups) -> Page:
    library = materials.library
    outline = (
        ("now", "start-now"),
        ("what", "start-what"),
        ("platform", "start-platform"),
        ("place", "start-place"),
        ("company", "start-company"),
        ("ladder", "start-complained"),
    )
    rungs = rungs_in_order(library, branch=False)
    next_rungs = [rung for name in NEXT_RUNGS for rung in rungs if rung.id == name] or rungs[: len(STAGES)]
    return StartPage(
        cover=materials.words.cover("start/", "start"),
        sections=materials.words.outline(*outline),
        elements=("guide-flow",),
        unknown_operator=library.shelf(ISSUES).get("unknown-operator"),
        groups=groups,
        platforms=materials.index.platforms,
        regions=materials.covered,
        stages=tuple(zip(STAGES, next_rungs, strict=False)),
    )


def _issue(materials: Materials, entry: Entry[Issue]) -> Page:
    library, issue = materials.library, entry.value
    questions = tuple(materials.index.questions.get(f"issues/{entry.id}", ()))
    return IssuePage(
        cover=of_entry(entry),
        sections=_outline(materials, issue, bool(questions)),
        elements=("situation-strip", *(("quality-rubric",) if issue.rubric else ())),
        id=entry.id,
        issue=issue,
        steps=instructions(library, issue.steps),
        forks=forks(library, issue.branches),
        contacts=materials.cards.for_issue(entry.id, issue.channels) if issue.channels else (),
        channels=listed(library, CHANNEL_TYPES, issue.channels),
        evidence=listed(library, EVIDENCE, issue.evidence),
        letters=listed(library, LETTERS, issue.letters),
        ladder=listed(library, ESCALATION, issue.ladder),
        rubric=tuple(library.shelf(RUBRIC).values()) if issue.rubric else (),
        scams=listed(library, SCAMS, issue.scams),
        questions=questions,
        related=listed(library, ISSUES, issue.related),
        regions=materials.covered,
    )


def _outline(materials: Materials, issue: Issue, has_questions: bool) -> tuple[Section, ...]:
    outline = materials.words.outline
    before = outline(
        ("first", "do-this-first"),
        ("which", "which-fits", issue.branches),
        ("plans", "plans-title"),
        ("contact", "contact-title"),
        ("save", "save-title"),
        ("write", "write-title"),
        ("rubric", "rubric-title", issue.rubric),
        ("next", "no-answer-title"),
        ("expect", "expect-title"),
        ("last-day", "last-day-title", issue.last_day),
        ("facts", "facts-title", issue.facts),
        ("scams", "scams-on-this", issue.scams),
        ("questions", "questions-title", has_questions),
    )
    return (*before, *outline(("related", "related-title", issue.related)))
