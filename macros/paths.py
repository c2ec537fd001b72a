"""Where each entry stands on the site: addresses are the same in both languages."""

from .model.kinds import KINDS
from .model.library import has_page  # noqa: F401

ROOTS = {"zh": "", "en": "en/"}
"""Where each language begins, seen from the root of the site."""


def path_of(kind: str, id: str) -> str:
    """The address of an entry, from its language's root; KeyError for a kind without pages."""
    return KINDS[kind].address_of(id)


def to_root(path: str) -> str:
    """The relative way from a page back to its language's root: ``../../`` from ``issues/fees/``."""
    return "../" * path.count("/") or "./"
