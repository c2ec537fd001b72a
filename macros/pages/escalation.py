"""The ladder: rungs in order, and the branches that open at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ..model.kinds import ESCALATION, EVIDENCE, LETTERS, SCAMS
from ..model.kinds.letters import Letter
from ..model.kinds.places import Body, Place
from ..model.kinds.reference import Evidence, Scam
from ..model.kinds.troubles import Rung
from ..model.library import Entry, Library
from .materials import Materials
from .page import Page, Section, folded, listed, of_entry


@dataclass(frozen=True, kw_only=True)
class EscalationPage(Page):
    template: ClassVar[str] = "escalation"
    rungs: tuple[Entry[Rung], ...]
    branches: tuple[Entry[Rung], ...]


@dataclass(frozen=True, kw_only=True)
class RungPage(Page):
    template: ClassVar[str] = "rung"
    id: str
    rung: Rung
    ladder: tuple[Entry[Rung], ...]
    """The rungs from the first to the last; it may be none of them, but a side road."""
    bodies: tuple[tuple[Entry[Place], tuple[Entry[Body], ...]], ...]
    evidence: tuple[Entry[Evidence], ...]
    letters: tuple[Entry[Letter], ...]
    scams: tuple[Entry[Scam], ...]
    onward: tuple[Entry[Rung], ...]


def pages(materials: Materials) -> Iterator[Page]:
    words, library = materials.words, materials.library
    yield EscalationPage(
        cover=words.cover("escalation/", "escalation"),
        sections=words.outline(("at-once", "at-once-title"), ("ladder", "ladder-title")),
        rungs=rungs_in_order(library, branch=False),
        branches=rungs_in_order(library, branch=True),
    )
    rungs, branches = rungs_in_order(library, branch=False), rungs_in_order(library, branch=True)
    yield from (_rung(materials, entry, rungs) for entry in (*rungs, *branches))


def rungs_in_order(library: Library, branch: bool) -> tuple[Entry[Rung], ...]:
    """The rungs, or the branches, from the first to the last."""
    rungs = (entry for entry in library.shelf(ESCALATION).values() if entry.value.branch is branch)
    return tuple(sorted(rungs, key=lambda entry: (entry.value.order, entry.id)))


def _rung(materials: Materials, entry: Entry[Rung], ladder: tuple[Entry[Rung], ...]) -> Page:
    library, rung = materials.library, entry.value
    bodies = _bodies(materials, rung)
    return RungPage(
        cover=of_entry(entry),
        sections=_outline(materials, rung, bool(bodies)),
        id=entry.id,
        rung=rung,
        ladder=ladder,
        bodies=bodies,
        evidence=listed(library, EVIDENCE, rung.evidence),
        letters=listed(library, LETTERS, rung.letters),
        scams=listed(library, SCAMS, rung.scams),
        onward=listed(library, ESCALATION, rung.next),
    )


def _outline(materials: Materials, rung: Rung, has_bodies: bool) -> tuple[Section, ...]:
    outlined = materials.words.outline(
        ("how", "how"),
        ("cannot", "what-it-cannot"),
        ("bodies", "who-is-it", has_bodies),
        ("write", "write-title", rung.letters),
        ("next", "next-rung", rung.next),
        ("save", "save-title", rung.evidence),
        ("facts", "facts-title", rung.facts),
        ("corrections", "corrections-title", rung.corrections),
        ("scams", "scams-on-this", rung.scams),
    )
    return folded(outlined, "how", "cannot", "write", "next")


def _bodies(materials: Materials, rung: Rung) -> tuple[tuple[Entry[Place], tuple[Entry[Body], ...]], ...]:
    """The bodies that decide on this rung, by place; each place's in their own order."""
    kinds = dict.fromkeys(rung.body_kinds)
    found: dict[str, list[Entry[Body]]] = {}
    for body in (body for kind in kinds for body in materials.index.bodies_by_kind.get(kind, ())):
        found.setdefault(body.id.partition("/")[0], []).append(body)
    order = materials.index.positions_of_bodies
    places = (place for place in materials.places if place.id in found)
    return tuple((place, tuple(sorted(found[place.id], key=lambda body: order[body.id]))) for place in places)
