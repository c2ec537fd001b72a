"""The search of the guide's own data, made once, and its twin in JavaScript to ask."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from macros.model.library import Library
from macros.model.load import load
from macros.model.text import LANGUAGES
from macros.outputs.search_folder import STUB, search_files, search_of
from macros.pages.catalogue import catalogue
from macros.pages.page import Site
from tests.node import ASSETS, Script, script
from tests.sample import ROOT

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
def files(site: Site) -> dict[str, dict[str, str]]:
    """The files of either language's search, by name."""
    return {language: search_files(search_of(site, language, ROOT / "docs")) for language in LANGUAGES}


@pytest.fixture(scope="session")
def folders(files: dict[str, dict[str, str]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folder that holds the index, for each language."""
    found = {}
    for language, texts in files.items():
        root = tmp_path_factory.mktemp(language)
        for name, text in texts.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        found[language] = root / json.loads(texts[STUB])["config"]["folder"]
    return found


@pytest.fixture(scope="session")
def ask(judge: Script, folders: dict[str, Path]) -> Ask:
    def asked(language: str, queries: Sequence[str]) -> list[list[str]]:
        answers = judge.ask({"folder": str(folders[language]), "queries": list(queries)})
        return [[address for address, _ in answer] for answer in answers]

    return asked
