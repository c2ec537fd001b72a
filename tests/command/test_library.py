"""What the pages and other consumers rely on when they look something up in a checked library."""

from itertools import groupby

import pytest

from macros.checks import read_and_check
from macros.model.kinds import FILED, ISSUES, LETTERS, SOURCES
from macros.model.library import Library
from macros.model.text import Text
from tests.sample import Data


@pytest.fixture
def library(data: Data) -> Library:
    library, problems = read_and_check(data.root)
    assert problems == []
    return library


def test_entry_knows_its_file_and_line(library: Library) -> None:
    entry = library.entries["sources"]["law-act"]
    assert (entry.origin.path, entry.origin.line) == ("data/sources.yaml", 7)
    assert str(entry.problem(("url",), "Bad.", "Mend it.")) == "data/sources.yaml:11: law-act.url: Bad.\n    fix: Mend it."


@pytest.mark.parametrize(
    ("kind", "id", "line"),
    [("bodies", "mt/regulator", 11), ("entities", "okx/okx-eu", 21), ("contacts", "okx/mail", 14), ("questions", "contact/where", 4)],
)
def test_part_is_an_entry_of_its_owner_s_file(library: Library, kind: str, id: str, line: int) -> None:
    assert library.has(kind, id)
    assert library.entries[kind][id].origin.line == line


@pytest.mark.parametrize(
    ("kind", "id", "name"),
    [
        ("issues", "login", "Cannot log in"),
        ("glossary", "ticket", "Ticket"),
        ("questions", "contact/where", "Where to?"),
        ("sources", "law-act", "Some Act"),
        ("fields", "uid", "User ID"),
    ],
)
def test_entry_has_a_name_for_readers(library: Library, kind: str, id: str, name: str) -> None:
    text = library.entries[kind][id].name
    assert isinstance(text, Text)
    assert text["en"] == name


def test_company_has_one_name_in_both_languages(library: Library) -> None:
    assert library.entries["entities"]["okx/okx-eu"].name == "OKX Europe Ltd"


def test_words_of_the_interface_have_no_name(library: Library) -> None:
    with pytest.raises(LookupError, match="strings/search has no name"):
        _ = library.entries["strings"]["search"].name


def test_what_is_not_there_is_a_key_error(library: Library) -> None:
    assert not library.has("issues", "nowhere")
    assert not library.has("nowhere", "login")
    with pytest.raises(KeyError):
        library.get(ISSUES, "nowhere")


def test_entries_come_by_kind_and_as_they_stand_in_their_file(library: Library) -> None:
    order = [(entry.kind, entry.id) for entry in library]
    assert [kind for kind, _ in groupby(order, lambda pair: pair[0])] == [kind for kind in FILED if library.entries[kind]]
    assert [id for kind, id in order if kind == "sources"] == ["okx-help", "law-act", "blog"]
    assert list(library.all(SOURCES)) == ["okx-help", "law-act", "blog"]


def test_texts_and_words_are_had_by_language(library: Library) -> None:
    issue = library.get(ISSUES, "login")
    assert isinstance(issue.name, Text)
    assert (issue.name["zh"], issue.name["en"]) == ("无法登录", "Cannot log in")
    assert issue.words["en"] == ("locked out",)
    assert library.get(LETTERS, "complaint").subject["en"] == "Complaint {uid}"


def test_letter_knows_its_blanks_in_reading_order(library: Library) -> None:
    assert library.get(LETTERS, "complaint").fields == ("uid", "details")


def test_values_cannot_be_changed(library: Library) -> None:
    with pytest.raises(ValueError, match="frozen"):
        setattr(library.get(ISSUES, "login"), "urgency", "now")  # noqa: B010  (a plain assignment is refused by mypy already)
