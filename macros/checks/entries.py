"""Rules about entries: they refer to each other, are reachable, and look right on a page."""

import difflib

from ..model.icons import has_icon
from ..model.kinds import KINDS, LETTERS, PAGED, PLACES, RETIRED
from ..model.library import has_page, split_reference
from ..model.problems import shown
from ..model.text import HOLE, HoledText, Text
from .context import Context, Problems
from .wording import chinese_faults


def check_references(context: Context) -> Problems:
    """A reference names an entry that exists; one of the form ``kind/id`` leads to a page."""
    for entry, where, value, ref in context.visits:
        if ref:
            kind, id = split_reference(ref.kind, str(value))
            if ref.kind == "*" and not (id and has_page(kind)):
                yield entry.problem(where, *_unreadable(str(value), kind, id))
            elif not context.library.has(kind, id) and not context.library.is_broken(kind, id):
                near = difflib.get_close_matches(id, context.library.entries[kind], 1, 0.5)
                fix = f"Did you mean '{near[0]}'?" if near else f"Name an entry of '{kind}', or add it."
                yield entry.problem(where, f"There is no entry {shown(id)} among '{kind}'.", fix)


def _unreadable(value: str, kind: str, id: str) -> tuple[str, str]:
    kinds = ", ".join(PAGED)
    if not id:
        return f"{shown(value)} is not of the form kind/id.", f"Write 'kind/id' with a kind of: {kinds}."
    return f"The kind {shown(kind)} has no pages to lead to.", f"Use one of: {kinds}."


def check_reachable(context: Context) -> Problems:
    """Every entry is referred to by another one, so that a page leads to it.

    Platforms, issues, places, questions and terms stand on their section's page; words for search and
    for the interface are not pages. The rule waits until every file can be read.
    """
    if context.library.broken:
        return
    used = {(kind, id) for entry, _, kind, id in context.references if (kind, id) != (entry.kind, entry.id)}
    used |= {("fields", name) for letter in context.library.all(LETTERS).values() for name in letter.fields}
    for kind in (name for name, kind in KINDS.items() if kind.referred):
        for entry in context.library.entries[kind].values():
            if (kind, entry.id) not in used:
                yield entry.problem(
                    (),
                    f"Nothing refers to '{entry.id}', so no reader would find it.",
                    "Refer to it from an entry it belongs to, or delete it.",
                )


def check_retired(context: Context) -> Problems:
    """An id that is retired is in use no more."""
    for entry in context.library.shelf(RETIRED).values():
        if context.library.has(entry.value.kind, entry.id):
            yield entry.problem((), f"'{entry.id}' is still among '{entry.value.kind}'.", "Delete it there, or here.")


def check_places(context: Context) -> Problems:
    """A covered place has at least one body, and its bodies say what they can or cannot do."""
    for place in context.library.shelf(PLACES).values():
        if place.value.status == "covered" and not place.value.bodies:
            yield place.problem((), "The place is 'covered' but has no body.", "Add a body, or set 'status: not-covered'.")
        for id, body in place.value.bodies.items():
            if not (body.can or body.cannot or body.facts):
                yield place.problem(("bodies", id), "The body says neither what it can nor what it cannot do.", "Add 'can' or 'cannot'.")


def check_chinese_wording(context: Context) -> Problems:
    """Chinese texts keep to the rules of :mod:`macros.model.wording`."""
    for entry, where, value, _ in context.visits:
        if isinstance(value, Text | HoledText):
            for fault, fix in chinese_faults(HOLE.sub("X", value.zh)):
                yield entry.problem((*where, "zh"), fault, fix)


def check_icons(context: Context) -> Problems:
    """An icon is one that ships with the theme."""
    for entry, where, value, _ in context.visits:
        if where and where[-1] == "icon" and not has_icon(str(value)):
            yield entry.problem(
                where, f"There is no icon {shown(value)}.", "Use the name of a Material Design icon, such as 'bank-outline'."
            )
