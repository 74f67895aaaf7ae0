"""The sheets of a filled-in workbook: which table each is, where its headings stand, and what its rows say.

Sheets and columns are known by their names in either language, wherever they stand.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from samvirke.errors import Place, Problem, StudyError
from samvirke.language import LANGUAGES, Text
from samvirke.study.shown import shown
from samvirke.workbook.archive import refuse_dangerous
from samvirke.workbook.cells import Unreadable, number, read, tidied
from samvirke.workbook.export import DIGEST, number_column
from samvirke.workbook.instructions import CODES, FIELD, MEANING, SHEET, VALUE
from samvirke.workbook.opening import MOST_IN_ALL, CellPlace, Reading, has_formulas
from samvirke.workbook.problems import Problems
from samvirke.workbook.rows import Keys
from samvirke.workbook.table import Column, Table
from samvirke.workbook.tables import tables

HEADINGS_WITHIN = 20  # rows from the top in which the headings are looked for
OURS = {name[language].lower() for name in (SHEET, CODES) for language in LANGUAGES}
NUMBER = number_column()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One filled-in row: its number in the sheet, its keys, its order in a list, and what stands in it."""

    line: int
    keys: Keys
    order: float | None
    values: Mapping[Column, Any]


@dataclass
class Sheet:
    """A sheet that is a table of the study. `problems` are those of the whole workbook.

    `letters` has the letter of each column of the table that is there. In a form, a field has a row instead.
    """

    table: Table
    name: str
    letters: dict[Column, str] = field(default_factory=dict)
    rows: list[SheetRow] = field(default_factory=list)
    problems: Problems = field(default_factory=Problems)
    form_lines: dict[Column, int] = field(default_factory=dict)

    def place(self, column: Column | None, line: int) -> CellPlace:
        """Where a value of a row stands; of no column, the row."""
        line = self.form_lines.get(column, line) if column else line
        return CellPlace(self.name, line, self.letters.get(column, "A") if column else "A")

    def refuse(self, column: Column | None, line: int, text: Text, remedy: Text) -> None:
        """Write down a problem at a cell, with the heading of its column in front."""
        self.problems.add(Problem(self.place(column, line), with_heading(column, text), remedy))


def with_heading(column: Column | None, text: Text) -> Text:
    """A problem with the heading of its column in front."""
    if column is None:
        return text
    return Text(f"«{column.heading.nb}»: {text.nb}", f"“{column.heading['en']}”: {text['en']}")


@dataclass
class Filled:
    """A filled-in workbook: the sheets that are tables, what else was there, and which study it is of."""

    sheets: dict[str, Sheet]  # by the table's name in the code
    digest: str | None
    notices: list[Text] = field(default_factory=list)
    problems: Problems = field(default_factory=Problems)

    def name_of(self, table: Table) -> Text:
        """What the sheet of a table is called: as in the workbook, or as it would be where it is missing."""
        sheet = self.sheets.get(table.where)
        return table.name if sheet is None else Text(sheet.name, sheet.name)


def filled(path: Path) -> Filled:
    """A workbook from the disk. Raises StudyError for a file that cannot be read at all."""
    refuse_dangerous(path)
    with warnings.catch_warnings(), path.open("rb") as file:
        warnings.simplefilter("ignore")  # of drop-downs and the like, which are not read
        reading = Reading(path, file)
        book = reading.opened(values=True)
        found = Filled({}, _digest(book))
        for sheet in book.worksheets:
            _add(found, sheet, reading)
        if not found.sheets:
            raise StudyError([Problem(Place(shown(path, 200)), *NO_SHEETS)])
        if has_formulas(file):
            _refuse_unknown_formulas(reading, found)
    return found


def _digest(book: Workbook) -> str | None:
    """Which study the workbook was made from, as it says itself."""
    properties: Any = getattr(book, "custom_doc_props")  # noqa: B009 - the type hints do not know it
    return next((str(one.value) for one in properties.props if one.name == DIGEST), None)


def _add(found: Filled, source: Any, reading: Reading) -> None:
    table = _named(source.title)
    if table is not None and table.where not in found.sheets:
        one = Sheet(table, source.title, problems=found.problems)
        found.sheets[table.where] = one
        _read(one, reading.lines(source))
    elif source.title.strip().lower() not in OURS:
        found.notices.append(_not_read(source.title))


NO_SHEETS = (
    Text("ingen av arkene er fra en studie", "none of the sheets is a study's"),
    Text("Lag en arbeidsbok med `samvirke excel export`.", "Make a workbook with `samvirke excel export`."),
)


def _not_read(title: str) -> Text:
    name = shown(title)
    return Text(
        f"Arket «{name}» er ikke en tabell i studien, og er ikke lest.",
        f"The sheet “{name}” is not a table of the study, and was not read.",
    )


def _named(title: str) -> Table | None:
    return _by_name().get(_plain(title))


@cache
def _by_name() -> Mapping[str, Table]:
    return {_plain(table.name[language]): table for table in tables() for language in LANGUAGES}


def _plain(text: Any) -> str:
    """A name without capitals, dashes of any length, or space round and within."""
    return re.sub(r"[\s\u00a0]+", " ", re.sub("[–—-]", "-", str(text))).strip().lower()


def _refuse_unknown_formulas(reading: Reading, found: Filled) -> None:
    """Say where a formula has no value: whoever wrote the file has not worked it out."""
    reading.left = 2 * MOST_IN_ALL
    written, valued = reading.opened(values=False), reading.opened(values=True)
    for sheet in found.sheets.values():
        formulas, values = (reading.lines(book[sheet.name]) for book in (written, valued))
        for (line, row), (_, results) in zip(formulas, values, strict=False):
            for place, (cell, result) in enumerate(zip(row, results, strict=False), 1):
                if isinstance(cell, str) and cell.startswith("=") and result is None:
                    at = CellPlace(sheet.name, line, get_column_letter(place))
                    sheet.problems.add(Problem(at, *NOT_WORKED_OUT))


NOT_WORKED_OUT = (
    Text("cellen har en formel som ikke er regnet ut", "the cell has a formula that has not been worked out"),
    Text(
        "Åpne og lagre arbeidsboken i et regneark, eller skriv verdien.",
        "Open and save the workbook in a spreadsheet, or write the value.",
    ),
)


def _read(sheet: Sheet, grid: Iterator[tuple[int, Sequence[Any]]]) -> None:
    if sheet.table.is_form:
        _read_form(sheet, grid)
        return
    top: list[tuple[int, Sequence[Any]]] = []
    for line, values in grid:
        top.append((line, values))
        if line >= HEADINGS_WITHIN:
            break
    heads = _headings(sheet.table)
    best = max(top, key=lambda row: sum(_plain(v) in heads for v in row[1] if v is not None), default=(0, ()))
    places = _places(sheet, best)
    if not places:
        return
    for line, values in top:
        if line > best[0]:
            _read_row(sheet, places, line, values)
    for line, values in grid:
        _read_row(sheet, places, line, values)


@cache
def _headings(table: Table) -> Mapping[str, Column]:
    """The columns of a table by their headings in both languages."""
    columns = (*table.keys, *((NUMBER,) if table.numbered else ()), *table.columns)
    return {_plain(column.heading[language]): column for language in LANGUAGES for column in columns}


def _places(sheet: Sheet, heading_row: tuple[int, Sequence[Any]]) -> dict[int, Column]:
    """Which column of the sheet is which of the table; says what is missing that rows cannot do without."""
    line, values = heading_row
    heads, places = _headings(sheet.table), {}
    for place, raw in enumerate(values):
        column = heads.get(_plain(raw)) if raw is not None else None
        if column is None:
            continue
        letter = get_column_letter(place + 1)
        if column in sheet.letters:
            text = Text("overskriften står to ganger", "the heading stands twice")
            sheet.letters[column] = letter
            sheet.refuse(
                column, line, text, Text("Ta bort den ene kolonnen.", "Take one of the columns away.")
            )
            continue
        sheet.letters[column], places[place] = letter, column
    for key in sheet.table.keys:
        if key not in sheet.letters:
            text = Text(
                "kolonnen mangler, og uten den kan radene ikke kjennes igjen",
                "the column is missing, and without it the rows cannot be known",
            )
            sheet.refuse(
                key,
                max(line, 1),
                text,
                Text("Sett den inn igjen, med denne overskriften.", "Put it back, with this heading."),
            )
            return {}
    return places


def _read_row(sheet: Sheet, places: Mapping[int, Column], line: int, raw: Sequence[Any]) -> None:
    given = {column: raw[place] for place, column in places.items() if place < len(raw)}
    if all(tidied(one) is None for one in given.values()):
        return
    values: dict[Column, Any] = {}
    for column, one in given.items():
        if column is NUMBER:
            continue
        try:
            values[column] = read(column, one)
        except Unreadable as wrong:
            sheet.refuse(column, line, wrong.problem, wrong.remedy)
    keys: tuple[Any, ...] = tuple(values.get(key) for key in sheet.table.keys)
    for key, said in zip(sheet.table.keys, keys, strict=True):
        if said is None and key in values:
            sheet.refuse(key, line, *MISSING)
    if None in keys:
        return
    known: Keys = keys
    order = _order(sheet, line, given.get(NUMBER))
    rest = {column: said for column, said in values.items() if not column.is_key}
    sheet.rows.append(SheetRow(line, known, order, rest))


MISSING = (Text("cellen er tom", "the cell is empty"), Text("Fyll den ut.", "Fill it in."))


def _order(sheet: Sheet, line: int, raw: Any) -> float | None:
    found = tidied(raw)
    if found is None:
        return None
    try:
        return float(number(found))
    except Unreadable as wrong:
        sheet.refuse(NUMBER, line, wrong.problem, wrong.remedy)
        return None


def _read_form(sheet: Sheet, grid: Iterator[tuple[int, Sequence[Any]]]) -> None:
    """A form has its fields in the first column that has any, and the value in the one after."""
    heads = _headings(sheet.table)
    ours = {_plain(one[language]) for one in (FIELD, VALUE, MEANING) for language in LANGUAGES}
    values: dict[Column, Any] = {}
    for line, raw in grid:
        place = next((n for n, one in enumerate(raw) if one is not None and _plain(one) in heads), None)
        if place is None or _plain(raw[place]) in ours:
            continue
        column = heads[_plain(raw[place])]
        sheet.letters[column], sheet.form_lines[column] = get_column_letter(place + 2), line
        try:
            values[column] = read(column, raw[place + 1] if place + 1 < len(raw) else None)
        except Unreadable as wrong:
            sheet.refuse(column, line, wrong.problem, wrong.remedy)
    if sheet.form_lines:
        sheet.rows.append(SheetRow(1, (), None, values))
