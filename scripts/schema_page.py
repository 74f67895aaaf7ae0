"""The page of the reference on the files of a study: every record and every field, read from the models."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le
from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined
from scripts.markdown import code, table, to

from samvirke.language import Text
from samvirke.quantities.expressions import Constant
from samvirke.quantities.months import Month
from samvirke.quantities.units import UNITS, in_words
from samvirke.study.changes import Change
from samvirke.study.files import ALTERNATIVE, FILES, StudyFile
from samvirke.study.json_schema import schemas
from samvirke.study.records import Link as LinkTo
from samvirke.study.records import PartialDate, Quantity, Record, UnitName

EVERY_FILE = (*FILES, ALTERNATIVE)
BASES: tuple[type[BaseModel], ...] = (Change, Record)  # nearest first; their fields are told once
PLAIN = {str: "string", int: "whole number", float: "number", bool: "`true` or `false`"}
WHOLE = {Text: "text", Month: "month", date: "date"}
SIGNS = {"ge": "at least", "gt": "above", "le": "at most", "lt": "below"}
ABSURD = 1e6

INTRODUCTION = """# The files of a study

Every file of a study folder and every field of its records. `samvirke schema FOLDER` writes the same as
JSON Schema, for editors; [How a study is built](../guide-study.md) shows how the files are used.

- An *id* is in lower-case letters a–z, digits and hyphens. *Id of a task* and the like must be there.
- A *text* is one string, which is bokmål, or `{nb: …, en: …}`.
- *Number in MNOK* and the like is a plain number in that unit, or the id of an assumption in a unit that
  converts to it. It is at least 0 where nothing else is said.
- A *month* is written `2022-01`, a *date* `2020-12-31`; a *date or part of one* may also be `2020`,
  `2020-12` or `undated`.
- A map goes from the key to what stands after the arrow. An optional field without a default is not there.
- Prose lies in `texts/NAME.nb.md` and `texts/NAME.en.md`, in Markdown.
"""


def schema_page() -> str:
    """The whole page."""
    told: set[type[BaseModel]] = set()
    parts = [INTRODUCTION, _contents(), _units()]
    parts += ["## What every record may say\n", *_sections(Record, told), "## What every change says\n"]
    parts += _sections(Change, told)
    for file in EVERY_FILE:
        parts += [f"## {_name(file)}\n", _about(file), *_sections(file.model, told)]
    return "\n".join(parts)


def _name(file: StudyFile) -> str:
    return "alternatives/*.yaml" if file is ALTERNATIVE else file.path


def _contents() -> str:
    rows = ((to(_name(one)), "yes" if one.required else "", _first(one.model)) for one in EVERY_FILE)
    return table(("File", "Required", "Its records"), rows)


def _first(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip().partition("\n")[0]


def _about(file: StudyFile) -> str:
    name = to(file.model.__name__)
    form = {
        "record": f"The file is one record: {name}.",
        "map": f"A map: id → {name}.",
        "list": f"A list of {name}.",
    }[file.form]
    if file is ALTERNATIVE:
        form += " The file's name is the alternative's id."
    return f"{form}{' The file is required.' if file.required else ''}\n"


def _units() -> str:
    rows = []
    for unit in UNITS.values():
        alike = (one for one in UNITS.values() if one.dimension == unit.dimension and one.factor == 1)
        base = next(alike, unit)
        size = f"{unit.factor:,.0f}" if unit.factor >= 1 else f"1/{1 / unit.factor:.0f}"
        same = "" if base is unit else f"{size} {base.symbol}"
        rows.append((code(unit.symbol), in_words(unit.dimension)["en"], "yes" if unit.is_money else "", same))
    head = "## Units\n\nUnits of one dimension convert to each other. Money needs a `price_year`.\n\n"
    return head + table(("Unit", "Dimension", "Money", "The same as"), rows)


def _sections(model: type[BaseModel], told: set[type[BaseModel]]) -> Iterator[str]:
    """A record and, after it, the records inside it that have not been told yet."""
    if model in told:
        return
    told.add(model)
    yield f"### {model.__name__}\n"
    yield " ".join((model.__doc__ or "").split()) + "\n"
    base = next((one for one in BASES if issubclass(model, one) and one is not model), None)
    own = [row for row in _rows(model) if base is None or row[0] not in {r[0] for r in _rows(base)}]
    if own:
        yield table(("Field", "Type", "Required", "Default", "What it is"), own)
    if base is not None:
        yield f"{'Also the' if own else 'The'} fields of {to(base.__name__)}.\n"
    for annotation in get_type_hints(model, include_extras=True).values():
        for inner in _models(annotation):
            yield from _sections(inner, told)


def _rows(model: type[BaseModel]) -> list[tuple[str, str, str, str, str]]:
    hints = get_type_hints(model, include_extras=True)
    written = _written().get(model.__name__)
    return [
        (
            code(field.alias or name),
            _limited(_words(hints[name]), field.metadata),
            "yes" if field.is_required() else "",
            _default(field),
            field.description or "",
        )
        for name, field in model.model_fields.items()
        if written is None or (field.alias or name) in written
    ]


@cache
def _written() -> Mapping[str, set[str]]:
    """The fields that the files themselves hold: an id that is always a key in a file is no field there."""
    found: dict[str, set[str]] = {}
    for schema in schemas().values():
        record = schema.get("additionalProperties") or schema.get("items") or schema
        for name, part in {record["title"]: record, **schema.get("$defs", {})}.items():
            found.setdefault(name, set()).update(part.get("properties", ()))
    return found


def _default(field: FieldInfo) -> str:
    value = None if field.default_factory else field.get_default()
    if field.is_required() or value is None or value == () or isinstance(value, BaseModel):
        return ""
    if isinstance(value, Constant):
        return code(f"{value.value:g}")
    return code(json.dumps(value, ensure_ascii=False).strip('"'))


def _words(annotation: Any) -> str:
    """What a field may hold, in words."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _words_of_marked(annotation, arguments[0], annotation.__metadata__)
    if origin in (Union, UnionType):
        return _either(list(dict.fromkeys(_words(one) for one in arguments if one is not NoneType)))
    if origin is Literal:
        return ", ".join(code(one) for one in arguments)
    if origin is tuple:
        return _list_in_words(arguments)
    if origin is dict:
        return f"map: {_words(arguments[0])} → {_words(arguments[1])}"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return to(annotation.__name__)
    return PLAIN.get(annotation) or WHOLE.get(annotation) or annotation.__name__


def _either(options: list[str]) -> str:
    if len(options) == 2 and options[1] == f"list of {options[0]}":
        return f"{options[0]}, or a list of them"
    return " or ".join(options)


def _list_in_words(arguments: tuple[Any, ...]) -> str:
    element = _words(arguments[0])
    return f"list of {element}" if arguments[-1] is Ellipsis else f"list of {len(arguments)}: {element}"


def _words_of_marked(annotation: Any, plain: Any, marks: tuple[Any, ...]) -> str:
    for known, words in ((UnitName, f"unit ({to('Units')})"), (PartialDate, "date or part of one")):
        if annotation == known:
            return words
    for mark in marks:
        if isinstance(mark, LinkTo):
            return f"id of {'an' if mark.kind[0] in 'aeiou' else 'a'} {mark.kind}"
        if isinstance(mark, Quantity):
            return _quantity(mark)
        if isinstance(mark, BeforeValidator) and mark.json_schema_input_type not in (PydanticUndefined, Any):
            return _words(mark.json_schema_input_type)
    constraints = [one for mark in marks if isinstance(mark, FieldInfo) for one in mark.metadata]
    if plain is str and any(getattr(one, "pattern", None) for one in constraints):
        return "id"
    return _limited(_words(plain), constraints)


def _quantity(mark: Quantity) -> str:
    limits = [*([Ge(mark.low)] if mark.low else []), *([] if mark.high is None else [Le(mark.high)])]
    return _limited(f"number in {mark.unit}{', may be negative' if mark.low is None else ''}", limits)


def _limited(words: str, constraints: Iterable[object]) -> str:
    """With the bounds of a number; those that only keep out the absurd are left out."""
    for one in constraints:
        for name, sign in SIGNS.items():
            limit = getattr(one, name, None)
            if limit is not None and abs(limit) < ABSURD and f"{sign} {limit:g}" not in words:
                words += f", {sign} {limit:g}"
    return words


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Records that can stand inside a value of this annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, BeforeValidator):
            yield from _models(mark.json_schema_input_type)
    for part in get_args(annotation):
        yield from _models(part)
