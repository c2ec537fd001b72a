"""What a preview shows: the data as it was last readable, each page made when it is asked for."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from ..html.environment import forget_templates
from ..model.library import Library
from ..model.load import load
from ..model.problems import Problem
from ..model.text import ROOTS
from ..outputs.search import search_of
from ..pages.catalogue import catalogue
from ..pages.page import Site
from ..search.folder import search_files
from . import ROOT, stages
from .build import CONFIGURATIONS
from .press import Press
from .processes import Work
from .reading import hand_over

Check = Callable[[Library], list[Problem]]


@dataclass
class State:
    """What the pages stand for: a number that rises with each edit, and what is wrong."""

    version: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def mark(self) -> str:
        """What differs whenever a page should ask again."""
        return f"{self.version}.{len(self.problems)}"


class Workshop:
    """The site under the contributor's hands. ``folder`` takes what MkDocs itself makes, ``check`` says what is wrong with a library."""

    def __init__(self, folder: Path, url: str, check: Check) -> None:
        self._folder, self._url, self._check = folder, url, check
        self._changed, self._making = threading.Condition(), threading.RLock()
        self._presses: dict[str, Press] = {}
        self._stale: set[str] = set()
        self._searches: dict[str, dict[str, str]] = {}
        self._checker: Work[list[str]] | None = None
        self.state = State()
        self.site = Site(Library())

    def read(self) -> None:
        """Takes in the data as it is now; what cannot be read is told, and the pages stay as they were."""
        library, problems = load(ROOT / "data")
        try:
            site = Site(library) if problems else catalogue(library)
        except (LookupError, ValueError):
            site = Site(library)  # a reference leads nowhere: the check says which
        if site.pages:
            self.site = site
            hand_over(site)
            self._stale = set(ROOTS)
            self._searches = {}
            for press in self._presses.values():
                press.edition = replace(press.edition, site=site)
        self._tell([*map(str, problems), *map(str, site.problems)], is_new=True)
        if not problems:
            self._start_check(library)

    def refresh(self) -> None:
        """Takes in hand-written pages and templates as they are now."""
        forget_templates()
        self._stale = set(ROOTS)
        self._tell(self.state.problems, is_new=True)

    def wait(self, mark: str, seconds: float) -> State:
        """The state once it differs from the one marked, or after some seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.state.mark != mark, seconds)
        return self.state

    def document(self, language: str, address: str) -> str | None:
        """A page made from the data, as a whole document; None if there is none at the address."""
        press = self._press(language)
        page = press.edition.site.pages.get(address)
        return press.previewed(page) if page else None

    def search_file(self, language: str, path: str) -> str | None:
        """A file of the search, made once after each edit; None if there is none of that name."""
        with self._making:
            if language not in self._searches:
                self._searches[language] = search_files(search_of(self.site, language, ROOT / "docs"))
            return self._searches[language].get(path)

    def file(self, language: str, path: str) -> Path | None:
        """What MkDocs made of a hand-written page, or a file of the theme; None if there is none."""
        with self._making:
            if language in self._stale or language not in self._presses:
                self._presses[language] = self._made(language)
        folder = (self._folder / language).resolve()
        found = (folder / path).resolve()
        found = found / "index.html" if found.is_dir() else found
        return found if found.is_file() and found.is_relative_to(folder) else None

    def _press(self, language: str) -> Press:
        with self._making:
            if language not in self._presses:
                self._presses[language] = self._made(language)
            return self._presses[language]

    def _made(self, language: str) -> Press:
        stages.run = stages.Run(has_stubs=False, has_policy=False, is_preview=True)
        self._stale.discard(language)
        url = self._url + ROOTS[language]
        config = load_config(str(ROOT / CONFIGURATIONS[language]), site_dir=str(self._folder / language), site_url=url, strict=False)
        build(config)
        return stages.press_of(config)

    def _tell(self, problems: list[str], is_new: bool) -> None:
        with self._changed:
            for problem in problems:
                print(problem, flush=True)
            self.state = State(self.state.version + is_new, problems)
            self._changed.notify_all()

    def _start_check(self, library: Library) -> None:
        """Checks in a process of its own, so that pages need not wait; an edit ends the check of what was before it."""
        self.close()
        self._checker = Work.begin(_told, self._check, library)
        threading.Thread(target=self._take_problems, args=(self._checker, self.state.version), daemon=True).start()

    def _take_problems(self, checker: Work[list[str]], version: int) -> None:
        try:
            problems = checker.result()
        except EOFError:
            return
        if version == self.state.version and problems != self.state.problems:
            self._tell(problems, is_new=False)

    def close(self) -> None:
        """Ends what still runs."""
        if self._checker:
            self._checker.end()


def _told(check: Check, library: Library) -> list[str]:
    return [str(problem) for problem in check(library)]
