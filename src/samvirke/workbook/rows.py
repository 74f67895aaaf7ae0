"""What the files of a study say, as rows of tables: every value in one form, however the file writes it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from samvirke.study.document import Document
from samvirke.workbook.parts import unfolded
from samvirke.workbook.table import Column, Table, Wild
from samvirke.workbook.tables import ALTERNATIVES

RESPONSIBILITIES = "responsibilities.yaml"
FIFTEEN_DIGITS = 1e-14  # five in the sixteenth digit of a number that begins with one, and a little more
Keys = tuple[str | int, ...]
FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its keys, where it lies in its file, and the record, which shorthand has been taken out of."""

    keys: Keys
    path: FieldPath
    record: dict[str, Any]


def books(documents: Mapping[str, Document]) -> dict[str, Any]:
    """The data of each file by its path; all alternatives as one, by their ids."""
    found: dict[str, Any] = {name: one.data for name, one in documents.items() if "/" not in name}
    found[ALTERNATIVES] = {
        name.removeprefix("alternatives/").removesuffix(".yaml"): one.data
        for name, one in documents.items()
        if name.startswith("alternatives/")
    }
    if isinstance(found.get(RESPONSIBILITIES), dict):
        found[RESPONSIBILITIES] = {task: unfolded(record) for task, record in found[RESPONSIBILITIES].items()}
    return found


def rows(table: Table, data: Any) -> Iterator[Row]:
    """The rows of a table in the data of its file, in order."""
    for keys, path, found in _found(table.spot, data, (), ()):
        yield Row(keys, path, opened(table, found))


def _found(
    spot: tuple[str | Wild, ...], data: Any, keys: Keys, path: FieldPath
) -> Iterator[tuple[Keys, FieldPath, Any]]:
    if not spot:
        if data is not None:
            yield keys, path, data
        return
    part, *rest = spot
    if isinstance(part, str):
        below = data.get(part) if isinstance(data, dict) else None
        yield from _found(tuple(rest), below, keys, (*path, part))
    elif part.is_list:
        for number, item in enumerate(as_list(data)):
            own = (str(item.get("id")),) if part.has_key and isinstance(item, dict) else ()
            yield from _found(tuple(rest), item, (*keys, *own), (*path, number))
    else:
        for key, item in as_map(data).items():
            yield from _found(tuple(rest), item, (*keys, key), (*path, key))


def as_list(data: Any) -> list[Any]:
    """A list that may be written as its only item."""
    return data if isinstance(data, list) else [] if data is None else [data]


def as_map(data: Any) -> Mapping[Any, Any]:
    """A map that may be written as its only key, whose share is then all."""
    if isinstance(data, str):
        return {data: 1}
    return data if isinstance(data, dict) else {}


def opened(table: Table, found: Any) -> dict[str, Any]:
    """What lies at a row's spot as a record."""
    if table.is_value:
        return {"": found}
    whole = unshortened(found, table.short)
    return whole if isinstance(whole, dict) else {}


def unshortened(found: Any, short: str | None) -> Any:
    """A value that stands for a record with only that field in it, as the record; a text may be a map."""
    is_text = short == "text" and isinstance(found, dict) and found and not set(found) - {"nb", "en"}
    if short is None or found is None or (isinstance(found, dict) and not is_text):
        return found
    return {short: found}


def closed(table: Table, record: dict[str, Any]) -> Any:
    """A record as it is written where it is new: a value, or in short where nothing more is said."""
    if table.is_value:
        return record.get("")
    return record[table.short] if table.short and set(record) == {table.short} else record


def value(column: Column, record: Mapping[str, Any]) -> Any:
    """What a record says in a column, in the form of the column's kind; None for nothing."""
    if column.verbs and record.get("verb") not in column.verbs:
        return None
    found: Any = record
    for number, part in enumerate(column.path):
        if not isinstance(found, dict):
            return None
        found = found.get(part)
        found = unshortened(found, column.shorts[number])
    return _in_form(column, found)


def _in_form(column: Column, found: Any) -> Any:
    if found is None:
        return None
    if column.kind == "text":
        return _prose(found, column.language)
    if column.kind == "pairs":
        return tuple((str(key), one) for key, one in as_map(found).items()) or None
    if column.kind in ("codes", "numbers"):
        listed = tuple(as_list(found))
        if not listed and not column.keeps_empty:
            return None
        return listed if column.kind == "numbers" else tuple(map(str, listed))
    if isinstance(found, dict | list):
        return None
    if column.kind in ("number", "quantity", "whole", "yesno"):
        return found
    return str(found).strip()


def _prose(found: Any, language: str | None) -> str | None:
    if isinstance(found, dict):
        found = found.get(language)
    elif language != "nb":
        return None
    return None if found is None else str(found).strip() or None


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same; a spreadsheet keeps fifteen digits of a number."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=FIFTEEN_DIGITS, abs_tol=0.0)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)
