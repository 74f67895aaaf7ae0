"""A sheet of live formulas: every formula carries the value it has now, and knows its own address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from samvirke.language import Language, Text

LINE = 13.5  # points
YES_OR_NO = Text("ja", "yes"), Text("nei", "no")
MONEY, FACTOR, RATE = "[>=0.5]#,##0;[Red][<=-0.5]−#,##0;0", "0.0000", "0.0 %"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with a number: where it is, and what it is now."""

    sheet: str
    row: int
    column: int
    value: float

    @property
    def ref(self) -> str:
        """The address, as formulas on any sheet write it."""
        return f"'{self.sheet}'!{xl_rowcol_to_cell(self.row, self.column, True, True)}"


def made_formats(book: Workbook) -> Mapping[str, Format]:
    """The formats of the sheets: what can be changed is blue on yellow, what is worked out is black."""
    common = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
    money = {**common, "num_format": MONEY}
    made: dict[str, dict[str, Any]] = {
        "text": {**common, "text_wrap": True},
        "faint": {**common, "text_wrap": True, "font_color": "#505A66", "indent": 1},
        "unit": {**common, "font_color": "#505A66"},
        "title": {**common, "bold": True, "font_size": 15},
        "heading": {**common, "bold": True, "font_size": 12},
        "head": {**common, "bold": True, "text_wrap": True, "bg_color": "#D9E6F2", "bottom": 1},
        "year": {**common, "bold": True, "bg_color": "#D9E6F2", "bottom": 1, "align": "right"},
        "input": {**money, "bg_color": "#FFF9E0", "font_color": "#0B3D91"},
        "rate": {**common, "num_format": RATE, "bg_color": "#FFF9E0", "font_color": "#0B3D91"},
        "money": money,
        "factor": {**common, "num_format": FACTOR},
        "sign": {**common, "num_format": '+0;−0;"–"', "align": "right"},
        "either": {**common, "align": "right"},
        "total": {**money, "bold": True, "top": 1},
        "sum": {**common, "bold": True, "top": 1, "text_wrap": True},
    }
    return {name: book.add_format(one) for name, one in made.items()}


class Page:
    """One sheet while it is written."""

    def __init__(self, book: Workbook, formats: Mapping[str, Format], name: str, language: Language) -> None:
        self.sheet: Worksheet = book.add_worksheet(name)
        self.name, self.formats, self.language = name, formats, language
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        self.sheet.fit_to_pages(1, 0)
        self.sheet.hide_gridlines(2)
        self.widths: dict[int, int] = {}
        self.texts: list[tuple[int, int, str]] = []

    def columns(self, *widths: int, first: int = 0, hidden: bool = False) -> None:
        """How wide the columns are, in letters; hidden ones are opened by the sign above the next."""
        for column, width in enumerate(widths, first):
            self.sheet.set_column(column, column, width, None, {"hidden": True, "level": 1} if hidden else {})
            if not hidden:
                self.widths[column] = width

    def top(self, title: Text, unit: Text) -> None:
        """What the sheet is about, and what its amounts are in."""
        self.words(0, 0, title, "title")
        self.sheet.set_row(0, 22)
        self.words(1, 0, unit, "unit")

    def table(self, heads: int, fixed: int) -> None:
        """Keep the headings, and the first columns, in sight on the screen and on every sheet of paper."""
        self.sheet.freeze_panes(heads + 1, fixed)
        self.sheet.repeat_rows(heads)

    def finish(self) -> None:
        """Give rows the height that their texts need; programs do not all find it out for themselves."""
        lines: dict[int, int] = {}
        for row, column, text in self.texts:
            if column in self.widths:
                needed = 1 + len(text) // max(self.widths[column], 1)
                lines[row] = max(lines.get(row, 1), needed)
        for row, count in lines.items():
            if count > 1:
                self.sheet.set_row(row, LINE * count + 2)

    def words(self, row: int, column: int, said: Text | str, style: str = "text") -> None:
        """A text, whatever it begins with."""
        text = said[self.language] if isinstance(said, Text) else said
        self.sheet.write_string(row, column, text, self.formats[style])
        if style not in ("title", "heading", "unit"):
            self.texts.append((row, column, text))

    def heads(self, row: int, said: Iterable[Text | str], style: str = "head", first: int = 0) -> None:
        for place, one in enumerate(said, first):
            self.words(row, place, one, style)

    def number(self, row: int, column: int, value: float, style: str = "input") -> Cell:
        self.sheet.write_number(row, column, value, self.formats[style])
        return Cell(self.name, row, column, value)

    def yes_or_no(self, row: int, column: int, holds: bool) -> None:
        """A word that formulas ask for, and that can be changed to the other and nothing else."""
        self.sheet.write_string(row, column, self.yes if holds else self.no, self.formats["either"])
        self.sheet.data_validation(
            row, column, row, column, {"validate": "list", "source": [self.yes, self.no]}
        )

    @property
    def yes(self) -> str:
        """The word for yes."""
        return YES_OR_NO[0][self.language]

    @property
    def no(self) -> str:
        """The word for no."""
        return YES_OR_NO[1][self.language]

    def formula(self, row: int, column: int, text: str, value: float, style: str = "money") -> Cell:
        self.sheet.write_formula(row, column, f"={text}", self.formats[style], value)
        return Cell(self.name, row, column, value)

    def total(self, row: int, column: int, cells: Iterable[Cell], style: str = "total") -> Cell:
        """The sum of cells, wherever they are."""
        found = tuple(cells)
        text = "+".join(cell.ref for cell in found) or "0"
        return self.formula(row, column, text, sum(cell.value for cell in found), style)

    def span(self, column: int, first: int, last: int) -> str:
        """A stretch of a column as formulas write it, rows counted from nothing; `last` is in it."""
        name = xl_col_to_name(column)
        return f"'{self.name}'!${name}${first + 1}:${name}${last + 1}"
