"""The hand-written pages: the same ones in both languages, calling known macros, linking https or our own pages."""

import difflib
import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from ..model.problems import Problem
from ..model.text import LANGUAGES

MACROS = ("contact", "link", "say")
"""What a hand-written page may call."""

_TARGETS = (
    re.compile(r"\[[^\]]*\]\(<?([^)\s>]+)"),  # [words](target)
    re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*:[^>\s]*)>"),  # <target>
    re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)"),  # [name]: target
)
_WANTED = re.compile(r"https://|mailto:|(?![A-Za-z][A-Za-z0-9+.-]*:|/)")
_MARKUP = re.compile(r"<\s*(script|iframe|img|object|embed|link|style|form|svg)\b", re.IGNORECASE)


def check_prose(docs: Path, root: Path) -> list[Problem]:
    """Pages in one language only, unknown macros, markup, and links that are neither https nor ours."""
    problems = list(_missing_translations(docs, root))
    for language in LANGUAGES:
        for file in sorted((docs / language).rglob("*.md")):
            source, text = file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")
            problems += [*_wrong_calls(source, text), *_wrong_links(source, text)]
    return problems


def _missing_translations(docs: Path, root: Path) -> Iterator[Problem]:
    names = {language: {file.relative_to(docs / language) for file in (docs / language).rglob("*.md")} for language in LANGUAGES}
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
    for name in tree.find_all(nodes.Name):
        if name.name not in MACROS:
            near = difflib.get_close_matches(name.name, MACROS, 1)
            fix = f"Did you mean '{near[0]}'?" if near else f"Use one of: {', '.join(MACROS)}."
            yield Problem(source, name.lineno, "", f"The macro '{name.name}' is undefined.", fix)


def _wrong_links(source: str, text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.splitlines(), 1):
        for target in (target for form in _TARGETS for target in form.findall(line)):
            if not _WANTED.match(target):
                fix = "Write an https address, or the name of a page's file."
                yield Problem(source, number, "", f"The link '{target}' is neither https nor a page of ours.", fix)
        if match := _MARKUP.search(line):
            yield Problem(source, number, "", f"The page holds '<{match[1]}'.", "Use Markdown and the page macros.")
