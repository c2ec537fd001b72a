"""Which pages there are: one for each entry of the library, at an address of its own, known before any is made."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from markupsafe import Markup

from macros.model.kinds import KINDS
from macros.model.library import Entry, Library
from macros.model.text import LANGUAGES, Model
from macros.pages.catalogue import catalogue


def test_every_entry_stands_on_a_page(guide: Library) -> None:
    pages = catalogue(guide).pages
    for entry in (entry for kind in KINDS.values() if kind.address for entry in guide.entries[kind.name].values()):
        path, _, anchor = entry.address.partition("#")
        assert not anchor or anchor in pages[path].anchors, entry.address


def test_every_page_is_named_and_described_in_both_languages(guide: Library) -> None:
    for page in catalogue(guide):
        for words in (page.cover.title, page.cover.description):
            assert isinstance(words, str) or all(words[language] for language in LANGUAGES), page.cover.path


def test_pages_of_a_kind_know_their_neighbours(guide: Library) -> None:
    pages = catalogue(guide).pages
    issues = [page for page in pages.values() if page.cover.kind == "issues"]
    assert [page.next for page in issues] == [*(page.cover for page in issues[1:]), None]
    assert [page.previous for page in issues] == [None, *(page.cover for page in issues[:-1])]


def test_typed_pages_know_no_markup(guide: Library) -> None:
    seen: set[int] = set()
    assert [text for page in catalogue(guide) for text in _texts(page, seen) if "<" in text or isinstance(text, Markup)] == []
    assert len(seen) > 10_000


def _texts(value: object, seen: set[int]) -> Iterator[str]:
    """Every text within a page, each object looked at once."""
    if id(value) in seen:
        return
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, Entry):
        seen.add(id(value))
        yield from (text for part in fields(value) for text in _texts(getattr(value, part.name), seen))
    elif isinstance(value, tuple):
        seen.add(id(value))
        yield from (text for item in value for text in _texts(item, seen))
    elif isinstance(value, Entry | Model):
        seen.add(id(value))
        inner = value.value if isinstance(value, Entry) else value
        yield from (text for name in type(inner).model_fields for text in _texts(getattr(inner, name), seen))
