"""The words that the templates ask for are all in strings.yaml, with the holes they fill."""

import difflib
import re
from collections.abc import Iterator

from ..model.library import Library
from ..model.problems import Problem
from ..model.text import HOLE
from .guide import TEMPLATES

_CALL = re.compile(r'say\("([a-z0-9-]+)"((?:, *[a-z]+=[^()]*(?:\([^()]*\))?[^()]*)*)\)')
_GIVEN = re.compile(r", *([a-z]+)=")


def missing_words(library: Library) -> list[Problem]:
    """Phrases a template asks for by name and strings.yaml lacks, or that have other holes than the template fills."""
    strings = library.all("strings")
    problems = []
    for source, line, key, given in _calls():
        if key not in strings:
            near = difflib.get_close_matches(key, strings, 1)
            fix = f"Add it in both languages; {source}:{line} asks for it." + (f" Is it '{near[0]}' there?" if near else "")
            problems.append(Problem("data/strings.yaml", 1, key, "The phrase is missing.", fix))
        elif unknown := {*HOLE.findall(strings[key].en)} - given:
            origin = library.entries["strings"][key].origin
            fix = f"Use {_listed(given)}, which {source}:{line} fills in."
            problems.append(origin.problem((), f"The phrase has the unknown hole {_listed(unknown)}.", fix))
    return sorted(set(problems))


def _listed(holes: set[str]) -> str:
    return ", ".join(f"{{{hole}}}" for hole in sorted(holes)) or "no hole"


def _calls() -> Iterator[tuple[str, int, str, set[str]]]:
    """(template, line, phrase, names of the values given) for every phrase that is named outright."""
    for file in sorted(path for path in TEMPLATES.rglob("*") if path.is_file()):
        source = f"macros/templates/{file.relative_to(TEMPLATES).as_posix()}"
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            for key, values in _CALL.findall(line):
                yield source, number, key, {*_GIVEN.findall(values)}
