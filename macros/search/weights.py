"""How well a term leads to a document. It is weighed while the site is built: a browser only adds up.

A *name* is what a document is called, or what somebody types who needs it: it is found by how much of it a query holds (the cosine of
their terms). A *body* is all that is typed for a document together: how likely it makes each term, as a naive Bayes classifier has it. What
a term of names is worth (its idf) names alone decide, so that phrases move no name. Texts are not in it: beside a dozen names for each
document they moved no query of the tests by more than chance.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import numpy as np

from .corpus import Document
from .postings import FULL, Floats, Ints, Postings, posting

OTHER_LANGUAGE = 0.9
"""What a name in the other language is worth beside one's own."""
UNSAID = 0.03
"""How often, in whole names of one term, a document is taken to be asked for by a term that nobody typed for it yet."""
LIKELIEST = 7
"""The logarithm of how many times as often it is at most: the rest is cut off. ranking.js has the same."""
MOST_NAMES, MOST_BODIES = 1000, 1000
"""How many names or documents a term leads to at most, the best ones: nobody reads further."""
_STEPS = [0.0, *(UNSAID * math.expm1(LIKELIEST * (weight - 0.5) / FULL) for weight in range(2, FULL + 1))]
"""How often a term must be typed for each weight: how much more likely it is for that, as a share of the most there is."""


class Name(NamedTuple):
    """One name of a document: ``number`` tells it from the others of the document."""

    document: int
    number: int
    text: str
    worth: float


def names_of(documents: Sequence[Document], language: str) -> Iterator[Name]:
    """Every name of every document, the reader's own language first."""
    for at, document in enumerate(documents):
        own = [(name, 1.0) for name in (*document.names[language], *document.names[""])]
        others = [(name, OTHER_LANGUAGE) for other, names in document.names.items() if other not in (language, "") for name in names]
        worth = dict((*others, *own))
        yield from (Name(at, number, name, worth[name]) for number, name in enumerate(dict.fromkeys(name for name, _ in (*own, *others))))


@dataclass(frozen=True)
class Weighed:
    """Names with their terms, a row for each term of each name: the positions of both, and what the term weighs in the name.

    ``idf`` is what each term is worth, by how many of the names hold it. A weight is the cosine with a query of this term alone, times what
    the name is worth.
    """

    names: Sequence[Name]
    terms: Sequence[str]
    idf: Mapping[str, float]
    name: Ints
    term: Ints
    weight: Floats

    @classmethod
    def of(cls, names: Sequence[Name], features: Callable[[str], Mapping[str, float]]) -> "Weighed":
        """Weighs the terms of names; ``features`` gives those of a text, and what each counts in it."""
        found = [features(name.text) for name in names]
        ids: dict[str, int] = defaultdict(lambda: len(ids))
        term = np.fromiter(map(ids.__getitem__, chain.from_iterable(found)), np.int64)
        held = np.bincount(term, minlength=len(ids))
        worth = {number: math.log(1 + len(names) / number) for number in set(held.tolist())}
        idf = np.array([worth[number] for number in held.tolist()])
        name = np.repeat(np.arange(len(names)), np.fromiter(map(len, found), np.int64, len(found)))
        weight = np.fromiter(chain.from_iterable(counts.values() for counts in found), np.float64) * idf[term]
        length = np.sqrt(np.bincount(name, weight * weight, minlength=len(names)))
        scale = np.array([name.worth for name in names]) / np.where(length, length, 1)
        return cls(names, tuple(ids), dict(zip(ids, idf.tolist(), strict=True)), name, term, weight * scale[name])

    def of_names(self) -> Postings:
        """The names under each of their terms, the best ones of a term alone."""
        number = np.array([name.number for name in self.names], np.int64)
        weight = np.maximum(1, np.rint(self.weight * FULL)).astype(np.int64)
        return Postings.of(self.terms, self.term, posting(self._document, number[self.name], weight), MOST_NAMES)

    def of_bodies(self) -> Postings:
        """What is typed for each document altogether under each of its terms, the best ones of a term alone."""
        pairs, at = np.unique(self.term * self._documents + self._document, return_inverse=True)
        weight = np.searchsorted(_STEPS, np.bincount(at, self.weight, minlength=len(pairs)), side="right")
        term, document = np.divmod(pairs, self._documents)
        return Postings.of(self.terms, term, posting(document, np.zeros_like(document), weight), MOST_BODIES)

    def sizes(self) -> list[float]:
        """How much less likely each document makes every term because it was asked for by many."""
        typed = np.bincount(self._document, self.weight, self._documents).tolist()
        return [math.log1p(size / (UNSAID * len(self.terms))) for size in typed]

    @cached_property
    def _documents(self) -> int:
        """How many documents there are."""
        return 1 + max((name.document for name in self.names), default=0)

    @cached_property
    def _document(self) -> Ints:
        """The document of each row."""
        return np.array([name.document for name in self.names], np.int64)[self.name]
