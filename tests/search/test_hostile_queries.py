"""Nothing that anybody types or pastes breaks the search or comes back as markup."""

from pathlib import Path

import pytest

from macros.model.text import LANGUAGES
from macros.search.corpus import Document
from macros.search.files import Search
from macros.search.folder import FOLDER, search_files
from tests.node import Script
from tests.search.conftest import write_files

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
def test_query_is_answered_in_plain_words(judge: Script, folders: dict[str, Path], language: str, query: str) -> None:
    (answer,) = judge.ask({"folder": str(folders[language]), "shown": [query]})
    assert set(answer) == {"hits", "from", "count", "words", "suggestion"}
    assert (answer["from"], answer["count"]) == (0, len(answer["hits"]))
    texts = {text for hit in answer["hits"] for text in hit.values()} | {answer["suggestion"], *answer["words"]}
    assert [text for text in texts if "<script" in text or "<img" in text] == []


def test_words_of_a_document_come_as_they_were_written(judge: Script, tmp_path: Path) -> None:
    evil = "<img src=x onerror=alert(1)> \"'&lt;"
    document = Document("issues/evil/", evil, evil, evil, evil, "now", 1.0, {"": (), "zh": (), "en": ("evil page",)}, (evil,))
    write_files(search_files(Search((document,), (), "en", {"first": evil, "now": evil, "today": evil})), tmp_path)
    (answer,) = judge.ask({"folder": str(tmp_path / FOLDER), "shown": ["evil page"]})
    (hit,) = answer["hits"]
    assert hit["title"] == hit["step"] == hit["haste"] == evil
    assert hit["place"] == f"{evil} › {evil}"
