"""Rules about who takes a case: each body leads somewhere, and each of its rules can be met."""

from collections.abc import Iterator

from ..model.kinds import BODIES, ENTITIES, ISSUES
from ..model.kinds.places import Body, Taking
from ..model.library import Entry
from ..model.lines import Path
from .context import Context, Problems


def check_bodies_take_troubles(context: Context) -> Problems:
    """A body says in 'takes' which troubles it takes; 'takes: []' says that it takes none, and then 'cannot' says why.

    Otherwise no plan would name it, and nobody would know whether that is meant.

    Bad: data/places/mt.yaml: takes: [{groups: [account], orders: nothing, verification: {level: official, source: law-act}}] → facts: []
    Good: data/places/mt.yaml: takes: [{groups: [account], → takes: [{troubles: [login],
    """
    for entry in context.library.shelf(BODIES).values():
        body = entry.value
        if not body.takes and not ("takes" in body.model_fields_set and body.cannot):
            message = "No trouble leads to the body."
            yield entry.problem((), message, "Add 'takes'; if it takes none, write 'takes: []' and say why in 'cannot'.")


def check_takings_can_be_met(context: Context) -> Problems:
    """A rule of 'takes' names a trouble once, and companies either by name or by their licence; not only those that the body cannot reach.

    Bad: data/places/mt.yaml: takes: [{groups: [account], → takes: [{groups: [account], troubles: [login],
    Good: data/places/mt.yaml: takes: [{groups: [account], → takes: [{groups: [account], company: licensed-here,
    """
    for entry in context.library.shelf(BODIES).values():
        for number, taking in enumerate(entry.value.takes):
            for where, message, fix in _faults(context, entry, taking):
                yield entry.problem(("takes", number, *where), message, fix)


def _faults(context: Context, entry: Entry[Body], taking: Taking) -> Iterator[tuple[Path, str, str]]:
    issues, companies = context.library.shelf(ISSUES), context.library.shelf(ENTITIES)
    for at, trouble in enumerate(taking.troubles):
        if trouble in issues and issues[trouble].value.group in taking.groups:
            yield ("troubles", at), f"'{trouble}' is of the group '{issues[trouble].value.group}', which stands here, too.", "Delete it."
    if taking.entities and taking.company != "any":
        yield ("company",), "The rule names its companies and says which kind they are.", "Keep one of the two."
    known = [companies[id].value for id in taking.entities if id in companies]
    if known and all(entry.id in (outside.body for outside in company.outside) for company in known):
        yield (
            ("entities",),
            "Each of these companies says that the body cannot take a case against it.",
            "Delete the rule, or mend 'outside'.",
        )
