"""Rules about entries: they refer to each other, are reachable, and look right on a page."""

import difflib
from collections import Counter
from collections.abc import Collection

from ..model.icons import has_icon, near_icon
from ..model.kinds import KINDS, LETTERS, PAGED, PLACES, RETIRED, SEARCHES, SYNONYMS
from ..model.kinds.reference import Searches
from ..model.known import KNOWN_IDS
from ..model.library import Entry, Library, has_page, split_reference
from ..model.lines import Path
from ..model.problems import Problem, shown
from .context import Context, Problems


def check_references(context: Context) -> Problems:
    """A reference names an entry that exists; one of the form ``kind/id`` leads to a page.

    Where several name one that is not there and nothing names a similar one, the entry itself is told: it is misspelt.

    Bad: data/issues/login.yaml: letters: [complaint] → letters: [complant]
    Good: data/issues/login.yaml: letters: [complaint] → letters: [complaint, first-ticket]
    """
    misspelt = _misspelt(context)
    for entry, where, written, mark in context.marked:
        kind, id = split_reference(mark.kind, written)
        if mark.kind == "*" and not (id and has_page(kind)):
            yield entry.problem(where, *_unreadable(written, kind, id))
        elif (kind, id) not in misspelt and not context.library.has(kind, id) and not context.library.is_broken(kind, id):
            near = near_id(context.library, kind, id, entry.id)
            fix = f"Did you mean '{near}'?" if near else f"Name an entry of '{kind}', or add it."
            yield entry.problem(where, f"There is no entry {shown(id)} among '{kind}'.", fix)
    for (kind, id), (written, times) in misspelt.items():
        message = f"Nothing refers to {shown(written)}, and {times} places refer to {shown(id)}."
        yield context.library.entries[kind][written].problem((), message, f"Did you mean '{id.rpartition('/')[2]}'?")


def _misspelt(context: Context) -> dict[tuple[str, str], tuple[str, int]]:
    """Ids that are referred to more than once and not there, each with the unused one that it is written as, and how often."""
    asked = Counter((kind, id) for _, _, kind, id in context.references)
    missing = {(kind, id): times for (kind, id), times in asked.items() if kind in KINDS and not context.library.has(kind, id)}
    found = {}
    for (kind, id), times in missing.items():
        unused = [other for other in context.library.entries[kind] if (kind, other) not in asked]
        near = difflib.get_close_matches(id, unused, 1, 0.8) if times > 1 and not context.library.is_broken(kind, id) else []
        if near:
            found[kind, id] = (near[0], times)
    return found


def near_id(library: Library, kind: str, id: str, owner: str) -> str:
    """The id that a misspelt one most likely means, a part of the owner's own first; '' if none is near."""
    ids: Collection[str] = library.entries[kind]
    own = [other for other in ids if other.startswith(f"{owner}/")]
    wanted = f"{owner}/{id.rpartition('/')[2]}"
    near = difflib.get_close_matches(wanted, own, 1, 0.6) or difflib.get_close_matches(id, ids, 1, 0.5)
    return near[0] if near else ""


def _unreadable(value: str, kind: str, id: str) -> tuple[str, str]:
    kinds = ", ".join(PAGED)
    if not id:
        return f"{shown(value)} is not of the form kind/id.", f"Write 'kind/id' with a kind of: {kinds}."
    return f"The kind {shown(kind)} has no pages to lead to.", f"Use one of: {kinds}."


def check_reachable(context: Context) -> Problems:
    """Every entry is referred to by another one, so that a page leads to it.

    Platforms, issues, places, questions and terms stand on their section's page; words for search and
    for the interface are not pages, and lead nobody. The rule waits until every file can be read; an entry that a misspelt reference may mean
    is left to that.

    Bad: data/issues/login.yaml: scams: [fake-support] → scams: []
      & data/searches/scams.yaml: + phrases: [{means: scams/fake-support, en: [is this support real]}]
    Good: data/issues/login.yaml: scams: [fake-support] → related: []⏎scams: [fake-support]
    """
    lost = {(kind, id) for _, _, kind, id in context.references if not context.library.has(kind, id)}
    if context.library.broken:
        return
    leading = ((entry, kind, id) for entry, _, kind, id in context.references if entry.kind not in (SEARCHES.name, SYNONYMS.name))
    used = {(kind, id) for entry, kind, id in leading if (kind, id) != (entry.kind, entry.id)}
    used |= {("fields", name) for letter in context.library.all(LETTERS).values() for name in letter.fields}
    for kind in (name for name, kind in KINDS.items() if kind.referred):
        for entry in context.library.entries[kind].values():
            if (kind, entry.id) not in used and not difflib.get_close_matches(entry.id, [id for other, id in lost if other == kind], 1):
                yield entry.problem(
                    (),
                    f"Nothing refers to '{entry.id}', so no reader would find it.",
                    "Refer to it from an entry it belongs to, or delete it.",
                )


def check_searches(context: Context) -> Problems:
    """What readers type stands in one list only: the search learns from it where they want to go, and cannot learn both ways.

    Bad: data/searches/issues.yaml: + phrases: [{means: issues/login, en: [locked me out]}, {means: scams/fake-support, en: [Locked me out]}]
    Good: data/searches/issues.yaml: + phrases: [{means: issues/login, en: [locked me out]}, {means: scams/fake-support, en: [they hung up]}]
    """
    first: dict[str, tuple[Entry[Searches], Path]] = {}
    for entry in context.library.shelf(SEARCHES).values():
        for where, phrase in ((where, value) for where, value, reference in entry.visits if isinstance(value, str) and not reference):
            other, there = first.setdefault(phrase.casefold(), (entry, where))
            if (other, there) != (entry, where):
                message = f"{shown(phrase)} stands in {other.origin.path}:{other.line(there)} too."
                yield entry.problem(where, message, "Keep it where most who type it want to go.")


def check_retired(context: Context) -> Problems:
    """An id that is retired had a page of its own, and is in use no more.

    Bad: data/retired.yaml: + login: {kind: issues, reason: {zh: 并入别处。, en: It became part of another one.}}
    Good: data/retired.yaml: + sign-in: {kind: issues, reason: {zh: 并入别处。, en: It became part of another one.}}
    """
    kinds = [name for name, kind in KINDS.items() if kind.retirable]
    for entry in context.library.shelf(RETIRED).values():
        kind = entry.value.kind
        if kind not in kinds:
            near = difflib.get_close_matches(kind, kinds, 1, 0.7)
            hint = f"Did you mean '{near[0]}'? " if near else ""
            yield entry.problem(("kind",), f"{shown(kind)} has no pages that could be retired.", f"{hint}Use one of: {', '.join(kinds)}.")
        elif context.library.has(kind, entry.id):
            yield entry.problem((), f"'{entry.id}' is still among '{kind}'.", "Delete it there, or here.")


def check_known_ids(context: Context) -> Problems:
    """The ids that the program itself uses are there: see macros/model/known.py.

    A library that has only few of them is another guide's, and goes without what they are for.

    Bad: data/emergency.yaml: too-much: → too-bad:
    Good: data/emergency.yaml: too-much: → first-hour:⏎  time: {zh: 先, en: First}⏎  steps: [{do: {zh: 停。, en: Stop.}}]⏎too-much:
    """
    known = [(kind, id) for kind, ids in KNOWN_IDS.items() for id in ids if not context.library.is_broken(kind, id)]
    missing = [pair for pair in known if not context.library.has(*pair)]
    told = {(kind, id) for _, _, kind, id in context.references}
    for kind, id in missing if 2 * len(missing) < len(known) else ():
        if (kind, id) not in told:
            others = context.library.entries[kind].keys() - KNOWN_IDS[kind]
            near = difflib.get_close_matches(id, sorted(others), 1, 0.5)
            message = f"The program itself needs the entry '{id}' of '{kind}', which is not there."
            if near:
                yield context.library.entries[kind][near[0]].problem((), message, f"Call it '{id}' again.")
            else:
                yield Problem(_place_of(context.library, kind, id), 1, id, message, "Add it; macros/model/known.py says what it is for.")


def _place_of(library: Library, kind: str, id: str) -> str:
    """The file in which an entry that is missing would stand."""
    root = next((entry.origin.path.partition("/")[0] for entry in library), "data")
    return f"{root}/{kind}/{id}.yaml" if KINDS[kind].folder else f"{root}/{kind}.yaml"


def check_places(context: Context) -> Problems:
    """A covered place has at least one body, and its bodies say what they can or cannot do.

    Bad: data/places/mt.yaml: can:⏎      - text: {zh: 可以处罚。, en: It can fine.}⏎        verification: {level: official, source: law-act} → letters: [complaint]
    Good: data/places/mt.yaml: can:⏎      - text: {zh: 可以处罚。 → cannot:⏎      - text: {zh: 可以处罚。
    """
    for place in context.library.shelf(PLACES).values():
        if place.value.status == "covered" and not place.value.bodies:
            yield place.problem((), "The place is 'covered' but has no body.", "Add a body, or set 'status: not-covered'.")
        for id, body in place.value.bodies.items():
            if not (body.can or body.cannot or body.facts):
                yield place.problem(("bodies", id), "The body says neither what it can nor what it cannot do.", "Add 'can' or 'cannot'.")


def check_icons(context: Context) -> Problems:
    """An icon is one that ships with the theme.

    Bad: data/issues/login.yaml: icon: lock-outline → icon: lock-outlined
    Good: data/issues/login.yaml: icon: lock-outline → icon: lock
    """
    for entry, where, name in context.under("icon"):
        if not has_icon(name):
            near = near_icon(name)
            hint = f"Did you mean '{near}'? " if near else ""
            fix = f"{hint}Use the name of a Material Design icon, such as 'bank-outline'."
            yield entry.problem(where, f"There is no icon {shown(name)}.", fix)
