"""Questions, scams, checking an address, things to keep, words, the list of everything, and addresses that once were."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ..model.kinds import (
    CHANNEL_TYPES,
    ESCALATION,
    EVIDENCE,
    FAQS,
    GLOSSARY,
    ISSUES,
    KINDS,
    LETTERS,
    PLACES,
    PLATFORMS,
    QUESTIONS,
    RETIRED,
    SCAMS,
)
from ..model.kinds.platforms import Platform
from ..model.kinds.reference import Faq, Question, Retired, Scam, Term
from ..model.kinds.troubles import Issue
from ..model.library import Entry, Library
from ..model.text import HoledText
from .addresses import Card, Domain
from .materials import Materials
from .page import AnyEntry, Cover, Page, Section, Words, entry_at, folded, listed, of_entry, resolved
from .platforms import FakeGroups, domains_of, faked


@dataclass(frozen=True)
class Answered:
    """A question with what its answer leads to."""

    question: Question
    links: tuple[AnyEntry, ...]


@dataclass(frozen=True)
class Defined:
    """A term with what to see as well."""

    entry: Entry[Term]
    see: tuple[AnyEntry, ...]


_SPOKEN_TO = ("email", "phone", "text", "handle")


@dataclass(frozen=True)
class Verifiable:
    """A platform with what is its own and what is not."""

    platform: Entry[Platform]
    domains: tuple[Domain, ...]
    addresses: tuple[Card, ...]
    """Its own mailboxes, numbers and accounts, as it names them itself."""
    fakes: FakeGroups


@dataclass(frozen=True, kw_only=True)
class FaqPage(Page):
    template: ClassVar[str] = "faq"


@dataclass(frozen=True, kw_only=True)
class FaqTopicPage(Page):
    template: ClassVar[str] = "faq-topic"
    faq: Faq


@dataclass(frozen=True, kw_only=True)
class ScamsPage(Page):
    template: ClassVar[str] = "scams"
    never: tuple[HoledText, ...]
    scams: tuple[Entry[Scam], ...]


@dataclass(frozen=True, kw_only=True)
class ScamPage(Page):
    template: ClassVar[str] = "scam"
    scam: Scam
    issues: tuple[Entry[Issue], ...]


@dataclass(frozen=True, kw_only=True)
class VerifyPage(Page):
    template: ClassVar[str] = "verify"
    steps: tuple[HoledText, ...]


@dataclass(frozen=True, kw_only=True)
class EvidencePage(Page):
    template: ClassVar[str] = "evidence"


@dataclass(frozen=True, kw_only=True)
class GlossaryPage(Page):
    template: ClassVar[str] = "glossary"
    terms: tuple[Defined, ...]


@dataclass(frozen=True, kw_only=True)
class SearchPage(Page):
    template: ClassVar[str] = "search"


@dataclass(frozen=True, kw_only=True)
class RetiredPage(Page):
    template: ClassVar[str] = "retired"
    replacement: AnyEntry | None


def pages(materials: Materials) -> Iterator[Page]:
    yield _faq(materials)
    yield from (_topic(materials, entry) for entry in materials.library.shelf(FAQS).values())
    scams = tuple(materials.library.shelf(SCAMS).values())
    yield ScamsPage(cover=materials.words.cover("scams/", "scams"), never=materials.never, scams=scams)
    yield from (_scam(materials, entry) for entry in scams)
    yield _verify(materials)
    yield _evidence(materials)
    yield _glossary(materials)
    yield _search(materials)
    yield from (_retired(materials, entry) for entry in materials.library.shelf(RETIRED).values())


def _faq(materials: Materials) -> Page:
    topics = sorted(materials.library.shelf(FAQS).values(), key=lambda topic: (topic.value.order, topic.id))
    sections = (
        Section(f"topic-{topic.id}", topic.value.name, "topic", (topic, _questions_of(materials.library, topic))) for topic in topics
    )
    return FaqPage(cover=materials.words.cover("faq/", "faq"), sections=folded(sections))


def _topic(materials: Materials, entry: Entry[Faq]) -> Page:
    library = materials.library
    sections = (
        Section(id, question.question, "question", Answered(question, resolved(library, question.links)))
        for id, question in entry.value.questions.items()
    )
    return FaqTopicPage(cover=of_entry(entry), sections=tuple(sections), holds=_questions_of(library, entry), faq=entry.value)


def _scam(materials: Materials, entry: Entry[Scam]) -> Page:
    scam = entry.value
    outline = materials.words.outline(
        ("tell", "how-to-tell"),
        ("do", "what-to-do-now"),
        ("how", "how-it-goes"),
        ("examples", "examples-title", scam.examples),
        ("facts", "facts-title", scam.facts),
        ("issues", "already-happened", scam.issues),
    )
    return ScamPage(cover=of_entry(entry), sections=outline, scam=scam, issues=listed(materials.library, ISSUES, scam.issues))


def _verify(materials: Materials) -> Page:
    platforms = (
        Section(f"platform-{entry.id}", entry.value.name, "platform", _verifiable(materials, entry))
        for entry in materials.index.platforms
        if entry.value.kind != "other"  # that is any platform, and has no address
    )
    return VerifyPage(
        cover=materials.words.cover("verify/", "verify"),
        elements=("channel-check",),
        sections=folded((*materials.words.outline(("how", "verify-how")), *platforms), "how"),
        steps=tuple(materials.words(f"verify-step-{i}") for i in range(1, 6)),
    )


def _verifiable(materials: Materials, platform: Entry[Platform]) -> Verifiable:
    cards = materials.cards.by_platform.get(platform.id, ())
    own = tuple(card for card in cards if card.address and card.address.contact.kind in _SPOKEN_TO and card.standing.may_be_copied)
    return Verifiable(platform, domains_of(platform.value), own, faked(platform.value))


def _evidence(materials: Materials) -> Page:
    shelf = materials.library.shelf(EVIDENCE)
    sections = (Section(id, entry.value.name, "evidence", entry.value, contents=(entry.value.why,)) for id, entry in shelf.items())
    cover = materials.words.cover("evidence/", "evidence")
    return EvidencePage(cover=cover, sections=folded(sections), elements=("list-filter",), holds=tuple(shelf.values()))


def _glossary(materials: Materials) -> Page:
    shelf = materials.library.shelf(GLOSSARY)
    terms = tuple(Defined(entry, resolved(materials.library, entry.value.see)) for entry in shelf.values())
    return GlossaryPage(
        cover=materials.words.cover("glossary/", "glossary"), elements=("list-filter",), holds=tuple(shelf.values()), terms=terms
    )


def _search(materials: Materials) -> Page:
    """Every page that an entry has to itself, and every question: what a search leads to, for whoever has no scripts."""
    library, words = materials.library, materials.words
    kinds = (ISSUES, SCAMS, PLATFORMS, CHANNEL_TYPES, LETTERS, ESCALATION, PLACES)
    lists = ((kind.name, words(f"{kind.home.rstrip('/')}-title"), tuple(library.shelf(kind).values())) for kind in kinds)
    topics = sorted(library.shelf(FAQS).values(), key=lambda topic: (topic.value.order, topic.id))
    questions = ((f"faq-{topic.id}", topic.value.name, _questions_of(library, topic)) for topic in topics)
    everything: tuple[tuple[str, Words, tuple[AnyEntry, ...]], ...] = (*lists, *questions)
    sections = tuple(Section(anchor, heading, "entries", entries) for anchor, heading, entries in everything if entries)
    return SearchPage(cover=materials.words.cover("search/", "search"), sections=sections)


def _questions_of(library: Library, topic: Entry[Faq]) -> tuple[Entry[Question], ...]:
    shelf = library.shelf(QUESTIONS)
    return tuple(shelf[f"{topic.id}/{id}"] for id in topic.value.questions)


def _retired(materials: Materials, entry: Entry[Retired]) -> Page:
    """An address that once was: it says why, and leads on to what replaces it."""
    retired, title = entry.value, materials.words("retired-title")
    cover = Cover(KINDS[retired.kind].address_of(entry.id), title, retired.reason, entry.origin.path)
    replacement = entry_at(materials.library, retired.replacement)
    return RetiredPage(cover=cover, redirect=replacement.address if replacement else None, replacement=replacement)
