"""The letter engine: a template, a reader's values and the reader's situation in; a letter and its open blanks out.

This is the specification of two engines, this one and the browser's (``engine.js``). tests/vectors/letters.json drives
both; tests/properties/test_letter_twins.py compares them on letters and values that nobody thought of. A text is a row
of code points, and what counts as a blank, a Chinese sign or a letter is listed below, so that no version of Unicode
and no dialect of regular expressions decides anything.

**Value.** What was typed becomes what the letter may say, by ``value_of``, in this order:

1. Half a character (a lone surrogate) becomes U+FFFD.
2. Every line break becomes LF: CR LF, CR, and the signs that must break a line (VT, FF, U+0085, U+2028, U+2029).
3. Signs that steer go: control signs but tab and LF, and those that turn the direction of writing (``_STEERING``).
4. A dated line without an event goes: a line that reads, without blanks at its ends, "2026-03-05 10:20 UTC -", or the
   same with "(UTC+08:00)", without a zone, or without a time. Digits are ASCII; those of the time may be "_".
5. Blanks at both ends go. A *blank* is white space as ECMAScript has it: ``BLANKS``.
6. Without a letter or a digit nothing was filled in. These are the signs in ``_SPEAKING``: whole scripts, so that a name
   in any of them counts; white space, invisible signs, emoji, and punctuation of ASCII, Latin-1 and Chinese do not.

**Clause.** A paragraph is in the letter if its field is filled, with one of the values asked for if there are any, and
its rule applies to the reader. A rule for certain companies is judged by the company once that is known; only then does
the place decide. A rule limited to nobody applies to all. "" is a company or a place that is not known. What is asked only
of a company that is not known (``company_unknown``) ends with the company.

**Hole.** ``{name}`` in a text, a-z first, then a-z, 0-9 and "-"; the name is one of the template's fields. In one pass, so
that what a reader types is never read as a template, the hole becomes:

1. while its field has no value, an open blank;
2. the label of the choice with that value, in the letter's language;
3. the value, masked if the field is private and the reader asks for it; of a moment that begins with "~", "about" and the rest.
   If the reader asks for masks, every private value of four signs or more is masked wherever another value repeats it: the
   longest first, of two as long the one whose field comes first.

**Between.** The template's words between two holes change beside what was filled in, never beside an open blank:

1. after a sentence that has ended (. 。 ． ! ！ ? ？) no "." follows, and after one of these but "." no "。": "Ltd." ends no
   Chinese sentence;
2. after a Chinese sign (U+3400–9FFF, U+F900–FAFF, U+20000–3FFFF) the first space goes if a Chinese sign follows it;
3. before a Chinese sign the last space goes if a Chinese sign precedes it.

What is then empty is left out.

**Masked.** A mailbox (no blank in it, something before and after its last "@") keeps its first sign and its host:
``n•••@mail.example``. Anything else keeps two signs at each end if it has more than six, else none: ``00••••44``, ``••••``.

**Plain.** An open blank stands as ``[label]``. The subject is one line: its lines without blanks at their ends, joined by a
space, empty ones left out. The body is the paragraphs without blanks at their ends, with an empty line between them.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from ..model.text import HOLE
from .letter_template import Clause, Field, LetterTemplate, When

BLANKS = "\t\n\v\f\r \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"

_LINE_BREAK = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_STEERING = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]")
_EMPTY_EVENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9_]{2}:[0-9_]{2})?(?: (?:UTC|\(UTC[+-][0-9]{2}:[0-9]{2}\)))? -")
_ABOUT = {"zh": "约 ", "en": "about "}
_SPEAKING = re.compile(
    r"[0-9A-Za-z\xaa\xb2\xb3\xb5\xb9\xba\xbc-\xbe\xc0-\xd6\xd8-\xf6\xf8-\u02ff"  # Latin
    r"\u0370-\u061b\u061d-\u115e\u1161-\u167f\u1681-\u17b3\u17b6-\u17ff\u1810-\u1fff"  # Greek, Cyrillic … but for their invisible signs
    r"\u2070-\u209f\u2100-\u218f\u2460-\u24ff\u2776-\u2793\u2c00-\u2dff\u2e2f"  # numbers raised, circled and in letters
    r"\u3005-\u3007\u3021-\u3029\u3031-\u303c\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u3163\u3165-\u4dbf\u4e00-\ud7ff"  # East Asia
    r"\uf900-\ufd3d\ufd50-\ufdff\ufe70-\ufefe\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f\uffa1-\uffdc"  # other forms of these
    r"\U00010000-\U0001bc9f\U0001ccf0-\U0001ccf9\U0001d2c0-\U0001d2f3\U0001d360-\U0001d378\U0001d400-\U0001efff"  # rarer scripts
    r"\U0001f100-\U0001f10c\U0001fbf0-\U0001fbf9\U00020000-\U0003ffff]"
)
_HAN = r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_SENTENCE_END = re.compile(r"[.。．!！?？]\Z")
_CHINESE_END = re.compile(r"[。．!！?？]\Z")
_HAN_FIRST = re.compile(_HAN)
_HAN_LAST = re.compile(rf"{_HAN}\Z")
_SPACE_BEFORE_HAN = re.compile(rf" (?={_HAN})")
_SPACE_AFTER_HAN = re.compile(rf"(?<={_HAN}) \Z")


@dataclass(frozen=True)
class Reader:
    """Who the letter is for: the company and the place that decide on its clauses; masked, anybody may see it."""

    entity: str = ""
    place: str = ""
    masked: bool = False


@dataclass(frozen=True)
class Blank:
    """A hole that is still open."""

    field: str


Pieces = tuple[str | Blank, ...]


@dataclass(frozen=True)
class FilledLetter:
    """A letter in one language; a clause that is not in it is None, ``missing`` are the fields of its open blanks in reading order."""

    subject: Pieces
    paragraphs: tuple[Pieces | None, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class BlankSheet:
    """A letter to be filled in by hand: each clause beside its text, whether it will be kept or not."""

    subject: Pieces
    rows: tuple[tuple[Clause, Pieces], ...]


def fill(template: LetterTemplate, values: Mapping[str, str], reader: Reader, language: str) -> FilledLetter:
    """The letter for one language, from what was typed into each field."""
    hidden = _private_values(template, values) if reader.masked else None

    def written(name: str) -> str | Blank:
        value = value_of(values, name)
        return _in_letter(template.fields[name], value, hidden, language) if value else Blank(name)

    subject = _pieces(template.subject[language], written)
    paragraphs = tuple(_pieces(clause.text[language], written) if belongs(clause, values, reader) else None for clause in template.clauses)
    blanks = [piece.field for pieces in (subject, *paragraphs) for piece in pieces or () if isinstance(piece, Blank)]
    return FilledLetter(subject, paragraphs, tuple(dict.fromkeys(blanks)))


def blank_sheet(template: LetterTemplate, language: str) -> BlankSheet:
    """The letter with every clause in it and every blank open."""
    unlimited = replace(template, clauses=tuple(Clause(clause.text) for clause in template.clauses))
    sheet = fill(unlimited, {}, Reader(), language)
    texts = (pieces for pieces in sheet.paragraphs if pieces is not None)
    return BlankSheet(sheet.subject, tuple(zip(template.clauses, texts, strict=True)))


def value_of(values: Mapping[str, str], name: str) -> str:
    """What was filled in, as the letter may say it; "" if nothing was."""
    whole = values.get(name, "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    lines = _STEERING.sub("", _LINE_BREAK.sub("\n", whole)).split("\n")
    value = "\n".join(line for line in lines if not _EMPTY_EVENT.fullmatch(line.strip(BLANKS))).strip(BLANKS)
    return value if _SPEAKING.search(value) else ""


def belongs(clause: Clause, values: Mapping[str, str], reader: Reader) -> bool:
    """Whether a clause is in the letter: its field is filled and its rule applies to the reader."""
    return _is_wanted(clause.when, values) and _applies(clause, reader)


def _is_wanted(when: When | None, values: Mapping[str, str]) -> bool:
    value = value_of(values, when.field) if when else ""
    return not when or bool(value and (not when.is_ or value in when.is_))


def _applies(clause: Clause, reader: Reader) -> bool:
    """A rule for certain companies is judged by the company once it is known; only then does the place decide."""
    if clause.company_unknown and reader.entity:
        return False
    if clause.entities and reader.entity:
        return reader.entity in clause.entities
    return not (clause.entities or clause.places) or reader.place in clause.places


def _private_values(template: LetterTemplate, values: Mapping[str, str]) -> tuple[str, ...]:
    """What a copy to share hides wherever it stands, longest first: too short a value would hide half the letter."""
    private = (value_of(values, name) for name, field in template.fields.items() if field.private)
    return tuple(sorted((value for value in private if len(value) >= 4), key=len, reverse=True))


def _in_letter(field: Field, value: str, hidden: tuple[str, ...] | None, language: str) -> str:
    """A value as the letter says it; ``hidden`` is what a copy to share hides, None in the letter itself."""
    if value in field.choices:
        return field.choices[value][language]
    if hidden is not None and field.private:
        return mask(value)
    if field.kind == "moment" and value.startswith("~"):
        value = _ABOUT[language] + value[1:].lstrip(BLANKS)
    for private in hidden or ():
        value = value.replace(private, mask(private))
    return value


def _pieces(text: str, written: Callable[[str], str | Blank]) -> Pieces:
    """A template's words and what stands in its holes."""
    words, names = HOLE.split(text)[::2], HOLE.findall(text)
    around = [None, *map(written, names), None]
    between = map(_between, around, words, around[1:])
    return tuple(piece for pair in zip(between, around[1:], strict=True) for piece in pair if piece)


def _between(before: str | Blank | None, words: str, after: str | Blank | None) -> str:
    """A template's words as they read between two values: no second full stop, and no space between Chinese and Chinese."""
    if isinstance(before, str):
        words = words.removeprefix(".") if _SENTENCE_END.search(before) else words
        words = words.removeprefix("。") if _CHINESE_END.search(before) else words
        words = words.removeprefix(" ") if _HAN_LAST.search(before) and _SPACE_BEFORE_HAN.match(words) else words
    if isinstance(after, str) and _HAN_FIRST.match(after):
        words = _SPACE_AFTER_HAN.sub("", words)
    return words


def mask(value: str) -> str:
    """A private value for a copy to share: enough to recognise it, too little to use it."""
    name, _, host = value.rpartition("@")
    if name and host and not any(sign in BLANKS for sign in value):
        return f"{name[0]}•••@{host}"
    return f"{value[:2]}••••{value[-2:]}" if len(value) > 6 else "••••"


def plain(letter: FilledLetter, label: Callable[[str], str]) -> tuple[str, str]:
    """Subject and body as text; ``label`` names the field of an open blank."""

    def text(pieces: Pieces) -> str:
        return "".join(piece if isinstance(piece, str) else f"[{label(piece.field)}]" for piece in pieces)

    lines = (line.strip(BLANKS) for line in text(letter.subject).split("\n"))
    paragraphs = (text(pieces).rstrip(BLANKS) for pieces in letter.paragraphs if pieces is not None)
    return " ".join(filter(None, lines)), "\n\n".join(paragraphs)
