"""The hand-written pages as something to find."""

import re
from collections.abc import Iterator, Sequence

from ..checks.prose.page import FRONT_MATTER, Page
from ..model.text import LANGUAGES, Text
from .documents import Document

_HEADING = re.compile(r"^(#{1,2}) (.*?)(?: \{#[\w-]+\})?$", re.MULTILINE)
_CALL = re.compile(r"\{\{.*?\}\}|\{#[\w-]+\}")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SIGNS = re.compile(r"[*_`|>#]|^ *[-+] |^ *\d+\. |:?-{3,}:?", re.MULTILINE)


def prose_documents(pages: Sequence[Page]) -> Iterator[Document]:
    """A document for each page that is written in both languages."""
    by_address: dict[str, dict[str, Page]] = {}
    for page in pages:
        by_address.setdefault(page.address, {})[page.language] = page
    for address, both in sorted(by_address.items()):
        if both.keys() == set(LANGUAGES):
            yield _document(address, both)


def _document(address: str, both: dict[str, Page]) -> Document:
    headings = {language: [found for _, found in _HEADING.findall(page.text)] for language, page in both.items()}
    titles = {language: found[0] if found else address for language, found in headings.items()}
    descriptions = {language: match[1].strip('"') if (match := FRONT_MATTER.match(page.text)) else "" for language, page in both.items()}
    return Document(
        address=address,
        title=_text(titles),
        page="",
        step=_text(descriptions),
        section="",
        urgency="",
        weight=0.9,
        names={"": (), **{language: (title,) for language, title in titles.items()}},
        headings=tuple(_text({"zh": zh, "en": en}) for zh, en in zip(headings["zh"][1:], headings["en"][1:], strict=False)),
        texts=(_text({language: _plain(page.text) for language, page in both.items()}),),
    )


def _plain(markdown: str) -> str:
    return _SIGNS.sub(" ", _LINK.sub(r"\1", _CALL.sub(" ", FRONT_MATTER.sub("", markdown))))


def _text(words: dict[str, str]) -> Text:
    return Text.model_construct(zh=words["zh"], en=words["en"])  # for the search alone: what is shown is escaped
