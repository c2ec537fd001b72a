"""The search of the guide's own data, made once, and its twin in JavaScript to ask."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from macros.model.library import Library
from macros.model.load import load
from macros.model.text import ROOTS
from macros.pages.catalogue import catalogue
from macros.pages.page import Site
from macros.search.folder import FOLDER
from tests.node import ASSETS, Script, script
from tests.sample import ROOT
from tests.site.checkout import built_guide

Ask = Callable[[str, Sequence[str]], list[list[str]]]
"""``ask(language, queries)``: the addresses found for each, best first."""


@pytest.fixture(scope="session")
def judge() -> Iterator[Script]:
    """The browser's search, to be asked."""
    with script(Path(__file__).with_name("judge.mjs"), (ASSETS / "search").as_uri()) as running:
        yield running


@pytest.fixture(scope="session")
def site() -> Site:
    library, problems = load(ROOT / "data")
    assert not problems
    return catalogue(library)


@pytest.fixture(scope="session")
def library(site: Site) -> Library:
    return site.library


@pytest.fixture(scope="session")
def folders() -> dict[str, Path]:
    """The folder of the built guide that holds the search, for each language."""
    return {language: built_guide().folder / root / FOLDER for language, root in ROOTS.items()}


@pytest.fixture(scope="session")
def ask(judge: Script, folders: dict[str, Path]) -> Ask:
    def asked(language: str, queries: Sequence[str]) -> list[list[str]]:
        answers = judge.ask({"folder": str(folders[language]), "queries": list(queries)})
        return [[address for address, _ in answer] for answer in answers]

    return asked


def write_files(files: Mapping[str, str], folder: Path) -> None:
    """Writes files by their addresses into a folder."""
    for address, text in files.items():
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
