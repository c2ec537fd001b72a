"""One table of letters, three programs: ours in Python, the browser's in Node, the browser's in a browser."""

import json
import subprocess
from pathlib import Path

import pytest

from macros.engines.letter_template import letter_template, to_json
from macros.engines.letters import Reader, blank_sheet, fill, mask, plain, value_of
from macros.model.kinds import LETTERS
from tests.letters.desk import LANGUAGES, Modules, library
from tests.letters.table import TABLE, FillCase, PlainCase, filled, template
from tests.node import node


@pytest.mark.parametrize("case", TABLE["fill"], ids=[case["name"] for case in TABLE["fill"]])
def test_letter_is_filled_as_the_table_says(case: FillCase) -> None:
    written = template(TABLE["templates"][case["template"]])
    assert fill(written, case["values"], Reader(**case["reader"]), case["language"]) == filled(case["expected"])


@pytest.mark.parametrize(("typed", "value"), TABLE["value"])
def test_value_is_read_as_the_table_says(typed: str, value: str) -> None:
    assert value_of({"x": typed}, "x") == value


@pytest.mark.parametrize(("value", "masked"), TABLE["mask"])
def test_private_value_is_masked_as_the_table_says(value: str, masked: str) -> None:
    assert mask(value) == masked


@pytest.mark.parametrize("case", TABLE["plain"], ids=[case["name"] for case in TABLE["plain"]])
def test_letter_is_written_out_as_the_table_says(case: PlainCase) -> None:
    assert plain(filled(case["letter"]), case["labels"].__getitem__) == (case["subject"], case["body"])


def test_chromium_fills_every_letter_of_the_table_alike(modules: Modules) -> None:
    calls = [[TABLE["templates"][case["template"]], case["values"], case["reader"], case["language"]] for case in TABLE["fill"]]
    told = zip(TABLE["fill"], modules("engine", "fill", calls), strict=True)
    assert [(case["name"], result) for case, result in told] == [(case["name"], case["expected"]) for case in TABLE["fill"]]


def test_chromium_reads_every_value_of_the_table_alike(modules: Modules) -> None:
    values = modules("engine", "valueOf", [[{"x": typed}, "x"] for typed, _ in TABLE["value"]])
    assert values == [value for _, value in TABLE["value"]]


def test_chromium_masks_every_value_of_the_table_alike(modules: Modules) -> None:
    assert modules("engine", "mask", [[value] for value, _ in TABLE["mask"]]) == [masked for _, masked in TABLE["mask"]]


def test_node_agrees_with_the_table() -> None:
    script = Path(__file__).parent / "engine.test.mjs"
    done = subprocess.run([node(), "--test", str(script)], capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_table_tries_everything_the_engine_decides() -> None:
    """A table that lost its cases would pass everywhere."""
    said = json.dumps(TABLE["fill"], ensure_ascii=False)
    assert len(TABLE["fill"]) >= 40
    assert len(TABLE["value"]) >= 50
    assert all(word in said for word in ("{uid}", "$&", "__proto__", "constructor", "\u3000", "a/eu", "审核中", "onerror"))


# ── Templates ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", TABLE["templates"])
def test_template_is_handed_to_the_browser_as_the_table_has_it(name: str) -> None:
    assert json.loads(json.dumps(to_json(template(TABLE["templates"][name])))) == TABLE["templates"][name]


def test_sheet_to_fill_in_by_hand_has_every_clause_beside_when_it_belongs_there() -> None:
    for id in library().all(LETTERS):
        letter = letter_template(library(), id)
        for language in LANGUAGES:
            rows = blank_sheet(letter, language).rows
            assert tuple(clause for clause, _ in rows) == letter.clauses
            assert all(pieces for _, pieces in rows)
