"""One language's edition of the guide: its pages as HTML."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from markupsafe import Markup

from ..model.kinds import SOURCES
from ..model.kinds.claims import Verification
from ..model.kinds.reference import Source
from ..model.library import Entry
from ..pages.page import Page, Section, Site
from .environment import environment, known, rendering
from .forge import Forge
from .words import Speech, spoken

SPRITE, DESK = "assets/icons.svg", "assets/letters.json"


@dataclass(frozen=True)
class Edition:
    """A site in one language.

    ``forge`` is where its files can be corrected. ``prose`` are the addresses of the hand-written pages,
    ``sprite`` and ``desk`` are the addresses of the icons and of what letters share.
    """

    site: Site
    language: str
    forge: Forge = field(default_factory=Forge)
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
    def day(self) -> date | None:
        """The newest day that a fact bears: that of its text, or of a person's comparison."""
        found = self.site.library.values.of(Verification)
        days = (day for _, _, fact in found for day in (fact.published, fact.checked.on if fact.checked else None) if day)
        return max(days, default=None)

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
        shown = {"page": page, "item": section.item if section else None}
        context = template.new_context(known(self.language) | shown, shared=True)
        return Markup("".join(template.blocks[part](context)))  # what a template of ours printed, escaped

    def sources(self, verification: Verification) -> tuple[Entry[Source], ...]:
        """The documents that a claim rests on, the first one first."""
        shelf = self.site.library.shelf(SOURCES)
        return tuple(shelf[id] for id in (verification.source, *verification.also) if id)

    def line_of(self, verification: Verification) -> tuple[str, int]:
        """The data file and the line that a claim stands on."""
        return self._lines[id(verification)]

    @cached_property
    def _lines(self) -> dict[int, tuple[str, int]]:
        found = self.site.library.values.of(Verification)
        return {id(value): (entry.origin.path, entry.line(where)) for entry, where, value in found}
