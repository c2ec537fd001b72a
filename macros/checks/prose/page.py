"""The hand-written pages as the rules see them: files below docs/zh and docs/en, each page with its text and its calls."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markdown import Markdown

from ...model.problems import Problem
from ...model.text import HOLE, LANGUAGES, HoledText
from .calls import Call, Misuse, Part

EXTENSIONS: Mapping[str, Mapping[str, object]] = {
    "toc": {"toc_depth": 2, "permalink": True, "permalink_title": ""},
    "tables": {"use_align_attribute": True},
    "fenced_code": {},
    "attr_list": {},
}
"""What the site's Markdown knows beyond the original: that of mkdocs.yml, and what MkDocs adds by itself."""

FRONT_MATTER = re.compile(r"---\ndescription: (.{1,300})\n---\n")
_DELIMITER = re.compile(r"\{\{|\{%|\[\[#|#\]\]|[%}]\}")
_FENCE = re.compile(r"^ *(?:```|~~~)", re.MULTILINE)

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
    def parts(self) -> tuple[Part, ...]:
        """What the page consists of: text, calls, and what is neither."""
        if not _DELIMITER.search(self.text):
            return (self.text,)
        from .template import read_parts  # Jinja: a tenth of the time that a check takes to begin, for the few pages that call anything

        return read_parts(self.text)

    @property
    def calls(self) -> list[Call]:
        """The calls of our macros."""
        return [part for part in self.parts if isinstance(part, Call)]

    @property
    def misuses(self) -> list[Misuse]:
        """What is no call of ours."""
        return [part for part in self.parts if isinstance(part, Misuse)]

    @cached_property
    def html(self) -> str:
        """What Markdown makes of the page, with a comment in place of what a macro makes; nothing if the page is a program or markup."""
        if self.misuses or any(form.search(self.text) for form, _, _ in MARKUP):
            return ""
        text = "".join(part if isinstance(part, str) else self._made(part, number) for number, part in enumerate(self.parts))
        known = {name: dict(options) for name, options in EXTENSIONS.items() if name != "fenced_code" or _FENCE.search(text)}
        markdown = Markdown(extensions=list(known), extension_configs=known)
        return str(markdown.convert(FRONT_MATTER.sub("", text, count=1) if text.startswith("---") else text))

    def _made(self, call: Part, number: int) -> str:
        """The words of a phrase as the macro writes them; a mark in place of a card or a link."""
        if not isinstance(call, Call) or call.macro == "link":
            return "…"
        phrase = self.phrases.get(call.named.get("key", "".join(call.words[:1])))
        if call.macro == "contact" or phrase is None:
            return f"<!--made-by-a-macro:{number}-->"
        words = HOLE.sub(lambda hole: call.named.get(hole[1], ""), phrase[self.language])
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
