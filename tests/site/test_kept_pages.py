"""A build that takes pages from an earlier one makes the same bytes as one that makes everything, and misses no change."""

import shutil
from pathlib import Path

from tests.site.checkout import SMALL, Checkout, planted

FORGE = {"REPOSITORY_URL": "https://forge.example/org/guide"}


def cold(checkout: Checkout, folder: Path) -> dict[str, bytes]:
    """What the checkout becomes where nothing is kept."""
    copy = shutil.copytree(checkout.root, folder, symlinks=True, ignore=shutil.ignore_patterns(".cache", "site"))
    return Checkout(Path(copy)).build(**SMALL).files()


def test_build_after_an_edit_is_the_same_as_one_from_nothing_and_other_edits_are_seen(tmp_path: Path) -> None:
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

    checkout.replace("data/strings.yaml", '  en: "Sections"', '  en: "Sections edited"')
    checkout.append("macros/html/components/lead.html", "{# edited #}\n")
    checkout.replace("docs/overrides/assets/styles/tokens.css", "--radius: 10px", "--radius: 11px")
    anew = checkout.build(**SMALL, **FORGE)
    pages = {address: page for address, page in anew.pages.items() if address.startswith("en/")}
    assert {page.xpath("string(//header/nav/@aria-label)") for page in pages.values()} == {"Sections edited"}
    (style,) = {page.xpath("string(//link[@rel='stylesheet']/@href)").rpartition("/")[2] for page in pages.values()}
    assert "--radius: 11px" in (anew.folder / "en/assets" / style).read_text(encoding="utf-8")
    assert pages["en/scams/fake-support/"].xpath("//a[starts-with(@href, 'https://forge.example/')]")
