"""What only MkDocs can do: add the generated pages, name their source, refuse a site with faults."""

import logging
import re
import sys
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

_ROOT = Path(__file__).parent.parent
if str(_ROOT) not in sys.path:  # the 'mkdocs' command does not look for packages beside mkdocs.yml
    sys.path.insert(0, str(_ROOT))

from macros.build.links import check_links  # noqa: E402  (the path comes first)
from macros.build.prose import check_prose  # noqa: E402
from macros.build.seed_words import words_module  # noqa: E402
from macros.model.problems import Problem  # noqa: E402
from macros.pages.catalogue import file_of, stub  # noqa: E402
from macros.pages.edition import FaultyDataError, edition  # noqa: E402
from macros.pages.guide import Guide  # noqa: E402
from macros.pages.guide import Page as GuidePage  # noqa: E402

log = logging.getLogger("mkdocs.recourse")


def guide_of(config: Any) -> tuple[Guide, dict[str, GuidePage]]:
    """The edition a configuration asks for; the build stops if the data is faulty."""
    try:
        return edition(_ROOT / "data", config["extra"]["language"], config["extra"]["repository"])
    except FaultyDataError as error:
        _refuse(error.problems)
        raise


def _refuse(problems: list[Problem]) -> None:
    for problem in problems:
        log.error(str(problem))
    if problems:
        raise Abort(f"{len(problems)} problem(s) in the data or the pages; see above.")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds a stub for each page of the catalogue."""
    _, pages = guide_of(config)
    _refuse(check_prose(_ROOT / "docs", _ROOT))
    for path, page in pages.items():
        files.append(File.generated(config, file_of(path), content=stub(page)))
    files.append(File.generated(config, "assets/letter/words.js", content=words_module()))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Gives a generated page its title, description and source, as plain text the theme escapes."""
    guide, pages = guide_of(config)
    if generated := pages.get(str(page.url).removeprefix("./")):
        page.meta["title"] = guide.in_language(generated.title)
        page.meta["description"] = guide.in_language(generated.description)
        page.meta["source"] = generated.source
        page.meta["script"] = generated.script
    else:
        page.meta["source"] = f"docs/{guide.language}/{page.file.src_uri}"
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Puts the finished HTML in the places that Markdown kept for it."""
    parts = page.meta.get("parts", [])
    return re.sub(r"<!--part:(\d+)-->", lambda place: parts[int(place[1])], html)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Lends the theme the guide's words, escaped: its templates do not escape."""
    guide, _ = guide_of(config)
    env.globals["say"] = lambda key: escape(guide.say(key))
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Refuses a site in which a link or an anchor leads nowhere."""
    guide, pages = guide_of(config)
    sources = {path: page.source for path, page in pages.items()}
    _refuse(check_links(Path(config.site_dir), sources, _ROOT, f"docs/{guide.language}"))
