"""A study as a workbook: a sheet for each table, with drop-downs, notes and locked headings."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from samvirke.language import Language
from samvirke.study.study import Study
from samvirke.workbook.cell_text import NO, YES, in_cell
from samvirke.workbook.instructions import CODES, FIELD, HOW, MADE_FROM, MEANING, SHEET, TABLE_HEADS, VALUE
from samvirke.workbook.notes import note
from samvirke.workbook.rows import Row, books, rows, value
from samvirke.workbook.table import Column, Table
from samvirke.workbook.tables import table_of, tables
from samvirke.workbook.wording import NUMBER, NUMBER_SAYS, code

DIGEST = "samvirke-study"  # the property that says which study the workbook was made from
LINE, MOST_LINES = 13.5, 8  # points; what is longer is read in the field for what a cell holds
ROOM = 1000  # rows below the last that have drop-downs too
COLOURS = ("#1E2B3C", "#0062BA", "#5B8A3A", "#B45309", "#7C3AED")
WIDTHS: Mapping[str, int] = {
    "text": 44,
    "words": 30,
    "code": 24,
    "codes": 30,
    "pairs": 34,
    "quantity": 18,
    "number": 11,
    "numbers": 24,
    "whole": 9,
    "yesno": 9,
    "month": 10,
    "day": 12,
    "date": 12,
}
ALLOWED = dict.fromkeys(
    (
        "format_cells", "format_columns", "format_rows", "insert_rows", "delete_rows", "sort", "autofilter",
        "select_locked_cells", "select_unlocked_cells",
    ),
    True,
)  # fmt: skip


def workbook(study: Study, language: Language) -> bytes:
    """The study as an .xlsx file. The same study gives the same bytes."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    _Writing(book, study, language).all()
    book.close()
    return out.getvalue()


@dataclass
class _Writing:
    """One workbook while it is written."""

    book: Workbook
    study: Study
    language: Language
    formats: dict[str, Format] = field(default_factory=dict)
    lists: dict[tuple[str, ...], str] = field(
        default_factory=dict
    )  # words to choose among → where they stand

    def all(self) -> None:
        """Every sheet, the instructions first and the code words last."""
        self._make_formats()
        data = books(self.study.documents)
        found = {table.where: list(rows(table, data.get(table.file))) for table in tables()}
        first = self.book.add_worksheet(SHEET[self.language])
        sheets = {table.where: self.book.add_worksheet(table.name[self.language]) for table in tables()}
        last = self.book.add_worksheet(CODES[self.language])
        self._instructions(first, {where: len(of) for where, of in found.items()})
        self._code_words(last)
        lengths = {where: len(of) for where, of in found.items()}
        for table in tables():
            sheet = sheets[table.where]
            sheet.set_tab_color(COLOURS[table.group % len(COLOURS)])
            if table.is_form:
                self._form(sheet, table, found[table.where])
            else:
                self._table(sheet, table, found[table.where], lengths)
            self._set_up(sheet)
        self._properties()

    def _make_formats(self) -> None:
        common: dict[str, Any] = {"valign": "top", "font_name": "Calibri", "font_size": 10}
        head: dict[str, Any] = {"bold": True, "text_wrap": True, "bottom": 1}
        made: dict[str, dict[str, Any]] = {
            "text": {"num_format": "@", "text_wrap": True, "locked": False},
            "number": {"locked": False},
            "day": {"num_format": "yyyy-mm-dd", "align": "left", "locked": False},
            "head": {**head, "bg_color": "#D9E6F2"},
            "must": {**head, "bg_color": "#1E2B3C", "font_color": "#FFFFFF"},
            "plain": {"text_wrap": True},
            "label": {"bold": True, "text_wrap": True},
            "faint": {"text_wrap": True, "font_color": "#505A66"},
            "title": {"bold": True, "font_size": 16},
            "link": {"font_color": "#0062BA", "underline": 1},
        }  # fmt: skip
        self.formats = {name: self.book.add_format({**common, **one}) for name, one in made.items()}

    def _properties(self) -> None:
        made = datetime.combine(self.study.assignment.as_of, time(), UTC).replace(tzinfo=None)
        title = self.study.assignment.title[self.language]
        self.book.set_properties({"title": title, "created": made, "author": ""})
        self.book.set_custom_property(DIGEST, self.study.digest, "text")

    def _set_up(self, sheet: Worksheet) -> None:
        sheet.protect("", ALLOWED)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _instructions(self, sheet: Worksheet, lengths: Mapping[str, int]) -> None:
        language, formats = self.language, self.formats
        sheet.set_column(0, 0, 34, formats["plain"])
        sheet.set_column(1, 1, 78, formats["plain"])
        sheet.set_column(2, 2, 8, formats["plain"])
        sheet.write_string(0, 0, self.study.assignment.title[language], formats["title"])
        line = 2
        for one in HOW:
            sheet.merge_range(line, 0, line, 2, "", formats["plain"])
            sheet.write_string(line, 0, one[language], formats["plain"])
            sheet.set_row(line, 15 * (1 + len(one[language]) // 118))
            line += 1
        line += 1
        for place, head in enumerate(TABLE_HEADS):
            sheet.write_string(line, place, head[language], formats["head"])
        for table in tables():
            line += 1
            name = table.name[language]
            sheet.write_url(line, 0, f"internal:'{name}'!A1", formats["link"], name)
            sheet.write_string(line, 1, table.says[language], formats["plain"])
            sheet.write_number(line, 2, lengths[table.where], formats["plain"])
        made_from = MADE_FROM.format(digest=self.study.digest[:16])
        sheet.write_string(line + 2, 0, made_from[language], formats["faint"])
        sheet.protect("", ALLOWED)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)

    def _code_words(self, sheet: Worksheet) -> None:
        """The words of every column that has some to choose among, each list under the column's heading."""
        name, place = CODES[self.language], 0
        for table in tables():
            for column in (*table.keys, *table.columns):
                if not column.choices or column.choices in self.lists or column.kind == "quantity":
                    continue
                said = [code(word) for word in column.choices]
                sheet.set_column(place, place + 1, 26)
                sheet.write_string(0, place, column.heading[self.language], self.formats["head"])
                sheet.write_string(0, place + 1, MEANING[self.language], self.formats["head"])
                for line, (word, means) in enumerate(zip(column.choices, said, strict=True), 1):
                    sheet.write_string(line, place, word, self.formats["plain"])
                    if means is not None:
                        sheet.write_string(line, place + 1, means[self.language], self.formats["plain"])
                letter = xlsxwriter.utility.xl_col_to_name(place)
                self.lists[column.choices] = f"='{name}'!${letter}$2:${letter}${1 + len(column.choices)}"
                place += 2
        sheet.freeze_panes(1, 0)
        sheet.protect("", ALLOWED)

    def _table(self, sheet: Worksheet, table: Table, found: list[Row], lengths: Mapping[str, int]) -> None:
        heads = list(table.keys)
        if table.numbered:
            heads.append(number_column())
        first = len(heads)
        heads += table.columns
        for place, column in enumerate(heads):
            cells = self._format_of(column)
            sheet.set_column(place, place, WIDTHS[column.kind], cells)
            head = self.formats["must" if column.required else "head"]
            sheet.write_string(0, place, column.heading[self.language], head)
            self._note(sheet, 0, place, column)
            self._drop_down(sheet, (1, place, len(found) + ROOM, place), column, lengths)
        sheet.set_row(0, 32)
        own = table.is_list and not table.numbered  # rows that need no number
        before: tuple[Any, ...] = ()
        number = 0
        for line, row in enumerate(found, 1):
            above = row.path[:-1]
            number = number + 1 if above == before else 1
            before = above
            for place, key in enumerate(row.keys):
                self._write(sheet, line, place, heads[place], key)
            if table.numbered and not own:
                sheet.write_number(line, len(table.keys), number, self.formats["number"])
            needed = 1
            for place, column in enumerate(table.columns, first):
                said = value(column, row.record)
                self._write(sheet, line, place, column, said)
                needed = max(needed, lines_of(said, WIDTHS[column.kind]))
            if needed > 1:
                sheet.set_row(line, LINE * min(needed, MOST_LINES) + 2)
        sheet.freeze_panes(1, max(1, len(table.keys)))
        sheet.autofilter(0, 0, max(1, len(found)), len(heads) - 1)

    def _form(self, sheet: Worksheet, table: Table, found: list[Row]) -> None:
        language = self.language
        widths = (40, 60, 80)
        for place, (head, width) in enumerate(zip((FIELD, VALUE, MEANING), widths, strict=True)):
            sheet.write_string(0, place, head[language], self.formats["head"])
            sheet.set_column(place, place, width)
        record = found[0].record if found else {}
        for line, column in enumerate(table.columns, 1):
            head = self.formats["must" if column.required else "head"]
            sheet.write_string(line, 0, column.heading[language], head)
            self._note(sheet, line, 0, column)
            sheet.write_blank(line, 1, None, self._format_of(column))
            said = value(column, record)
            self._write(sheet, line, 1, column, said)
            sheet.set_row(line, LINE * min(lines_of(said, widths[1]), 2 * MOST_LINES) + 2)
            sheet.write_string(line, 2, note(column, language).split("\n")[0], self.formats["faint"])
            self._drop_down(sheet, (line, 1, line, 1), column, {})
        sheet.freeze_panes(1, 1)

    def _format_of(self, column: Column) -> Format:
        if column.kind in ("number", "quantity", "whole"):
            return self.formats["number"]
        return self.formats["day" if column.kind == "day" else "text"]

    def _write(self, sheet: Worksheet, line: int, place: int, column: Column, said: Any) -> None:
        """A value in a cell; a text is a text, whatever it begins with."""
        if said is None:
            return
        cell, shape = in_cell(column, said, self.language), self._format_of(column)
        if column.kind == "day" and isinstance(cell, str) and _is_day(cell):
            sheet.write_datetime(line, place, datetime.combine(date.fromisoformat(cell), time()), shape)
        elif isinstance(cell, int | float):
            sheet.write_number(line, place, cell, shape)
        else:
            sheet.write_string(line, place, cell, shape)

    def _note(self, sheet: Worksheet, line: int, place: int, column: Column) -> None:
        said = note(column, self.language)
        height = 26 + 17 * sum(1 + len(part) // 46 for part in said.split("\n"))
        sheet.write_comment(line, place, said, {"width": 300, "height": height, "font_size": 9})

    def _drop_down(
        self, sheet: Worksheet, where: tuple[int, int, int, int], column: Column, lengths: Mapping[str, int]
    ) -> None:
        """A list to choose from, which warns of other words where there can be none."""
        options: dict[str, Any] = {"validate": "list", "error_type": "warning", "show_error": False}
        if column.kind == "yesno":
            options["source"] = [YES[self.language], NO[self.language]]
        elif column.choices in self.lists:
            options |= {
                "source": self.lists[column.choices],
                "show_error": column.kind == "code" and not column.link,
            }
        elif column.link is not None and (source := self._ids(column.link, lengths)):
            options["source"] = source
        if "source" in options:
            sheet.data_validation(*where, options)

    def _ids(self, link: str, lengths: Mapping[str, int]) -> str | None:
        """Where the ids stand that a link leads to, those of rows still to come too."""
        table = table_of(link)
        if table is None:
            return None
        letter = xlsxwriter.utility.xl_col_to_name(len(table.keys) - 1)
        last = 1 + lengths.get(table.where, 0) + ROOM
        return f"='{table.name[self.language]}'!${letter}$2:${letter}${last}"


def lines_of(said: Any, width: int) -> int:
    """How many lines a text takes in a cell; programs do not all find it out for themselves."""
    if not isinstance(said, str | tuple):
        return 1
    text = said if isinstance(said, str) else ", ".join(map(str, said))
    return sum(1 + len(part) // width for part in text.split("\n"))


def number_column() -> Column:
    """The column that says in which order the items of a list come."""
    return Column(("#",), "number", NUMBER, NUMBER_SAYS)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).year >= 1900
    except ValueError:
        return False
