"""Where in a workbook the records of the files stand, so that what is wrong is told at cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samvirke.workbook.ordering import as_they_were, in_order
from samvirke.workbook.parts import position
from samvirke.workbook.rows import FieldPath, rows
from samvirke.workbook.sheets import Filled, Sheet, SheetRow
from samvirke.workbook.table import Table
from samvirke.workbook.tables import ALTERNATIVES, PARTS_OF

Origin = tuple[Sheet, SheetRow]
Origins = dict[tuple[str, str], Origin]


def origins(data: Mapping[str, Any], filled: Filled) -> Origins:
    """Where each record of the merged data stands in the workbook, by its file and its field in it."""
    found: Origins = {}
    for sheet in filled.sheets.values():
        table = sheet.table
        by_keys: dict[Any, list[SheetRow]] = {}
        for row in sheet.rows:
            by_keys.setdefault(row.keys, []).append(row)
        waiting = {keys: in_order(group) for keys, group in by_keys.items()}
        if table.where == PARTS_OF:
            waiting = {
                keys: as_they_were((data[table.file].get(keys[0]) or {}).get("parts", ()), group)
                for keys, group in by_keys.items()
                if isinstance(data.get(table.file), dict)
            }
        for merged_row in rows(table, data.get(table.file)):
            group = waiting.get(merged_row.keys)
            if group:
                file, path = _in_file(table, data, merged_row.path)
                found[file, ".".join(map(str, path))] = (sheet, group.pop(0))
    return found


def _in_file(table: Table, data: Mapping[str, Any], path: FieldPath) -> tuple[str, FieldPath]:
    """A path in a table's data as a file and a path in it."""
    if table.file == ALTERNATIVES:
        return f"alternatives/{path[0]}.yaml", path[1:]
    if table.where == PARTS_OF:
        task, _, number = path
        return table.file, (task, *position(data[table.file][task]["parts"], int(number)))
    return table.file, path
