"""Postings: where a term leads, and how well. Each is one number, so that those of all terms can be weighed, sorted and written at once.

In the files a posting is the distance to the document before in base 36, then a capital letter for its weight (A to Z), then, for a name
that is not a document's first, its number in base 36.
"""

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

FULL = 99
"""What a whole match weighs."""
_WEIGHT, _NUMBER = 7, 10
"""Bits of a posting: a weight is less than 128, and a document has less than 1,024 names."""
_WEIGHT_PART = (1 << _WEIGHT) - 1
_DOCUMENT_PART = -1 << (_WEIGHT + _NUMBER)
_LETTERS = [string.ascii_uppercase[round(weight * 25 / FULL)] for weight in range(FULL + 1)]
_DIGITS = string.digits + string.ascii_lowercase


@lru_cache(maxsize=100_000)
def base36(number: int) -> str:
    """A whole number from 0 on in base 36."""
    digits = _DIGITS[number % 36]
    while number := number // 36:
        digits = _DIGITS[number % 36] + digits
    return digits


def posting(document: Ints, number: Ints, weight: Ints) -> Ints:
    """Postings of names, which ``number`` tells from the others of their document; number 0 for a document as a whole."""
    return document << (_WEIGHT + _NUMBER) | number << _WEIGHT | weight


def _none() -> Ints:
    return np.empty(0, np.int64)


@dataclass(frozen=True)
class Postings:
    """The postings of some terms, one term's after the other's and each in order; ``ends`` tells where those of a term end."""

    terms: Sequence[str] = ()
    values: Ints = field(default_factory=_none)
    ends: Ints = field(default_factory=_none)

    @classmethod
    def of(cls, terms: Sequence[str], term: Ints, values: Ints, most: int) -> "Postings":
        """The postings of terms, each with the position of its term; of a term those alone that weigh most, so many of them."""
        order = np.lexsort((values, -(values & _WEIGHT_PART), term))
        term, values = term[order], values[order]
        rank = np.arange(len(term)) - np.searchsorted(term, term)
        term, values = term[rank < most], values[rank < most]
        order = np.lexsort((values, term))
        return cls(terms, values[order], np.searchsorted(term[order], np.arange(len(terms)), side="right"))

    def texts(self, between: str = "") -> Mapping[str, str]:
        """The postings of each term as they are written."""
        pieces = self._pieces()
        parts = zip(self.terms, self._starts.tolist(), self.ends.tolist(), strict=True)
        return {term: between.join(pieces[start:end]) for term, start, end in parts}

    @property
    def _starts(self) -> Ints:
        return np.append(0, self.ends)[:-1]

    def _pieces(self) -> list[str]:
        before = np.roll(self.values, 1) & _DOCUMENT_PART
        before[self._starts[self._starts < len(before)]] = 0
        different, at = np.unique(self.values - before, return_inverse=True)
        return list(np.array([_written(value) for value in different.tolist()], dtype=object)[at])


def _written(posting: int) -> str:
    """A posting, its document counted from the one before."""
    number = (posting & ~_DOCUMENT_PART) >> _WEIGHT
    return base36(posting >> (_WEIGHT + _NUMBER)) + _LETTERS[posting & _WEIGHT_PART] + (base36(number) if number else "")
