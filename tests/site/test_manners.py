"""What surrounds a build: how it ends when stopped, and what MkDocs alone makes of the same checkout."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.site.checkout import SMALL, URL, Checkout, Site, environment, planted

OURS = {"_headers", "sitemap.xml", "sitemap.xml.gz", "robots.txt"}
"""Files that the command writes once for both languages."""


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_build_that_is_stopped_leaves_nothing_behind(small: Checkout, ending: signal.Signals) -> None:
    command = [sys.executable, "-m", "macros", "build", "site"]
    with (small.root / "said").open("w") as log:
        run = subprocess.Popen(command, cwd=small.root, env=environment(**SMALL), stdout=log, stderr=log, preexec_fn=_deaf_no_more)
    while not list(small.root.glob(".site-*/*")):
        assert run.poll() is None
        time.sleep(0.01)
    run.send_signal(ending)
    assert run.wait(60) == 128 + ending
    assert small.read("said") == ""
    assert [path.name for path in small.root.iterdir() if "site" in path.name] == []


def _deaf_no_more() -> None:
    """A shell starts what it runs in the background deaf to Ctrl-C, and so everything that starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Site]:
    """The small guide by the command, and by MkDocs alone: first the Chinese site over a finished one, then the English beside it."""
    checkout = planted(tmp_path_factory.mktemp("plain"))
    both = checkout.build(**SMALL)
    kept = shutil.copytree(both.folder, checkout.root / "kept")
    for name, root in (("mkdocs.yml", ""), ("mkdocs.en.yml", "en/")):
        target = str(checkout.root / "site" / root)
        done = checkout.run("mkdocs", "build", "--quiet", "-f", name, "-d", target, SITE_URL_EN=f"{URL}en/", OTHER_SITE=URL, **SMALL)
        assert done.returncode == 0, done.stdout
    return Site(kept), Site(checkout.root / "site")


def test_mkdocs_alone_takes_no_language_away(plain: tuple[Site, Site]) -> None:
    for site in plain:
        assert {"issues/login/", "en/issues/login/"} <= site.pages.keys()


def test_mkdocs_alone_makes_the_same_bytes(plain: tuple[Site, Site]) -> None:
    ours, theirs = (site.files() for site in plain)
    assert {name for name in ours.keys() ^ theirs.keys() if Path(name).name not in OURS} <= {"en/404.html"}
    assert [name for name in sorted(ours.keys() & theirs.keys()) if Path(name).name not in OURS and ours[name] != theirs[name]] == []


def test_forge_without_an_address_is_none(small: Checkout) -> None:
    site = small.build(**SMALL, REPOSITORY_URL="")
    assert [address for address, page in site.pages.items() if page.xpath("//article//a[contains(@href, '/blob/')]")] == []


def test_umask_of_the_builder_does_not_hide_the_site(small: Checkout) -> None:
    site = small.build(**SMALL)
    assert os.stat(site.folder).st_mode & 0o777 == 0o755
