"""tests/vectors/letters.json, which drives both letter engines, and letters as the browser's engine takes and gives them."""

import json
from collections.abc import Mapping, Sequence
from typing import NotRequired, TypedDict

from macros.engines.letter_template import Clause, Field, LetterTemplate, When
from macros.engines.letters import Blank, FilledLetter, Pieces
from tests.sample import ROOT

WhenJson = TypedDict("WhenJson", {"field": str, "is": NotRequired[list[str]]})
TextJson = dict[str, str]
PieceJson = str | dict[str, str]


class ClauseJson(TypedDict):
    text: TextJson
    when: NotRequired[WhenJson]
    entities: NotRequired[list[str]]
    places: NotRequired[list[str]]
    unknown: NotRequired[bool]


class FieldJson(TypedDict):
    label: TextJson
    kind: str
    private: NotRequired[bool]
    pattern: NotRequired[str]
    choices: NotRequired[dict[str, TextJson]]


class TemplateJson(TypedDict):
    id: str
    titled: NotRequired[bool]
    local: NotRequired[bool]
    subject: TextJson
    clauses: NotRequired[list[ClauseJson]]
    fields: NotRequired[dict[str, FieldJson]]


class ReaderJson(TypedDict, total=False):
    entity: str
    place: str
    masked: bool


class FilledJson(TypedDict):
    subject: list[PieceJson]
    paragraphs: list[list[PieceJson] | None]
    missing: list[str]


class FillCase(TypedDict):
    name: str
    template: str
    values: dict[str, str]
    reader: ReaderJson
    language: str
    expected: FilledJson


class PlainCase(TypedDict):
    name: str
    letter: FilledJson
    labels: dict[str, str]
    subject: str
    body: str


class Table(TypedDict):
    templates: dict[str, TemplateJson]
    fill: list[FillCase]
    value: list[tuple[str, str]]
    mask: list[tuple[str, str]]
    plain: list[PlainCase]


TABLE: Table = json.loads((ROOT / "tests/vectors/letters.json").read_text(encoding="utf-8"))


def template(written: TemplateJson) -> LetterTemplate:
    """A template as Python's engine takes it."""
    return LetterTemplate(
        written["id"],
        written.get("titled", False),
        written["subject"],
        tuple(map(_clause, written.get("clauses", []))),
        {name: Field(**field) for name, field in written.get("fields", {}).items()},
        local=written.get("local", False),
    )


def _clause(written: ClauseJson) -> Clause:
    when = written.get("when")
    return Clause(
        written["text"],
        When(when["field"], tuple(when.get("is", ()))) if when else None,
        tuple(written.get("entities", ())),
        tuple(written.get("places", ())),
        written.get("unknown", False),
    )


def filled(written: FilledJson) -> FilledLetter:
    """A letter as Python's engine gives it."""

    def pieces(some: Sequence[PieceJson]) -> Pieces:
        return tuple(piece if isinstance(piece, str) else Blank(piece["blank"]) for piece in some)

    paragraphs = tuple(None if some is None else pieces(some) for some in written["paragraphs"])
    return FilledLetter(pieces(written["subject"]), paragraphs, tuple(written["missing"]))


def question(of: Mapping[str, object], cases: Sequence[tuple[Mapping[str, str], Mapping[str, object]]]) -> dict[str, object]:
    """What twin.mjs is asked about a template and some (values, reader)."""
    return {"about": "letters", "template": of, "cases": cases}
