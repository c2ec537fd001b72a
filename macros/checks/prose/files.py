"""Rules about the files of the hand-written pages: what may lie there, at which address, and how a page begins."""

import re

import yaml

from ...model.problems import Problem, shown
from ...model.text import LANGUAGES
from ..context import Context, Problems
from .page import FRONT_MATTER, Page, address_of

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RESERVED = ("assets", "en", "templates")
"""Where the theme's files and the other language stand; MkDocs passes over a folder of templates in silence."""


def check_prose_is_no_link(context: Context) -> Problems:
    """No symbolic link stands below docs/: it could publish what nobody has checked.

    Bad: docs/en/more.md ↷ about.md
    Good: docs/en/case.md: # My case → # My own case
    """
    prose = context.prose
    for link in [prose.shown(link) for link in prose.links()] if prose else ():
        yield Problem(link, 1, "", "This is a symbolic link.", "Put the file itself here.")


def check_prose_is_markdown(context: Context) -> Problems:
    """Only Markdown files in UTF-8 stand in docs/zh and docs/en.

    Bad: docs/en/style.css: + p { color: red }
    Good: docs/en/case.md: # My case → # My own case
    """
    if context.prose is None:
        return
    for language in LANGUAGES:
        for file in context.prose.files(language):
            if file.suffix != ".md" or not file.is_file():
                fix = "Put styles and scripts into docs/overrides/assets/."
                yield Problem(context.prose.shown(file), 1, "", "Only '.md' files live here.", fix)
    for page in context.pages:
        if any("\udc80" <= sign <= "\udcff" for sign in page.text):
            yield page.problem(1, "The file is not UTF-8.", "Save it as UTF-8.")


def check_prose_in_both_languages(context: Context) -> Problems:
    """Every hand-written page stands in both languages, under the same name.

    Bad: docs/en/new.md: + # New
    Good: docs/en/new.md: + # New & docs/zh/new.md: + # 新的一页
    """
    pages = context.pages
    names = {(page.language, page.name) for page in pages}
    for page in pages:
        other = next(language for language in LANGUAGES if language != page.language)
        if (other, page.name) not in names:
            fix = f"Write docs/{other}/{'/'.join(page.name)}.md, or delete this one."
            yield page.problem(1, f"The page has no counterpart in 'docs/{other}'.", fix)


def check_prose_names(context: Context) -> Problems:
    """The name of a page becomes its address: it consists of ids, and nothing else stands there.

    Bad: docs/en/README.md: + # Read me & docs/zh/README.md: + # 说明
    Good: docs/en/read-me.md: + # Read me & docs/zh/read-me.md: + # 说明
    """
    holders = {language: dict.fromkeys(context.addresses, "A page made from the data") for language in LANGUAGES}
    for page in context.pages:
        yield from _faults_of_name(page, holders[page.language])


def _faults_of_name(page: Page, holders: dict[str, str]) -> Problems:
    if wrong := next((part for part in page.name if not _ID.fullmatch(part)), None):
        yield page.problem(1, f"The name {shown(wrong)} is not an id.", "Use lower-case letters, digits and single hyphens.")
    address = address_of(page.name)
    if address in holders:
        yield page.problem(1, f"{holders[address]} has this address.", "Choose another name.")
    elif page.name[0] in _RESERVED:
        yield page.problem(1, f"The address '{page.name[0]}/' is taken by the site itself.", "Choose another name.")
    holders[address] = "Another page"


def check_prose_heads(context: Context) -> Problems:
    """A page begins with its heading, after one line of description at most: MkDocs obeys whatever else stands there.

    Bad: docs/en/about.md: description: What this site does. → description: What this site does.⏎title: About
    Good: docs/en/about.md: description: What this site does. → description: "Now: what this site does."
    """
    for page in context.pages:
        yield from _faults_of_head(page)


def _faults_of_head(page: Page) -> Problems:
    head = FRONT_MATTER.match(page.text)
    body = page.text[head.end() :] if head else page.text
    if page.text.startswith("\ufeff"):
        yield page.problem(1, "The file begins with a byte-order mark.", "Save it as UTF-8 without BOM.")
    elif head and not _is_plain(head[1]):
        yield page.problem(2, f"{shown(head[1])} is not read as it is written.", 'Put it in quotes: description: "…".', "description")
    elif page.text.startswith("---") and not head:
        line = next((number for number, text in enumerate(page.text.splitlines(), 1) if number > 1 and not _is_described(text)), 1)
        message = "The front matter holds more than a description."
        yield page.problem(line if line > 2 else 1, message, "Write 'description: …' on one line, or leave it out.")
    elif not body.lstrip("\n").startswith("# "):
        line = page.text.count("\n") - body.lstrip("\n").count("\n") + 1
        yield page.problem(line, "The page does not begin with its heading.", "Begin with '# ' and what the page is called.")


def _is_described(line: str) -> bool:
    return line.startswith("description: ")


def _is_plain(description: str) -> bool:
    """Whether YAML, as MkDocs reads it, takes the description for a text, and for the whole of it."""
    try:
        head = yaml.safe_load(f"description: {description}")
    except (yaml.YAMLError, ValueError):  # ValueError: a date that does not exist
        return False
    text = head.pop("description")
    return not head and isinstance(text, str) and (text == description.strip() or description.startswith(('"', "'")))
