"""What a Markdown file may call: the content of a generated page, or a piece of the data in a hand-written one."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from ..html.markdown import literal
from ..model.kinds import CONTACTS
from ..pages.addresses import card_of
from .stages import press_of


def define_env(env: Any) -> None:
    """Registers the page macros with mkdocs-macros-plugin; what prose may call is listed in :mod:`macros.checks.prose`."""
    config: MkDocsConfig = env.conf

    def guide_page(path: str) -> str:
        """The whole of the page whose stub calls it; the address is for whoever reads the stub."""
        press = press_of(config)
        return press.set_aside(env.page.url, press.ready.pop(path))

    def say(key: str, **values: str) -> str:
        """A phrase of strings.yaml, holes filled."""
        return literal(press_of(config).edition.speech.say(key, **values))

    def link(kind: str, id: str) -> str:
        """A link to an entry, by its name."""
        edition = press_of(config).edition
        return edition.component("link", address(), edition.site.library.entries[kind][id])

    def contact(id: str) -> str:
        """The card of a platform's contact, such as ``okx/live-chat``."""
        press = press_of(config)
        library = press.edition.site.library
        return press.set_aside(env.page.url, press.edition.component("lone_card", address(), card_of(library, library.shelf(CONTACTS)[id])))

    def address() -> str:
        return str(env.page.url).removeprefix("./")

    for macro in (guide_page, say, link, contact):
        env.macro(macro, macro.__name__)
