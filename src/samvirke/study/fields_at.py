"""Which fields a record can have at one spot of a file, for messages about fields that are not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

FieldPath = tuple[str | int, ...]
NEVER_WRITTEN = frozenset({"id"})  # the key in the file, except in changes


def fields_at(model: Any, path: FieldPath, record: object) -> tuple[str, ...]:
    """The fields of the record at `path` inside `model`, in the order in which they are declared.

    `record` is what stands there; where one of several kinds could stand, its `verb` says which.
    """
    found = list(_options(model))
    for part in path:
        found = [option for kind in found for option in _options_under(kind, part)]
    models = [kind for kind in found if isinstance(kind, type) and issubclass(kind, BaseModel)]
    verb = record.get("verb") if isinstance(record, dict) else None
    fitting = [kind for kind in models if verb is None or verb in _verbs(kind)] or models
    hidden = frozenset() if any(_verbs(kind) for kind in fitting) else NEVER_WRITTEN
    names = (field.alias or name for kind in fitting for name, field in kind.model_fields.items())
    return tuple(name for name in dict.fromkeys(names) if name not in hidden)


def _options(annotation: Any) -> Iterator[Any]:
    """An annotation without its marks; each option of a union."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _options(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for option in get_args(annotation):
            yield from _options(option)
    else:
        yield annotation


def _options_under(kind: Any, part: str | int) -> Iterable[Any]:
    """What can stand under a key, or at a number of a list."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        named = {field.alias or name: field.annotation for name, field in kind.model_fields.items()}
        return _options(named[part]) if isinstance(part, str) and part in named else ()
    if get_origin(kind) is dict:
        return _options(get_args(kind)[1])
    if get_origin(kind) is tuple:
        return _options(get_args(kind)[0])
    return ()


def _verbs(model: type[BaseModel]) -> tuple[Any, ...]:
    field = model.model_fields.get("verb")
    literal = field is not None and get_origin(field.annotation) is Literal
    return get_args(field.annotation) if field is not None and literal else ()
