"""The letter engine: a template, a reader's values and the reader's situation in; a letter and what is missing out.

The browser runs the same rules (``docs/overrides/assets/elements/letter-form/engine.js``); tests/vectors/letters.json drives both.
Substitution is one pass: what a reader types is never read as a template.
"""

import re
import unicodedata
from typing import Any

from ..model.kinds import FIELDS, LETTERS
from ..model.kinds.letters import Letter
from ..model.library import Library
from ..model.text import HOLE

_BLANK = " \t\r\n\u00a0\u3000"
_EMPTY_EVENT = re.compile(r"^\d{4}-\d\d-\d\d [\d_]{2}:[\d_]{2} (?:UTC|\(UTC[+-]\d\d:\d\d\)) - *$\n?", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.。．!！?？]\Z")
_CHINESE_END = re.compile(r"[。．!！?？]\Z")  # "Ltd." ends no Chinese sentence
_HAN_FIRST = re.compile(r"^[\u3400-\u9fff\uf900-\ufaff]")
_HAN_LAST = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]\Z")
_SPACE_BEFORE_HAN = re.compile(r"^ (?=[\u3400-\u9fff\uf900-\ufaff])")
_SPACE_AFTER_HAN = re.compile(r"(?<=[\u3400-\u9fff\uf900-\ufaff]) \Z")
_EMAIL = re.compile(r"\S+@\S+")

Part = str | dict[str, str]
"""A piece of text, or ``{"hole": field}`` for a blank that is still open."""


def letter_source(library: Library, id: str) -> dict[str, Any]:
    """A letter with its fields as plain JSON values, in both languages: what the engine and the browser read."""
    letter: Letter = library.get(LETTERS, id)
    fields = library.all(FIELDS)
    return {
        "id": id,
        "titled": letter.has_subject_line,
        "subject": letter.subject.model_dump(),
        "paragraphs": [_paragraph(paragraph) for paragraph in letter.paragraphs],
        "fields": {name: _field(fields[name]) for name in letter.fields},
    }


def _paragraph(paragraph: Any) -> dict[str, Any]:
    when, basis = paragraph.when, paragraph.basis
    return {
        "text": paragraph.text.model_dump(),
        "when": {"field": when.field, "is": list(when.is_)} if when else None,
        "entities": list(basis.entities) if basis else [],
        "places": list(basis.places) if basis else [],
    }


def _field(field: Any) -> dict[str, Any]:
    return {
        "label": field.label.model_dump(),
        "kind": field.kind,
        "private": field.private,
        "pattern": field.pattern or "",
        "choices": {choice.value: choice.label.model_dump() for choice in field.choices},
    }


def fill(source: dict[str, Any], values: dict[str, str], reader: dict[str, Any], language: str) -> dict[str, Any]:
    """The letter for one language: ``subject`` and ``paragraphs`` as parts (None for a paragraph left out) and the
    open blanks under ``missing``, in reading order, each once.

    ``reader`` may name the reader's ``entity`` and ``place``; a clause limited to others drops out. Where ``masked``
    is true, private values are.
    """
    said = _in_place_of_holes(source["fields"], values, bool(reader.get("masked")), language)
    subject = _parts(source["subject"][language], said)
    paragraphs = [_parts(p["text"][language], said) if belongs(p, values, reader) else None for p in source["paragraphs"]]
    holes = [part["hole"] for parts in (subject, *paragraphs) if parts for part in parts if isinstance(part, dict)]
    return {"subject": subject, "paragraphs": paragraphs, "missing": list(dict.fromkeys(holes))}


def belongs(paragraph: dict[str, Any], values: dict[str, str], reader: dict[str, Any]) -> bool:
    """Whether a paragraph is in the letter: its condition is met and its rule applies to the reader."""
    when = paragraph["when"]
    if when:
        value = _value(values, when["field"])
        if not value or (when["is"] and value not in when["is"]):
            return False
    return _applies(paragraph["entities"], paragraph["places"], reader)


def _applies(entities: list[str], places: list[str], reader: dict[str, Any]) -> bool:
    """A rule for certain companies is judged by the company once it is known; only then does the place decide."""
    if entities and reader.get("entity"):
        return reader["entity"] in entities
    if entities or places:
        return bool(places) and reader.get("place") in places
    return True


def _in_place_of_holes(fields: dict[str, Any], values: dict[str, str], masked: bool, language: str) -> dict[str, Part]:
    """What stands in place of each hole: a value as the letter says it, or the hole itself while it is open."""

    def write(name: str, field: dict[str, Any]) -> Part:
        value = _value(values, name)
        if not value:
            return {"hole": name}
        if choice := field["choices"].get(value):
            return str(choice[language])
        return mask(value) if masked and field["private"] else value

    return {name: write(name, field) for name, field in fields.items()}


def _parts(template: str, said: dict[str, Part]) -> list[Part]:
    """A template's words and what stands in its holes."""
    pieces = HOLE.split(template)  # words and names in turn
    values = [None, *(said[name] for name in pieces[1::2]), None]
    words = map(_between, values, pieces[::2], values[1:])
    return [part for pair in zip(words, values[1:], strict=False) for part in pair if part]


def _between(before: Part | None, words: str, after: Part | None) -> str:
    """A template's words as they read between two values: no second full stop, and no space between Chinese and Chinese."""
    if isinstance(before, str) and _SENTENCE_END.search(before):
        words = words.removeprefix(".")
    if isinstance(before, str) and _CHINESE_END.search(before):
        words = words.removeprefix("。")
    if isinstance(before, str) and _HAN_LAST.search(before):
        words = _SPACE_BEFORE_HAN.sub("", words)
    if isinstance(after, str) and _HAN_FIRST.search(after):
        words = _SPACE_AFTER_HAN.sub("", words)
    return words


def _value(values: dict[str, str], name: str) -> str:
    """What was filled in: dated lines without an event are not, nor is a value without a letter or a digit."""
    value = _EMPTY_EVENT.sub("", values.get(name, "")).strip(_BLANK)
    return value if any(unicodedata.category(sign)[0] in "LN" for sign in value) else ""


def mask(value: str) -> str:
    """A private value for a copy to share: enough to recognise it, too little to use it."""
    name, _, host = value.rpartition("@")
    if name and _EMAIL.fullmatch(value):
        return f"{name[0]}•••@{host}"
    return f"{value[:2]}••••{value[-2:]}" if len(value) > 6 else "••••"
