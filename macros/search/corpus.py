"""What a search is made from: words alone, for a process that knows nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Document:
    """Something to find, in one language: words alone, which another process can be given.

    ``names`` are the names of it by language, those that hold in both under ''. ``asked`` is what else is typed by those who look for it,
    or what it says of itself: it makes the document likely, but is no name of it.
    """

    address: str
    title: str
    page: str
    """The name of the page it is a part of; '' for a page."""
    step: str
    """What to do first, or what it says first."""
    section: str
    """The name of the section of the site."""
    urgency: str
    weight: float
    names: Mapping[str, tuple[str, ...]]
    asked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Concept:
    """An idea: the phrases that stand for it, the addresses it leads to, and the one that must stand first whatever else fits."""

    phrases: tuple[str, ...]
    means: tuple[str, ...]
    first: str = ""
