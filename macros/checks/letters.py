"""Rules about letters: same blanks and figures in both languages, and a basis for every right."""

import calendar
import difflib
import re
import unicodedata

from ..model.kinds import FIELDS, LETTERS
from ..model.kinds.letters import Letter
from ..model.library import Entry, Library
from ..model.strict_yaml import Path
from ..model.text import HOLE, HoledText
from .context import Context, Problems


def check_holes(context: Context) -> Problems:
    """Both languages of a text have the same holes."""
    for entry, where, value, _ in context.visits:
        if isinstance(value, HoledText):
            zh, en = set(HOLE.findall(value.zh)), set(HOLE.findall(value.en))
            if zh != en:
                only = ", ".join("{" + name + "}" for name in sorted(zh ^ en))
                yield entry.problem((*where, "en"), f"The two languages differ in their holes: {only}.", "Use the same holes in both.")


def check_letter_fields(context: Context) -> Problems:
    """Every hole of a letter is a field, and a field that may stay open is used in the letter."""
    for letter in context.library.shelf(LETTERS).values():
        for where, value, _ in letter.visits:
            if isinstance(value, HoledText):
                for name in value.holes:
                    if name in HOLE.findall(value.zh):  # a hole in one language only is told by check_holes
                        yield from _judge_hole(context.library, letter, (*where, "en"), name)
        for i, name in enumerate(letter.value.optional):
            if name not in letter.value.fields:
                yield letter.problem(("optional", i), f"The letter has no blank '{name}'.", "Delete it here, or use it.")


_BOXES = ("entity", "place", "seat", "to", "tongue", "masked")
"""The boxes that every form has itself."""
_PROPERTIES = (
    *("length", "item", "constructor", "elements", "reset", "submit", "action", "method", "target", "name", "id", "title", "lang", "dir"),
    *("hidden", "style", "dataset", "children", "closest", "matches", "append", "remove", "before", "after", "click", "focus", "blur"),
)
"""What a browser's form is asked for by name: a box of the same name would answer instead."""


def check_field_names(context: Context) -> Problems:
    """A field's id is the name of its box, so it is none that the form or the browser uses itself."""
    for field in context.library.shelf(FIELDS).values():
        if field.id in (*_BOXES, *_PROPERTIES) or field.id.endswith("-zone"):
            yield field.problem((), f"The form itself uses the name '{field.id}'.", "Choose another id.")


def check_public_letters(context: Context) -> Problems:
    """A letter that anybody may read asks for nothing private."""
    fields = context.library.all(FIELDS)
    for letter in context.library.shelf(LETTERS).values():
        private = [name for name in letter.value.fields if name in fields and fields[name].private]
        if letter.value.public and private:
            message = f"The letter is public but asks for what is private: {', '.join(private)}."
            yield letter.problem(("public",), message, "Leave these blanks out.")


def _judge_hole(library: Library, letter: Entry[Letter], where: Path, name: str) -> Problems:
    if not library.has("fields", name) and not library.is_broken("fields", name):
        near = difflib.get_close_matches(name, library.entries["fields"], 1)
        fix = f"Did you mean '{{{near[0]}}}'?" if near else "Add it to fields.yaml."
        yield letter.problem(where, f"There is no field '{name}'.", fix)


def check_conditions(context: Context) -> Problems:
    """A condition asks for values that its field can have."""
    for letter in context.library.shelf(LETTERS).values():
        for i, paragraph in enumerate(letter.value.paragraphs):
            when = paragraph.when
            if when and context.library.has("fields", when.field):
                choices = [choice.value for choice in context.library.get(FIELDS, when.field).choices]
                for j, value in enumerate(when.is_):
                    if value not in choices:
                        where = ("paragraphs", i, "when", "is", j)
                        fix = f"Use one of: {', '.join(choices)}." if choices else "Leave 'is' out; the field is no choice."
                        yield letter.problem(where, f"The field '{when.field}' has no choice '{value}'.", fix)


_MONTH = re.compile(rf"\b({'|'.join(calendar.month_name[1:])})\b")
_FIGURE = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)\s*(万|亿|million|billion)?")
_SCALE = {"": 1, "万": 10_000, "亿": 100_000_000, "million": 1_000_000, "billion": 1_000_000_000}


def _figures(text: str) -> list[float]:
    """The figures of a text as numbers, holes left out: 25 万 is 250,000 and July is 7 月."""
    plain = _MONTH.sub(lambda month: str(list(calendar.month_name).index(month[1])), HOLE.sub(" ", text))
    found = _FIGURE.findall(unicodedata.normalize("NFKC", plain))
    return sorted(float(figure.replace(",", "")) * _SCALE[scale] for figure, scale in found)


def check_letter_figures(context: Context) -> Problems:
    """A letter says the same figures in both languages."""
    for letter in context.library.shelf(LETTERS).values():
        for where, value, _ in letter.visits:
            if isinstance(value, HoledText) and _figures(value.zh) != _figures(value.en):
                shown_figures = " and ".join(
                    ", ".join(f"{figure:g}" for figure in _figures(text)) or "none" for text in (value.zh, value.en)
                )
                yield letter.problem(
                    (*where, "en"), f"The two languages differ in their figures: {shown_figures}.", "Write the same figures in both."
                )


_RIGHT_OR_DEADLINE = {
    "en": re.compile(
        r"\b\d+[ -](?:working |business |calendar )?(?:hours?|days?|weeks?|months?|years?)\b"
        r"|\b(?:Article|Art\.|Regulation|Directive|[Ss]ection)\s+\S*\d"
    ),
    "zh": re.compile(r"\d+ ?(?:个)?(?:工作日|自然日|小时|天|日内|周|月内|年内)|第 ?\d+ ?条"),
}


def check_rights_have_basis(context: Context) -> Problems:
    """A paragraph of a letter that states a deadline in figures or cites a rule names its basis."""
    for letter in context.library.shelf(LETTERS).values():
        for i, paragraph in enumerate(letter.value.paragraphs):
            found = [match[0] for tongue, form in _RIGHT_OR_DEADLINE.items() if (match := form.search(paragraph.text[tongue]))]
            if found and paragraph.basis is None:
                fix = "Add 'basis' with the rule and its verification, or leave the figure out."
                yield letter.problem(("paragraphs", i), f"The paragraph says '{found[0]}' but has no 'basis'.", fix)
