"""The hand-written pages as the rules see them: files below docs/zh and docs/en, each page with its text and its calls."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes
from markdown import Markdown

from ...model.problems import Problem
from ...model.text import HOLE, LANGUAGES, HoledText
from .calls import fault_of_call, words_of

EXTENSIONS: Mapping[str, Mapping[str, object]] = {
    "toc": {"toc_depth": 2, "permalink": True, "permalink_title": ""},
    "tables": {"use_align_attribute": True},
    "fenced_code": {},
    "attr_list": {},
}
"""What the site's Markdown knows beyond the original: that of mkdocs.yml, and what MkDocs adds by itself."""

FRONT_MATTER = re.compile(r"---\ndescription: (.{1,300})\n---\n")
# The delimiters of comments are those of mkdocs.yml: '{#' begins a heading's anchor.
_ENVIRONMENT = Environment(comment_start_string="[[#", comment_end_string="#]]", autoescape=True)

MARKUP = (
    (re.compile(r"<(?!https?://)\s*[a-z/!?]", re.IGNORECASE), "The page holds HTML.", "Use Markdown and the page macros."),
    (re.compile(r"!\["), "The page holds an image.", "Say it in words."),
    (re.compile(r"\[\[#"), "The page holds a comment.", "Delete it."),  # what it parts would come together
    (
        re.compile(r"(?<!\{)\{(?![{#])|\{#(?![a-z0-9-]+\})"),
        "The page holds an attribute list.",
        "Only an anchor may stand in braces: '{#name}'.",
    ),
)
"""What no line of a page may hold: the form, what is wrong, what to do."""


@dataclass(frozen=True, eq=False)
class Page:
    """One hand-written page: its file as a contributor sees it, its language, its name below the language's folder."""

    source: str
    language: str
    name: tuple[str, ...]
    text: str
    phrases: Mapping[str, HoledText]
    """The words of the interface, which a page may call for."""

    @property
    def address(self) -> str:
        """Where it stands, from its language's root: ``about/``; an index stands at its folder."""
        return address_of(self.name)

    @cached_property
    def syntax_error(self) -> TemplateSyntaxError | None:
        """Why the calls on the page cannot be read."""
        return None if isinstance(self._parsed, tuple) else self._parsed

    @cached_property
    def parts(self) -> tuple[nodes.Node, ...]:
        """What the page consists of, text and calls in turn; nothing if that cannot be read."""
        return self._parsed if isinstance(self._parsed, tuple) else ()

    @cached_property
    def _parsed(self) -> tuple[nodes.Node, ...] | TemplateSyntaxError:
        try:
            tree = _ENVIRONMENT.parse(self.text)
        except TemplateSyntaxError as error:
            return error
        return tuple(part for output in tree.body for part in (output.nodes if isinstance(output, nodes.Output) else [output]))

    @property
    def calls(self) -> Iterator[nodes.Call]:
        """The calls that are none of a program."""
        return (part for part in self.parts if isinstance(part, nodes.Call) and not fault_of_call(part))

    @cached_property
    def can_be_made(self) -> bool:
        """Whether the page holds neither a program nor markup of its own."""
        return not (self.syntax_error or any(map(fault_of_call, self.parts)) or any(form.search(self.text) for form, _, _ in MARKUP))

    @cached_property
    def html(self) -> str:
        """What Markdown makes of the page, with a comment in place of what a macro makes; nothing if it cannot be made."""
        if not self.can_be_made:
            return ""
        text = "".join(part.data if isinstance(part, nodes.TemplateData) else self._made(part, i) for i, part in enumerate(self.parts))
        markdown = Markdown(extensions=list(EXTENSIONS), extension_configs={name: dict(options) for name, options in EXTENSIONS.items()})
        return str(markdown.convert(FRONT_MATTER.sub("", text, count=1) if text.startswith("---") else text))

    def _made(self, call: nodes.Node, number: int) -> str:
        """The words of a phrase as the macro writes them; a mark in place of a card or a link."""
        if not (isinstance(call, nodes.Call) and isinstance(call.node, nodes.Name)) or call.node.name == "link":
            return "…"
        given, named = words_of(call)
        phrase = self.phrases.get(named.get("key", given[0] if given else ""))
        if call.node.name == "contact" or phrase is None:
            return f"<!--part:{number}-->"
        words = HOLE.sub(lambda hole: named.get(hole[1], ""), phrase[self.language])
        return "".join(f"&#{ord(sign)};" if sign.isascii() and not (sign.isalnum() or sign == " ") else sign for sign in words)

    def line_of(self, *needles: str) -> int:
        """The line on which the first of these words stands that the page holds, from 1; 1 if it holds none."""
        lines = self.text.splitlines()
        return next((number for needle in needles if needle for number, line in enumerate(lines, 1) if needle in line), 1)

    def problem(self, line: int, message: str, fix: str, field: str = "") -> Problem:
        """A mistake on a line of the page, from 1."""
        return Problem(self.source, line, field, message, fix)


def address_of(name: tuple[str, ...]) -> str:
    """The address of a file's page by the parts of its name: an index stands at its folder."""
    return "".join(f"{part}/" for part in (name[:-1] if name[-1] == "index" else name))


@dataclass(frozen=True, eq=False)
class Prose:
    """The folder that holds the hand-written pages of both languages, ``zh/`` and ``en/``."""

    docs: Path
    phrases: Mapping[str, HoledText]

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every page that can be read."""
        return tuple(page for language in LANGUAGES for page in self._pages(language))

    def _pages(self, language: str) -> Iterator[Page]:
        for file in self.files(language):
            if file.suffix == ".md" and file.is_file():
                text = file.read_bytes().decode("utf-8", "surrogateescape").replace("\r\n", "\n")
                yield Page(self.shown(file), language, file.relative_to(self.docs / language).with_suffix("").parts, text, self.phrases)

    def files(self, language: str) -> list[Path]:
        """Everything in a language's folder but folders, links and what is hidden: hidden files are an editor's."""
        folder = self.docs / language
        visible = (path for path in folder.rglob("*") if not any(part.startswith(".") for part in path.relative_to(folder).parts))
        return sorted(path for path in visible if not path.is_symlink() and not path.is_dir())

    def links(self) -> list[Path]:
        """The symbolic links below the folder, but for what Emacs leaves beside a file it edits: hidden, and leading nowhere."""
        links = (path for path in sorted(self.docs.rglob("*")) if path.is_symlink())
        return [link for link in links if not (link.name.startswith(".") and not link.exists())]

    def shown(self, path: Path) -> str:
        """A file as a contributor sees it: ``docs/…``."""
        return path.relative_to(self.docs.parent).as_posix()
