"""The index of one language: which terms, ideas and sounds there are, and the phrases that are names."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain, pairwise
from typing import NamedTuple

from . import analysis
from .corpus import Concept, Document
from .postings import Postings
from .script import syllables
from .weights import Name, Weighed, names_of

GAP, SHORT = 0.5, 8
"""What a gap term counts in a name beside a term; a name of more tokens needs none, and is not found in the other language."""


@dataclass
class Phrase:
    """What a whole phrase is: what it begins with, the ideas it stands for, the documents it is the name of."""

    begins: str
    ideas: list[int] = field(default_factory=list)
    documents: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Index:
    """What terms and phrases lead to. ``idf`` is what each term is worth, ``sizes`` how much less likely each document makes every term."""

    idf: Mapping[str, float]
    names: Postings
    phrases: Mapping[str, Phrase]
    bodies: Postings = field(default_factory=Postings)
    sizes: Sequence[float] = ()


class Analysed(NamedTuple):
    """What the analysis makes of a text: its stretches, all their tokens in a row, and what each of its terms counts in it before its idf."""

    runs: tuple[analysis.Stretch, ...]
    row: analysis.Stretch
    features: dict[str, float]

    @property
    def is_short(self) -> bool:
        """Whether it is a name by which a document is found in the other language, and with a wrong character."""
        return len(self.row) <= SHORT

    @property
    def han(self) -> tuple[str, ...]:
        """Its runs of Han characters."""
        return tuple(run for stretch in self.runs for run in analysis.HAN_RUN.findall("".join(stretch)))


@dataclass(frozen=True)
class Builder:
    """What an index is made from."""

    documents: Sequence[Document]
    concepts: Sequence[Concept]
    language: str
    script: Mapping[int, str]

    def index(self) -> Index:
        """What is found by writing."""
        asked = (Name(at, 0, text, 1.0) for at, document in enumerate(self.documents) for text in document.asked)
        typed = Weighed.of((*self._names, *asked), self._with_asides)
        named = Weighed.of(self._names, self._features)
        phrases = self._phrases(self._names, self._keys)
        return Index({**typed.idf, **named.idf}, named.of_names(), phrases, typed.of_bodies(), typed.sizes())

    def sounds(self) -> Index:
        """What is found by how it sounds: pairs of syllables, whole names in syllables, and their initials."""
        names = [name for name in self._names if analysis.HAN_RUN.search(name.text)]
        named = Weighed.of(names, self._sounds)
        return Index(named.idf, named.of_names(), self._phrases(names, self._spoken_keys))

    def ideas(self) -> list[list[int]]:
        """The documents that each idea leads to."""
        at = {document.address: number for number, document in enumerate(self.documents)}
        return [sorted({at[address] for address in concept.means if address in at}) for concept in self.concepts]

    def words(self) -> list[str]:
        """The longer words of names and phrases, the most used first: by the power of two that is in their number, then by the alphabet."""
        texts = [*dict.fromkeys(name.text for name in self._names)]
        texts += [phrase for concept in self.concepts for phrase in concept.phrases]
        counts = Counter(
            word for text in texts for word in set(analysis.words(text)) if len(word) > 2 and analysis.stem(word) not in analysis.STOP_WORDS
        )
        return [word for word, _ in sorted(counts.items(), key=lambda one: (-one[1].bit_length(), one[0]))]

    @cached_property
    def _names(self) -> list[Name]:
        """The names in the language itself, and the short ones in the other: whoever types a sentence reads the language it is in."""
        return [name for name in names_of(self.documents, self.language) if name.worth == 1.0 or self._analysed[name.text].is_short]

    @cached_property
    def _analysed(self) -> dict[str, Analysed]:
        """Every text, analysed."""
        names = (name for document in self.documents for some in (*document.names.values(), document.asked) for name in some)
        texts = dict.fromkeys((*names, *(phrase for concept in self.concepts for phrase in concept.phrases)))
        return dict(zip(texts, map(_analysed, analysis.stretches_of_all(texts, self.script)), strict=True))

    def _features(self, text: str) -> dict[str, float]:
        return self._analysed[text].features

    def _with_asides(self, text: str) -> dict[str, float]:
        """The terms of a text and its words that say little: how somebody asks tells what is asked for."""
        made = self._analysed[text]
        asides = analysis.STOP_WORDS.intersection(made.row)
        return {**made.features, **{token: 1.0 for token in made.row if token in asides}} if asides else made.features

    def _sounds(self, text: str) -> dict[str, float]:
        found: dict[str, float] = {}
        for run in self._analysed[text].han:
            sounds = syllables(run)
            found |= {f"{one}'{two}": 1.0 for one, two in pairwise(sounds)}
        return found

    def _keys(self, text: str) -> list[tuple[str, str]]:
        """The key of a phrase, with what it begins with: a word, or two Han characters."""
        row = self._analysed[text].row
        if not row:
            return []
        begins = row[:2] if analysis.is_all_han(row[:2]) else row[:1]
        return [(analysis.key(row), "".join(begins))]

    def _spoken_keys(self, text: str) -> list[tuple[str, str]]:
        runs = self._analysed[text].han
        if len(runs) != 1 or len(runs[0]) < 2:
            return []
        sounds = syllables(runs[0])
        whole = [" ".join(sounds), *(["".join(sound[0] for sound in sounds)] if len(sounds) > 2 else [])]
        return [(key, key) for key in whole]

    def _phrases(self, names: Iterable[Name], keys: Callable[[str], list[tuple[str, str]]]) -> dict[str, Phrase]:
        """The phrases of ideas and of names; ``keys`` gives those of a text, with what each begins with."""
        phrases: dict[str, Phrase] = {}
        for number, concept in enumerate(self.concepts):
            for key, begins in (pair for text in concept.phrases for pair in keys(text)):
                _note(_phrase(phrases, key, begins).ideas, number)
        keys = cache(keys)
        for name in names:
            for key, begins in keys(name.text):
                _note(_phrase(phrases, key, begins).documents, name.document)
        return phrases


def _analysed(runs: tuple[analysis.Stretch, ...]) -> Analysed:
    row = tuple(chain.from_iterable(runs))
    gaps = analysis.gaps(runs) if len(row) <= SHORT else ()
    return Analysed(runs, row, {**dict.fromkeys(gaps, GAP), **dict.fromkeys(analysis.terms(runs), 1.0)})


def _phrase(phrases: dict[str, Phrase], key: str, begins: str) -> Phrase:
    """The phrase of a key, a new one if there is none yet."""
    if not (found := phrases.get(key)):
        found = phrases[key] = Phrase(begins)
    return found


def _note(numbers: list[int], number: int) -> None:
    if number not in numbers:
        numbers.append(number)
