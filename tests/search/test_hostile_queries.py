"""Nothing that anybody types or pastes breaks the search or comes back as markup."""

from pathlib import Path

import pytest

from macros.model.text import LANGUAGES
from tests.node import Script

QUERIES = [
    "",
    " \t\n",
    "。，！？…——",
    "?!.,;:()[]{}<>/\\|@#$%^&*-_=+`~",
    "\x00\x01\x07\x1b\x7f\u0085\u2028\u2029",
    "\u200b\u200d\ufeff\u202e",
    "😀🏽🇨🇳👍",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "__proto__ constructor toString hasOwnProperty",
    "\ud83d",
    "冻" * 10_000,
    "withdrawal " * 1_000,
    "a" * 10_000,
    "提现 " * 2_500,
    "tixian" * 1_700,
    "=提现\t1\t2",
    "4f# 0#",
    "../../../etc/passwd",
    "%E6%8F%90 {uid} {{ 7*7 }} ${x}",
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_query_is_answered_in_escaped_words(judge: Script, folders: dict[str, Path], language: str, query: str) -> None:
    ((answer),) = judge.ask({"folder": str(folders[language]), "shown": [query]})
    assert set(answer) == {"items", "suggest"}
    for group in answer["items"]:
        for item in group:
            for text in (item["title"], item["text"]):
                assert "<script" not in text
                assert "<img" not in text
