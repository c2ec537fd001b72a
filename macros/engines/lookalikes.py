"""Which names a reader could take for another one at a glance."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import idna

from ..model.hosts import is_under
from .brands import registered, twins

_ALIKE = [("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l"), ("i", "l"), ("5", "s")]
_WORDS = "app|care|chat|desk|help|login|official|pay|safe|secure|security|service|services|signin|support|verify|wallet"
"""What a thief puts before or after a name: okxhelp, supportokx."""


def looks_like(host: str, known: str) -> bool:
    """Whether a host could be taken for a known one at a glance: same skeleton, one letter off, or the name in a label."""
    if is_under(host, known):
        return False
    host = _as_seen(host)
    name, brand = _skeleton(host), _skeleton(known)
    if name == brand or (len(brand) > 6 and _distance_is_one(name, brand)):
        return True
    return brand.replace(".", "") in name.replace(".", "") or _label_in(host, known)


class Index:
    """Known hosts by what a look-alike of them has in common with them: a question costs the same however many there are."""

    def __init__(self, known: Iterable[str]) -> None:
        self._order = {host: turn for turn, host in enumerate(known)}
        self._by_clue: dict[str, list[str]] = defaultdict(list)
        for host in self._order:
            for clue in _clues_to(host):
                self._by_clue[clue].append(host)
        self._lengths = frozenset(len(clue) - 1 for clue in self._by_clue if clue[0] == "i")

    def twins(self, host: str) -> list[str]:
        """The known hosts that a host looks like, in the order in which they were given."""
        found = {known for clue in _clues_in(host, self._lengths) for known in self._by_clue.get(clue, ())}
        return sorted((known for known in found if looks_like(host, known)), key=self._order.__getitem__)


def _clues_to(known: str) -> set[str]:
    """What a look-alike has: the skeleton, give or take a letter; the skeleton inside it; the name as a label."""
    brand = _skeleton(known)
    return {*("s" + form for form in _one_letter_less(brand)), "i" + brand.replace(".", ""), "l" + _skeleton_of_parts(brand_of(known))}


@lru_cache(maxsize=5_000)  # a preview asks for the same hosts after every edit
def _clues_in(host: str, lengths: frozenset[int]) -> tuple[str, ...]:
    return tuple(_found_clues(host, lengths))


def _found_clues(host: str, lengths: Iterable[int]) -> Iterator[str]:
    seen = _as_seen(host)
    name = _skeleton(seen)
    yield from ("s" + form for form in _one_letter_less(name))
    inside = name.replace(".", "")
    yield from ("i" + inside[i : i + length] for length in lengths for i in range(len(inside) - length + 1))
    for label in re.split(r"[.-]", _skeleton_of_parts(seen)):
        yield from ("l" + label[:i] + label[i + 1 : i + 2] + label[i : i + 1] + label[i + 2 :] for i in range(len(label)))
        yield from ("l" + core for core in _without_words(label))


def _one_letter_less(name: str) -> set[str]:
    """The name, and the name without one of its letters: two names a letter apart share one of these."""
    return {name, *(name[:i] + name[i + 1 :] for i in range(len(name)))}


def _without_words(label: str) -> set[str]:
    """The label without words of a help desk at its ends, in every way there is."""
    starts, ends = {0}, {len(label)}
    for i in range(len(label)):
        starts |= {i + len(word) for word in _HELP_WORDS if i in starts and label.startswith(word, i)}
    for j in range(len(label), 0, -1):
        ends |= {j - len(word) for word in _HELP_WORDS if j in ends and label.endswith(word, 0, j)}
    return {label[i:j] for i in starts for j in ends if i < j}


@cache
def _latin() -> dict[int, str]:
    """What to read for each sign that looks like Latin."""
    return {ord(sign): latin for latin, signs in twins().items() for sign in signs}


def _as_seen(host: str) -> str:
    """The host as a reader sees it: ``xn--`` labels decoded, accents dropped, Cyrillic and Greek letters as their Latin twins."""
    if "xn--" not in host:
        return host
    try:
        host = idna.decode(host)
    except idna.IDNAError:
        return host
    return "".join(c for c in unicodedata.normalize("NFKD", host.translate(_latin())) if not unicodedata.combining(c))


def _label_in(host: str, known: str) -> bool:
    """Whether a label is the known one's name, alone or with a word of a help desk, or that name with two letters exchanged."""
    name = _skeleton_of_parts(brand_of(known))
    labels = re.split(r"[.-]", _skeleton_of_parts(host))
    return any(name in _without_words(label) or (len(name) > 2 and _is_transposed(label, name)) for label in labels)


def brand_of(domain: str) -> str:
    """The label a company chose: ``okx`` of okx.com as of www.okx.com.au."""
    return (registered(domain) or domain).partition(".")[0]


def _skeleton_of_parts(text: str) -> str:
    for sign, alike in _ALIKE:
        text = text.replace(sign, alike)
    return text


_HELP_WORDS = _skeleton_of_parts(_WORDS).split("|")


def _skeleton(host: str) -> str:
    return _skeleton_of_parts(host).replace("-", "")


def _is_transposed(a: str, b: str) -> bool:
    """Whether two neighbours changed places: ``oxk`` for ``okx``."""
    apart = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    return len(a) == len(b) and len(apart) == 2 and apart[1] == apart[0] + 1 and a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]


def _distance_is_one(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    short, long = sorted((a, b), key=len)
    start = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if len(a) == len(b):
        return short[start + 1 :] == long[start + 1 :]
    return short[start:] == long[start + 1 :]
