"""What there is to find: every page, and every part of one that has an anchor and a name of its own."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from ..model.kinds import (
    BODIES,
    CONTACTS,
    EMERGENCY,
    ENTITIES,
    EVIDENCE,
    FAQS,
    GLOSSARY,
    ISSUES,
    KINDS,
    PLATFORMS,
    QUESTIONS,
    RETIRED,
    SCAMS,
    SEARCHES,
)
from ..model.kinds.platforms import Platform
from ..model.kinds.reference import Evidence, Question, Scam, Term
from ..model.kinds.troubles import Issue, Moment
from ..model.library import Library
from ..model.text import Model, Text, Words
from ..pages.page import AnyEntry, Page, Site
from ..pages.page import Words as Said
from .corpus import Document

PARTS = frozenset(kind.name for kind in (BODIES, CONTACTS, EMERGENCY, ENTITIES, EVIDENCE, GLOSSARY, QUESTIONS))
"""Kinds whose entries are found by themselves though they stand on a page with others."""
_WEIGHTS = {
    **{ISSUES.name: 1.12, QUESTIONS.name: 1.08, EMERGENCY.name: 1.1, SCAMS.name: 1.1, PLATFORMS.name: 0.9},
    **{FAQS.name: 0.85, GLOSSARY.name: 0.25, BODIES.name: 0.85, ENTITIES.name: 0.8, CONTACTS.name: 0.85},
}
"""How much more than another document an entry of a kind counts: pages that help stand before pages that explain."""


def documents(site: Site, language: str, say: Callable[[str], str]) -> Iterator[Document]:
    """Everything that can be found in a language, in the order of the site; addresses that only lead on to others, or that another page stands for, are left out.

    ``say`` gives a phrase of the interface.
    """
    entries = {entry.address: entry for entry in site.library if KINDS[entry.kind].address and entry.kind != RETIRED.name}
    asked = _asked(site.library, language)
    for page in site:
        if page.redirect is None and page.canonical is None and page.template != "retired":
            found = _on_page(page, entries.get(page.cover.path), language, say)
            yield from (replace(document, asked=asked.get(reference, ())) for reference, document in found)


def _on_page(page: Page, entry: AnyEntry | None, language: str, say: Callable[[str], str]) -> Iterator[tuple[str, Document]]:
    """The page and its parts, each with the reference of its entry; '' for a page that is of none."""
    yield _reference(entry) if entry else "", _of_page(page, entry, language, say)
    yield from ((_reference(part), _of_part(part, page, language, say)) for part in page.holds if part.kind in PARTS)


def _reference(entry: AnyEntry) -> str:
    return f"{entry.kind}/{entry.id}"


def _asked(library: Library, language: str) -> dict[str, tuple[str, ...]]:
    """What readers type for each entry, by its reference."""
    found: dict[str, tuple[str, ...]] = {}
    for asked in (asked for searches in library.all(SEARCHES).values() for asked in searches.phrases):
        found[asked.means] = (*found.get(asked.means, ()), *asked[language])
    return found


def _of_page(page: Page, entry: AnyEntry | None, language: str, say: Callable[[str], str]) -> Document:
    cover = page.cover
    return Document(
        address=cover.path,
        title=_said(cover.title, language),
        page="",
        step=_said((_step(entry.value) if entry else None) or cover.description, language),
        section=say(cover.section) if cover.section else "",
        urgency=_urgency(entry.value) if entry else "",
        weight=_WEIGHTS.get(cover.kind, 1.0),
        names=_joined(_titles(cover.title), _names(entry) if entry else {}),
    )


def _of_part(entry: AnyEntry, page: Page, language: str, say: Callable[[str], str]) -> Document:
    section = KINDS[KINDS[entry.kind].owner or entry.kind].section
    return Document(
        address=entry.address,
        title=_said(entry.name, language),
        page=_said(page.cover.title, language),
        step=_said(_step(entry.value) or "", language),
        section=say(section) if section else "",
        urgency=_urgency(entry.value),
        weight=_WEIGHTS.get(entry.kind, 1.0),
        names=_joined(_titles(entry.name), _names(entry)),
    )


def _said(words: Said, language: str) -> str:
    return words if isinstance(words, str) else words[language]


def _titles(title: Said) -> dict[str, tuple[str, ...]]:
    return {"": (title,)} if isinstance(title, str) else {language: (title[language],) for language in ("zh", "en")}


def _joined(*some: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {language: tuple(dict.fromkeys(name for names in some for name in names.get(language, ()))) for language in ("", "zh", "en")}


def _names(entry: AnyEntry) -> dict[str, tuple[str, ...]]:
    """What an entry is also called."""
    if isinstance(entry.value, Platform):
        return {"": entry.value.aliases}
    words = entry.value.words if isinstance(entry.value, Issue) else getattr(entry.value, "also", None)
    return {"zh": words.zh, "en": words.en} if isinstance(words, Words) else {}


def _step(value: Model) -> Said | None:
    match value:
        case Issue(steps=steps) | Moment(steps=steps):
            return steps[0].do
        case Question(answer=texts) | Scam(do=texts) | Platform(first=texts) | Evidence(capture=texts):
            return texts[0]
        case Term(meaning=meaning):
            return meaning
        case _:
            brief = getattr(value, "brief", None)
            return brief if isinstance(brief, Text) else None


def _urgency(value: Model) -> str:
    return value.urgency if isinstance(value, Issue) else "now" if isinstance(value, Moment) else ""
