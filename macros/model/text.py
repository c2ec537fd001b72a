"""Text for readers: plain, in both languages, unable to become markup, template code or a link."""

import re
import unicodedata
from collections.abc import Iterator
from html.entities import html5
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

LANGUAGES = ("zh", "en")
ROOTS = {"zh": "", "en": "en/"}
"""Where each language begins, seen from the root of the site."""

MAX_LENGTH = 3_000
HOLE = re.compile(r"\{([a-z][a-z0-9-]*)\}")

_FORBIDDEN = {
    "<": "HTML is not used in texts",
    ">": "HTML is not used in texts",
    "{": "'{field}' holes belong to letters and to strings.yaml only",
    "}": "'{field}' holes belong to letters and to strings.yaml only",
    "`": "Markdown is not used in texts",
}
_WITHOUT_SEMICOLON = "|".join(name for name in html5 if not name.endswith(";"))  # browsers read ``&ltb`` as ``<b``
_PATTERNS = {
    r"://|\bwww\.": "a web address belongs in a field of its own, never inside a sentence",
    r"\]\(|\*\*|__": "Markdown is not used in texts",
    rf"&(?:#?\w+;|#\d|#[xX][\da-fA-F]|{_WITHOUT_SEMICOLON})": "HTML is not used in texts",
    r"[\w.+-]+@[\w-]+\.\w": "an e-mail address belongs in a contact, never inside a sentence",
}
_CLUE = re.compile(r"[<>{}`&@*_\]]|://|www\.")
"""Without one of these no sign stands there and no pattern fits: a quick look before the thorough one."""

_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and signs that show nothing


def faults(text: str) -> Iterator[str]:
    """What a text may not hold, each as half a sentence."""
    if not text.strip():
        yield "the text is empty"
    if len(text) > MAX_LENGTH:
        yield f"the text has {len(text):,} characters; {MAX_LENGTH:,} is the limit"
        return  # what follows takes its time with an endless text
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)  # a full-width sign is read as the plain one
    if _CLUE.search(plain) or _CLUE.search(text):
        yield from (reason for sign, reason in _FORBIDDEN.items() if sign in text)
        yield from (reason for pattern, reason in _PATTERNS.items() if re.search(pattern, plain))
    if not (text.replace("\n", "").isprintable() and _BLANKS.isdisjoint(text)):
        bad = next((c for c in text if c != "\n" and (unicodedata.category(c) in _UNSEEN or c in _BLANKS)), None)
        if bad:
            yield f"it holds the invisible character U+{ord(bad):04X}"


def _plain(text: str) -> str:
    if fault := next(faults(text), None):
        raise ValueError(fault)
    return text


def _plain_but_for_holes(text: str) -> str:
    _plain(HOLE.sub("x", text))
    return text


Plain = Annotated[str, AfterValidator(_plain)]
Holed = Annotated[str, AfterValidator(_plain_but_for_holes)]


class Model(BaseModel):
    """Frozen, refuses unknown keys, trims white space."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled without what a frozen model never holds."""
        return _restored, (type(self), self.__dict__, _shared(frozenset(self.__pydantic_fields_set__)))


_put = object.__setattr__
_sets: dict[frozenset[str], frozenset[str]] = {}
"""Which fields were set: thousands of values share a few such sets."""


def _shared(names: frozenset[str]) -> frozenset[str]:
    return _sets.setdefault(names, names)


def _restored(model: type[Model], fields: dict[str, object], names: frozenset[str]) -> Model:
    value = model.__new__(model)
    _put(value, "__dict__", fields)
    _put(value, "__pydantic_fields_set__", _shared(names))
    _put(value, "__pydantic_extra__", None)
    _put(value, "__pydantic_private__", None)
    return value


class Text(Model):
    """A sentence or a few, in both languages."""

    zh: Plain
    en: Plain

    def __getitem__(self, language: str) -> str:
        return str(getattr(self, language))


class HoledText(Model):
    """A text with ``{name}`` holes, the same ones in both languages."""

    zh: Holed
    en: Holed

    def __getitem__(self, language: str) -> str:
        return str(getattr(self, language))

    @property
    def holes(self) -> tuple[str, ...]:
        """The holes in reading order of the English text, each once."""
        return tuple(dict.fromkeys(HOLE.findall(self.en)))


class Phrase(HoledText):
    """Words of the interface; white space at the ends counts."""

    model_config = ConfigDict(str_strip_whitespace=False)


class Words(Model):
    """Search words per language; either list may be empty."""

    zh: tuple[Plain, ...] = ()
    en: tuple[Plain, ...] = ()

    def __getitem__(self, language: str) -> tuple[str, ...]:
        return tuple(getattr(self, language))
