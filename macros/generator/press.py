"""One language's build under way: typed pages go through the theme's templates as MkDocs' own pages do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from html import escape
from typing import Any

from jinja2 import Environment, Template
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext

from ..html.edition import Edition
from ..html.links import to_root
from ..html.words import written_day
from ..model.kinds import STRINGS
from ..model.text import ROOTS
from ..outputs.policy import POLICY
from ..pages.page import Page
from . import STORE
from .assets import Bundles


@dataclass(frozen=True)
class Frame:
    """What stands around a page: in its head, and below its text."""

    title: str = ""
    section: str = ""
    description: str = ""
    edit: str = ""
    """The way to edit the file that its words stand in, if there is a forge."""
    report: str = ""
    """A form for a mistake on it, if there is a forge."""
    edition: str = ""
    """How new the guide is, in words."""
    redirect: str = ""
    canonical: str = ""
    """The address, from the language's root, of the page that stands for it in searches."""
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    policy: str = ""
    is_preview: bool = False


@dataclass
class Press:
    """What MkDocs has made ready for one language, and the edition it is to print."""

    config: MkDocsConfig
    edition: Edition
    is_preview: bool = False
    has_policy: bool = True
    shared: dict[str, str] = field(default_factory=dict)
    """The text of files that many pages need, by name."""
    bundles: Bundles = field(default_factory=Bundles)
    files: Files = field(default_factory=lambda: Files([]))
    nav: Navigation = field(default_factory=lambda: Navigation([], []))
    environment: Environment | None = None
    ready: dict[str, str] = field(default_factory=dict)
    """Articles that were rendered already, by address."""
    aside: dict[str, list[str]] = field(default_factory=dict)
    """Finished HTML by the address of its page: Markdown keeps the places."""

    def set_aside(self, address: str, html: str) -> str:
        """Keeps finished HTML for a page; the mark that Markdown lets stand in its place."""
        kept = self.aside.setdefault(address, [])
        kept.append(html)
        return mark(len(kept) - 1)

    def page_at(self, address: str) -> Page | None:
        """The typed page at an address as MkDocs writes it; None for a hand-written one."""
        return self.edition.site.pages.get(address.removeprefix("./"))

    def fill(self, page: Page, shown: MkDocsPage) -> None:
        """Gives MkDocs' page what its own would have from Markdown: title, description, contents."""
        spoken = self.edition.spoken
        shown.meta = {"title": spoken(page.cover.title), "description": spoken(page.cover.description)}
        items: list[Any] = [
            {"level": 2, "id": s.anchor, "name": escape(spoken(s.heading)), "children": []} for s in page.sections if s.anchor
        ]
        shown.toc = get_toc([{"level": 1, "id": "top", "name": spoken(page.cover.title), "children": items}])

    def frame(self, page: Page | None, shown: MkDocsPage | None) -> Frame:
        """The frame of a typed page, of a hand-written one, or of none."""
        frame = Frame(edition=self._edition, policy=POLICY if self.has_policy else "", is_preview=self.is_preview)
        if shown is None:
            return frame
        if page is None:
            source = f"docs/{self.edition.language}/{shown.file.src_uri}"
            edit, report = self._corrections(source, shown.url)
            return replace(frame, description=str(shown.meta.get("description", "")), edit=edit, report=report)
        edit, report = self._corrections(page.cover.source, page.cover.path)
        return replace(
            frame,
            title=self.edition.spoken(page.cover.title),
            section=self.edition.speech.say(page.cover.section) if page.cover.section else "",
            description=self.edition.spoken(page.cover.description),
            edit=edit,
            report=report,
            redirect=to_root(page.cover.path) + page.redirect if page.redirect is not None else "",
            canonical=page.canonical or "",
            scripts=self._parts_of_elements(page, "js"),
            styles=self._parts_of_elements(page, "css"),
        )

    @cached_property
    def _edition(self) -> str:
        """How new the guide is: the newest day that a fact bears."""
        day, language = self.edition.day, self.edition.language
        return self.edition.speech.say("edition-of", date=written_day(language, day)) if day else ""

    def _corrections(self, source: str, address: str) -> tuple[str, str]:
        """The ways to edit the file of a page, and to report a mistake on it; empty without a forge."""
        forge = self.edition.forge
        where = f"/{ROOTS[self.edition.language]}{address.removeprefix('./')}"
        return (forge.edit(source), forge.report(where)) if forge else ("", "")

    def _parts_of_elements(self, page: Page, ending: str) -> tuple[str, ...]:
        """The scripts or the styles of a page's custom elements, as addresses."""
        sources = (f"assets/elements/{name}/{name}.{ending}" for name in page.elements)
        return tuple(self.bundles[source] for source in sources if source in self.bundles)

    def shown(self, page: Page) -> MkDocsPage:
        """A typed page as MkDocs knows pages."""
        shown = MkDocsPage(None, stub(self.config, page), self.config)
        shown.content = self.edition.article(page)
        self.fill(page, shown)
        return shown

    def printed(self, page: Page) -> str:
        """A typed page as a whole document, having passed the plugins."""
        shown = self.shown(page)
        context = self._context(shown)
        context = self.config.plugins.on_page_context(context, page=shown, config=self.config, nav=self.nav)
        output = self.template.render(context)
        return str(self.config.plugins.on_post_page(output, page=shown, config=self.config))

    def previewed(self, page: Page) -> str:
        """A typed page as a whole document, without the plugins, which count each page once."""
        shown = self.shown(page)
        context = self._context(shown)
        context["frame"] = self.frame(page, shown)  # type: ignore[typeddict-unknown-key] # as hooks do
        return self.template.render(context)

    def _context(self, shown: MkDocsPage | None, base_url: str = "") -> TemplateContext:
        return get_context(self.nav, self.documents, self.config, shown, base_url)

    @cached_property
    def documents(self) -> Sequence[File]:
        """The Markdown files, listed once for all pages."""
        return self.files.documentation_pages()

    @property
    def template(self) -> Template:
        """The theme's template for a page; RuntimeError before MkDocs has made the theme ready."""
        if self.environment is None:
            raise RuntimeError("the theme is not ready yet")
        return self.environment.get_template("main.html")

    def all_printed(self, programs: str, digests: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """Every typed page as (address of its file, document): printed now, or before by the same programs from what has the same digest."""
        with STORE.pack(["pages", programs, *self._circumstances()]) as pack:
            for page in self.edition.site:
                digest = digests.get(page.cover.path)
                made = partial(self._document, page)
                yield f"{page.cover.path}index.html", pack.kept(digest, made) if digest else made()

    def _document(self, page: Page) -> bytes:
        return self.printed(page).encode()

    def _circumstances(self) -> Iterator[str]:
        """What all pages share that is neither theirs nor the programs'."""
        config, edition = self.config, self.edition
        yield from (edition.language, str(edition.forge), edition.sprite, edition.desk)
        yield from (str(edition.site.library.all(STRINGS)), str(sorted(edition.prose)))
        yield from map(str, (config.site_url, config.site_name, config.site_description, dict(config.extra), dict(self.bundles)))


def mark(number: int) -> str:
    """What stands in a page's Markdown for finished HTML."""
    return f"<!--aside:{number}-->"


def stub(config: MkDocsConfig, page: Page) -> File:
    """The Markdown file behind a typed page: one macro call with a checked address and nothing contributed."""
    content = f'{{{{ guide_page("{page.cover.path}") }}}}\n'
    return File.generated(config, _name_of_stub(page), content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def _name_of_stub(page: Page) -> str:
    return f"{page.cover.path.rstrip('/')}.md" if page.cover.path else "index.md"


class Reserved(File):
    """The address of a typed page that is printed without a Markdown file: hand-written pages may link to it."""

    is_reserved = False

    @classmethod
    def of(cls, config: MkDocsConfig, page: Page) -> "Reserved":
        """The address of a page."""
        file = cls(_name_of_stub(page), None, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.NOT_IN_NAV)
        _ = file.url  # a Markdown file's
        file.is_reserved = True
        return file

    def is_documentation_page(self) -> bool:
        return not self.is_reserved

    def copy_file(self, dirty: bool = False) -> None:
        """There is nothing to copy."""
