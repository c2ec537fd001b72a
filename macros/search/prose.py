"""The hand-written pages as something to find."""

import re
from collections.abc import Iterator, Sequence

from ..checks.prose.page import FRONT_MATTER, Page
from ..model.text import LANGUAGES
from .documents import Document

_HEADING = re.compile(r"^(#{1,2}) (.*?)(?: \{#[\w-]+\})?$", re.MULTILINE)
_CALL = re.compile(r"\{\{.*?\}\}|\{#[\w-]+\}")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SIGNS = re.compile(r"[*_`|>#]|^ *[-+] |^ *\d+\. |:?-{3,}:?", re.MULTILINE)


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
    text = both[language].text
    described = FRONT_MATTER.match(text)
    return Document(
        address=address,
        title=headings[language][0],
        page="",
        step=described[1].strip('"') if described else "",
        section="",
        urgency="",
        weight=0.9,
        names={"": (), **{tongue: (found[0],) for tongue, found in headings.items()}},
        headings=tuple(headings[language][1:]),
        texts=(_plain(text),),
    )


def _plain(markdown: str) -> str:
    return _SIGNS.sub(" ", _LINK.sub(r"\1", _CALL.sub(" ", FRONT_MATTER.sub("", markdown))))
