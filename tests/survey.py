"""Surveys ask one question of all that there is of a sort: of each letter, name or kind of page, or the same again in another browser.

``make test`` asks it of a few and ``make survey`` of the others, so that nobody waits for all of it; main is guarded by both.
"""

from collections.abc import Iterable
from typing import Any

import pytest

survey = pytest.mark.survey


def few(values: Iterable[Any], every: int) -> list[Any]:
    """Arguments for a test: the first of so many, and so on; the others are for the survey."""
    return [value if number % every == 0 else _surveyed(value) for number, value in enumerate(values)]


def _surveyed(value: Any) -> Any:
    return pytest.param(*(value if isinstance(value, tuple) else (value,)), marks=survey)
