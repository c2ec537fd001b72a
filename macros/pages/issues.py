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
from ..model.known import FIRST_ISSUES, NEXT_RUNGS, TOO_MUCH
from ..model.library import Entry
from ..model.text import HoledText
from .escalation import rungs_in_order
from .guidance import Fork, Instruction, forks, instructions
from .materials import Materials, choices, grouped
from .page import Page, Section, folded, listed, of_entry

Groups = tuple[tuple[str, tuple[Entry[Issue], ...]], ...]


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    template: ClassVar[str] = "home"
    too_much: Entry[Moment] | None
    first: tuple[Entry[Issue], ...]
    """What most people come for."""
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
    is_brief_on_paper: ClassVar[bool] = True
    id: str
    issue: Issue
    steps: tuple[Instruction, ...]
    forks: tuple[Fork, ...]
    platforms: tuple[Entry[Platform], ...]
    """Those that name a way to reach them about it."""
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
    sections = tuple(_group(materials, group, issues) for group, issues in groups)
    yield IssuesPage(cover=materials.words.cover("issues/", "issues"), sections=sections)
    yield from (_issue(materials, entry) for _, issues in groups for entry in issues)


def _by_group(materials: Materials) -> Groups:
    """The troubles of each group, the most urgent first."""
    urgencies = choices(Issue.model_fields["urgency"].annotation)
    issues = sorted(materials.library.shelf(ISSUES).values(), key=lambda entry: urgencies.index(entry.value.urgency))
    return grouped(issues, lambda entry: entry.value.group, choices(Issue.model_fields["group"].annotation))


def _home(materials: Materials, groups: Groups) -> Page:
    words, issues = materials.words, materials.library.shelf(ISSUES)
    facts = [verification for _, verification in materials.index.facts]
    by_topic = (_group(materials, group, members) for group, members in groups)
    return HomePage(
        cover=words.cover("", "home"),
        sections=(
            *words.outline(("what-happened", "what-happened")),
            *folded(by_topic),
            *words.outline(("what-to-do", "what-to-do")),
            *folded(words.outline(("never", "never-title"))),
        ),
        too_much=materials.library.shelf(EMERGENCY).get(TOO_MUCH),
        first=tuple(issues[id] for id in FIRST_ISSUES if id in issues),
        never=materials.never,
        facts=len(facts),
        sources=len(materials.library.shelf(SOURCES)),
        checked=sum(1 for verification in facts if verification.checked),
    )


def _group(materials: Materials, group: str, issues: tuple[Entry[Issue], ...]) -> Section:
    names = tuple(issue.name for issue in issues)
    return Section(f"group-{group}", materials.words(f"group-{group}"), "group", issues, contents=names)


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
        platforms=materials.cards.for_issue(entry.id) if issue.channels else (),
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
        ("journey", "journey-title", issue.journey),
        ("which", "which-fits", [branch for branch in issue.branches if not branch.first]),
        ("plans", "plans-title"),
        ("contact", "contact-title"),
        ("write", "write-title"),
        ("save", "save-title"),
        ("rubric", "rubric-title", issue.rubric),
        ("next", "no-answer-title"),
        ("expect", "expect-title"),
        ("last-day", "last-day-title"),
        ("facts", "facts-title", issue.facts),
        ("scams", "scams-on-this", issue.scams),
        ("questions", "questions-title", has_questions),
    )
    outlined = (*before, *outline(("related", "related-title", issue.related)))
    return folded(outlined, "first", "which", "plans", "contact", "write")
