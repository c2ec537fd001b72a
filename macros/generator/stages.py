"""The stages of a build, as :mod:`macros.generator.hooks` meets them. What they share is kept here, by language."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from ..checks import DayError
from ..html.edition import DESK, SPRITE, Edition
from ..html.forge import KINDS as FORGES
from ..html.forge import Forge
from ..html.links import to_root
from ..html.words import MissingPhraseError
from ..model.problems import Problem
from ..outputs.companies import CALENDARS, COMPANIES, calendars, companies
from ..outputs.known import KNOWN, known
from ..outputs.letter_desk import letter_desk
from ..outputs.opensearch import NAME as OPENSEARCH
from ..outputs.opensearch import opensearch
from ..outputs.policy import SCRIPT
from ..outputs.search import search_of
from ..outputs.seed_words import words_module
from ..outputs.sprite import sprite
from ..pages.prose import prose_addresses
from ..search.folder import search_files
from . import neighbour, theme
from .alike import alike_in
from .assets import bundle, with_digest
from .onpage import OnPageExtension
from .press import Press, Reserved, stub
from .reading import FaultyDataError, site_of
from .site_folder import Made

ROOT = Path(__file__).parents[2]
_log = logging.getLogger("mkdocs.recourse")
_MARK = re.compile(r"<!--aside:(\d+)-->")


@dataclass
class Run:
    """How this process builds."""

    has_stubs: bool = True
    """Whether each page is a Markdown file to MkDocs; else :func:`finish` prints the pages, or a preview does on demand."""
    has_policy: bool = True
    """Whether pages carry their policy: a script for live reload would break it."""
    made: Made | None = None
    """Takes the pages that are printed without a Markdown file."""
    is_preview: bool = False
    programs: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)
    """What tells whether a page is as an earlier build printed it; without them each is printed."""

    @property
    def prints_pages(self) -> bool:
        """Whether the pages are printed at the end."""
        return self.made is not None


run = Run()
_presses: dict[str, Press] = {}


def press_of(config: MkDocsConfig) -> Press:
    """The press of the language that a configuration is for."""
    return _presses[config.extra["language"]]


def note_command(command: str) -> None:
    """MkDocs' own server adds a script to each page."""
    run.has_policy = command != "serve"


def configure(config: MkDocsConfig) -> None:
    """Sets up what each language has of its own."""
    theme.make_lean(config.theme)
    extensions: list[Any] = config.markdown_extensions  # objects are extensions too, though MkDocs names no type for them
    extensions.append(OnPageExtension(lambda: _words_of_list(config)))
    if run.prints_pages:
        _leave_out_templates(config)


def _leave_out_templates(config: MkDocsConfig) -> None:
    """Hosts serve one page for addresses that do not exist, and the command writes one sitemap of both languages."""
    unwanted = {"sitemap.xml"} if config.extra["language"] == "zh" else {"sitemap.xml", "404.html"}
    config.theme.static_templates -= unwanted


def _words_of_list(config: MkDocsConfig) -> tuple[str, str]:
    """The heading of the list on a hand-written page, and its icon."""
    edition, page = press_of(config).edition, config._current_page
    root = to_root(page.url) if page else ""
    return edition.speech.say("on-this-page"), f"{root}{edition.sprite}#format-list-bulleted"


def read(config: MkDocsConfig) -> None:
    """Reads the data; the build stops if it is faulty."""
    language = config.extra["language"]
    try:
        site = site_of(ROOT)
    except (FaultyDataError, DayError) as error:
        refuse(error.problems if isinstance(error, FaultyDataError) else [], str(error))
        raise
    edition = Edition(site, language, _forge(config), prose_addresses(ROOT / "docs" / language))
    _presses[language] = _press(config, edition)
    neighbour.put(Path(config.site_dir), language)


def _forge(config: MkDocsConfig) -> Forge:
    """Where the guide can be corrected; RuntimeError for a kind of forge that nobody knows."""
    address, branch, kind = ((config.extra[name] or "").strip() for name in ("repository", "branch", "forge"))
    if kind not in ("", *FORGES):
        raise RuntimeError(f"FORGE is '{kind}', and one of {', '.join(FORGES)} is known.")
    return Forge(address.rstrip("/"), branch or "main", kind)


def _press(config: MkDocsConfig, edition: Edition) -> Press:
    """The press of an edition, with the files that many of its pages share: a preview keeps their plain names."""
    icons, desk = sprite(edition.site.library, ROOT / "docs" / "overrides"), letter_desk(edition.speech)
    if not run.is_preview:
        edition = replace(edition, sprite=with_digest(SPRITE, icons), desk=with_digest(DESK, desk))
    return Press(config, edition, run.is_preview, run.has_policy, {edition.sprite: icons, edition.desk: desk})


def refuse(problems: list[Problem], reason: str = "") -> None:
    """Stops the build if there is a problem, with all of them told."""
    for problem in problems:
        _log.error(str(problem))
    if problems or reason:
        raise Abort(reason if not problems else f"{len(problems)} problem(s) in the data or the pages; see above.")


def add_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds a stub for each page, and the files that pages need; leaves out what nobody asks a site for."""
    press = press_of(config)
    for page in press.edition.site:
        files.append(stub(config, page) if run.has_stubs else Reserved.of(config, page))
    files.append(File.generated(config, "assets/secrets/words.js", content=words_module()))
    about = opensearch(config.site_name, config.site_description or "", config.site_url or "")
    files.append(File.generated(config, OPENSEARCH, content=about))
    for name, text in (press.shared | _search(press)).items():
        files.append(File.generated(config, name, content=text))
    for file in [file for file in files if _is_unwanted(file.src_uri)]:
        files.remove(file)
    press.bundles = bundle(files, config)
    for name, text in _for_elements(press).items():
        files.append(File.generated(config, name, content=text))
    press.files = files
    return files


def _for_elements(press: Press) -> dict[str, str]:
    """What the elements know beyond their page, and the scripts of the check under addresses that stay."""
    scripts = {"channel-check": "elements/channel-check/channel-check.js", "secrets": "secrets/secrets.js"}
    handed_on = {f"assets/{name}.js": f'export * from "../{press.bundles[f"assets/{path}"]}";\n' for name, path in scripts.items()}
    speech = press.edition.speech
    return {KNOWN: known(speech), COMPANIES: companies(speech), CALENDARS: calendars(speech), **handed_on}


def _search(press: Press) -> dict[str, str]:
    """The files of the search, unless the command writes them or a preview makes them on demand."""
    if run.is_preview or run.prints_pages:
        return {}
    return search_files(search_of(press.edition.site, press.edition.language, ROOT / "docs"))


def _is_unwanted(path: str) -> bool:
    """Whether nobody asks a site for a file: the theme's scripts, its icon, maps of its styles, and a sitemap of one language."""
    return (
        path.startswith(("assets/javascripts/", "assets/images/")) or path.endswith(".map") or (run.prints_pages and path == "sitemap.xml")
    )


def prepare(page: Page, config: MkDocsConfig) -> None:
    """Renders a page before a plugin meets it, so that the build stops in our words if words are missing."""
    press = press_of(config)
    if typed := press.page_at(page.file.url):
        try:
            press.ready[typed.cover.path] = press.edition.article(typed)
        except MissingPhraseError as error:
            refuse([error.problem])


def fill_page(page: Page, config: MkDocsConfig) -> None:
    """Gives a hand-written page its description: nothing else that it says of itself is obeyed."""
    press = press_of(config)
    if typed := press.page_at(page.url):
        press.fill(typed, page)
    else:
        page.meta = {"description": str(page.meta.get("description", ""))}


def finished(html: str, page: Page, config: MkDocsConfig) -> str:
    """A page's HTML with what was set aside for it in its places."""
    press = press_of(config)
    kept = press.aside.pop(page.url, [])
    if typed := press.page_at(page.url):
        press.fill(typed, page)
        return kept[0]
    return _MARK.sub(lambda place: kept[int(place[1])], html)


def lend_words(environment: Environment, config: MkDocsConfig) -> Environment:
    """Lends the theme the guide's words, escaped: its templates do not escape."""
    press = press_of(config)
    environment.globals["say"] = lambda key: escape(press.edition.speech.say(key))
    environment.globals["sprite"] = press.edition.sprite
    environment.globals["forge"] = press.edition.forge
    environment.globals["frame_script"] = SCRIPT
    environment.globals["asset"] = press.bundles.__getitem__
    environment.globals["alike"] = alike_in(press)
    press.environment = environment
    return environment


def frame(context: Any, page: Page | None, config: MkDocsConfig) -> Any:
    """Tells the theme what stands around a page, or around the one that hosts show at addresses that do not exist."""
    press = press_of(config)
    typed = press.page_at(page.url) if page else None
    context["frame"] = press.frame(typed, page)
    return context


def finish(config: MkDocsConfig) -> None:
    """Prints the pages that went through no Markdown file, and puts back what was set aside."""
    press = press_of(config)
    if run.made:
        for name, document in press.all_printed(run.programs, run.digests):
            run.made.put(name, document)
    neighbour.restore()
