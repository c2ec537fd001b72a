"""One table of letters, three programs: ours in Python, the browser's in Node, the browser's in a browser."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from macros.engines.letters import fill, mask
from tests.sample import ROOT

TABLE = json.loads((ROOT / "tests/vectors/letters.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", TABLE["fill"], ids=lambda case: case["name"])
def test_letter_is_filled_as_the_table_says(case):
    assert fill(TABLE["sources"][case["source"]], case["values"], case["reader"], case["language"]) == case["expected"]


@pytest.mark.parametrize(("value", "masked"), TABLE["mask"])
def test_private_value_is_masked_as_the_table_says(value, masked):
    assert mask(value) == masked


def test_chromium_fills_every_letter_of_the_table_alike(modules):
    calls = [[TABLE["sources"][case["source"]], case["values"], case["reader"], case["language"]] for case in TABLE["fill"]]
    told = zip(TABLE["fill"], modules("engine", "fill", calls), strict=True)
    assert [(case["name"], result) for case, result in told] == [(case["name"], case["expected"]) for case in TABLE["fill"]]


def test_chromium_masks_every_value_of_the_table_alike(modules):
    assert modules("engine", "mask", [[value] for value, _ in TABLE["mask"]]) == [masked for _, masked in TABLE["mask"]]


@pytest.mark.skipif(not shutil.which("node"), reason="the same table runs in Chromium")
def test_node_agrees_with_the_table():
    done = subprocess.run(
        ["node", "--test", str(Path(__file__).parent / "engine.test.mjs")], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_table_tries_everything_the_engine_decides():
    """A table that lost its cases would pass everywhere."""
    said = json.dumps(TABLE["fill"], ensure_ascii=False)
    assert len(TABLE["fill"]) >= 25
    assert all(word in said for word in ("{uid}", "$&", "__proto__", "constructor", "\u3000", "a/eu", "审核中", "onerror"))
