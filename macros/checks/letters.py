"""Rules about letters: every blank is a field, figures agree, and every right has a basis."""

import difflib
import re
from collections.abc import Iterator

from ..model.kinds import FIELDS, LETTERS
from ..model.kinds.letters import Condition, Letter
from ..model.library import Entry, Library
from ..model.lines import Path
from ..model.text import HOLE, HoledText
from .context import Context, Problems
from .figures import disagreements, figures, plain


def check_letter_fields(context: Context) -> Problems:
    """Every hole of a letter is a field, and a field that may stay open is used in the letter.

    Bad: data/letters/complaint.yaml: zh: "详情：{details}", en: "Details: {details}" → zh: "详情：{detials}", en: "Details: {detials}"
    Good: data/letters/complaint.yaml: zh: "详情：{details}", en: "Details: {details}" → zh: "详情：{uid}", en: "Details: {uid}"
    """
    for letter in context.library.shelf(LETTERS).values():
        lost: set[str] = set()
        for where, name in _shared_holes(letter):
            problems = list(_judge_hole(context.library, letter, where, name))
            lost |= {name for _ in problems}
            yield from problems
        for i, name in enumerate(letter.value.optional):
            is_told = not context.library.has("fields", name) or difflib.get_close_matches(name, lost, 1)
            if name not in letter.value.fields and not is_told:
                yield letter.problem(("optional", i), f"The letter has no blank '{name}'.", "Delete it here, or use it.")


def _shared_holes(letter: Entry[Letter]) -> Iterator[tuple[Path, str]]:
    """The holes that stand in both languages; one that stands in one only is told by check_holes."""
    for where, text, _ in letter.visits:
        if isinstance(text, HoledText):
            in_chinese = HOLE.findall(text.zh)
            yield from (((*where, "en"), name) for name in text.holes if name in in_chinese)


_BOXES = ("entity", "place", "seat", "to", "tongue", "masked")
"""The boxes that every form has itself."""
_PROPERTIES = (
    *("length", "item", "constructor", "elements", "reset", "submit", "action", "method", "target", "name", "id", "title", "lang", "dir"),
    *("hidden", "style", "dataset", "children", "closest", "matches", "append", "remove", "before", "after", "click", "focus", "blur"),
)
"""What a browser's form is asked for by name: a box of the same name would answer instead."""


def check_field_names(context: Context) -> Problems:
    """A field's id is the name of its box, so it is none that the form or the browser uses itself.

    Bad: data/fields.yaml: + reset: {label: {zh: 号, en: No}, kind: line, example: {zh: "1", en: "1"}}
      & data/letters/first-ticket.yaml: {zh: "工单 {uid}", en: "Ticket {uid}"} → {zh: "工单 {reset}", en: "Ticket {reset}"}
    Good: data/fields.yaml: + ticket: {label: {zh: 号, en: No}, kind: line, example: {zh: "1", en: "1"}}
      & data/letters/first-ticket.yaml: {zh: "工单 {uid}", en: "Ticket {uid}"} → {zh: "工单 {ticket}", en: "Ticket {ticket}"}
    """
    for field in context.library.shelf(FIELDS).values():
        if field.id in (*_BOXES, *_PROPERTIES) or field.id.endswith("-zone"):
            yield field.problem((), f"The form itself uses the name '{field.id}'.", "Choose another id.")


def check_public_letters(context: Context) -> Problems:
    """A letter that anybody may read asks for nothing private.

    Bad: data/letters/complaint.yaml: group: platform → group: platform⏎public: true
    Good: data/letters/complaint.yaml: group: platform → group: platform⏎public: false
    """
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
    """A condition asks for values that its field can have.

    Bad: data/letters/first-ticket.yaml: is: [live-chat] → is: [chat]
    Good: data/letters/first-ticket.yaml: is: [live-chat] → is: [email]
    """
    for letter in context.library.shelf(LETTERS).values():
        for i, when in enumerate(paragraph.when for paragraph in letter.value.paragraphs):
            for j, fault in _wrong_values(context.library, when) if when else ():
                yield letter.problem(("paragraphs", i, "when", "is", j), *fault)


def _wrong_values(library: Library, when: Condition) -> Iterator[tuple[int, tuple[str, str]]]:
    """The values that a condition asks for and its field cannot have, each with what is wrong and what to do."""
    if library.has("fields", when.field):
        choices = [choice.value for choice in library.get(FIELDS, when.field).choices]
        fix = f"Use one of: {', '.join(choices)}." if choices else "Leave 'is' out; the field is no choice."
        wrong = ((j, value) for j, value in enumerate(when.is_) if value not in choices)
        yield from ((j, (f"The field '{when.field}' has no choice '{value}'.", fix)) for j, value in wrong)


def check_letter_figures(context: Context) -> Problems:
    """A letter says the same figures, dates and units in both languages, each figure as often.

    Bad: data/letters/complaint.yaml: within 15 working days → within 14 working days
    Good: data/letters/complaint.yaml: within 15 working days → in 15 business days
    """
    texts = [(entry, where, text) for entry, where, text in context.of(HoledText) if entry.kind == LETTERS.name]
    for entry, where, text in texts:
        for message, fix in _disagreements(text):
            yield entry.problem((*where, "en"), message, fix)


def _disagreements(text: HoledText) -> Iterator[tuple[str, str]]:
    zh, en = figures(plain(text.zh)), figures(plain(text.en))
    if zh == en:
        yield from disagreements(text)
    else:
        said = " and ".join(", ".join(f"{figure:g}" for figure in side) or "none" for side in (zh, en))
        yield f"The two languages differ in their figures: {said}.", "Write the same figures in both."


_RIGHT_OR_DEADLINE = {
    "en": re.compile(
        r"\b\d+[ -](?:working |business |calendar )?(?:hours?|days?|weeks?|months?|years?)\b"
        r"|\b(?:Article|Art\.|Regulation|Directive|[Ss]ection)\s+\S*\d"
    ),
    "zh": re.compile(r"\d+ ?(?:个)?(?:工作日|自然日|小时|天|日内|周|月内|年内)|第 ?\d+ ?条"),
}


def check_rights_have_basis(context: Context) -> Problems:
    """A paragraph of a letter that states a deadline in figures or cites a rule names its basis.

    Bad: data/letters/complaint.yaml: zh: "我的编号是 {uid}。", en: "My number is {uid}." → zh: "等 7 天：{uid}", en: "Wait 7 days: {uid}"
    Good: data/letters/complaint.yaml: zh: "我的编号是 {uid}。", en: "My number is {uid}." → zh: "等几天：{uid}", en: "Wait some days: {uid}"
    """
    for letter in context.library.shelf(LETTERS).values():
        for i, paragraph in enumerate(letter.value.paragraphs):
            found = [match[0] for tongue, form in _RIGHT_OR_DEADLINE.items() if (match := form.search(paragraph.text[tongue]))]
            if found and paragraph.basis is None:
                fix = "Add 'basis' with the rule and its verification, or leave the figure out."
                yield letter.problem(("paragraphs", i), f"The paragraph says '{found[0]}' but has no 'basis'.", fix)
