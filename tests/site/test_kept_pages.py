"""A build that takes pages from an earlier one makes the same bytes as one that makes everything, whatever changed in between."""

import shutil
from pathlib import Path

from tests.site.checkout import SMALL, Checkout, planted

FORGE = {"REPOSITORY_URL": "https://forge.example/org/guide"}


def cold(checkout: Checkout, folder: Path, **variables: str) -> dict[str, bytes]:
    """What the checkout becomes where nothing is kept."""
    copy = shutil.copytree(checkout.root, folder, symlinks=True, ignore=shutil.ignore_patterns(".cache", "site"))
    return Checkout(Path(copy)).build(**SMALL, **variables).files()


def test_build_after_edits_of_all_kinds_is_the_same_as_one_from_nothing(tmp_path: Path) -> None:
    checkout = planted(tmp_path / "guide")
    (checkout.root / ".cache").unlink()
    first = checkout.build(**SMALL).files()
    kept = {file.name for file in (checkout.root / ".cache/recourse").iterdir()}
    assert len(kept) > 50

    checkout.replace("data/scams/fake-support.yaml", "en: They ask for codes.", "en: They ask for codes again.")
    edited = checkout.build(**SMALL).files()
    new = {file.name for file in (checkout.root / ".cache/recourse").iterdir()} - kept
    assert 2 <= len(new) < len(kept) / 2
    assert edited == cold(checkout, tmp_path / "cold")
    assert edited["en/scams/fake-support/index.html"] != first["en/scams/fake-support/index.html"]

    checkout.append("data/strings.yaml", "# a line that says nothing\n")
    checkout.replace("data/strings.yaml", '  en: "Sections"', '  en: "Sections edited"')
    checkout.append("macros/html/components/lead.html", "{# edited #}\n")
    checkout.replace("docs/overrides/assets/styles/tokens.css", "--radius: 10px", "--radius: 11px")
    checkout.replace("docs/en/about.md", "# About this site", "# Edited: this site")
    assert checkout.build(**SMALL, **FORGE).files() == cold(checkout, tmp_path / "colder", **FORGE)
