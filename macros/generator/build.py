"""Builds both languages at the same time, from data that was read once, and puts them together into one folder."""

import logging
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
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
from ..pages.page import Page, Site
from ..pages.prose import prose_addresses
from . import ROOT, STORE, BuildError
from .kept import is_search_kept, programs, write_search
from .processes import Work, beside
from .site_folder import Made, has_links, put_together, update

CONFIGURATIONS = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}
DEFAULT_URL = "https://recourse.example/"
_PATIENCE = 5  # steps of a process's priority: where a search is under way it goes first, for one language's takes longer than its pages


def build_site(site: Site, target: Path, *, is_compressed: bool = False) -> None:
    """Makes a folder hold the bilingual site and nothing else; BuildError if a language fails. Compressed, each text stands there in three forms.

    SITE_URL (with a slash at the end) is where it will be published, REPOSITORY_URL where corrections go.
    """
    url = site_url()
    target = folder_for(target)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".site-") as folder:
        staging = Path(folder)
        before = target if target.exists() and not is_compressed and not has_links(target) else None
        parts = _build_languages(site, staging, before, url)
        if faults := list(dict.fromkeys(fault for made in parts for fault in made.faults)):
            raise BuildError("\n".join(faults))
        parts.append(_common(site, Made(staging / "common", before=before), url))
        if before:
            update(target, parts)
        else:
            _replace(target, staging, parts, is_compressed=is_compressed)
    STORE.forget_old()


def _replace(target: Path, staging: Path, parts: Iterable[Made], *, is_compressed: bool) -> None:
    """Puts a new site in the place of what may be there."""
    whole = staging / "whole"
    put_together(parts, whole)
    if is_compressed:
        compress(whole)
    if target.exists():
        target.rename(staging / "before")
    whole.rename(target)


def _common(site: Site, made: Made, url: str) -> Made:
    """Makes what stands over both languages."""
    own = {path for path, page in site.pages.items() if page.canonical is None}
    addresses = own | prose_addresses(ROOT / "docs" / "en")
    made.put("sitemap.xml", sitemap(addresses, url).encode())
    made.put("robots.txt", robots(url).encode())
    made.put(HEADERS, headers(tuple(ROOTS.values())).encode())
    return made


def folder_for(target: Path) -> Path:
    """The folder, links resolved, that a build replaces: it must be one that a build made, or an empty or a new one; BuildError if not."""
    target = target.resolve()
    if target.is_dir() and any(target.iterdir()) and not _is_built(target):
        raise BuildError(f"{target} holds something else than a site, and a build would delete it. Name another folder.")
    if target.exists() and not target.is_dir():
        raise BuildError(f"{target} is no folder. Name another one.")
    if not target.parent.is_dir():
        raise BuildError(f"There is no folder {target.parent}. Make it first.")
    return target


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
    made: Made
    url: str
    programs: str
    """The digest of what pages are made by."""
    digests: Mapping[str, str]
    """The digests of pages, by address."""


def _build_languages(site: Site, staging: Path, before: Path | None, url: str) -> list[Made]:
    """What was made of either language: its pages, and its search. ``before`` is the site as it is."""
    by = programs()
    searches = [
        (search_of(site, language, ROOT / "docs"), by, Made(staging / f"search-{language}", root, before))
        for language, root in ROOTS.items()
    ]
    kept = [search for search in searches if is_search_kept(*search[:2])]
    runs = [Work.begin_fresh(write_search, *search) for search in searches if search not in kept]
    try:
        digests = _prepare(site, by)  # while the searches are under way
        orders = [Order(language, Made(staging / language, root, before), url + root, by, digests) for language, root in ROOTS.items()]
        runs += [Work.begin(built, site, order) for order in orders]
        return [*(write_search(*search) for search in kept), *map(_outcome, runs)]
    finally:
        for run in runs:
            run.end()


def _prepare(site: Site, by: str) -> dict[str, str]:
    """Does what both languages need, so that their processes begin with it: imports, templates, and the digests of pages."""
    import mkdocs_macros.plugin  # noqa: F401  (both languages need it and the generator: each would import them by itself)

    from . import stages  # noqa: F401  (both languages need it too)

    pages = list(site)
    with beside(_digests, site, pages[len(pages) // 2 :]) as others:
        COMPILED.take(_templates(by))
        return _digests(site, pages[: len(pages) // 2]) | others()


def _digests(site: Site, pages: Iterable[Page]) -> dict[str, str]:
    of = Digests(site.library, has_lines=bool(os.environ.get("REPOSITORY_URL"))).of
    return {page.cover.path: of(page) for page in pages}


@contextmanager
def templates_under_way() -> Iterator[None]:
    """Has the templates compiled in a process of its own, if they are not at hand: it takes as long as reading the data, and needs none of it."""
    by = programs()
    work = None if STORE.has(_of_templates(by)) else Work.begin(_keep_templates, by)
    try:
        yield
    finally:
        if work:
            work.end()


def _keep_templates(by: str) -> None:
    """Compiles the templates for the store alone: to hand them over by a pipe would take longer than to read them there."""
    _templates(by)


def _templates(by: str) -> str:
    return STORE.kept_by_one(_of_templates(by), _compiled)


def _of_templates(by: str) -> list[str]:
    return ["templates", by]


def _compiled() -> str:
    """Every template of a page, compiled: ours and the theme's."""
    from .theme import compile_theme

    compile_templates()
    compile_theme(ROOT / "docs/overrides")
    return COMPILED.to_text()


def _outcome(run: Work[Made]) -> Made:
    try:
        return run.result()
    except EOFError:
        return Made(Path(), faults=["A build ended without a word."])


def built(site: Site, order: Order) -> Made:
    """Builds one language in this process."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    from . import stages
    from .reading import hand_over

    if hasattr(os, "nice"):
        os.nice(_PATIENCE)
    hand_over(site)
    made = order.made
    stages.run = stages.Run(has_stubs=False, made=made, programs=order.programs, digests=order.digests)
    complaints = _Complaints()
    logging.getLogger("mkdocs").addHandler(complaints)
    try:
        config = load_config(str(ROOT / CONFIGURATIONS[order.language]), site_dir=str(made.folder), site_url=order.url)
        build(config)
    except MissingPhraseError as error:
        return replace(made, faults=[str(error.problem)])
    except Exception as error:
        return replace(made, faults=complaints.said or [f"{type(error).__name__}: {error}"])
    return replace(made, faults=complaints.said)


class _Complaints(logging.Handler):
    """Keeps what the generator warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())
