"""The tables of a study's files, worked out from the types of its records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from samvirke.language import LANGUAGES, Text
from samvirke.study.files import ALTERNATIVE, FILES
from samvirke.study.organisation import Responsibility
from samvirke.study.records import Record
from samvirke.workbook.parts import ResponsibilityRows
from samvirke.workbook.shapes import SHORT, Shape, shape
from samvirke.workbook.table import ITEM, KEY, NAMED, Column, Path, Table, Wild
from samvirke.workbook.wording import KEY_SAYS, heading, key, meaning, of_verbs, sheet

ALTERNATIVES = "alternatives/*.yaml"
PARTS_OF, GROUNDS_OF = "responsibilities.parts", "responsibilities"  # two tables of one file
INSTEAD: dict[Any, Any] = {Responsibility: ResponsibilityRows}


@dataclass(frozen=True)
class _Place:
    """Where rows lie, while the tables under them are found."""

    file: str
    spot: tuple[str | Wild, ...]
    keys: tuple[Column, ...]
    group: int
    kind: str | None = None


@cache
def tables() -> tuple[Table, ...]:
    """Every table of a study, in the order of its files, each followed by those that lie inside it."""
    found: list[Table] = []
    for group, file in enumerate(FILES):
        model = INSTEAD.get(file.model, file.model)
        spot: tuple[str | Wild, ...] = {"record": (), "map": (KEY,), "list": (ITEM,)}[file.form]
        keys = (_key(file.name, "code", link=_key_link(file.name)),) if file.form == "map" else ()
        place = _Place(file.path, spot, keys, group, file.kind)
        found += _of_records(place, model, numbered=file.form == "list")
    alternative = _Place(ALTERNATIVES, (KEY,), (_key("alternatives", "code"),), len(FILES), "alternative")
    found += _of_records(alternative, ALTERNATIVE.model)
    return tuple(found)


def _key_link(file: str) -> str | None:
    """What the keys of a map are the ids of, when these stand in another file."""
    return "task" if file == "responsibilities" else None


def _key(name: str, kind: Any, link: str | None = None, choices: tuple[str, ...] = ()) -> Column:
    return Column((), kind, key(name), KEY_SAYS, link=link, choices=choices, required=True)


def _of_records(
    place: _Place, model: type[BaseModel], *, numbered: bool = False, required: bool = False
) -> Iterator[Table]:
    """The table of a record type at a spot, and those of the rows inside it."""
    columns, inside = _columns((model,), place)
    if columns or place.keys or numbered:
        yield _table(place, columns, numbered=numbered, short=SHORT.get(model), required=required)
    yield from inside


def _table(place: _Place, columns: tuple[Column, ...], **more: Any) -> Table:
    name, says = sheet(place.file, place.spot)
    return Table(
        name, says, place.file, place.spot, place.keys, columns, kind=place.kind, group=place.group, **more
    )


@dataclass(frozen=True)
class _Within:
    """A record that lies flat in the row: the way to it, and what it is called on the way."""

    path: Path = ()
    shorts: tuple[str | None, ...] = ()
    words: tuple[tuple[str, str], ...] = ()  # (model, field) on the way
    optional: bool = False
    verbs: tuple[str, ...] = ()


def _columns(
    models: tuple[type[BaseModel], ...], place: _Place, within: _Within = _Within()
) -> tuple[tuple[Column, ...], list[Table]]:
    """The columns of a row that is one of these records, and the tables of what lies inside it."""
    found: dict[tuple[Path, str | None], Column] = {}
    inside: dict[str, Table] = {}
    for model in models:
        for one in _fields(model, within):
            verbs = frozenset(_verb(model)) if len(models) > 1 else frozenset()
            for column in _flat(one, place):
                _merge(found, replace(column, verbs=verbs))
            for table in _below(one, place):
                inside.setdefault(table.where, table)
            if one.shape.record is not None:
                flat, more = _columns((one.shape.record,), place, one.entered())
                for column in flat:
                    _merge(found, replace(column, verbs=verbs))
                for table in more:
                    inside.setdefault(table.where, table)
    grounds = tuple(Record.model_fields)
    columns = sorted(found.values(), key=lambda column: column.path[0] in grounds)
    return tuple(columns), list(inside.values())


def _fields(model: type[BaseModel], within: _Within) -> Iterator[_Field]:
    """The fields of a record, what it rests on last; without its own id, which is a key."""
    hints = get_type_hints(model, include_extras=True)
    grounds = tuple(Record.model_fields)
    for name in sorted(model.model_fields, key=lambda name: name in grounds):
        is_key = name == "id" and not within.path
        if not is_key and (model.__name__, within.path, name) not in NEVER:
            yield _Field(model, name, model.model_fields[name], shape(hints[name]), within)


# What no study can say, though the types let it stand there.
NEVER = {("End", ("from",), "new_row")}


@dataclass(frozen=True)
class _Field:
    """One field of a record."""

    model: type[BaseModel]
    name: str
    info: FieldInfo
    shape: Shape
    within: _Within

    @property
    def key(self) -> str:
        """The field's name in the file."""
        return self.info.alias or self.name

    @property
    def path(self) -> Path:
        return (*self.within.path, self.key)

    @property
    def words(self) -> tuple[tuple[str, str], ...]:
        return (*self.within.words, (self.model.__name__, self.key))

    @property
    def required(self) -> bool:
        return self.info.is_required() and not self.within.optional

    def entered(self) -> _Within:
        """The way into the record that the field holds."""
        assert self.shape.record is not None
        shorts = (*self.within.shorts, SHORT.get(self.shape.record))
        optional = self.within.optional or not self.info.is_required() or self.shape.kind is not None
        return _Within(self.path, shorts, self.words, optional, self.within.verbs)


def _flat(one: _Field, place: _Place) -> Iterator[Column]:
    """The field's own columns: one, or one for each language."""
    kind = one.shape.kind
    if one.key == "verb":
        kind = "code"
    if one.shape.keys is not None and _is_pairs(one, place):
        kind = "pairs"
    if kind is None or one.shape.items is not None:
        return
    made = Column(
        one.path, kind, heading(one.words), meaning(one.words, one.info.description),
        link=one.shape.link or ("assumption" if kind == "quantity" else None),
        choices=one.shape.choices, alone=one.shape.alone, unit=one.shape.unit, required=one.required,
        keeps_empty=kind == "codes" and one.info.default is None,
        shorts=(*one.within.shorts, None),
    )  # fmt: skip
    if kind == "pairs":
        made = replace(made, link=shape(one.shape.keys).link)
    for language in LANGUAGES if kind == "text" else (None,):
        yield replace(
            made,
            language=language,
            heading=heading(one.words, language),
            required=made.required and language != "en",
        )


def _verb(model: type[BaseModel]) -> tuple[str, ...]:
    """What a change says in `verb`; nothing for other records."""
    field = model.model_fields.get("verb")
    return () if field is None else get_args(field.annotation)


def _merge(found: dict[tuple[Path, str | None], Column], column: Column) -> None:
    """A column of one record more; where several have it, it is of all of them."""
    key = (column.path, column.language)
    before = found.get(key)
    if before is None:
        found[key] = column
        return
    choices = tuple(dict.fromkeys((*before.choices, *column.choices)))
    link = before.link if before.link == column.link else None
    required, verbs = before.required and column.required, before.verbs | column.verbs
    found[key] = replace(before, choices=choices, link=link, required=required, verbs=verbs)


def _is_pairs(one: _Field, place: _Place) -> bool:
    """Whether a map is small enough to stand in one cell: id → id, or the tasks of a change."""
    keys, values = shape(one.shape.keys), shape(one.shape.values)
    if keys.kind != "code" or keys.choices:
        return False
    return values.kind == "code" or (values.kind == "quantity" and place.spot[-1:] == (NAMED,))


def _below(one: _Field, place: _Place) -> Iterator[Table]:
    """The tables of the rows that the field holds."""
    if one.shape.items is not None:
        yield from _list_below(one, place)
    elif one.shape.keys is not None and not _is_pairs(one, place):
        yield from _map_below(one, place)


def _list_below(one: _Field, place: _Place) -> Iterator[Table]:
    inner = shape(one.shape.items)
    models = inner.one_of or ((inner.record,) if inner.record is not None else ())
    is_named = "id" in models[0].model_fields
    spot = (*place.spot, *one.path, NAMED if is_named else ITEM)
    keys = (*place.keys, _key("Change", "code")) if is_named else place.keys
    here = replace(place, spot=spot, keys=keys, kind=None)
    columns, inside = _columns(models, here)
    if inner.one_of:
        columns = _verb_first(columns, models)
    yield _table(
        here, columns, numbered=models[0].__name__ != "PartInTask", short=SHORT.get(models[0]),
        required=one.required,
    )  # fmt: skip
    yield from inside


def _verb_first(columns: tuple[Column, ...], models: tuple[Any, ...]) -> tuple[Column, ...]:
    """The columns of changes: the verb in front, with all verbs to choose from, and whose each column is."""
    every = frozenset(verb for model in models for verb in _verb(model))
    first = next(column for column in columns if column.path == ("verb",))
    order = tuple(verb for model in models for verb in _verb(model))
    told = []
    for column in columns:
        if column is first:
            continue
        if column.verbs == every:
            told.append(replace(column, verbs=frozenset()))
        else:
            of = [verb for verb in order if verb in column.verbs]
            told.append(replace(column, required=False, meaning=of_verbs(column.meaning, of)))
    return (replace(first, verbs=frozenset(), choices=order), *told)


def _map_below(one: _Field, place: _Place) -> Iterator[Table]:
    keys, spot, values = place.keys, (*place.spot, *one.path), one.shape
    while values.keys is not None:
        inner = shape(values.keys)
        name = f"{one.model.__name__}.{one.key}.{len(keys) - len(place.keys)}"
        keys = (*keys, _key(name, inner.kind, inner.link, inner.choices))
        spot = (*spot, KEY)
        values = shape(values.values)
    here = replace(place, spot=spot, keys=keys, kind=MAP_KINDS.get(one.key))
    if values.record is not None:
        yield from _of_records(here, values.record, required=one.required)
        return
    assert values.kind is not None
    words = ((one.model.__name__, f"{one.key}.value"),)
    link = "assumption" if values.kind == "quantity" else values.link
    column = Column(
        ("",), values.kind, heading(words), meaning(words, None), link=link, choices=values.choices,
        unit=values.unit, required=True, shorts=(None,),
    )  # fmt: skip
    columns = (
        (column,)
        if values.kind != "text"
        else tuple(
            replace(column, language=language, heading=heading(words, language), required=language == "nb")
            for language in LANGUAGES
        )
    )
    yield _table(here, columns, is_value=True, required=one.required)


# What the keys of a map further in are called when something links to them.
MAP_KINDS = {
    "goals": "goal",
    "assumptions": "assumption",
    "groups": "group",
    "steps": "step",
    "exits": "exit",
}


@cache
def table_of(kind: str) -> Table | None:
    """The table whose ids a link of a kind leads to."""
    wanted = {"funding": "row"}.get(kind, kind)
    return next((table for table in tables() if table.kind == wanted), None)


def sheet_of(kind: str) -> Text | None:
    """The name of the sheet that has those ids."""
    table = table_of(kind)
    return None if table is None else table.name
