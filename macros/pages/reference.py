"""Questions, scams, checking an address, words, sources, and how old the facts are."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

from ..model.kinds.claims import Level, Verification
from ..model.kinds.reference import Retired, Source, SourceKind
from ..model.library import Library
from ..model.text import LANGUAGES
from ..paths import has_page, path_of
from .guide import Guide, Page, phrase
from .platforms import in_order
from .section import View, entry_pages, never, section_page


def pages(library: Library) -> Iterator[Page]:
    yield section_page(library, "faq/", "faq", _faqs)
    yield from entry_pages(library, "faqs", "faq-topic", lambda guide, id: {"faq": guide.library.get("faqs", id)})
    yield section_page(library, "scams/", "scams", lambda guide: {"never": never(guide)})
    yield from entry_pages(library, "scams", "scam", lambda guide, id: {"scam": guide.library.get("scams", id)})
    yield section_page(library, "verify/", "verify", _verify)
    yield section_page(library, "glossary/", "glossary", _glossary)
    yield section_page(library, "sources/", "sources", _sources, weight=0)
    yield section_page(library, "freshness/", "freshness", _freshness, weight=0)
    yield from _retired(library)


def _retired(library: Library) -> Iterator[Page]:
    """Addresses that once were: each says why, and leads on to what replaces it."""
    for id, entry in library.entries["retired"].items():
        retired: Retired = entry.value
        onward = path_of(*library.resolve("*", retired.replacement)) if retired.replacement else ""
        title = phrase(library, "retired-title")
        yield Page(
            path_of(retired.kind, id), "retired", title, retired.reason, entry.origin.path, redirect=onward, view=_replacement(retired)
        )


def _replacement(retired: Retired) -> View:
    return lambda guide: {"replacement": retired.replacement}


def _faqs(guide: Guide) -> dict[str, Any]:
    topics = sorted(guide.library.all("faqs").items(), key=lambda topic: (topic[1].order, topic[0]))
    return {"topics": topics}


def _verify(guide: Guide) -> dict[str, Any]:
    return {"platforms": in_order(guide), "steps": [guide.say(f"verify-step-{i}") for i in range(1, 6)]}


def _glossary(guide: Guide) -> dict[str, Any]:
    terms = sorted(guide.library.all("glossary").items(), key=lambda item: item[1].term[guide.language].casefold())
    return {"terms": terms, "other": next(tongue for tongue in LANGUAGES if tongue != guide.language)}


def _sources(guide: Guide) -> dict[str, Any]:
    users: dict[str, dict[tuple[str, str], None]] = {id: {} for id in guide.library.all("sources")}
    for entry, _, verification in guide.facts:
        for source in (verification.source, *verification.also):
            if source and (page := _page_of(entry.kind, entry.id)):
                users[source][page] = None
    sources: dict[str, Source] = guide.library.all("sources")
    kinds = [
        (kind, [(id, source, list(users[id])) for id, source in sources.items() if source.kind == kind]) for kind in get_args(SourceKind)
    ]
    return {"kinds": [(kind, items) for kind, items in kinds if items]}


def _page_of(kind: str, id: str) -> tuple[str, str] | None:
    """The named entry on whose page another entry's facts stand."""
    if kind == "channels":
        return "platforms", id
    return (kind, id) if has_page(kind) and kind != "emergency" else None


def _freshness(guide: Guide) -> dict[str, Any]:
    verifications = [verification for _, _, verification in guide.facts]
    counts = Counter(verification.level for verification in verifications)
    return {
        "total": len(verifications),
        "checked": sum(1 for v in verifications if v.checked),
        "dated": sum(1 for v in verifications if v.published),
        "levels": [(level, counts[level]) for level in get_args(Level)],
        "rows": _facts_by_page(guide),
    }


def _facts_by_page(guide: Guide) -> list[dict[str, Any]]:
    shelves: dict[tuple[str, str], list[Verification]] = {}
    for entry, _, verification in guide.facts:
        if page := _page_of(entry.kind, entry.id):
            shelves.setdefault(page, []).append(verification)
    rows = [
        {
            "kind": kind,
            "id": id,
            "facts": len(found),
            "official": sum(1 for v in found if v.level == "official"),
            "oldest": min((v.published for v in found if v.published), default=None),
        }
        for (kind, id), found in shelves.items()
    ]
    return sorted(rows, key=lambda row: -row["facts"])
