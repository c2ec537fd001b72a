"""Which pages there are: one for each entry of the library, at an address of its own, known before any is made."""

from macros.model.kinds import KINDS
from macros.model.library import Library
from macros.model.text import LANGUAGES
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
    assert [page.next for page in issues] == [*(page.cover.path for page in issues[1:]), None]
    assert [page.previous for page in issues] == [None, *(page.cover.path for page in issues[:-1])]


def test_typed_pages_know_no_markup(guide: Library) -> None:
    assert [page.cover.path for page in catalogue(guide) if "<" in repr(page.sections)] == []
