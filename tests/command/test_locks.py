"""What is installed is what pyproject.toml asks for: its locks were not left behind."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.sample import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUN, TEST = PROJECT["dependencies"], PROJECT["optional-dependencies"]["test"]


def locked(name: str) -> dict[str, str]:
    """The version of each package in a lock."""
    pins = re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    return {canonicalize_name(package): version for package, version in pins}


@pytest.mark.parametrize(("lock", "asked"), [("requirements.lock", RUN), ("requirements-test.lock", [*RUN, *TEST])])
def test_lock_has_a_fitting_version_of_everything_asked_for(lock: str, asked: list[str]) -> None:
    versions = locked(lock)
    found = {text: versions.get(canonicalize_name(Requirement(text).name)) for text in asked}
    assert {text: version for text, version in found.items() if not version or not Requirement(text).specifier.contains(version)} == {}


def test_both_locks_agree() -> None:
    run, test = locked("requirements.lock"), locked("requirements-test.lock")
    assert {package: version for package, version in run.items() if test.get(package) != version} == {}
