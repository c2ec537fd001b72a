"""The hand-written pages as something to find."""

import re
from collections.abc import Iterator, Sequence

from ..checks.prose.page import FRONT_MATTER, Page
from ..model.text import LANGUAGES
from .corpus import Document

_HEADING = re.compile(r"^(#{1,2}) (.*?)(?: \{#[\w-]+\})?$", re.MULTILINE)


def prose_documents(pages: Sequence[Page], language: str) -> Iterator[Document]:
    """A document in a language for each page that is written in both."""
    by_address: dict[str, dict[str, Page]] = {}
    for page in pages:
        by_address.setdefault(page.address, {})[page.language] = page
    for address, both in sorted(by_address.items()):
        if both.keys() == set(LANGUAGES):
            yield _document(address, both, language)


def _document(address: str, both: dict[str, Page], language: str) -> Document:
    headings = {tongue: [found for _, found in _HEADING.findall(page.text)] or [address] for tongue, page in both.items()}
    described = FRONT_MATTER.match(both[language].text)
    return Document(
        address=address,
        title=headings[language][0],
        page="",
        step=described[1].strip('"') if described else "",
        section="",
        urgency="",
        weight=0.9,
        names={"": (), **{tongue: (found[0],) for tongue, found in headings.items()}},
        asked=tuple(headings[language][1:]),
    )
