"""The ids that the program knows: each is in the guide, in use, and nowhere else written down."""

import re
from pathlib import Path

import pytest

from macros.model.known import KNOWN_IDS
from macros.model.load import load
from tests.sample import ROOT, Data

KNOWN = [(kind, id) for kind, ids in KNOWN_IDS.items() for id in ids]
IN_WORDS = {"what-happened", "working-day", "other-party", "first-contact", "final-response"}
"""Ids of the data that are also an anchor, a unit, an event or a phrase: the program does not mean the entry by them."""


def programs() -> list[Path]:
    """What a reader's page is made of: programs, templates and scripts."""
    folders = (ROOT / "macros", ROOT / "docs/overrides")
    return [file for folder in folders for file in sorted(folder.rglob("*")) if file.suffix in (".py", ".html", ".js", ".md")]


@pytest.mark.parametrize(("kind", "id"), KNOWN)
def test_known_id_is_in_the_guide(kind: str, id: str) -> None:
    library, _ = load(ROOT / "data")
    assert library.has(kind, id)


def test_program_knows_no_other_ids() -> None:
    """An id of several words, in quotes, is no chance: it stands for an entry."""
    library, _ = load(ROOT / "data")
    ids = {id for kind, shelf in library.entries.items() if kind not in ("strings", "sources", "synonyms") for id in shelf if "-" in id}
    found = {
        word
        for file in programs()
        if file.name != "known.py"
        for word in re.findall(r"""["'`]([a-z0-9]+(?:-[a-z0-9]+)+)["'`]""", file.read_text(encoding="utf-8"))
    }
    assert (found & ids) - {id for _, id in KNOWN} - IN_WORDS - set(library.entries) == set()


def test_known_id_that_is_renamed_is_told_at_the_new_one(guide: Data) -> None:
    guide.replace("fields.yaml", "send-by:", "sent-by:")
    guide.replace("letters/first-ticket.yaml", "field: send-by", "field: sent-by")
    assert guide.problems() == [
        "data/fields.yaml:11: sent-by: The program itself needs the entry 'send-by' of 'fields', which is not there.\n    fix: Call it 'send-by' again."
    ]


def test_known_id_that_is_gone_is_told_where_it_would_stand(guide: Data) -> None:
    (guide.root / "issues/unknown-operator.yaml").unlink()
    assert guide.problems() == [
        "data/issues/unknown-operator.yaml:1: unknown-operator: The program itself needs the entry 'unknown-operator' of 'issues', which is not there.\n"
        "    fix: Add it; macros/model/known.py says what it is for."
    ]
