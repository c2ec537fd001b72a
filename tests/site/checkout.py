"""What tests of the built site stand on: a copy of the checkout to build from, and a built folder to read.

Nothing here touches the checkout's own ``site/``: every build runs in a copy, through the real command.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml
from lxml import html

from tests.sample import ROOT, TODAY, TREE, plant

URL = "https://example.org/guide/"
REPOSITORY = "https://forge.example/org/guide"
NEEDED = ("macros", "data", "docs", "mkdocs.yml", "mkdocs.en.yml")
_OURS = ("SITE_URL", "SITE_URL_EN", "OTHER_SITE", "REPOSITORY_URL", "SOURCE_DATE_EPOCH", "CI", "GITHUB_ACTIONS")


@dataclass(frozen=True)
class Site:
    """A built folder, its pages parsed once."""

    folder: Path

    @cached_property
    def pages(self) -> dict[str, html.HtmlElement]:
        """Every page by its address from the site's root: ``""``, ``"en/issues/fees/"``."""
        files = sorted(self.folder.rglob("index.html"))
        return {f"{file.parent.relative_to(self.folder).as_posix()}/".removeprefix("./"): parsed(file) for file in files}

    @cached_property
    def anchors(self) -> dict[str, frozenset[str]]:
        """What can be linked to on each page."""
        return {address: frozenset(ids(page)) for address, page in self.pages.items()}

    @cached_property
    def not_found(self) -> html.HtmlElement:
        return parsed(self.folder / "404.html")

    @property
    def documents(self) -> dict[str, html.HtmlElement]:
        """Every HTML file there is: the pages and the one for addresses that do not exist."""
        return self.pages | {"404.html": self.not_found}

    def raw(self, address: str) -> str:
        """A page as it stands in its file."""
        return (self.folder / address / "index.html").read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        return {file.relative_to(self.folder).as_posix(): file.read_bytes() for file in self.folder.rglob("*") if file.is_file()}


@dataclass(frozen=True)
class Checkout:
    """A folder that holds what a build needs."""

    root: Path

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def append(self, path: str, text: str) -> int:
        """Adds lines at the end of a file; the number of the first."""
        old = self.read(path)
        self.write(path, old + text)
        return old.count("\n") + 1

    def replace(self, path: str, old: str, new: str) -> None:
        """Exchanges a passage that occurs exactly once."""
        text = self.read(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def run(self, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """``python -m …`` in this folder, both outputs as one text; the variables of a build are ours alone."""
        return subprocess.run(
            [sys.executable, "-m", *command],
            cwd=self.root,
            env=environment(**variables),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    def build(self, *options: str, **variables: str) -> Site:
        """The bilingual site, built by the real command into a folder beside the data."""
        done = self.run("macros", "build", "site", *options, **variables)
        assert done.returncode == 0, done.stdout
        return Site(self.root / "site")


def environment(**variables: str) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _OURS} | variables


def parsed(file: Path) -> html.HtmlElement:
    return html.document_fromstring(file.read_bytes().decode("utf-8"))


def copied(root: Path, needed: Iterable[str] = NEEDED) -> Checkout:
    """The real guide in another folder, its programs compiled as they are where they were run before."""
    for name in needed:
        source, target = ROOT / name, root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy2(source, target)
    (root / "node_modules").symlink_to(ROOT / "node_modules")  # the bundler
    (root / ".cache").symlink_to(Path(os.environ[RUN_FOLDER], "cache"))  # each build of the run may use what another worked out
    return Checkout(root)


def planted(root: Path) -> Checkout:
    """The real programs and prose with a library of a dozen entries: builds in a fifth of the time."""
    checkout = copied(root, [name for name in NEEDED if name != "data"])
    plant(TREE, root / "data")
    shutil.copy2(ROOT / "data/strings.yaml", root / "data/strings.yaml")
    return checkout


PUBLISHED = {"SITE_URL": URL, "REPOSITORY_URL": REPOSITORY}
SMALL = {"SITE_URL": URL, "SOURCE_DATE_EPOCH": TODAY}
"""The planted library's day is fixed, as in the tests of the checks."""


RUN_FOLDER = "RECOURSE_TEST_RUN"
"""The variable that names the folder of the whole run, however many processes share its tests."""


@cache
def built_guide() -> Site:
    """The real guide as it will be published, built once however many tests ask for it."""
    return built_once("guide", copied, **PUBLISHED)


def built_once(name: str, make: Callable[[Path], Checkout], *options: str, **variables: str) -> Site:
    """A checkout made and built by the first process that asks for it; the others wait for it."""
    root = Path(os.environ[RUN_FOLDER], name)
    with root.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (root / "site").is_dir():
            shutil.rmtree(root, ignore_errors=True)  # what an earlier test could not build
            make(root).build(*options, **variables)
    return Site(root / "site")


def entries(kind: str, root: Path = ROOT) -> dict[str, Any]:
    """The raw entries of a kind by id, every scalar a string: from its folder, or from its one file."""
    shelf = root / "data" / kind
    if shelf.is_dir():
        return {file.stem: loaded(file) for file in sorted(shelf.glob("*.yaml"))}
    return dict(loaded(shelf.with_suffix(".yaml")))


@cache
def loaded(file: Path) -> Any:
    """A YAML file, every scalar a string."""
    return yaml.load(file.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506  (builds strings, lists and dicts only)


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in a raw entry, outermost first."""
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from nodes(item)
    elif isinstance(value, list):
        for item in value:
            yield from nodes(item)


PAGES_OF = {
    "platforms": "platforms/",
    "channel-types": "channels/",
    "issues": "issues/",
    "letters": "letters/",
    "escalation": "escalation/",
    "places": "places/",
    "faqs": "faq/",
    "scams": "scams/",
}
"""Kinds whose entries have a page each, and the folder it stands in."""


def ids(page: html.HtmlElement) -> list[str]:
    """Every id of a page; plain strings, because lxml's own keep the page alive they were found on."""
    return list(page.xpath("//@id", smart_strings=False))


def words(element: html.HtmlElement) -> str:
    """An element's text as a reader sees it: white space run together, heading marks left out."""
    return " ".join(element.text_content().replace("¶", "").split())
