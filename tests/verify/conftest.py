"""The check of pasted values, asked as the page asks it: with the list of the built guide."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.node import ASSETS, Script, script
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
    """What the built guide's list holds."""
    held: dict[str, Any] = json.loads((built_guide().folder / "en/assets/known.json").read_text(encoding="utf-8"))
    return held


@pytest.fixture(scope="session")
def check(asked: Script) -> Check:
    def said(values: Sequence[str]) -> list[dict[str, Any]]:
        answers: list[dict[str, Any]] = asked.ask({"values": list(values)})
        return answers

    return said
