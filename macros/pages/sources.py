"""What the guide rests on: its sources, and how old its facts are."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import ClassVar

from ..model.kinds import KINDS, SOURCES
from ..model.kinds.claims import Verification
from ..model.kinds.reference import Source, SourceKind
from ..model.library import Entry
from ..model.standing import LEVELS, may_be_cited
from .index import Index
from .materials import Materials, choices, grouped
from .page import AnyEntry, Page, Section, Words, folded


@dataclass(frozen=True)
class Cited:
    """A source and the entries whose pages rest on it."""

    entry: Entry[Source]
    users: tuple[AnyEntry, ...]
    may_be_linked: bool


@dataclass(frozen=True)
class Row:
    """The facts of one page: how many there are, how many of them first-hand, and the oldest date that a text of theirs bears."""

    entry: AnyEntry
    facts: int
    official: int
    oldest: date | None


@dataclass(frozen=True, kw_only=True)
class SourcesPage(Page):
    template: ClassVar[str] = "sources"
    groups: tuple["SourcesOfKindPage", ...]


@dataclass(frozen=True, kw_only=True)
class SourcesOfKindPage(Page):
    template: ClassVar[str] = "sources-of-kind"
    name: Words
    cited: tuple[Cited, ...]


@dataclass(frozen=True, kw_only=True)
class FreshnessPage(Page):
    template: ClassVar[str] = "freshness"
    total: int
    checked: int
    dated: int
    levels: tuple[tuple[str, int], ...]
    due: tuple[Row, ...]
    """The pages to compare first: those with the oldest texts."""


def pages(materials: Materials) -> Iterator[Page]:
    groups = tuple(_sources_of_kind(materials, kind, entries) for kind, entries in _by_kind(materials))
    yield SourcesPage(cover=materials.words.cover("sources/", "sources"), groups=groups)
    yield from groups
    yield _freshness(materials)


def _by_kind(materials: Materials) -> tuple[tuple[str, tuple[Entry[Source], ...]], ...]:
    return grouped(materials.library.shelf(SOURCES).values(), lambda entry: entry.value.kind, choices(SourceKind))


def _sources_of_kind(materials: Materials, kind: str, entries: tuple[Entry[Source], ...]) -> SourcesOfKindPage:
    """The page of all sources of a kind: together they would be more than a phone should wait for."""
    words, users = materials.words, materials.index.users_of_sources
    name = words(f"source-{kind}")
    home = words.cover("sources/", "sources")
    cover = replace(home, path=f"{SOURCES.home}{kind}/", title=words.filled("sources-of", kind=name), kind=SOURCES.name)
    cited = tuple(Cited(entry, tuple(users.get(entry.id, ())), may_be_cited(entry.value)) for entry in entries)
    return SourcesOfKindPage(cover=cover, elements=("list-filter",), holds=entries, canonical=home.path, name=name, cited=cited)


def _freshness(materials: Materials) -> Page:
    verifications = [verification for _, verification in materials.index.facts]
    counts = Counter(verification.level for verification in verifications)
    words, rows = materials.words, _rows(materials.index)
    by_kind = groupby(sorted(rows, key=lambda row: row.entry.kind), key=lambda row: row.entry.kind)
    tables = (Section(f"of-{kind}", words(f"{KINDS[kind].home.rstrip('/#')}-title"), "where", tuple(found)) for kind, found in by_kind)
    outline = words.outline(("levels", "levels-title"), ("due", "due-title"), ("shelf-life", "shelf-life-title"))
    return FreshnessPage(
        cover=words.cover("freshness/", "freshness"),
        sections=(*outline, *folded(tables)),
        elements=("list-filter",),
        total=len(verifications),
        checked=sum(1 for v in verifications if v.checked),
        dated=sum(1 for v in verifications if v.published),
        levels=tuple((level, counts[level]) for level in LEVELS),
        due=tuple(sorted((row for row in rows if row.oldest), key=lambda row: row.oldest or date.max)[:10]),
    )


def _rows(index: Index) -> tuple[Row, ...]:
    """The pages that state facts, those with the most first."""
    found: dict[tuple[str, str], tuple[AnyEntry, list[Verification]]] = {}
    for entry, verification in index.facts:
        if owner := index.shown_by(entry):
            found.setdefault((owner.kind, owner.id), (owner, []))[1].append(verification)
    rows = [_row(owner, verifications) for owner, verifications in found.values()]
    return tuple(sorted(rows, key=lambda row: -row.facts))


def _row(owner: AnyEntry, verifications: list[Verification]) -> Row:
    official = sum(1 for v in verifications if v.level == "official")
    return Row(owner, len(verifications), official, min((v.published for v in verifications if v.published), default=None))
