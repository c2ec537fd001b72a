"""The words of the interface, as the pages ask for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model.kinds import FILED, STRINGS
from ..model.library import Library
from ..model.problems import Problem
from ..model.text import HOLE, LANGUAGES, HoledText, Text
from .page import Cover, Section, Words

_UNKNOWN = HoledText(zh="…", en="…")


@dataclass(frozen=True)
class Lexicon:
    """Finds words by their key. One that strings.yaml lacks is noted and the page goes on, so that all are told at once."""

    library: Library
    missing: set[str] = field(default_factory=set)

    def __call__(self, key: str) -> HoledText:
        """The words under a key."""
        if self.library.has(STRINGS.name, key):
            return self.library.get(STRINGS, key)
        self.missing.add(key)
        return _UNKNOWN

    def filled(self, key: str, **values: Words) -> Text:
        """The words under a key, holes filled in each language."""
        words = self(key)
        zh, en = (_filled(words[language], values, language) for language in LANGUAGES)
        return Text.model_construct(zh=zh, en=en)

    def outline(self, *rows: tuple[str, str] | tuple[str, str, object]) -> tuple[Section, ...]:
        """Sections from (anchor, key of the heading, what the section is there for): one that is there for nothing is left out."""
        return tuple(Section(row[0], self(row[1])) for row in rows if len(row) == 2 or row[2])

    def cover(self, path: str, name: str) -> Cover:
        """The cover of a page whose title and description stand in strings.yaml under its name."""
        kind = FILED.get(name)
        source = f"data/{name}.yaml" if kind and not kind.folder else "data/strings.yaml"
        return Cover(path, self(f"{name}-title"), self(f"{name}-brief"), source)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The words that were asked for in vain."""
        fix = "Add it in both languages."
        return tuple(Problem("data/strings.yaml", 1, key, "The phrase is missing.", fix) for key in sorted(self.missing))


def _filled(words: str, values: Mapping[str, Words], language: str) -> str:
    """Words with each hole that a value is given for filled; the values passed the checks of their own entries."""
    said = {name: value if isinstance(value, str) else value[language] for name, value in values.items()}
    return HOLE.sub(lambda hole: said.get(hole[1], hole[0]), words)
