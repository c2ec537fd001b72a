"""Visits every value of an entry with its place in the file, and says which strings are references."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel

from .kinds.claims import Ref
from .lines import Path
from .text import HoledText, Text, Words

Visit = tuple[Path, object, Ref | None]


@dataclass(frozen=True)
class _Slot:
    """What an annotation says about the value that stands there."""

    ref: Ref | None = None
    """The mark of a string that names an entry."""
    model: type[BaseModel] | None = None
    item: "_Slot | None" = None
    """What a list's items or a mapping's values are."""


_PLAIN = _Slot()
_NOTHING = ()
"""An empty list, of which Python has one."""


def walk(value: object) -> list[Visit]:
    """Each value below and including this one, depth first: (path in the file, value, reference mark). What is not there is no value."""
    visits: list[Visit] = []
    _collect(visits, value, (), _PLAIN)
    return visits


def _collect(visits: list[Visit], value: object, where: Path, slot: _Slot) -> None:
    if isinstance(value, str):
        visits.append((where, value, slot.ref))
        return
    visits.append((where, value, None))
    if isinstance(value, BaseModel):
        fields = value.__dict__
        for name, key, inner in _visited(type(value)):
            held = fields[name]
            if held is not None and held is not _NOTHING:
                _collect(visits, held, (*where, key), inner)
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            _collect(visits, item, (*where, i), slot.item or _PLAIN)
    elif isinstance(value, dict):
        for key, item in value.items():
            _collect(visits, item, (*where, key), slot.item or _PLAIN)


@cache
def _visited(model: type[BaseModel]) -> tuple[tuple[str, str, _Slot], ...]:
    """The fields a walk goes into, as (attribute, key in the file, slot); none of a text, which is visited as a whole."""
    return () if issubclass(model, Text | HoledText | Words) else _fields(model)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, _Slot], ...]:
    """Annotations are read once for each model: a library holds thousands of values of a few dozen models."""
    return tuple((name, info.alias or name, _slot(info.annotation, info.metadata)) for name, info in model.model_fields.items())


def model_at(model: type[BaseModel], where: Path) -> type[BaseModel] | None:
    """The model that describes the node at a path, or None if the path leads to a plain value."""
    slot: _Slot | None = _Slot(model=model)
    for step in where:
        slot = _below(slot, step) if slot else None
    return slot.model if slot else None


def _below(slot: _Slot, step: str | int) -> _Slot | None:
    if slot.model is None:
        return slot.item
    return next((inner for name, key, inner in _fields(slot.model) if step in (name, key)), None)


def _slot(annotation: object, notes: Iterable[object] = ()) -> _Slot:
    """Looks through ``Annotated`` and ``| None``; the mark that stands nearest to the value counts."""
    ref = next((note for note in notes if isinstance(note, Ref)), None)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Annotated, Union, UnionType):
        inner = _slot(next(a for a in arguments if a is not NoneType), arguments[1:] if origin is Annotated else ())
        return replace(inner, ref=inner.ref or ref)
    if origin in (tuple, dict):
        return _Slot(ref, item=_slot(arguments[origin is dict]))
    return _Slot(ref, annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None)
