"""What a field of a record can hold, as its annotation says: prose, ids, a quantity, a record or rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo
from pydantic.json_schema import WithJsonSchema

from samvirke.language import Text
from samvirke.quantities.expressions import Constant
from samvirke.quantities.months import Month
from samvirke.study.assumptions import Spread
from samvirke.study.bindings import Claim
from samvirke.study.grants import Announcement, Reporting, Statement
from samvirke.study.organisation import Coverage
from samvirke.study.pathways import Elapsed
from samvirke.study.records import DATE_SCHEMA, ID_PATTERN, Link, Quantity
from samvirke.workbook.table import Kind

# What a value stands for when it is written without the record round it.
SHORT: dict[type[BaseModel], str] = {
    Announcement: "text",
    Coverage: "task",
    Elapsed: "mean",
    Reporting: "text",
    Spread: "value",
    Statement: "text",
}


@dataclass
class Shape:
    """What can stand in a field: a plain value of a kind, and perhaps instead a record, a list or a map."""

    kind: Kind | None = None
    link: str | None = None
    choices: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()  # words that stand instead of a list or an id
    unit: str | None = None
    record: type[BaseModel] | None = None
    items: Any = None  # the annotation of a list's items, when these are records
    keys: Any = None
    values: Any = None
    one_of: tuple[type[BaseModel], ...] = field(default=())  # records that `verb` tells apart


def shape(annotation: Any) -> Shape:
    """What an annotation lets stand in its field."""
    found = Shape()
    leaves = list(_leaves(annotation, ()))
    records = tuple(leaf for leaf, _ in leaves if isinstance(leaf, type) and issubclass(leaf, BaseModel))
    if len(records) > 1 and all("verb" in record.model_fields for record in records):
        found.one_of = records
        return found
    for leaf, marks in leaves:
        _add(found, leaf, marks)
    if found.choices and found.kind is None:
        found.kind = "code"
    return found


def _leaves(annotation: Any, marks: tuple[Any, ...]) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Each thing that could stand in the field, with the marks it came under."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        yield from _leaves(inner, (*marks, *more))
    elif origin in (Union, UnionType):
        for option in get_args(annotation):
            yield from _leaves(option, marks)
    elif annotation is not NoneType:
        yield annotation, marks


def _add(found: Shape, leaf: Any, marks: tuple[Any, ...]) -> None:
    origin = get_origin(leaf)
    if origin is Literal:
        _add_choices(found, get_args(leaf))
    elif origin is tuple:
        _add_list(found, leaf)
    elif origin is dict:
        _add_map(found, leaf)
    elif isinstance(leaf, type) and issubclass(leaf, BaseModel):
        found.record = leaf
    elif leaf is Constant:
        mark = next((m for m in marks if isinstance(m, Quantity)), None)
        found.kind, found.unit = "quantity", mark.unit if mark else "share"
    elif leaf is str:
        _add_text(found, marks)
    elif leaf in PLAIN:
        found.kind = found.kind or PLAIN[leaf]


PLAIN: dict[Any, Kind] = {
    Text: "text",
    bool: "yesno",
    int: "whole",
    float: "number",
    Month: "month",
    date: "day",
    Claim: "words",
}


def _add_choices(found: Shape, options: tuple[Any, ...]) -> None:
    if all(isinstance(option, int) for option in options):
        found.kind = "whole"
    else:
        found.choices = (*found.choices, *map(str, options))
        found.alone = found.choices


def _add_text(found: Shape, marks: tuple[Any, ...]) -> None:
    schemas = [mark.json_schema or {} for mark in marks if isinstance(mark, WithJsonSchema)]
    link = next((mark.kind for mark in marks if isinstance(mark, Link)), None)
    if link is not None or any(_is_id(mark) for mark in marks):
        found.kind, found.link = "code", link
        found.alone = (*found.alone, *_words_instead(marks))
    elif DATE_SCHEMA in schemas:
        found.kind = "date"
    elif units := next((one["enum"] for one in schemas if "enum" in one), None):
        found.kind, found.choices = "code", tuple(units)
    else:
        found.kind = found.kind or "words"


def _words_instead(marks: tuple[Any, ...]) -> Iterator[str]:
    """The words that a file can have in place of a value, and that are read as something else."""
    for mark in marks:
        if isinstance(mark, BeforeValidator):
            for leaf, _ in _leaves(mark.json_schema_input_type, ()):
                yield from map(str, get_args(leaf) if get_origin(leaf) is Literal else ())


def _is_id(mark: Any) -> bool:
    inner = mark.metadata if isinstance(mark, FieldInfo) else [mark]
    return any(getattr(one, "pattern", None) == ID_PATTERN for one in inner)


def _add_list(found: Shape, leaf: Any) -> None:
    item = get_args(leaf)[0]
    inner = shape(item)
    if inner.record is not None or inner.one_of:
        found.items = item
    elif inner.kind in ("whole", "number"):
        found.kind = "numbers"
    else:
        found.kind, found.link = "codes", inner.link
        found.choices = (*found.choices, *inner.choices)


def _add_map(found: Shape, leaf: Any) -> None:
    found.keys, found.values = get_args(leaf)
