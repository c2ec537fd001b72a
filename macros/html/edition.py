"""One language's edition of the guide: its pages as HTML."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

from ..model.kinds import SOURCES
from ..model.kinds.claims import Verification
from ..model.kinds.reference import Source
from ..model.library import Entry
from ..pages.page import Page, Section, Site
from .environment import environment, rendering
from .words import Speech, spoken

SPRITE, DESK = "assets/icons.svg", "assets/letters.json"


@dataclass(frozen=True)
class Edition:
    """A site in one language.

    ``repository`` is a forge's address without a slash at the end, or empty. ``prose`` are the addresses of the hand-written pages,
    ``sprite`` and ``desk`` are the addresses of the icons and of what letters share.
    """

    site: Site
    language: str
    repository: str = ""
    prose: frozenset[str] = field(default_factory=frozenset)
    sprite: str = SPRITE
    desk: str = DESK
    kept: dict[tuple[object, ...], Markup] = field(default_factory=dict, init=False, compare=False)
    """Components that stand on many pages, as they were rendered first."""

    @cached_property
    def speech(self) -> Speech:
        """The words of this edition."""
        return Speech(self.site.library, self.language)

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Where pages stand."""
        return self.prose | self.site.pages.keys()

    def spoken(self, words: object) -> str:
        """Words in the edition's language."""
        return str(spoken(self.language, words))

    def article(self, page: Page) -> str:
        """What stands on a page, from its heading to its end, as HTML."""
        template = environment(self.language).get_template("article.html")
        with rendering(self, page.cover.path):
            return template.render(page=page, fill=lambda part, section: self._filled(page, part, section))

    def component(self, name: str, path: str, *arguments: object, **options: object) -> str:
        """A component of ``html/components`` as it looks on the page at an address."""
        with rendering(self, path):
            return str(getattr(environment(self.language).globals["c"], name)(*arguments, **options))

    def _filled(self, page: Page, part: str, section: Section | None) -> Markup:
        """A part of a page's template; nothing if it has none of that name and need not."""
        template = environment(self.language).get_template(f"pages/{page.template}.html")
        if part not in template.blocks:
            if section:
                raise LookupError(f"the template '{page.template}' has no part '{part}'")
            return Markup()
        context = template.new_context({"page": page, "item": section.item if section else None})
        return Markup("".join(template.blocks[part](context)))  # what a template of ours printed, escaped

    def sources(self, verification: Verification) -> tuple[Entry[Source], ...]:
        """The documents that a claim rests on, the first one first."""
        shelf = self.site.library.shelf(SOURCES)
        return tuple(shelf[id] for id in (verification.source, *verification.also) if id)

    def correction_link(self, verification: Verification) -> str:
        """The line of the data file on the forge, or nothing without a repository."""
        if not self.repository:
            return ""
        path, line = self._lines[id(verification)]
        return f"{self.repository}/blob/main/{path}#L{line}"

    @cached_property
    def _lines(self) -> dict[int, tuple[str, int]]:
        return {id(found): (path, line) for found, path, line in self._places_of_verifications()}

    def _places_of_verifications(self) -> Iterator[tuple[Verification, str, int]]:
        for entry in self.site.library:
            for where, value, _ in entry.visits:
                if isinstance(value, Verification):
                    yield value, entry.origin.path, entry.line(where)
