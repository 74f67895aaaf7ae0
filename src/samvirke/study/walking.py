"""Finding every link and every quantity in a record, with the field it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from samvirke.quantities.expressions import Constant, Operation, Reference, references
from samvirke.study.records import Link, Quantity

FieldPath = tuple[str | int, ...]
Marked = tuple[FieldPath, Link | Quantity, Any]


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, Any], ...]:
    """(attribute, key in the file, annotation) of each field that can hold a link or a quantity."""
    hints = get_type_hints(model, include_extras=True)
    named = ((name, field.alias or name, hints[name]) for name, field in model.model_fields.items())
    return tuple(row for row in named if _may_hold(row[2], frozenset()))


def _may_hold(annotation: Any, seen: frozenset[Any]) -> bool:
    """Whether a value of this annotation can contain something marked."""
    if get_origin(annotation) is Annotated:
        marks = annotation.__metadata__
        return any(isinstance(m, Link | Quantity) for m in marks) or _may_hold(get_args(annotation)[0], seen)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation in seen:
            return False
        hints = get_type_hints(annotation, include_extras=True)
        return any(_may_hold(hints[name], seen | {annotation}) for name in annotation.model_fields)
    return any(_may_hold(part, seen) for part in get_args(annotation))


def marked(record: BaseModel, path: FieldPath = ()) -> Iterator[Marked]:
    """Every (field path, mark, value) in a record, in the order of its fields."""
    for attribute, key, annotation in _fields(type(record)):
        value = getattr(record, attribute)
        if value is not None:
            yield from _marked_value(value, annotation, (*path, key))


def mentioned_in(record: BaseModel) -> Iterator[str]:
    """Every id that a record mentions: in its links, and the assumptions of its quantities."""
    for _, mark, value in marked(record):
        if isinstance(mark, Link):
            yield value
        else:
            yield from references(value)


def _marked_value(value: Any, annotation: Any, path: FieldPath) -> Iterator[Marked]:
    if isinstance(value, BaseModel):
        yield from marked(value, path)
    elif get_origin(annotation) is Annotated:
        yield from _marked_here(value, annotation, path)
    elif get_origin(annotation) in (Union, UnionType):
        for option in get_args(annotation):
            if _fits(value, option):
                yield from _marked_value(value, option, path)
                return
    elif isinstance(value, dict):
        yield from _marked_map(value, get_args(annotation), path)
    elif isinstance(value, tuple):
        element = get_args(annotation)[0]
        for index, item in enumerate(value):
            yield from _marked_value(item, element, (*path, index))


def _marked_here(value: Any, annotation: Any, path: FieldPath) -> Iterator[Marked]:
    mark = next((m for m in annotation.__metadata__ if isinstance(m, Link | Quantity)), None)
    if mark is None:
        yield from _marked_value(value, get_args(annotation)[0], path)
    elif isinstance(mark, Link) == isinstance(value, str):
        yield path, mark, value


def _marked_map(value: dict[Any, Any], annotations: tuple[Any, ...], path: FieldPath) -> Iterator[Marked]:
    key_annotation, value_annotation = annotations
    for key, item in value.items():
        yield from _marked_value(key, key_annotation, (*path, key))
        yield from _marked_value(item, value_annotation, (*path, key))


_FITS: tuple[tuple[type, Callable[[Any], bool]], ...] = (
    (str, lambda value: isinstance(value, str)),
    (tuple, lambda value: isinstance(value, tuple)),
    (dict, lambda value: isinstance(value, dict)),
)


def _fits(value: Any, annotation: Any) -> bool:
    """Whether a union's option is the one a value came through."""
    if get_origin(annotation) is Annotated:
        if any(isinstance(m, Quantity) for m in annotation.__metadata__):
            return isinstance(value, Constant | Reference | Operation)
        return _fits(value, get_args(annotation)[0])
    plain = get_origin(annotation) or annotation
    return any(plain is kind and test(value) for kind, test in _FITS) or isinstance(value, BaseModel)
