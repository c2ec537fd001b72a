"""The small guide with everything a contributor touches, planted once and copied for each test that damages it."""

import shutil
from pathlib import Path

import pytest

from tests.furnished import furnish
from tests.sample import TODAY, Data


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``data/`` and ``docs/`` to copy."""
    return furnish(Data(tmp_path_factory.mktemp("guide") / "data")).root.parent


@pytest.fixture
def guide(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Data:
    """A whole small guide; the day is 2026-12-01, and no forge is listening."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    for name in ("CI", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    return Data(tmp_path / "data")
