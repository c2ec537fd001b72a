"""What MkDocs calls while it builds one language. A preview of ours and the command's own build prepare the press themselves."""

import sys
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

_ROOT = Path(__file__).parents[2]
if str(_ROOT) not in sys.path:  # the 'mkdocs' command does not look for packages beside mkdocs.yml
    sys.path.insert(0, str(_ROOT))

from macros.generator import neighbour, stages


def on_startup(command: str, **_: Any) -> None:
    """Notes what MkDocs was asked for."""
    stages.note_command(command)


def on_config(config: MkDocsConfig) -> None:
    """Sets up what each language has of its own."""
    stages.configure(config)


def on_pre_build(config: MkDocsConfig) -> None:
    """Reads the data; the build stops if it is faulty."""
    stages.read(config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the files made from the data."""
    return stages.add_files(files, config)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Notes the navigation, which every page is rendered with."""
    stages.press_of(config).nav = nav


def on_page_read_source(page: Page, config: MkDocsConfig) -> None:
    """Renders a page before a plugin meets it."""
    stages.prepare(page, config)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Gives a page its title and description."""
    stages.fill_page(page, config)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Puts finished HTML in the places that Markdown kept for it."""
    return stages.finished(html, page, config)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Lends the theme the guide's words."""
    return stages.lend_words(env, config)


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    """Tells the theme what stands around the page."""
    return stages.frame(context, page, config)


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> Any:
    """The same for the page that hosts show at addresses that do not exist."""
    return stages.frame(context, None, config)


def on_post_build(config: MkDocsConfig) -> None:
    """Prints the pages that went through no Markdown file, and puts back what was set aside."""
    stages.finish(config)


def on_build_error(error: Exception, **_: Any) -> None:
    """Puts back what was set aside."""
    neighbour.restore()
