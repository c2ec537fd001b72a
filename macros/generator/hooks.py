"""What only MkDocs can do: add the generated pages, name their source, refuse a site with faults.

In a preview it also writes only the pages that changed, and keeps the search whole.
"""

import logging
import re
import sys
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

_ROOT = Path(__file__).parents[2]
if str(_ROOT) not in sys.path:  # the 'mkdocs' command does not look for packages beside mkdocs.yml
    sys.path.insert(0, str(_ROOT))

from macros.checks import check_prose
from macros.checks.prose.markup import check_html
from macros.generator.links import check_links
from macros.generator.preview import drop_stale, frame_of, is_shown, note_shown, print_of
from macros.model.problems import Problem
from macros.outputs.seed_words import words_module
from macros.pages.catalogue import file_of, stub
from macros.pages.edition import FaultyDataError, edition
from macros.pages.guide import Guide, MissingPhraseError
from macros.pages.guide import Page as GuidePage
from macros.paths import to_root

log = logging.getLogger("mkdocs.recourse")
logging.getLogger("jieba").setLevel(logging.WARNING)  # it tells how fast it starts


class Stub(File):
    """The Markdown file behind a generated page, and what the page says."""

    guide: Guide
    source: GuidePage
    frame: bytes

    @classmethod
    def of(cls, config: MkDocsConfig, guide: Guide, page: GuidePage, frame: bytes) -> "Stub":
        """The stub of a page; ``frame`` is the fingerprint of what all pages share."""
        file = cast(Stub, cls.generated(config, file_of(page.path), content=stub(page)))
        file.guide, file.source, file.frame = guide, page, frame
        return file

    @cached_property
    def rendered(self) -> tuple[str, list[str]]:
        """The page's Markdown and finished HTML, made once; the build stops if the words for it are missing."""
        try:
            return self.guide.render(self.source)
        except MissingPhraseError as error:
            _refuse([error.problem])
            raise

    @cached_property
    def fingerprint(self) -> bytes:
        """What tells whether a page written earlier still shows the same."""
        markdown, parts = self.rendered
        about = (str(self.guide.in_language(text)) for text in (self.source.title, self.source.description))
        return print_of([markdown, *parts, *about, self.source.source, self.source.script], self.frame)

    def is_modified(self) -> bool:
        """Whether MkDocs has to write the page: the preview does not show it yet as it is."""
        return not is_shown(self.abs_dest_path, self.fingerprint)


_editions: dict[int, tuple[Guide, dict[str, GuidePage]]] = {}
"""The edition of the build under way, by its configuration."""


_faults: list[Problem] = []
"""What is wrong with the pages read so far."""


def _edition_of(config: Any) -> tuple[Guide, dict[str, GuidePage]]:
    return _editions[id(config)]


def on_pre_build(config: MkDocsConfig) -> None:
    """Reads the edition the configuration asks for; the build stops if the data is faulty."""
    _editions.clear()
    _faults.clear()
    try:
        _editions[id(config)] = edition(_ROOT / "data", config["extra"]["language"], config["extra"]["repository"])
    except FaultyDataError as error:
        _refuse(error.problems)


def _refuse(problems: list[Problem]) -> None:
    for problem in problems:
        log.error(str(problem))
    if problems:
        raise Abort(f"{len(problems)} problem(s) in the data or the pages; see above.")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds a stub for each page of the catalogue."""
    guide, pages = _edition_of(config)
    _refuse(check_prose(_ROOT / "docs", pages))
    frame = frame_of(_ROOT / "docs" / "overrides", (text[guide.language] for text in guide.library.all("strings").values()))
    for file in files.documentation_pages():
        vars(file)["is_modified"] = lambda: True  # a hand-written page says what the data says
    for page in pages.values():
        files.append(Stub.of(config, guide, page, frame))
    drop_stale(Path(config.site_dir), (file.abs_dest_path for file in files))
    files.append(File.generated(config, "assets/letter/words.js", content=words_module()))
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> None:
    """Fills a generated page before a plugin meets it, so that the build stops in our words if that fails."""
    if isinstance(page.file, Stub):
        _ = page.file.rendered


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Gives a generated page its title, description and source, as plain text the theme escapes."""
    guide, pages = _edition_of(config)
    if generated := pages.get(str(page.url).removeprefix("./")):
        page.meta["title"] = guide.in_language(generated.title)
        page.meta["description"] = guide.in_language(generated.description)
        page.meta["source"] = generated.source
        page.meta["script"] = generated.script
        page.meta["modules"] = _modules_beside(generated.script, files)
        page.meta["search"] = {"boost": generated.weight} if generated.weight else {"exclude": True}
        page.meta["redirect"] = to_root(generated.path) + generated.redirect if generated.redirect else ""
        page.meta["section"] = guide.say(generated.section) if generated.section else ""
    else:  # nothing that a page says of itself is obeyed
        page.meta = {"description": str(page.meta.get("description", "")), "source": f"docs/{guide.language}/{page.file.src_uri}"}
    return markdown


def _modules_beside(script: str, files: Files) -> list[str]:
    """The addresses of the modules in a script's own folder: a browser told of them early fetches them all at once."""
    folder, slash, _ = script.rpartition("/")
    return sorted(file.src_uri for file in files if slash and file.src_uri.startswith(f"assets/{folder}/"))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Puts the finished HTML in the places that Markdown kept for it; what else stands on a hand-written page is judged first."""
    parts = vars(page).get("parts", [])
    faults = [] if isinstance(page.file, Stub) else check_html(page.meta["source"], page.file.content_string, html, len(parts))
    _faults.extend(faults)
    return html if faults else re.sub(r"<!--part:(\d+)-->", lambda place: parts[int(place[1])], html)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Notes, in a preview, what now stands on the page."""
    if isinstance(page.file, Stub) and "fingerprint" in vars(page.file):
        note_shown(page.file.abs_dest_path, page.file.fingerprint)
    return output


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Refuses faulty pages before any is written, and lends the theme the guide's words, escaped: its templates do not escape."""
    _refuse(_faults)
    guide, _ = _edition_of(config)
    env.globals["say"] = lambda key: escape(guide.say(key))
    return env


@event_priority(100)  # before the search plugin writes its index
def on_post_build(config: MkDocsConfig) -> None:
    """Refuses a site in which a link or an anchor leads nowhere; in a preview, keeps the search whole."""
    _keep_search_whole(config.plugins["material/search"])
    guide, pages = _edition_of(config)
    sources = {path: page.source for path, page in pages.items()}
    _refuse(check_links(Path(config.site_dir), sources, _ROOT, f"docs/{guide.language}"))


def _keep_search_whole(search: Any) -> None:
    """Joins the words of the pages just written to those of the others: the plugin itself expects one page to be written."""
    if earlier := search.search_index_prev:
        fresh = search.search_index.entries
        written = {entry["location"].partition("#")[0] for entry in fresh}
        kept = [entry for entry in earlier.entries if entry["location"].partition("#")[0] not in written]
        search.search_index.entries = [*kept, *fresh]
        search.search_index_prev = None
