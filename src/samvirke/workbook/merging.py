"""What a filled-in workbook says, put into the data of a study's files: only what it says otherwise."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from samvirke.errors import Problem
from samvirke.language import Text
from samvirke.study.suggestion import did_you_mean
from samvirke.workbook.ordering import as_they_were, in_order, part_of
from samvirke.workbook.origins import Origin, Origins, origins
from samvirke.workbook.parts import folded
from samvirke.workbook.putting import put
from samvirke.workbook.rows import (
    RESPONSIBILITIES,
    Keys,
    as_list,
    as_map,
    books,
    closed,
    opened,
    same,
    value,
)
from samvirke.workbook.sheets import MISSING, Filled, Sheet, SheetRow
from samvirke.workbook.spots import existing, leaves, record_at, value_at
from samvirke.workbook.table import Table
from samvirke.workbook.tables import ALTERNATIVES, GROUNDS_OF, PARTS_OF, tables

ONLY_OF_DOERS = (
    Text("bare den som utfører en oppgave, har dette", "only whoever does a task has this"),
    Text("La cellen stå tom, eller skriv rollen `does`.", "Leave the cell empty, or write the part `does`."),
)


@dataclass
class Merged:
    """The data of each file as the workbook has it, and where in the workbook each record stands."""

    files: dict[str, Any]
    by_field: Origins = field(default_factory=dict)
    problems: Sequence[Problem] = ()

    def first_in(self, field: tuple[str, str]) -> Origin | None:
        """Where the first of the rows stands that lie inside a field, which is itself in no row."""
        return self._first.get(field)

    @cached_property
    def _first(self) -> Origins:
        found: Origins = {}
        for (file, path), origin in self.by_field.items():
            parts = path.split(".")
            for length in range(1, len(parts)):
                found.setdefault((file, ".".join(parts[:length])), origin)
        return found


def merged(documents: Mapping[str, Any], filled: Filled) -> Merged:
    """The files of a study as a workbook leaves them; `documents` are those of the study now, by path."""
    data = copy.deepcopy(books(documents))
    found = Merged({}, problems=filled.problems.found)
    merging = _Merging(data, filled)
    for table in tables():
        sheet = filled.sheets.get(table.where)
        if sheet is not None and (sheet.letters or sheet.rows):
            merging.add(sheet)
    merging.complete()
    found.by_field = origins(data, filled)
    found.files = _as_files(documents, data)
    return found


def _as_files(documents: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    files = {name: one for name, one in data.items() if name != ALTERNATIVES}
    if isinstance(files.get(RESPONSIBILITIES), dict):
        document = documents.get(RESPONSIBILITIES)
        before = document.data if document is not None else None
        old = before if isinstance(before, dict) else {}
        files[RESPONSIBILITIES] = {
            task: folded(old.get(task), record) if isinstance(record, dict) else record
            for task, record in files[RESPONSIBILITIES].items()
        }
    files |= {f"alternatives/{key}.yaml": one for key, one in data.get(ALTERNATIVES, {}).items()}
    return files


@dataclass
class _Merging:
    """One workbook on its way into the data of a study."""

    data: dict[str, Any]
    filled: Filled
    new: dict[tuple[Any, ...], list[Any]] = field(default_factory=dict)  # new records, by file and spot

    def add(self, sheet: Sheet) -> None:
        table = sheet.table
        if table.is_form:
            self._form(sheet)
            return
        for parent_keys, group in self._by_parent(sheet).items():
            parent = self._parent(sheet, parent_keys, group)
            if parent is not None:
                self._rows(sheet, parent, group)

    def _form(self, sheet: Sheet) -> None:
        record = self.data.get(sheet.table.file)
        if not isinstance(record, dict):
            record = {}
        for row in sheet.rows:
            self._fill(sheet, row, record)
        if record:
            self.data[sheet.table.file] = record

    def _by_parent(self, sheet: Sheet) -> dict[Keys, list[SheetRow]]:
        """The rows of each record above, those above that have none in the sheet among them."""
        depth = len(sheet.table.keys) - sheet.table.depth
        found: dict[Keys, list[SheetRow]] = {
            keys: [] for keys in existing(sheet.table, self.data.get(sheet.table.file))
        }
        for row in sheet.rows:
            found.setdefault(row.keys[:depth], []).append(row)
        return found

    def _parent(self, sheet: Sheet, keys: Keys, group: Sequence[SheetRow]) -> Any:
        """The record that the rows lie in; None after saying that there is none."""
        table = sheet.table
        if not table.above:
            root = self.data.get(table.file)
            if root is None and group:
                root = self.data[table.file] = [] if table.is_list and len(table.spot) == 1 else {}
            return root
        parent = record_at(table.above, self.data.get(table.file), keys)
        if parent is None and table.where == PARTS_OF and group:
            if not isinstance(self.data.get(table.file), dict):
                self.data[table.file] = {}
            parent = self.data[table.file][keys[0]] = {}
        if parent is None:
            self._unknown_parent(sheet, keys, group)
        return parent

    def _unknown_parent(self, sheet: Sheet, keys: Keys, group: Sequence[SheetRow]) -> None:
        table = sheet.table
        known = [str(one[-1]) for one in existing(table, self.data.get(table.file)) if one[:-1] == keys[:-1]]
        above = next(one for one in tables() if one.file == table.file and one.spot == table.above)
        name = self.filled.name_of(above)
        text = Text(
            f"`{keys[-1]}` står ikke i arket {name.nb}", f"`{keys[-1]}` is not on the sheet {name['en']}"
        )
        mend = Text("Rett id-en, eller skriv raden der først.", "Mend the id, or write the row there first.")
        column = table.keys[len(keys) - 1]
        for row in group:
            sheet.refuse(column, row.line, text, did_you_mean(str(keys[-1]), known, mend))

    def _rows(self, sheet: Sheet, parent: Any, group: Sequence[SheetRow]) -> None:
        table = sheet.table
        names = list(table.names)
        if table.is_nested:
            self._nested_map(sheet, parent, names, group)
        elif table.is_list:
            self._list(sheet, parent, names, group)
        else:
            self._map(sheet, parent, names, group)

    def _map(self, sheet: Sheet, parent: Any, names: list[str], group: Sequence[SheetRow]) -> None:
        before = as_map(value_at(parent, names))
        after: dict[Any, Any] = {}
        given: dict[Keys, SheetRow] = {}
        for row in group:
            if row.keys in given:
                self._twice(sheet, row, given[row.keys])
            else:
                given[row.keys] = row
        by_key = {keys[-1]: row for keys, row in given.items()}
        kept = self._kept(sheet)
        for key, old in before.items():
            if key in by_key:
                after[key] = self._filled(sheet, by_key[key], old)
            elif key in kept:
                after[key] = {name: one for name, one in old.items() if name == "parts"}
        for key, row in by_key.items():
            if key not in before:
                after[key] = self._filled(sheet, row, None)
        self._place(sheet.table, parent, names, before, after)

    def _kept(self, sheet: Sheet) -> frozenset[Any]:
        """Tasks whose grounds are gone but not who has a part in them."""
        parts = self.filled.sheets.get(PARTS_OF)
        if sheet.table.where != GROUNDS_OF or parts is None:
            return frozenset()
        return frozenset(row.keys[0] for row in parts.rows)

    def _nested_map(self, sheet: Sheet, parent: Any, names: list[str], group: Sequence[SheetRow]) -> None:
        """A map of maps: each row has a key for each, and what holds nothing is taken away."""
        before = as_map(value_at(parent, names))
        depth = sheet.table.depth
        given: dict[Keys, SheetRow] = {}
        for row in group:
            own = row.keys[-depth:]
            if own in given:
                self._twice(sheet, row, given[own])
            else:
                given[own] = row
        old_rows = dict(leaves(before, depth))
        order = [keys for keys in old_rows if keys in given] + [
            keys for keys in given if keys not in old_rows
        ]
        after: dict[Any, Any] = {key: {} for key in before if any(keys[0] == key for keys in given)}
        for keys in order:
            here = after
            for key in keys[:-1]:
                here = here.setdefault(key, {})
            here[keys[-1]] = self._filled(sheet, given[keys], old_rows.get(keys))
        self._place(sheet.table, parent, names, before, after)

    def _list(self, sheet: Sheet, parent: Any, names: list[str], group: Sequence[SheetRow]) -> None:
        container = parent if not names else value_at(parent, names)
        before = as_list(container)
        ordered = in_order(group)
        if sheet.table.where == PARTS_OF:
            ordered = as_they_were(before, ordered)
        taken: set[int] = set()
        after = []
        for row in ordered:
            number = self._old_item(sheet.table, before, row, taken)
            if number is not None:
                taken.add(number)
            after.append(self._filled(sheet, row, None if number is None else before[number], row.keys))
        if not names:
            parent[:] = after
        elif after or before:
            self._place(sheet.table, parent, names, before, after)

    def _old_item(self, table: Table, before: Sequence[Any], row: SheetRow, taken: set[int]) -> int | None:
        """Which item of the list a row is: by its id, or by the number that it had."""
        if table.spot[-1].has_key:  # type: ignore[union-attr]
            wanted = str(row.keys[-1])
            return next(
                (
                    n
                    for n, one in enumerate(before)
                    if isinstance(one, dict) and str(one.get("id")) == wanted and n not in taken
                ),
                None,
            )
        if table.where == PARTS_OF:
            mine = part_of(row.values)
            return next(
                (
                    n
                    for n, one in enumerate(before)
                    if (one.get("part"), one.get("actor")) == mine and n not in taken
                ),
                None,
            )
        if row.order is None or not row.order.is_integer():
            return None
        number = int(row.order) - 1
        return number if 0 <= number < len(before) and number not in taken else None

    def _filled(self, sheet: Sheet, row: SheetRow, old: Any, keys: Keys = ()) -> Any:
        """What lies at a row's spot, with what the row says otherwise."""
        table = sheet.table
        record = opened(table, old) if old is not None else {}
        is_short = old is not None and record is not old
        record = dict(record) if is_short else record
        if old is None and table.is_list and table.spot[-1].has_key:  # type: ignore[union-attr]
            record = {"id": keys[-1]}
        changed = self._fill(sheet, row, record)
        if old is None:
            self.new.setdefault((table.file, table.spot), []).append(record)
            return closed(table, record)
        return (closed(table, record) if changed else old) if is_short else record

    def _fill(self, sheet: Sheet, row: SheetRow, record: dict[str, Any]) -> bool:
        """Put in what a row says otherwise than the record, what is gone first; whether anything was."""
        differing = [
            (column, said) for column, said in row.values.items() if not same(value(column, record), said)
        ]
        for column, said in sorted(differing, key=lambda one: one[1] is not None):
            put(record, column, said)
        self._told_twice(sheet, row)
        if sheet.table.where == PARTS_OF:
            self._only_of_doers(sheet, row)
        for column in sheet.table.columns:
            if column.required and column in row.values and row.values[column] is None:
                sheet.refuse(column, row.line, *MISSING)
        return bool(differing)

    def _only_of_doers(self, sheet: Sheet, row: SheetRow) -> None:
        """A share, and the groups it is for, can only be those of whoever does the task."""
        part, _ = part_of(row.values)
        for column, said in row.values.items():
            if part not in (None, "does") and column.path[0] in ("share", "for") and said is not None:
                sheet.refuse(column, row.line, *ONLY_OF_DOERS)

    def _told_twice(self, sheet: Sheet, row: SheetRow) -> None:
        """A value and a record that would stand in its place cannot both be given."""
        given = {column.path: column for column, said in row.values.items() if said is not None}
        for path, column in given.items():
            above = next((path[:n] for n in range(1, len(path)) if path[:n] in given), None)
            if above is not None:
                other = given[above].heading
                text = Text(
                    f"er fylt ut sammen med «{other.nb}»", f"is filled in together with “{other['en']}”"
                )
                sheet.refuse(
                    column, row.line, text, Text("La en av dem stå tom.", "Leave one of them empty.")
                )

    def _twice(self, sheet: Sheet, row: SheetRow, first: SheetRow) -> None:
        key = sheet.table.keys[-1]
        text = Text(
            f"`{row.keys[-1]}` står også i rad {first.line}",
            f"`{row.keys[-1]}` stands in row {first.line} too",
        )
        sheet.refuse(
            key, row.line, text, Text("Slett den ene, eller rett id-en.", "Delete one, or mend the id.")
        )

    def _place(self, table: Table, parent: Any, names: list[str], before: Any, after: Any) -> None:
        """Put a list or a map where it belongs; one that is empty is left out unless it must be there."""
        if not names:
            parent.clear()
            parent.update(after)
            return
        *above, last = names
        here = parent
        for name in above:
            here = here.setdefault(name, {})
        if not after and not table.required:
            if before:
                here.pop(last, None)
            return
        old = here.get(last)
        as_written = as_map(old) if isinstance(after, dict) else as_list(old)
        if old is None or list(as_written) != list(after) or as_written != after:
            here[last] = after

    def complete(self) -> None:
        """Give new records the lists and maps that must be there though they are empty."""
        for table in tables():
            if not table.required:
                continue
            names = table.names
            for record in self.new.get((table.file, table.above), ()):
                if len(names) == 1 and names[0] not in record:
                    record[names[0]] = [] if table.is_list else {}
            root = self.data.get(table.file)
            if not table.above and isinstance(root, dict) and len(names) == 1:
                root.setdefault(names[0], {})
