"""The files of the search, in a folder whose name changes with them, and what tells the theme's search box where it is."""

import json
from hashlib import sha256
from pathlib import Path

from ..checks.prose.page import Prose
from ..html.edition import Edition
from ..html.words import spoken
from ..model.kinds import STRINGS
from ..search.files import Search

STUB = "search/search_index.json"
"""The theme fetches it with every page and hands it to the worker: it holds no index, only where that is."""


def search_files(edition: Edition, docs: Path) -> dict[str, str]:
    """Every file of one language's search, by its address from the root of the language; ``docs`` holds the hand-written pages."""
    prose = Prose(docs, edition.site.library.all(STRINGS)).pages
    say, made = edition.speech.say, Search.of(edition.site, prose, edition.language, lambda words: str(spoken(edition.language, words)))
    files = made.files(say, {"first": say("search-first"), "now": say("urgency-now"), "today": say("urgency-today")})
    digest = sha256("\0".join(part for file in files.items() for part in file).encode()).hexdigest()[:8]
    folder = f"search/{digest}/"
    config = {"lang": [edition.language], "separator": "[\\s\\u3000]+", "folder": folder}
    stub = json.dumps({"config": config, "docs": []}, separators=(",", ":"))
    return {STUB: stub, **{folder + name: text for name, text in files.items()}}
