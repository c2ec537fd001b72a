"""The index of one language: which terms, ideas and sounds there are, and the phrases that are names."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from . import analysis
from .corpus import Concept, Document
from .postings import FULL, GAP, SHORT, Index, Name, Phrase, add_bodies, add_names, names_of, weigh
from .script import syllables


class Analysed(NamedTuple):
    """What the analysis makes of a text: its stretches, all their tokens in a row, its terms, and its runs of Han characters."""

    runs: tuple[analysis.Stretch, ...]
    row: analysis.Stretch
    terms: tuple[str, ...]
    han: tuple[str, ...]


@dataclass(frozen=True)
class Builder:
    """What an index is made from."""

    documents: Sequence[Document]
    concepts: Sequence[Concept]
    language: str
    script: Mapping[int, str]
    _kept: dict[str, Analysed] = field(default_factory=dict, init=False, compare=False)

    def index(self) -> Index:
        """What is found by writing."""
        index = Index()
        names = self._names
        asked = (Name(at, 0, text, 1.0) for at, document in enumerate(self.documents) for text in document.asked)
        typed = sorted((*names, *asked), key=lambda name: name.document)
        of_bodies, weighed = weigh(typed, self._with_asides)
        add_bodies(index, typed, weighed)
        of_names, weighed = weigh(names, self._features)
        add_names(index, names, weighed)
        index.idf = of_bodies | of_names
        self._add_phrases(index, names, self._keys)
        index.ideas = list(self._ideas())
        return index

    def sounds(self) -> Index:
        """What is found by how it sounds: pairs of syllables, whole names in syllables, and their initials."""
        index = Index()
        names = [name for name in self._names if any(map(analysis.is_han, name.text))]
        index.idf, weighed = weigh(names, self._sounds)
        add_names(index, names, weighed)
        self._add_phrases(index, names, self._spoken_keys)
        return index

    def words(self) -> list[str]:
        """The longer words of names and phrases, the most used first."""
        texts = [*dict.fromkeys(name.text for name in self._names)]
        texts += [phrase for concept in self.concepts for phrase in concept.phrases]
        counts = Counter(
            word for text in texts for word in set(analysis.words(text)) if len(word) > 2 and analysis.stem(word) not in analysis.STOP_WORDS
        )
        return [word for word, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0]))]

    @cached_property
    def _names(self) -> list[Name]:
        """The names in the language itself, and the short ones in the other: whoever types a sentence reads the language it is in."""
        return [name for name in names_of(self.documents, self.language) if name.worth == 1.0 or self._is_short(name.text)]

    def _is_short(self, text: str) -> bool:
        return len(self._of(text).row) <= SHORT

    def _of(self, text: str) -> Analysed:
        """A text analysed, each once."""
        if text not in self._kept:
            runs = analysis.stretches(text, self.script)
            row = tuple(token for run in runs for token in run)
            self._kept[text] = Analysed(runs, row, tuple(analysis.terms(runs)), _han_runs(runs))
        return self._kept[text]

    def _features(self, text: str) -> dict[str, float]:
        """The terms of a name and what each counts in it before its idf."""
        made = self._of(text)
        gaps = analysis.gaps(made.runs) if self._is_short(text) else ()
        return {**dict.fromkeys(gaps, GAP), **dict.fromkeys(made.terms, 1.0)}

    def _with_asides(self, text: str) -> dict[str, float]:
        """The terms of a text and its words that say little: how somebody asks tells what is asked for."""
        made = self._of(text)
        return {**self._features(text), **dict.fromkeys((token for token in made.row if token in analysis.STOP_WORDS), 1.0)}

    def _sounds(self, text: str) -> dict[str, float]:
        found: dict[str, float] = {}
        for run in self._of(text).han:
            sounds = syllables(run)
            found |= {f"{one}'{two}": 1.0 for one, two in pairwise(sounds)}
        return found

    def _keys(self, text: str) -> list[tuple[str, str]]:
        """The key of a phrase, with what it begins with: a word, or two Han characters."""
        row = self._of(text).row
        begins = row[:2] if all(map(analysis.is_han, row[:2])) else row[:1]
        return [(analysis.key(row), "".join(begins))] if row else []

    def _spoken_keys(self, text: str) -> list[tuple[str, str]]:
        runs = self._of(text).han
        if len(runs) != 1 or len(runs[0]) < 2:
            return []
        sounds = syllables(runs[0])
        whole = [" ".join(sounds), *(["".join(sound[0] for sound in sounds)] if len(sounds) > 2 else [])]
        return [(key, key) for key in whole]

    def _ideas(self) -> Iterator[dict[int, int]]:
        at = {document.address: number for number, document in enumerate(self.documents)}
        for concept in self.concepts:
            yield {at[address]: FULL for address in concept.means if address in at}

    def _add_phrases(self, index: Index, names: Iterable[Name], keys: Callable[[str], list[tuple[str, str]]]) -> None:
        for number, concept in enumerate(self.concepts):
            for key, begins in (pair for phrase in concept.phrases for pair in keys(phrase)):
                _note(index.phrases.setdefault(key, Phrase(begins)).ideas, number)
        known: dict[str, list[tuple[str, str]]] = {}
        for name in names:
            if name.text not in known:
                known[name.text] = keys(name.text)
            for key, begins in known[name.text]:
                _note(index.phrases.setdefault(key, Phrase(begins)).documents, name.document)


def _note(numbers: list[int], number: int) -> None:
    if number not in numbers:
        numbers.append(number)


def _han_runs(stretches: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(run for stretch in stretches for run in analysis.HAN_RUN.findall("".join(stretch)))
