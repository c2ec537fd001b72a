"""The ladder: rungs in order, and the branches that open at once."""

from collections.abc import Iterator
from typing import Any

from ..model.library import Library
from .guide import Guide, Page
from .places import by_name
from .section import entry_pages, section_page


def pages(library: Library) -> Iterator[Page]:
    yield section_page(library, "escalation/", "escalation", _ladder)
    yield from entry_pages(library, "escalation", "rung", _rung)


def in_order(library: Library, branch: bool) -> list[str]:
    """The rungs, or the branches, from the first to the last."""
    rungs = library.all("escalation")
    return sorted((id for id, rung in rungs.items() if rung.branch is branch), key=lambda id: (rungs[id].order, id))


def _ladder(guide: Guide) -> dict[str, Any]:
    return {"rungs": in_order(guide.library, branch=False), "branches": in_order(guide.library, branch=True)}


def _rung(guide: Guide, id: str) -> dict[str, Any]:
    rung = guide.library.get("escalation", id)
    places = guide.library.all("places")
    bodies = [
        (place, [f"{place}/{id}" for id, body in places[place].bodies.items() if body.kind in rung.body_kinds])
        for place in by_name(guide.library)
    ]
    return {"rung": rung, "bodies": [(place, ids) for place, ids in bodies if ids]}
