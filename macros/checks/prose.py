"""The hand-written pages: the same ones in both languages, calling known macros, linking https or our own pages."""

import difflib
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import yaml
from jinja2 import Environment, TemplateSyntaxError, nodes

from ..model.problems import Problem, shown
from ..model.text import LANGUAGES

MACROS = ("contact", "link", "say")
"""What a hand-written page may call."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RESERVED = ("assets", "en", "templates")
"""Where the theme's files and the other language stand; MkDocs passes over a folder of templates in silence."""

_MARKUP = (
    (re.compile(r"<(?!https?://)\s*[a-z/!?]", re.IGNORECASE), "The page holds HTML.", "Use Markdown and the page macros."),
    (re.compile(r"!\["), "The page holds an image.", "Say it in words."),
    (re.compile(r"\[\[#"), "The page holds a comment.", "Delete it."),  # what it parts would come together
    (
        re.compile(r"(?<!\{)\{(?![{#])|\{#(?![a-z0-9-]+\})"),
        "The page holds an attribute list.",
        "Only an anchor may stand in braces: '{#name}'.",
    ),
)
_FRONT_MATTER = re.compile(r"---\ndescription: (.{1,300})\n---\n")


def check_prose(docs: Path, root: Path, taken: Iterable[str] = ()) -> list[Problem]:
    """Pages in one language only, at an address that is taken, with code or with markup that is not Markdown's.

    ``taken`` holds the addresses of the generated pages. A symbolic link anywhere below the folder could publish what
    nobody has checked. Hidden files are an editor's, and MkDocs publishes no hidden page.
    """
    links = (path.relative_to(root).as_posix() for path in sorted(docs.rglob("*")) if path.is_symlink() and not _is_lock(path))
    problems = [Problem(link, 1, "", "This is a symbolic link.", "Put the file itself here.") for link in links]
    problems += _missing_translations(docs, root)
    for language in LANGUAGES:
        holders = dict.fromkeys(taken, "A page made from the data")
        for file in _files_below(docs / language):
            source = file.relative_to(root).as_posix()
            problems += _check_file(source, file, file.relative_to(docs / language).with_suffix("").parts, holders)
    return problems


def _is_lock(link: Path) -> bool:
    """Whether the link is what Emacs leaves beside a file it edits: hidden, and leading nowhere."""
    return link.name.startswith(".") and not link.exists()


def _files_below(folder: Path) -> list[Path]:
    visible = (path for path in folder.rglob("*") if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    return sorted(path for path in visible if not path.is_symlink() and not path.is_dir())


def _check_file(source: str, file: Path, name: tuple[str, ...], holders: dict[str, str]) -> Iterator[Problem]:
    if file.suffix != ".md" or not file.is_file():
        yield Problem(source, 1, "", "Only '.md' files live here.", "Put styles and scripts into docs/overrides/assets/.")
        return
    yield from _wrong_name(source, name, holders)
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        yield Problem(source, 1, "", "The file is not UTF-8.", "Save it as UTF-8.")
        return
    yield from (*_wrong_head(source, text), *_wrong_calls(source, text), *_wrong_markup(source, text))


def _wrong_name(source: str, name: tuple[str, ...], holders: dict[str, str]) -> Iterator[Problem]:
    """The name becomes the address: it consists of ids, and nothing else stands there. ``holders`` tells what does."""
    if wrong := next((part for part in name if not _ID.fullmatch(part)), None):
        yield Problem(source, 1, "", f"The name {shown(wrong)} is not an id.", "Use lower-case letters, digits and single hyphens.")
    address = "".join(f"{part}/" for part in (name[:-1] if name[-1] == "index" else name))
    if address in holders:
        yield Problem(source, 1, "", f"{holders[address]} has this address.", "Choose another name.")
    elif name[0] in _RESERVED:
        yield Problem(source, 1, "", f"The address '{name[0]}/' is taken by the site itself.", "Choose another name.")
    holders[address] = "Another page"


def _wrong_head(source: str, text: str) -> Iterator[Problem]:
    """A page begins with its heading, or with a description before it: MkDocs obeys whatever else stands there."""
    head = _FRONT_MATTER.match(text)
    body = text[head.end() :] if head else text
    if text.startswith("\ufeff"):
        yield Problem(source, 1, "", "The file begins with a byte-order mark.", "Save it as UTF-8 without BOM.")
    elif head and not _is_plain(head[1]):
        yield Problem(source, 2, "description", f"{shown(head[1])} is not read as it is written.", 'Put it in quotes: description: "…".')
    elif text.startswith("---") and not head:
        yield Problem(
            source, 1, "", "The front matter holds more than a description.", "Write 'description: …' on one line, or leave it out."
        )
    elif not body.lstrip("\n").startswith("# "):
        line = text.count("\n") - body.lstrip("\n").count("\n") + 1
        yield Problem(source, line, "", "The page does not begin with its heading.", "Begin with '# ' and what the page is called.")


def _is_plain(description: str) -> bool:
    """Whether YAML, as MkDocs reads it, takes the description for a text, and for the whole of it."""
    try:
        head = yaml.safe_load(f"description: {description}")
    except (yaml.YAMLError, ValueError):  # ValueError: a date that does not exist
        return False
    text = head.pop("description")
    return not head and isinstance(text, str) and (text == description.strip() or description.startswith(('"', "'")))


def _missing_translations(docs: Path, root: Path) -> Iterator[Problem]:
    files = {language: _files_below(docs / language) for language in LANGUAGES}
    names = {language: {file.relative_to(docs / language) for file in files[language] if file.suffix == ".md"} for language in LANGUAGES}
    for language, other in zip(LANGUAGES, reversed(LANGUAGES), strict=True):
        for name in sorted(names[other] - names[language]):
            source = (docs / other / name).relative_to(root).as_posix()
            fix = f"Write docs/{language}/{name.as_posix()}, or delete this one."
            yield Problem(source, 1, "", f"The page has no counterpart in 'docs/{language}'.", fix)


def _wrong_calls(source: str, text: str) -> Iterator[Problem]:
    # The delimiters of comments are those of mkdocs.yml: '{#' begins a heading's anchor.
    environment = Environment(comment_start_string="[[#", comment_end_string="#]]", autoescape=True)
    try:
        tree = environment.parse(text)
    except TemplateSyntaxError as error:
        yield Problem(source, error.lineno, "", f"The call of a macro cannot be read: {error.message}.", "Write '{{ name(\"…\") }}'.")
        return
    for part in (part for output in tree.body for part in (output.nodes if isinstance(output, nodes.Output) else [output])):
        if fault := _fault_of_call(part):
            yield Problem(source, part.lineno, "", *fault)


def _fault_of_call(part: nodes.Node) -> tuple[str, str] | None:
    """A page holds text, and calls of our macros with words in quotes; everything else would be a program."""
    if isinstance(part, nodes.TemplateData):
        return None
    if not isinstance(part, nodes.Call) or not isinstance(part.node, nodes.Name):
        return "The page holds code.", f"Call a macro with words in quotes: {', '.join(MACROS)}."
    if part.node.name not in MACROS:
        near = difflib.get_close_matches(part.node.name, MACROS, 1)
        fix = f"Did you mean '{near[0]}'?" if near else f"Use one of: {', '.join(MACROS)}."
        return f"The macro '{part.node.name}' is undefined.", fix
    given = [*part.args, *(word.value for word in part.kwargs)]
    if part.dyn_args or part.dyn_kwargs or not all(isinstance(value, nodes.Const) and isinstance(value.value, str) for value in given):
        return f"The macro '{part.node.name}' is called with code.", "Give it words in quotes."
    return None


def _wrong_markup(source: str, text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.splitlines(), 1):
        for form, fault, fix in _MARKUP:
            if form.search(line):
                yield Problem(source, number, "", fault, fix)


_ELEMENTS = re.compile("h[1-6]|p|a|em|strong|code|pre|[uo]l|li|blockquote|[hb]r|table|thead|tbody|t[rhd]")
_ATTRIBUTES = {
    "id": re.compile(r"(?!__)[a-z0-9_-]+"),  # the theme's own begin with two underscores
    "href": re.compile(r"https://[^\s\\]+|mailto:[\w.+@-]+|tel:[\d+-]+|(?!/)[^\s\\:]*"),
    "class": re.compile("headerlink"),
    "title": re.compile(r".*"),
    "align": re.compile("left|center|right"),
    "start": re.compile(r"\d+"),
}
"""What Markdown makes of a page, and what the attributes it gives may say."""


def check_html(source: str, text: str, html: str, parts: int) -> list[Problem]:
    """What Markdown made of a page but should not have: whichever way it was written, here it shows.

    ``text`` is the page's source, in which its line is looked for. In the HTML the templates' ``parts`` are still comments.
    """
    reader = _Reader(parts)
    reader.feed(html)
    reader.close()
    lines = text.splitlines()
    return [
        Problem(source, next((number for number, line in enumerate(lines, 1) if needle in line), 1), "", fault, fix)
        for needle, fault, fix in dict.fromkeys(reader.faults)
    ]


class _Reader(HTMLParser):
    """Notes what is not on the lists, as (what to look for in the source, fault, fix). It builds no tree, so no tag is lost."""

    def __init__(self, parts: int) -> None:
        super().__init__(convert_charrefs=False)
        self.comments = {f"part:{number}" for number in range(parts)}
        self.faults: list[tuple[str, str, str]] = []

    def refuse_html(self, needle: str) -> None:
        self.faults.append((needle, f"The page holds HTML: {shown(needle)}.", "Use Markdown and the page macros."))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if not _ELEMENTS.fullmatch(tag):
            self.refuse_html(tag)
            return
        for name, value in attributes:
            allowed = name in _ATTRIBUTES and _ATTRIBUTES[name].fullmatch(value or "")
            if not allowed and name == "href":
                fault = f"The link {shown(value)} is neither https nor a page of ours."
                self.faults.append((value or "", fault, "Write an https address, or the name of a page's file."))
            elif not allowed:
                self.refuse_html(name)

    def handle_data(self, data: str) -> None:
        if "<" in data:
            self.refuse_html("<")

    def handle_comment(self, data: str) -> None:
        if data not in self.comments:
            self.refuse_html("<!")

    def handle_decl(self, decl: str) -> None:
        self.refuse_html("<!")

    def unknown_decl(self, data: str) -> None:
        self.refuse_html("<!")

    def handle_pi(self, data: str) -> None:
        self.refuse_html("<?")
