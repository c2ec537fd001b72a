"""The library as a reader of one language meets it: words, links, icons and the templates that use them."""

import hashlib
import itertools
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ..model.icons import icon
from ..model.kinds.claims import Claim, Verification
from ..model.library import Entry, Library
from ..model.problems import Problem
from ..model.text import HOLE, HoledText, Text
from ..paths import path_of, to_root
from .compiled import COMPILED

_SENTENCE_END = re.compile(r"(?<=[。！？])|(?<=[.!?]) ")

_HEADING = "\x02"
"""Marks a line as a heading of ours: no text may hold a control character."""


_DAY = {"zh": "y 年 M 月 d 日", "en": "d MMMM y"}
TEMPLATES = Path(__file__).parent.parent / "templates"


@dataclass(frozen=True)
class Page:
    """A page of the site: its address from the language's root, what fills it, and where that comes from.

    ``section`` names the words of the section it belongs to, ``elements`` the custom elements that stand on it,
    ``redirect`` the address it leads on to, ``weight`` how much more than an ordinary page it counts in the search: 0 leaves it out.
    """

    path: str
    template: str
    title: Text | HoledText | str
    description: Text | HoledText | str
    source: str
    section: str = ""
    elements: tuple[str, ...] = ()
    redirect: str = ""
    weight: float = 1
    view: Callable[["Guide"], dict[str, Any]] = lambda guide: {}


class MissingPhraseError(LookupError):
    """strings.yaml lacks a phrase, or a value is missing for one of its holes; ``problem`` tells which."""

    def __init__(self, key: str, hole: str = "") -> None:
        message = f"Nothing fills the hole {{{hole}}} of the phrase." if hole else "The phrase is missing."
        self.problem = Problem("data/strings.yaml", 1, key, message, "Delete it." if hole else "Add it in both languages.")
        super().__init__(f"{key}: {message}")


def phrase(library: Library, key: str) -> HoledText:
    """The words of the interface under a key; MissingPhraseError if strings.yaml lacks them."""
    if not library.has("strings", key):
        raise MissingPhraseError(key)
    found: HoledText = library.get("strings", key)
    return found


@dataclass(frozen=True)
class Guide:
    """One language's edition. ``repository`` is a forge's address without a slash at the end, or empty."""

    library: Library
    language: str
    repository: str = ""

    def render(self, page: Page) -> tuple[str, list[str]]:
        """The page as Markdown and the finished HTML it stands for.

        Headings are Markdown, so that they reach the table of contents. The HTML between them is set aside and
        ``<!--part:0-->`` stands in its place: Markdown need not read it, and cannot misread it.
        """
        text = self.render_template(f"pages/{page.template}.md", page.path, page=page, **page.view(self))
        parts: list[str] = []
        lines: list[str] = []
        for is_heading, group in itertools.groupby(text.split("\n"), key=lambda line: line.startswith(_HEADING)):
            if is_heading:
                lines += [line.removeprefix(_HEADING) for line in group]
            elif html := "\n".join(group).strip():
                lines.append(f"<!--part:{len(parts)}-->")
                parts.append(html)
        return "\n\n".join(lines), parts

    def render_template(self, name: str, path: str, **context: Any) -> str:
        """A template filled for the page at an address."""
        return self.environment.get_template(name).render(root=to_root(path), path=path, **context)

    @cached_property
    def environment(self) -> Environment:
        """Where templates find the guide's words, links and icons; what they print is escaped."""
        environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            bytecode_cache=COMPILED,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=self.in_language,
        )
        environment.globals |= {
            "guide": self,
            "library": self.library,
            "language": self.language,
            "say": self.say,
            "icon": icon,
            "href": href,
            "to": to_entry,
            "h": heading,
            "name": self.name,
        }
        environment.filters |= {
            "anchor": anchor,
            "defang": defang,
            "day": self.day,
            "tongue": self.tongue,
            "country": self.country,
            "holes": mark_holes,
            "json": to_json,
            "literal": literal,
            "opening": self.opening,
        }
        return environment

    def in_language(self, value: Any) -> Any:
        """A text in the edition's language; any other value as it is."""
        return value[self.language] if isinstance(value, Text | HoledText) else value

    def say(self, key: str, **values: object) -> str:
        """The interface's words, holes filled; MissingPhraseError if strings.yaml lacks them or a hole stays open."""
        text = phrase(self.library, key)[self.language]
        if unfilled := next((name for name in HOLE.findall(text) if name not in values), None):
            raise MissingPhraseError(key, unfilled)
        return HOLE.sub(lambda hole: str(values[hole[1]]), text)

    def name(self, kind: str, id: str) -> str:
        """The name of an entry in the edition's language."""
        return str(self.in_language(self.library.name(kind, id)))

    def resolve(self, ref: str) -> tuple[str, str]:
        """A reference written ``kind/id`` as (kind, id)."""
        return self.library.resolve("*", ref)

    def opening(self, text: Any) -> str:
        """The first sentence of a text."""
        return _SENTENCE_END.split(str(self.in_language(text)), maxsplit=1)[0]

    def day(self, day: date) -> str:
        """A date as people write it: 21 March 2025, 2025 年 3 月 21 日."""
        return str(format_date(day, _DAY[self.language], self.language))

    def tongue(self, code: str) -> str:
        """The name of a language in the edition's own: ``zh-Hant`` is 繁体中文, Traditional Chinese."""
        name = str(Locale.parse(code, sep="-").get_display_name(self.language))
        return name.replace(" (", self.say("open-bracket")).replace(")", self.say("close-bracket"))

    def country(self, code: str) -> str:
        """The name of a country in the edition's language: ``de`` is 德国, Germany."""
        return str(Locale(self.language).territories[code.upper()])

    def correction_link(self, verification: Verification) -> str:
        """The line of the data file on the forge, or nothing without a repository."""
        if not self.repository or id(verification) not in self._lines:
            return ""
        path, line = self._lines[id(verification)]
        return f"{self.repository}/blob/main/{path}#L{line}"

    @cached_property
    def _lines(self) -> dict[int, tuple[str, int]]:
        return {
            id(value): (entry.origin.path, entry.origin.document.line((*entry.origin.node, *where)))
            for entry in self.library
            for where, value, _ in entry.visits
            if isinstance(value, Verification)
        }

    @cached_property
    def facts(self) -> list[tuple[Entry, Any, Verification]]:
        """Every verified value: the entry it stands in, the value that carries the verification, and that."""
        return [(entry, value, value.verification) for entry in self.library for value in _verified(entry)]


def _verified(entry: Entry) -> Iterator[Any]:
    for _, value, _ in entry.visits:
        if isinstance(getattr(value, "verification", None), Verification):
            yield value


@pass_context
def href(context: Context, path: str) -> str:
    """The relative link from the page being rendered to a path of the same language."""
    return f"{context['root']}{path}"


@pass_context
def to_entry(context: Context, kind: str, id: str) -> str:
    """The relative link from the page being rendered to an entry."""
    return href(context, path_of(kind, id))


def heading(level: int, id: str, text: str) -> Markup:
    """A Markdown heading with an anchor."""
    return Markup(f"\n\n{_HEADING}{'#' * level} {literal(text)} {{#{id}}}\n\n")  # entities and one checked id


def literal(text: str) -> Markup:
    """A text no character of which keeps a meaning in Markdown or HTML."""
    return Markup("".join(f"&#{ord(c)};" if c.isascii() and not (c.isalnum() or c == " ") else c for c in text))


def anchor(claim: Claim) -> str:
    """A fact's anchor: it stays while the fact's English words do."""
    return "f-" + hashlib.sha256(claim.text.en.encode()).hexdigest()[:8]


def defang(value: str) -> str:
    """An address no program takes for a link: ``okex[.]com``."""
    return value.replace("[.]", ".").replace(".", "[.]").replace("@", "[at]")


def to_json(value: Any) -> str:
    """A value as compact JSON text, for a data attribute; the template escapes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def mark_holes(text: str, labels: dict[str, str]) -> Markup:
    """A letter's text with each hole as a visible blank that names its field."""
    parts, end = [], 0
    for hole in HOLE.finditer(text):
        parts += [escape(text[end : hole.start()]), Markup('<span class="blank">[{}]</span>').format(labels[hole[1]])]
        end = hole.end()
    return Markup("").join([*parts, escape(text[end:])])
