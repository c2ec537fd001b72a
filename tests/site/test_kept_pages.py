"""A build that takes pages from an earlier one makes the same bytes as one that makes everything, and misses no change."""

import json
import shutil
from pathlib import Path

from tests.site.checkout import SMALL, Checkout, planted

FORGE = {"REPOSITORY_URL": "https://forge.example/org/guide"}


def cold(checkout: Checkout, folder: Path) -> dict[str, bytes]:
    """What the checkout becomes where nothing is kept."""
    copy = shutil.copytree(checkout.root, folder, symlinks=True, ignore=shutil.ignore_patterns(".cache", "site"))
    return Checkout(Path(copy)).build(**SMALL).files()


def printed(checkout: Checkout) -> set[str]:
    """The keys of all pages that builds of a checkout printed and kept."""
    keys: set[str] = set()
    for file in (checkout.root / ".cache/recourse").iterdir():
        data = file.read_bytes()
        length = int.from_bytes(data[-8:], "big")
        if length < len(data):
            keys |= json.loads(data[-40 - length : -40]).keys()
    return keys


def test_build_after_an_edit_is_the_same_as_one_from_nothing_and_other_edits_are_seen(tmp_path: Path) -> None:
    checkout = planted(tmp_path / "guide")
    (checkout.root / ".cache").unlink()
    first = checkout.build(**SMALL).files()
    kept = printed(checkout)
    assert len(kept) > 25

    checkout.replace("data/scams/fake-support.yaml", "en: They ask for codes.", "en: They ask for codes again.")
    edited = checkout.build(**SMALL).files()
    new = printed(checkout) - kept
    assert 1 <= len(new) < len(kept) / 2
    assert edited == cold(checkout, tmp_path / "cold")
    assert edited["en/scams/fake-support/index.html"] != first["en/scams/fake-support/index.html"]

    checkout.append("macros/html/pages/scam.html", "{% block bottom %}A template was edited.{% endblock %}\n")
    assert b"A template was edited." in checkout.build(**SMALL).files()["en/scams/fake-support/index.html"]

    checkout.replace("data/strings.yaml", '  en: "Sections"', '  en: "Sections edited"')
    checkout.append("macros/html/components/lead.html", "{# edited #}\n")
    checkout.replace("docs/overrides/assets/styles/tokens.css", "--radius: 10px", "--radius: 11px")
    anew = checkout.build(**SMALL, **FORGE)
    pages = {address: page for address, page in anew.pages.items() if address.startswith("en/")}
    assert {page.xpath("string(//header/nav/@aria-label)") for page in pages.values()} == {"Sections edited"}
    (style,) = {page.xpath("string(//link[@rel='stylesheet']/@href)").rpartition("/")[2] for page in pages.values()}
    assert "--radius: 11px" in (anew.folder / "en/assets" / style).read_text(encoding="utf-8")
    assert pages["en/scams/fake-support/"].xpath("//a[starts-with(@href, 'https://forge.example/')]")


def test_build_mends_a_site_that_somebody_meddled_with_and_leaves_the_rest_of_it_alone(tmp_path: Path) -> None:
    checkout = planted(tmp_path / "guide")
    site = checkout.build(**SMALL)
    before, untouched = site.files(), (site.folder / "en/issues/login/index.html").stat()
    (site.folder / "stray/deep").mkdir(parents=True)
    (site.folder / "stray/deep/page.html").write_text("stray", encoding="utf-8")
    (site.folder / "places/mt/index.html").unlink()
    (site.folder / "robots.txt").write_text("Disallow: /", encoding="utf-8")
    shutil.rmtree(site.folder / "en/scams")
    (site.folder / "en/scams").write_text("a file where a folder was", encoding="utf-8")
    (site.folder / "404.html").unlink()
    (site.folder / "404.html").mkdir()
    (site.folder / "404.html/page.html").write_text("a folder where a file was", encoding="utf-8")
    checkout.build(**SMALL)
    assert site.files() == before
    assert [folder for folder in site.folder.rglob("*") if folder.is_dir() and not any(folder.iterdir())] == []
    now = (site.folder / "en/issues/login/index.html").stat()
    assert (now.st_ino, now.st_mtime_ns) == (untouched.st_ino, untouched.st_mtime_ns)


def test_build_keeps_nothing_that_stands_behind_a_link(tmp_path: Path) -> None:
    checkout = planted(tmp_path / "guide")
    site = checkout.build(**SMALL)
    before = site.files()
    (site.folder / "en").rename(tmp_path / "elsewhere")
    (site.folder / "en").symlink_to(tmp_path / "elsewhere")
    checkout.build(**SMALL)
    assert not (site.folder / "en").is_symlink()
    assert site.files() == before


def test_fault_is_told_once_and_again_whether_two_processes_read_or_nothing_is_read_anew(tmp_path: Path) -> None:
    checkout = planted(tmp_path / "guide")
    (checkout.root / ".cache").unlink()
    checkout.replace("data/scams/fake-support.yaml", "en: They ask for codes.", "en: TODO")
    told, again = (checkout.run("macros", "check", **SMALL) for _ in range(2))
    assert (told.returncode, again.stdout) == (1, told.stdout)
    assert told.stdout.count("'TODO' stands for a text that is still to be written.") == 1
    checkout.replace("data/scams/fake-support.yaml", "en: TODO", "en: They ask for codes.")
    assert checkout.run("macros", "check", **SMALL).returncode == 0
