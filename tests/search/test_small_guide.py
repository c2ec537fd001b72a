"""The search of a small guide: what a contributor wrote is found, in either language."""

from pathlib import Path

import pytest

from macros.checks import read_and_check
from macros.outputs.search import search_of
from macros.pages.catalogue import catalogue
from macros.search.folder import FOLDER, search_files
from tests.node import Script
from tests.sample import Data
from tests.search.conftest import write_files

PAGES = {
    "zh": "---\ndescription: 谁写的。\n---\n# 谁在写这本指南\n\n## 怎么联系我们 {#reach}\n",
    "en": "# Who writes this guide\n\n## How to reach us\n",
}

PHRASES = "phrases: [{means: issues/login, zh: [屏幕上只有一把挂锁], en: [there is a padlock on my screen]}]\n"


@pytest.mark.parametrize(
    ("language", "query", "address"),
    [
        ("zh", "谁在写这本指南", "about/"),
        ("en", "who writes this guide", "about/"),
        ("en", "locked out", "issues/login/"),
        ("zh", "登不尚", "issues/login/"),  # by its sound
        ("en", "loked out", "issues/login/"),
        ("zh", "假客服", "scams/fake-support/"),
        ("en", "padlocks", "issues/login/"),  # a word of no name, only of a phrase that somebody typed
        ("zh", "挂锁", "issues/login/"),
    ],
)
def test_what_was_written_is_found(worded: Data, tmp_path: Path, judge: Script, language: str, query: str, address: str) -> None:
    docs = Data(tmp_path / "docs")
    for tongue, text in PAGES.items():
        docs.write(f"{tongue}/about.md", text.encode())
    docs.write("zh/alone.md", "# 只有中文的一页\n".encode())
    worded.write("searches/issues.yaml", PHRASES.encode())
    library, problems = read_and_check(worded.root)
    assert problems == []
    write_files(search_files(search_of(catalogue(library), language, docs.root)), tmp_path)
    [found] = judge.ask({"folder": str(tmp_path / FOLDER), "queries": [query]})
    assert found[0][0] == address
    assert "alone/" not in [other for other, _ in found]
