"""Visits every value of an entry with its place in the file, and says which strings are references."""

import types
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from .kinds.claims import Ref
from .strict_yaml import Path
from .text import HoledText, Text, Words

Visit = tuple[Path, Any, Ref | None]


def walk(value: Any, annotation: Any = None, where: Path = (), ref: Ref | None = None) -> Iterator[Visit]:
    """Each value below and including this one, depth first: (path in the file, value, reference mark)."""
    inner, mark = _unwrap(annotation)
    ref = mark or ref
    yield where, value, ref if isinstance(value, str) else None
    if isinstance(value, Text | HoledText | Words):
        return  # a text is visited as a whole
    if isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            key = info.alias or name
            field_ref = next((m for m in info.metadata if isinstance(m, Ref)), None)
            yield from walk(getattr(value, name), info.annotation, (*where, key), field_ref)
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from walk(item, _argument(inner, 0), (*where, i))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from walk(item, _argument(inner, 1), (*where, key))


def model_at(model: Any, where: Path) -> type[BaseModel] | None:
    """The model that describes the node at a path, or None if the path leads to a plain value."""
    inner, _ = _unwrap(model)
    if not where:
        return inner if isinstance(inner, type) and issubclass(inner, BaseModel) else None
    step, rest = where[0], where[1:]
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        info = next((f for n, f in inner.model_fields.items() if step in (n, f.alias)), None)
        return model_at(info.annotation, rest) if info else None
    return model_at(_argument(inner, 0 if isinstance(step, int) else 1), rest)


def _unwrap(annotation: Any) -> tuple[Any, Ref | None]:
    mark = None
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *metadata = get_args(annotation)
            mark = mark or next((m for m in metadata if isinstance(m, Ref)), None)
        elif get_origin(annotation) in (Union, types.UnionType):
            annotation = next(a for a in get_args(annotation) if a is not type(None))
        else:
            return annotation, mark


def _argument(annotation: Any, index: int) -> Any:
    arguments = get_args(annotation)
    return arguments[index] if index < len(arguments) else None
