"""Rules across entries. Each ``check_…`` takes the context and yields problems; its docstring is the rule."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from ..model.library import Library
from ..model.load import load
from ..model.problems import Problem
from . import addresses, claims, entries, letters
from .context import Context, Problems

CHECKS: tuple[Callable[[Context], Problems], ...] = (
    entries.check_references,
    entries.check_reachable,
    entries.check_retired,
    entries.check_places,
    entries.check_chinese_wording,
    entries.check_icons,
    claims.check_dates,
    claims.check_official_source,
    claims.check_sources_agree,
    claims.check_facts_differ,
    addresses.check_contact_hosts,
    addresses.check_own_domains_apart,
    addresses.check_look_alikes_are_vouched_for,
    addresses.check_not_official_is_not,
    addresses.check_domains_in_texts,
    letters.check_holes,
    letters.check_letter_fields,
    letters.check_field_names,
    letters.check_public_letters,
    letters.check_conditions,
    letters.check_letter_figures,
    letters.check_rights_have_basis,
)


class DayError(Exception):
    """SOURCE_DATE_EPOCH is set to something that is no day."""


def today() -> date:
    """The day on which facts are judged: SOURCE_DATE_EPOCH if it is set, else the clock's (UTC); DayError if it is no number."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()
    except (ValueError, OverflowError, OSError):
        raise DayError(f"SOURCE_DATE_EPOCH is '{epoch}'. Set it to a number of seconds since 1970, or leave it out.") from None


def check_library(library: Library) -> list[Problem]:
    """Every problem of content, sorted and each told once; DayError as :func:`today`."""
    context = Context(library, today())
    return sorted({problem for check in CHECKS for problem in check(context)})


def read_and_check(root: Path) -> tuple[Library, list[Problem]]:
    """The library below a folder, and every problem of form or content, sorted and each told once; DayError as :func:`today`."""
    library, problems = load(root)
    return library, sorted({*problems, *check_library(library)})
