"""A letter as its two engines read it: both languages in one object, without what only a page shows.

``to_json`` is the same object for the browser. What is empty, false or none has no key there:

    id       the letter's, for the names of files
    titled   whether a copy begins with its subject
    local    whether times are told in the writer's zone, not in UTC
    subject  {zh, en}
    clauses  [{text: {zh, en}, when: {field, is: [value]}, entities: [id], places: [id], unknown}]
    fields   {name: {label: {zh, en}, kind, private, pattern, choices: {value: {zh, en}}}}
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ..model.kinds import ENTITIES, FIELDS, LETTERS
from ..model.kinds.letters import Basis, LetterField, Paragraph
from ..model.library import Library
from ..model.text import LANGUAGES

Json = str | int | Sequence["Json"] | Mapping[str, "Json"]


class Bilingual(Protocol):
    """A text that is read by language."""

    def __getitem__(self, language: str, /) -> str: ...


@dataclass(frozen=True)
class When:
    """A field that must be filled, with one of these values if there are any."""

    field: str
    is_: tuple[str, ...] = ()


@dataclass(frozen=True)
class Clause:
    """A paragraph with its holes, when it is wanted, and the companies and places to which its rule is limited."""

    text: Bilingual
    when: When | None = None
    entities: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    company_unknown: bool = False
    """Whether it is for those alone who do not know their company."""


@dataclass(frozen=True)
class Field:
    """What is asked for; the choices by their value."""

    label: Bilingual
    kind: str
    private: bool = False
    pattern: str = ""
    choices: Mapping[str, Bilingual] = field(default_factory=dict)


@dataclass(frozen=True)
class LetterTemplate:
    """A letter to fill in; every hole and every condition names one of its fields."""

    id: str
    titled: bool
    subject: Bilingual
    clauses: tuple[Clause, ...]
    fields: Mapping[str, Field]
    local: bool = False
    """Whether times are told in the writer's zone, with its name, and not in UTC."""


def letter_template(library: Library, id: str) -> LetterTemplate:
    """A letter of the library with the fields it asks for."""
    letter, fields = library.get(LETTERS, id), library.all(FIELDS)
    return LetterTemplate(
        id,
        letter.has_subject_line,
        letter.subject,
        tuple(_clause(library, paragraph) for paragraph in letter.paragraphs),
        {name: _field(fields[name]) for name in letter.fields},
        local=letter.tells_local_time,
    )


def companies_of(library: Library, basis: Basis) -> tuple[str, ...]:
    """The companies that a rule is limited to: those it names, and those that are authorised where it holds."""
    if not basis.authorised:
        return basis.entities
    authorised = (id for id, company in library.all(ENTITIES).items() if company.authorised == basis.authorised)
    return tuple(dict.fromkeys((*basis.entities, *authorised)))


def _clause(library: Library, paragraph: Paragraph) -> Clause:
    when, basis = paragraph.when, paragraph.basis
    return Clause(
        paragraph.text,
        When(when.field, when.is_) if when else None,
        companies_of(library, basis) if basis else (),
        basis.places if basis else (),
        bool(basis and basis.company_unknown),
    )


def _field(asked: LetterField) -> Field:
    choices = {choice.value: choice.label for choice in asked.choices}
    return Field(asked.label, asked.kind, asked.private, asked.pattern or "", choices)


def to_json(template: LetterTemplate) -> dict[str, Json]:
    """A template for the browser, in plain values."""
    return _without_empty(
        id=template.id,
        titled=template.titled,
        local=template.local,
        subject=_languages(template.subject),
        clauses=[_clause_json(clause) for clause in template.clauses],
        fields={name: _field_json(field) for name, field in template.fields.items()},
    )


def _clause_json(clause: Clause) -> dict[str, Json]:
    return _without_empty(
        text=_languages(clause.text),
        when=_without_empty(field=clause.when.field, **{"is": clause.when.is_}) if clause.when else "",
        entities=clause.entities,
        places=clause.places,
        unknown=clause.company_unknown,
    )


def _field_json(field: Field) -> dict[str, Json]:
    return _without_empty(
        label=_languages(field.label),
        kind=field.kind,
        private=field.private,
        pattern=field.pattern,
        choices={value: _languages(label) for value, label in field.choices.items()},
    )


def _languages(text: Bilingual) -> dict[str, str]:
    return {language: text[language] for language in LANGUAGES}


def _without_empty(**values: Json) -> dict[str, Json]:
    return {name: value for name, value in values.items() if value}
