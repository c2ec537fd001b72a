"""What a term leads to, and how well: postings of names and of bodies, weighed while the site is built. A browser only adds up.

A *name* is what a document is called, or what somebody types who needs it: it is found by how much of it a query holds (the cosine of
their terms). A *body* is all that is typed for a document together: how likely it makes each term, as a naive Bayes classifier has it. What
a term of names is worth (its idf) names alone decide, so that phrases move no name. Texts are not in it: beside a dozen names for each document they moved no query of the tests
by more than chance.
"""

import math
import string
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from .corpus import Document

OTHER_LANGUAGE = 0.9
"""What a name in the other language is worth beside one's own."""
GAP, SHORT = 0.5, 8
"""What a gap term counts in a name beside a term; a name of more tokens needs none, and is not found in the other language."""
UNSAID = 0.03
"""How often, in whole names of one term, a document is taken to be asked for by a term that nobody typed for it yet."""
LIKELIEST = 7
"""The logarithm of how many times as often it is at most: the rest is cut off. ranking.js has the same."""
MOST_NAMES, MOST_BODIES = 1000, 1000
"""How many names or documents a term leads to at most, the best ones: nobody reads further."""
FULL = 99
"""What a whole match weighs in the files."""


class Name(NamedTuple):
    """One name of a document: ``number`` tells it from the others of the document."""

    document: int
    number: int
    text: str
    worth: float


@dataclass
class Phrase:
    """What a whole phrase is: what it begins with, the ideas it stands for, the documents it is the name of."""

    begins: str
    ideas: list[int] = field(default_factory=list)
    documents: list[int] = field(default_factory=list)


@dataclass
class Index:
    """Postings by term: names as (document, number of the name, weight), bodies as (document, weight)."""

    idf: dict[str, float] = field(default_factory=dict)
    names: dict[str, list[tuple[int, int, int]]] = field(default_factory=lambda: defaultdict(list))
    bodies: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    phrases: dict[str, Phrase] = field(default_factory=dict)
    sizes: dict[int, float] = field(default_factory=dict)
    """How much less likely a document makes every term because it was asked for by many."""
    ideas: list[dict[int, int]] = field(default_factory=list)
    """Where each idea leads, and how well."""


_DIGITS = string.digits + string.ascii_lowercase


@lru_cache(maxsize=100_000)
def base36(number: int) -> str:
    """A whole number from 0 on in base 36."""
    digits = _DIGITS[number % 36]
    while number := number // 36:
        digits = _DIGITS[number % 36] + digits
    return digits


def names_of(documents: Sequence[Document], language: str) -> Iterator[Name]:
    """Every name of every document, the reader's own language first."""
    for at, document in enumerate(documents):
        own = [(name, 1.0) for name in (*document.names[language], *document.names[""])]
        others = [(name, OTHER_LANGUAGE) for other, names in document.names.items() if other not in (language, "") for name in names]
        worth = dict((*others, *own))
        yield from (Name(at, number, name, worth[name]) for number, name in enumerate(dict.fromkeys(name for name, _ in (*own, *others))))


Weights = Mapping[str, Sequence[tuple[str, float]]]
"""For each text its terms, and what each weighs in it: the cosine with a query of this term alone."""


def weigh(names: Sequence[Name], features: Callable[[str], Mapping[str, float]]) -> tuple[dict[str, float], Weights]:
    """What each term is worth, by how many names hold it, and what it weighs in each of their texts.

    ``features`` gives the terms of a text, and what each counts in it.
    """
    found = {text: features(text) for text in dict.fromkeys(name.text for name in names)}
    held = Counter(term for name in names for term in found[name.text])
    idf = {term: math.log(1 + len(names) / number) for term, number in held.items()}
    return idf, {text: _weights(counts, idf) for text, counts in found.items()}


def add_names(index: Index, names: Iterable[Name], weighed: Weights) -> None:
    """Adds names under each of their terms, the best ones of a term alone."""
    for document, number, text, worth in names:
        for term, weight in weighed[text]:
            index.names[term].append((document, number, max(1, round(worth * weight * FULL))))
    for term, found in index.names.items():
        if len(found) > MOST_NAMES:
            index.names[term] = sorted(sorted(found, key=lambda one: -one[2])[:MOST_NAMES])


def _weights(features: Mapping[str, float], idf: Mapping[str, float]) -> list[tuple[str, float]]:
    weights = [(term, count * idf[term]) for term, count in features.items()]
    length = math.sqrt(sum(weight * weight for _, weight in weights))
    return [(term, weight / length) for term, weight in weights]


def add_bodies(index: Index, names: Iterable[Name], weighed: Weights) -> None:
    """Adds what is typed for each document altogether under each of its terms, the best ones of a term alone; names come in the order of documents."""
    typed: dict[str, dict[int, float]] = defaultdict(dict)
    sizes: dict[int, float] = defaultdict(float)
    for document, _, text, worth in names:
        for term, weight in weighed[text]:
            sums = typed[term]
            sums[document] = sums.get(document, 0) + worth * weight
            sizes[document] += worth * weight
    for term, sums in typed.items():
        found = [(document, _likelihood(often)) for document, often in sums.items()]
        index.bodies[term] = sorted(sorted(found, key=lambda one: -one[1])[:MOST_BODIES]) if len(found) > MOST_BODIES else found
    unsaid = UNSAID * len(typed)
    index.sizes = {document: math.log1p(size / unsaid) for document, size in sizes.items()}


def _likelihood(often: float) -> int:
    """How much more likely a term is for how often it was typed, as a share of the most there is."""
    return max(1, round(FULL * min(1.0, math.log1p(often / UNSAID) / LIKELIEST)))
