"""Ids in cells that lead nowhere.

The study's own reading looks at the links of a record only when the rest of it is right; here every cell is
looked at, so that one reading tells them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from samvirke.errors import Problem
from samvirke.language import Text
from samvirke.study.document import Document
from samvirke.study.known import known_ids
from samvirke.study.links import NAMES
from samvirke.study.records import is_id
from samvirke.study.suggestion import did_you_mean
from samvirke.workbook.sheets import Filled, Sheet, SheetRow, with_heading
from samvirke.workbook.table import Column
from samvirke.workbook.tables import table_of


@dataclass(frozen=True, slots=True)
class Dangling:
    """An id that leads nowhere, as it is told at its cell, and as the study's own reading tells it."""

    problem: Problem
    text: Text


def dangling(documents: Mapping[str, Document], filled: Filled) -> Iterator[Dangling]:
    """Every id in the cells of a workbook that the study would not know; `documents` are those it becomes."""
    known = known_ids(documents)
    for sheet in filled.sheets.values():
        for row in sheet.rows:
            for column, name in _linked(sheet, row):
                ids = known.get(column.link or "")
                if ids is not None and name not in ids:
                    kind = NAMES[column.link or ""]
                    text = Text(
                        f"`{name}` er ikke id-en til {kind.nb}", f"`{name}` is not the id of {kind['en']}"
                    )
                    remedy = did_you_mean(name, ids, _remedy(column.link or "", filled))
                    place = sheet.place(column, row.line)
                    yield Dangling(Problem(place, with_heading(column, text), remedy), text)


def _linked(sheet: Sheet, row: SheetRow) -> Iterator[tuple[Column, str]]:
    """The ids in a row that link to something; what cannot be an id is told as such by the reading."""
    cells = [*zip(sheet.table.keys, row.keys, strict=True), *row.values.items()]
    verb = next((said for column, said in cells if column.path == ("verb",)), None)
    for column, said in cells:
        if column.link is not None and (not column.verbs or verb in column.verbs):
            for name in _names(column, said):
                if name not in (*column.choices, *column.alone) and is_id(name):
                    yield column, name


def _names(column: Column, said: Any) -> Iterator[str]:
    if column.kind == "codes":
        yield from said or ()
    elif column.kind == "pairs":
        yield from (key for key, _ in said or ())
    elif isinstance(said, str):
        yield said


def _remedy(link: str, filled: Filled) -> Text:
    table = table_of(link)
    if table is None:
        return Text("Rett id-en.", "Mend the id.")
    name = filled.name_of(table)
    return Text(
        f"Velg en id fra arket {name.nb}, eller skriv den der først.",
        f"Choose an id from the sheet {name['en']}, or write it there first.",
    )
