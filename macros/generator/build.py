"""Builds both languages at the same time, from data that was read once, and puts them together into one folder."""

import logging
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..html.compiled import COMPILED
from ..html.environment import compile_templates
from ..html.words import MissingPhraseError
from ..model.text import ROOTS
from ..outputs.compressed import compress
from ..outputs.headers import NAME as HEADERS
from ..outputs.headers import headers
from ..outputs.search import search_of
from ..outputs.sitemap import robots, sitemap
from ..pages.digests import Digests
from ..pages.page import Site
from ..pages.prose import prose_addresses
from ..search.folder import FOLDER
from . import ROOT, STORE, BuildError
from .kept import is_search_kept, programs, write_search
from .processes import Work

CONFIGURATIONS = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}
DEFAULT_URL = "https://recourse.example/"


def build_site(site: Site, target: Path, *, is_compressed: bool = False) -> None:
    """Builds the bilingual site into a folder, which is replaced; BuildError if a language fails. Compressed, each text stands there in three forms.

    SITE_URL (with a slash at the end) is where it will be published, REPOSITORY_URL where corrections go.
    """
    url = site_url()
    target = target.resolve()
    _refuse_folder(target)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".site-") as folder:
        staging = Path(folder)
        faults = _build_languages(site, staging, url)
        if faults:
            raise BuildError("\n".join(faults))
        for language in ROOTS:
            for made in (staging / f"search-{language}" / FOLDER).iterdir():
                made.rename(staging / language / FOLDER / made.name)
        (staging / "en").rename(staging / "zh" / "en")
        _publish(site, staging / "zh", url)
        if is_compressed:
            compress(staging / "zh")
        if target.exists():
            target.rename(staging / "before")
        (staging / "zh").rename(target)
        target.chmod(0o755)
    STORE.forget_old()


def _publish(site: Site, folder: Path, url: str) -> None:
    """Writes what stands over both languages."""
    own = {path for path, page in site.pages.items() if page.canonical is None}
    addresses = own | prose_addresses(ROOT / "docs" / "en")
    (folder / "sitemap.xml").write_text(sitemap(addresses, url), encoding="utf-8")
    (folder / "robots.txt").write_text(robots(url), encoding="utf-8")
    (folder / HEADERS).write_text(headers(tuple(ROOTS.values())), encoding="utf-8")


def _refuse_folder(target: Path) -> None:
    """A build replaces a folder, so it must be one that a build made, or an empty or a new one; BuildError if not."""
    if target.is_dir() and any(target.iterdir()) and not _is_built(target):
        raise BuildError(f"{target} holds something else than a site, and a build would delete it. Name another folder.")
    if target.exists() and not target.is_dir():
        raise BuildError(f"{target} is no folder. Name another one.")
    if not target.parent.is_dir():
        raise BuildError(f"There is no folder {target.parent}. Make it first.")


def _is_built(folder: Path) -> bool:
    """Whether the folder holds the guide in either language, by whichever command: its first page beside its own mark."""
    return any((folder / root / "index.html").is_file() and (folder / root / "assets/mark.svg").is_file() for root in ROOTS.values())


_URL = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[\w.~%/-]*)?", re.ASCII)


def site_url() -> str:
    """The address the site is built for, with a slash at the end; BuildError if no folder of a host has it."""
    url = os.environ.get("SITE_URL") or DEFAULT_URL
    if not _URL.fullmatch(url):
        raise BuildError("SITE_URL is no address of a folder: write it like https://guide.example/help/, without '?', '#' or quotes.")
    return url.rstrip("/") + "/"


@dataclass(frozen=True)
class Order:
    """What one language's process is to build: where to, and for which address."""

    language: str
    target: Path
    url: str
    programs: str
    """The digest of what pages are made by."""
    digests: Mapping[str, str]
    """The digests of pages, by address."""


def _build_languages(site: Site, staging: Path, url: str) -> list[str]:
    """What the generator complained of in either language, each complaint once."""
    import mkdocs_macros.plugin  # noqa: F401  (both languages need it and the generator: each would import them by itself)

    from . import stages  # noqa: F401  (both languages need it too)

    by, of = programs(), Digests(site.library, has_lines=bool(os.environ.get("REPOSITORY_URL"))).of
    COMPILED.take(STORE.kept(["templates", by], _compiled))
    digests = {address: of(page) for address, page in site.pages.items()}
    orders = [Order(language, staging / language, url + root, by, digests) for language, root in ROOTS.items()]
    runs = [Work.begin(built, site, order) for order in orders]
    try:
        runs += _searches(site, staging, by)
        return list(dict.fromkeys(complaint for run in runs for complaint in _outcome(run)))
    finally:
        for run in runs:
            run.end()


def _searches(site: Site, staging: Path, by: str) -> Iterator[Work[list[str]]]:
    """Writes the searches that were made before by the same programs; the work on those that were not."""
    for language in ROOTS:
        search, folder = search_of(site, language, ROOT / "docs"), str(staging / f"search-{language}")
        if is_search_kept(search, by):
            write_search(search, by, folder)
        else:
            yield Work.begin_fresh(write_search, search, by, folder)


def _compiled() -> str:
    """Every template of a page, compiled: ours and the theme's."""
    from .theme import compile_theme

    compile_templates()
    compile_theme(ROOT / "docs/overrides")
    return COMPILED.to_text()


def _outcome(run: Work[list[str]]) -> list[str]:
    try:
        return run.result()
    except EOFError:
        return ["A build ended without a word."]


def built(site: Site, order: Order) -> list[str]:
    """Builds one language in this process; what the generator complained of."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    from . import stages
    from .reading import hand_over

    hand_over(site)
    stages.run = stages.Run(has_stubs=False, prints_pages=True, programs=order.programs, digests=order.digests)
    complaints = _Complaints()
    logging.getLogger("mkdocs").addHandler(complaints)
    try:
        config = load_config(str(ROOT / CONFIGURATIONS[order.language]), site_dir=str(order.target), site_url=order.url)
        build(config)
    except MissingPhraseError as error:
        return [str(error.problem)]
    except Exception as error:
        return complaints.said or [f"{type(error).__name__}: {error}"]
    return complaints.said


class _Complaints(logging.Handler):
    """Keeps what the generator warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())
