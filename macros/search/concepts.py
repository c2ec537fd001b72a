"""Ideas that readers have many words for, in both languages: from data/synonyms.yaml and the names of platforms."""

from collections.abc import Iterator

from ..model.kinds import KINDS, PLATFORMS, SYNONYMS
from ..model.library import Library
from .corpus import Concept


def concepts(library: Library) -> Iterator[Concept]:
    """The ideas of a library, in the order of their files."""
    for entry in library.shelf(SYNONYMS).values():
        synonym = entry.value
        first = _address(library, synonym.first) if synonym.first else ""
        yield Concept((*synonym.zh, *synonym.en), tuple(_address(library, reference) for reference in synonym.means), first)
    for platform in library.shelf(PLATFORMS).values():
        name = platform.value.name
        yield Concept(tuple(dict.fromkeys((name.zh, name.en, *platform.value.aliases))), (platform.address,))


def _address(library: Library, reference: str) -> str:
    kind, _, id = reference.partition("/")
    return KINDS[kind].address_of(id)
