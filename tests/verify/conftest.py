"""The check of pasted values, asked as the page asks it: with the list of the built guide."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from macros.html.words import Speech
from macros.model.load import load
from macros.outputs.known import known as list_of
from tests.node import ASSETS, Script, script
from tests.sample import ROOT
from tests.site.checkout import built_guide

Check = Callable[[Sequence[str]], list[dict[str, Any]]]
"""``check(values)``: what the check says of each."""


@pytest.fixture(scope="session")
def asked() -> Iterator[Script]:
    """The browser's check, to be asked."""
    with script(Path(__file__).with_name("judge.mjs"), (ASSETS / "elements/channel-check").as_uri()) as running:
        running.ask({"list": str(built_guide().folder / "en/assets/known.json")})
        yield running


@pytest.fixture(scope="session")
def known() -> dict[str, Any]:
    """What the built guide's list holds, as the program makes it."""
    library, problems = load(ROOT / "data")
    assert not problems
    text = list_of(Speech(library, "en"))
    assert text == (built_guide().folder / "en/assets/known.json").read_text(encoding="utf-8")
    held: dict[str, Any] = json.loads(text)
    return held


@pytest.fixture(scope="session")
def check(asked: Script) -> Check:
    def said(values: Sequence[str]) -> list[dict[str, Any]]:
        answers: list[dict[str, Any]] = asked.ask({"values": list(values)})
        return answers

    return said
