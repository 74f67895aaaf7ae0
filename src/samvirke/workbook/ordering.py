"""The order of rows: by their numbers, or as the file has them where the order says nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from samvirke.workbook.sheets import SheetRow
from samvirke.workbook.table import Column


def in_order(group: Sequence[SheetRow]) -> list[SheetRow]:
    """Rows by their numbers; one without a number comes after the row above it."""
    placed: list[tuple[float, int, SheetRow]] = []
    last = 0.0
    for place, row in enumerate(group):
        last = row.order if row.order is not None else last
        placed.append((last, place, row))
    return [row for _, _, row in sorted(placed, key=lambda one: one[:2])]


def part_of(values: Mapping[Column, Any]) -> tuple[Any, Any]:
    by_name = {column.path[0]: said for column, said in values.items()}
    return by_name.get("part"), by_name.get("actor")


def as_they_were(before: Sequence[Any], group: Sequence[SheetRow]) -> list[SheetRow]:
    """The rows of a task in the order of the file, new ones last: sorting the sheet changes nothing."""
    order = {(one.get("part"), one.get("actor")): n for n, one in enumerate(before)}
    return sorted(group, key=lambda row: order.get(part_of(row.values), len(order)))
