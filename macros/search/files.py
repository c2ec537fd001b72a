"""The files of the search of one language, as text of these forms. A browser asks for a few of them, once a reader types.

``core.json``   what every query needs: {script, ideas, firsts, weights, sizes, words, chunk, and how many files of terms and sounds}
``t<n>.txt``    terms and phrases, a line each: ``term TAB idf TAB names TAB bodies`` and ``=digest of a phrase TAB ideas TAB documents``
``s<n>.txt``    the same for how names sound
``d<n>.json``   what is shown of documents: [address, title, page, step, section, urgency]
``words.txt``   the words of names, the most used first, to mend misspelt ones by: a capital letter for how many letters are those of the
                word before (A to Z), then the rest
``sounds.txt``  of each syllable the characters that are mostly read so, and those that may be

Names and bodies: postings. idf: in tenths, base 36.
"""

import json
import math
import re
import string
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import takewhile

from . import analysis, script
from .corpus import Concept, Document
from .index import Builder, Index
from .postings import base36

LINES, CHUNK = 90, 6
"""How many lines stand in a file of terms, how many documents in one of details."""
MOST_BEGUN = 8
"""How many terms an unfinished word may become; asking.js has the same."""
_SYLLABLE = re.compile("([a-z]+)[' ]")


def digest_of(text: str) -> int:
    """CRC-32 of a text."""
    return zlib.crc32(text.encode())


def shard_of(token: str, shards: int) -> int:
    """The number of the file of what begins with a token: by its first two Han characters, its first syllable, or its first three letters."""
    if analysis.is_han(token):
        return _shard(token[:2], shards)
    sound = _SYLLABLE.match(token)
    return _shard(sound[1] if sound else token[:3], shards)


@lru_cache(maxsize=100_000)
def _shard(beginning: str, shards: int) -> int:
    return digest_of(beginning) % shards


def lines_of(index: Index) -> Iterator[tuple[str, str]]:
    """Each term and phrase: what it begins with, and its line."""
    names, bodies = index.names.texts(" "), index.bodies.texts()
    worth = {idf: base36(round(idf * 10)) for idf in set(index.idf.values())}
    for begins, term in (*((term, term) for term in sorted(index.idf)), *_begun(names)):
        yield begins, f"{term}\t{worth[index.idf[term]]}\t{names.get(term, '')}\t{bodies.get(term, '')}".rstrip("\t")
    for phrase, found in sorted(index.phrases.items()):
        yield (
            found.begins,
            f"={base36(digest_of(phrase))}\t{' '.join(map(base36, found.ideas))}\t{' '.join(map(base36, found.documents))}".rstrip("\t"),
        )


def _begun(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The terms of names that two letters are most likely the beginning of, with these: the file of the two has them too."""
    begun: dict[str, list[str]] = {}
    for term in sorted(names):
        if len(term) > 2 and not analysis.is_han(term):
            begun.setdefault(term[:2], []).append(term)
    for letters, terms in begun.items():
        yield from ((letters, term) for term in sorted(terms, key=lambda term: -len(names[term]))[:MOST_BEGUN])


def sharded(lines: Iterable[tuple[str, str]], letter: str) -> tuple[int, dict[str, str]]:
    """Lines by the file they stand in: how many files there are, and their text by name."""
    listed = list(lines)
    shards = max(1, math.ceil(len(listed) / LINES))
    files: dict[str, list[str]] = {f"{letter}{number}.txt": [] for number in range(shards)}
    for begins, line in listed:
        files[f"{letter}{shard_of(begins, shards)}.txt"].append(line)
    return shards, {name: "\n".join(lines) for name, lines in files.items()}


@dataclass(frozen=True)
class Search:
    """What one language's search is made from: words alone, which another process can be given. ``words`` go with results."""

    documents: tuple[Document, ...]
    concepts: tuple[Concept, ...]
    language: str
    words: Mapping[str, str] = field(default_factory=dict)

    def without_details(self) -> "Search":
        """The same as far as the index is concerned."""
        return replace(self, documents=tuple(replace(one, page="", step="", section="", urgency="") for one in self.documents))

    def index(self) -> dict[str, str]:
        """The files that say what is found."""
        builder = Builder(self.documents, self.concepts, self.language, script.simplified())
        index = builder.index()
        terms, files = sharded(lines_of(index), "t")
        core = self._core(index, terms) | {"ideas": builder.ideas(), "words": self.words}
        if self.language == "zh":
            core["sounds"], more = sharded(lines_of(builder.sounds()), "s")
            files |= more | {
                "sounds.txt": "\n".join(
                    " ".join((sound, *signs)) for sound, signs in script.readings(sorted({*self._signs(index), *script.common()})).items()
                )
            }
        return {
            "core.json": _json(core),
            "words.txt": folded(builder.words()),
            **files,
        }

    def _core(self, index: Index, terms: int) -> dict[str, object]:
        table = sorted(script.script_for(self._signs(index)).items())
        firsts = {number: concept.first for number, concept in enumerate(self.concepts) if concept.first}
        at = {document.address: number for number, document in enumerate(self.documents)}
        return {
            "script": ["".join(chr(point) for point, _ in table), "".join(sign for _, sign in table)],
            "firsts": {number: at[address] for number, address in firsts.items() if address in at},
            "weights": "".join(base36(round(document.weight * 20)) for document in self.documents),
            "sizes": "".join(base36(min(35, round(size * 20))) for size in index.sizes),
            "terms": terms,
            "chunk": CHUNK,
        }

    def _signs(self, index: Index) -> list[str]:
        """The Han characters of names and phrases."""
        return sorted(filter(analysis.is_han, set("".join((*index.names.terms, *index.phrases)))))

    def details(self) -> dict[str, str]:
        """The files that say what is shown of it."""
        rows = [(one.address, one.title, one.page, one.step, one.section, one.urgency) for one in self.documents]
        return {f"d{at // CHUNK}.json": _json(rows[at : at + CHUNK]) for at in range(0, len(rows), CHUNK)}


def folded(words: Iterable[str]) -> str:
    """Words of small letters, each without what it has in common with the one before: two thirds of the bytes."""
    pieces, before = [], ""
    for word in words:
        same = len([*takewhile(lambda pair: pair[0] == pair[1], zip(before[:25], word, strict=False))])
        pieces.append(string.ascii_uppercase[same] + word[same:])
        before = word
    return "".join(pieces)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
