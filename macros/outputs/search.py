"""What the search of a site is made from: its pages, the hand-written ones, and the ideas of its library."""

from pathlib import Path

from ..checks.prose.page import Prose
from ..html.words import Speech
from ..model.kinds import STRINGS
from ..pages.page import Site
from ..search.concepts import concepts
from ..search.documents import documents
from ..search.files import Search
from ..search.prose import prose_documents


def search_of(site: Site, language: str, docs: Path) -> Search:
    """One language's search; ``docs`` holds the hand-written pages."""
    prose = Prose(docs, site.library.all(STRINGS)).pages
    say = Speech(site.library, language).say
    words = {"first": say("search-first"), "now": say("urgency-now"), "today": say("urgency-today")}
    found = (*documents(site, language, say), *prose_documents(prose, language))
    return Search(found, tuple(concepts(site.library)), language, words)
