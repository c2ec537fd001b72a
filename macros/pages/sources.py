"""What the guide rests on: its sources, and how old its facts are."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import ClassVar

from ..model.kinds import KINDS, SOURCES
from ..model.kinds.claims import Verification
from ..model.kinds.reference import Source, SourceKind
from ..model.library import Entry
from ..model.standing import LEVELS, may_be_cited
from .index import Index
from .materials import Materials, choices
from .page import AnyEntry, Page, Section, folded


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
    yield _sources(materials)
    yield _freshness(materials)


def _sources(materials: Materials) -> Page:
    users, shelf = materials.index.users_of_sources, materials.library.shelf(SOURCES)
    by_kind: dict[str, list[Cited]] = {kind: [] for kind in choices(SourceKind)}
    for id, entry in shelf.items():
        by_kind[entry.value.kind].append(Cited(entry, tuple(users.get(id, ())), may_be_cited(entry.value)))
    sections = (Section(f"kind-{kind}", materials.words(f"source-{kind}"), "sources", found) for kind, found in by_kind.items() if found)
    cover = materials.words.cover("sources/", "sources")
    return SourcesPage(cover=cover, sections=folded(sections), elements=("list-filter",), holds=tuple(shelf.values()))


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
