"""Every page of the catalogue can be rendered in both languages, from the guide's own data."""

import pytest
from macros.pages.guide import Guide

from macros.model.library import Library
from macros.model.text import LANGUAGES
from macros.pages.catalogue import catalogue, file_of, stub


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_heading_and_no_open_template(guide: Library, language: str) -> None:
    edition = Guide(guide, language, "https://forge.example/guide")
    pages = catalogue(guide)
    assert {file_of(path) for path in pages} >= {"index.md", "issues.md", "issues/fees.md"}
    for path, page in pages.items():
        markdown, parts = edition.render(page)
        assert "\n# " in f"\n{markdown}", path
        assert markdown.count("<!--part:") == len(parts), path
        assert "{{" not in markdown + "".join(parts), path
        assert stub(page) == f'{{{{ guide_page("{path}") }}}}\n'
