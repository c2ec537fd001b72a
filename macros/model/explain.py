"""What a model's refusal means to a contributor: its causes without their consequences, and what to do about each."""

import difflib
from collections.abc import Iterator, Mapping

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from .kinds import Kind
from .library import Origin
from .lines import Path, dotted
from .problems import Problem, shown
from .suggest import meant_keys, suggest_plain, suggest_value
from .text import Model
from .walk import model_at

ID_FIX = "Use lower-case letters, digits and single hyphens."
_LANGUAGE_NAMES = {"zh": "Chinese", "en": "English"}


def explained(error: ValidationError, kind: Kind[Model], origin: Origin) -> Iterator[Problem]:
    """The problems of an entry that does not fit the model of its kind."""
    details = error.errors(include_url=False)
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    missing = [detail["loc"] for detail in details if detail["type"] == "missing"]
    meant = meant_keys(unknown, missing, lambda loc: _known_keys(kind, loc))
    for detail in _causes(details, meant):
        yield _told(detail, kind, origin, meant.get(detail["loc"]))


def _causes(details: list[ErrorDetails], meant: Mapping[Path, Path]) -> Iterator[ErrorDetails]:
    """The mistakes without their consequences: a list short of its faulty items, a key missing because it is misspelt."""
    for detail in details:
        short = detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]
        if not short and not (detail["type"] == "missing" and detail["loc"] in meant.values()):
            yield detail


def _told(detail: ErrorDetails, kind: Kind[Model], origin: Origin, meant: Path | None) -> Problem:
    where: Path = detail["loc"]
    if where[-1:] == ("[key]",) and detail["type"] == "string_pattern_mismatch":
        return origin.problem(where[:-1], f"The key {shown(detail['input'])} is not an id.", ID_FIX)
    if meant and meant[:-1] != where[:-1]:
        return origin.problem(where, f"The key {shown(where[-1])} stands too far out.", f"Indent it into '{dotted(meant[:-1])}'.")
    if meant:
        return origin.problem(where, f"Unknown key {shown(where[-1])}.", f"Did you mean '{meant[-1]}'?")
    message, fix = _explain(detail, kind, where)
    return origin.problem((*where, *_key_at_fault(detail["input"], message)), message, fix)


def _key_at_fault(value: object, message: str) -> Path:
    """The key to point at where a whole mapping is refused: of two that exclude each other, the second."""
    return ("no_url",) if "either 'url' or 'no_url'" in message and isinstance(value, dict) and "no_url" in value else ()


def _explain(detail: ErrorDetails, kind: Kind[Model], where: Path) -> tuple[str, str]:
    """What a pydantic error means to a contributor, and what to do about it."""
    type_, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    name = str(where[-1]) if where else ""
    if type_ == "missing":
        return _missing(name)
    if type_ == "extra_forbidden":
        return _unknown_key(name, kind, where)
    if type_ == "literal_error":
        return _not_one_of(value, str(context["expected"]))
    if type_ in _WRONG_TYPE:
        fix = suggest_plain(value, type_) or _suggest_keys(kind, where, type_) or _WRONG_TYPE_FIX[type_]
        return f"{_WRONG_TYPE[type_]} is expected here, not {_shape(value)}.", fix
    if type_ == "string_pattern_mismatch":
        message = f"{shown(value)} does not fit the pattern {context['pattern']}."
        return message, suggest_value(value, message) or "Write it like the same field of another entry."
    if type_ in ("too_short", "too_long"):
        return _wrong_length(context)
    if type_ == "value_error":
        message = f"{_refused(value, str(context['error']))}."
        return message, suggest_value(value, message) or "Correct the value."
    return f"{shown(value) if isinstance(value, str) else _shape(value).capitalize()}: {_lower(detail['msg'])}.", "Correct the value."


_WRONG_TYPE = {
    "model_type": "A mapping (key: value lines)",
    "model_attributes_type": "A mapping (key: value lines)",
    "dict_type": "A mapping (key: value lines)",
    "tuple_type": "A list ('- ' lines)",
    "string_type": "A text",
    "int_type": "A whole number",
    "int_parsing": "A whole number",
    "bool_type": "'true' or 'false'",
    "bool_parsing": "'true' or 'false'",
    "date_type": "A date",
    "date_from_datetime_parsing": "A date",
    "date_parsing": "A date",
}
_WRONG_TYPE_FIX = dict.fromkeys(_WRONG_TYPE, "Write it like the same field of another entry.") | {
    "tuple_type": "Write each item on a line of its own that begins with '- '.",
    "date_parsing": "Write it as YYYY-MM-DD.",
    "date_from_datetime_parsing": "Write a date that exists, as YYYY-MM-DD.",
}


def _suggest_keys(kind: Kind[Model], where: Path, type_: str) -> str:
    """The keys that a mapping needs, as it would be written."""
    model = model_at(kind.model, where) if type_.startswith("model") else None
    needed = [name for name, field in model.model_fields.items() if field.is_required() or name == "source"] if model else []
    return f"Write {{{', '.join(f'{name}: …' for name in needed)}}}." if 0 < len(needed) < 4 else ""


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return f"the text {shown(value)}" if value else "nothing"


def _refused(value: object, reason: str) -> str:
    """The reason as a sentence that shows the value, once."""
    if not isinstance(value, str):
        return reason[:1].upper() + reason[1:]
    return reason.replace(f"'{value}'", shown(value)) if f"'{value}'" in reason else f"{shown(value)}: {reason}"


def _wrong_length(context: Mapping[str, object]) -> tuple[str, str]:
    length = f"The list's length is {context['actual_length']}"
    if "min_length" in context:
        return f"{length}; at least {context['min_length']} is expected.", "Add what is missing."
    return f"{length}; at most {context['max_length']} is expected.", "Keep what matters most."


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:].rstrip(".")


def _missing(name: str) -> tuple[str, str]:
    if language := _LANGUAGE_NAMES.get(name):
        return f"The {language} text is missing.", f"Add '{name}:' with the {language} text; there is no fallback."
    return f"'{name}' is missing.", f"Add '{name}:'."


def _unknown_key(name: str, kind: Kind[Model], where: Path) -> tuple[str, str]:
    return f"Unknown key {shown(name)}.", f"The keys here are: {', '.join(_known_keys(kind, where))}."


def _known_keys(kind: Kind[Model], where: Path) -> list[str]:
    """The keys that may stand where an unknown one was found."""
    model = model_at(kind.model, where[:-1])
    return [field.alias or key for key, field in model.model_fields.items()] if model else []


def _not_one_of(value: object, expected: str) -> tuple[str, str]:
    known = [word.strip(" '") for word in expected.replace(" or ", ",").split(",")]
    near = difflib.get_close_matches(str(value), known, 1)
    hint = f"Did you mean '{near[0]}'? " if near else ""
    if value == "":
        return "Nothing stands here.", f"Use one of: {', '.join(known)}."
    return (
        f"{shown(value) if isinstance(value, str) else _shape(value).capitalize()} is not one of the allowed words.",
        f"{hint}Use one of: {', '.join(known)}.",
    )
