"""The letter engine: a template, a reader's values and the reader's situation in; a letter and what is missing out.

The browser runs the same rules (``docs/overrides/assets/letter/engine.js``); tests/vectors/letters.json drives both.
Substitution is one pass: what a reader types is never read as a template.
"""

import re
import unicodedata
from typing import Any

from .model.kinds.letters import Letter
from .model.library import Library
from .model.text import HOLE

_BLANK = " \t\r\n\u00a0\u3000"
_EMPTY_EVENT = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d UTC - *$\n?", re.MULTILINE)
_EMAIL = re.compile(r"\S+@\S+")

Part = str | dict[str, str]
"""A piece of text, or ``{"hole": field}`` for a blank that is still open."""


def letter_source(library: Library, id: str) -> dict[str, Any]:
    """A letter with its fields as plain JSON values, in both languages: what the engine and the browser read."""
    letter: Letter = library.get("letters", id)
    fields = library.all("fields")
    return {
        "id": id,
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


def fill(source: dict[str, Any], values: dict[str, str], reader: dict[str, str], language: str) -> dict[str, Any]:
    """The letter for one language: ``subject`` and ``paragraphs`` as parts (None for a paragraph left out) and the
    open blanks under ``missing``, in reading order, each once.

    ``reader`` may name the reader's ``entity`` and ``place``; a clause limited to others drops out.
    """
    subject = _parts(source, source["subject"][language], values, language)
    paragraphs = [
        _parts(source, p["text"][language], values, language) if belongs(p, values, reader) else None for p in source["paragraphs"]
    ]
    holes = [part["hole"] for parts in (subject, *paragraphs) if parts for part in parts if isinstance(part, dict)]
    return {"subject": subject, "paragraphs": paragraphs, "missing": list(dict.fromkeys(holes))}


def belongs(paragraph: dict[str, Any], values: dict[str, str], reader: dict[str, str]) -> bool:
    """Whether a paragraph is in the letter: its condition is met and its rule applies to the reader."""
    when = paragraph["when"]
    if when:
        value = _value(values, when["field"])
        if not value or (when["is"] and value not in when["is"]):
            return False
    return _applies(paragraph["entities"], paragraph["places"], reader)


def _applies(entities: list[str], places: list[str], reader: dict[str, str]) -> bool:
    """A rule for certain companies is judged by the company once it is known; only then does the place decide."""
    if entities and reader.get("entity"):
        return reader["entity"] in entities
    if entities or places:
        return bool(places) and reader.get("place") in places
    return True


def _parts(source: dict[str, Any], template: str, values: dict[str, str], language: str) -> list[Part]:
    parts: list[Part] = []
    end = 0
    for hole in HOLE.finditer(template):
        parts += [template[end : hole.start()], _filled(source, hole[1], values, language)]
        end = hole.end()
    return [part for part in [*parts, template[end:]] if part]


def _filled(source: dict[str, Any], name: str, values: dict[str, str], language: str) -> Part:
    value = _value(values, name)
    if not value:
        return {"hole": name}
    choice = source["fields"][name]["choices"].get(value)
    return str(choice[language]) if choice else value


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
