"""Home, the way in, and a page for each kind of trouble."""

from collections.abc import Iterator
from typing import Any, get_args

from ..model.kinds.troubles import Issue
from ..model.library import Library
from .escalation import in_order
from .guide import Guide, Page
from .places import by_region
from .platforms import contacts_for
from .platforms import in_order as platforms_in_order
from .section import entry_pages, grouped, never, section_page

_GROUPS = get_args(Issue.model_fields["group"].annotation)
_URGENCIES = get_args(Issue.model_fields["urgency"].annotation)


def pages(library: Library) -> Iterator[Page]:
    yield section_page(library, "", "home", _home)
    yield section_page(library, "start/", "start", _start)
    yield section_page(library, "issues/", "issues", _by_group)
    yield from entry_pages(library, "issues", "issue", _issue, _script_of, weight=3)


def _script_of(issue: Issue) -> str:
    return "elements/quality-rubric/quality-rubric.js" if issue.rubric else ""


def _by_group(guide: Guide) -> dict[str, Any]:
    issues: dict[str, Issue] = guide.library.all("issues")
    ids = sorted(issues, key=lambda id: _URGENCIES.index(issues[id].urgency))
    return {"groups": grouped(ids, lambda id: issues[id].group, _GROUPS)}


def _home(guide: Guide) -> dict[str, Any]:
    checked = sum(1 for _, _, verification in guide.facts if verification.checked)
    count = {"facts": len(guide.facts), "checked": checked, "sources": len(guide.library.all("sources"))}
    return {**_by_group(guide), **count, "never": never(guide)}


def _start(guide: Guide) -> dict[str, Any]:
    platforms = [id for id, _ in platforms_in_order(guide)]
    return {**_by_group(guide), "platforms": platforms, "regions": by_region(guide.library), "rungs": in_order(guide.library, branch=False)}


def _issue(guide: Guide, id: str) -> dict[str, Any]:
    issue: Issue = guide.library.get("issues", id)
    contacts = contacts_for(guide, id, issue.channels) if issue.channels else []
    questions = [q for q, value in guide.library.all("questions").items() if f"issues/{id}" in value.links]
    return {"issue": issue, "contacts": contacts, "questions": questions}
