"""Columns of labelled cells, so that every amount in the workbook is a formula with an address."""

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

NOT_WORKED_OUT = "not worked out"  # stands in every formula's cell until a spreadsheet program fills it in


def formula(sheet: Worksheet, row: int, column: int, text: str) -> str:
    """Write a formula; its address in the workbook."""
    sheet.write_formula(row, column, f"={text}", None, NOT_WORKED_OUT)
    return address(sheet, row, column)


def address(sheet: Worksheet, row: int, column: int) -> str:
    cell: str = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
    return f"'{sheet.get_name()}'!{cell}"


class Column:
    """A sheet of names and values, one below the other."""

    def __init__(self, book: Workbook, name: str) -> None:
        self.sheet: Worksheet = book.add_worksheet(name)
        self.sheet.set_column(0, 0, 60)
        self._row = -1

    def plain(self, label: str, value: float) -> str:
        """Write a number; its address."""
        self._row += 1
        self.sheet.write_string(self._row, 0, label)
        self.sheet.write_number(self._row, 1, value)
        return address(self.sheet, self._row, 1)

    def worked_out(self, label: str, text: str) -> str:
        """Write a formula; its address."""
        self._row += 1
        self.sheet.write_string(self._row, 0, label)
        return formula(self.sheet, self._row, 1, text)


class Assumed:
    """The assumptions of one draw, and how a field of the study is told as a formula."""

    def __init__(self, book: Workbook, assumptions: dict[str, Any], values: dict[str, float]) -> None:
        column = Column(book, "Assumptions")
        self._at: dict[str, str] = {}
        waiting = dict(assumptions)
        while waiting:
            for id_, one in list(waiting.items()):
                if "formula" not in one:
                    self._at[id_] = column.plain(id_, values[id_])
                elif set(words := _words(one["formula"])) & waiting.keys():
                    continue
                else:
                    told = "".join(self._at.get(word, word) for word in words)
                    self._at[id_] = column.worked_out(id_, told)
                del waiting[id_]

    def __call__(self, field: float | str, factor: float = 1) -> str:
        """A number of the study's files, in base units by `factor`, or where its assumption stands."""
        return self._at[field] if isinstance(field, str) else repr(field * factor)


def _words(text: str) -> list[str]:
    """A formula's ids, numbers and signs. A minus sign stands between spaces; ids have hyphens."""
    spaced = text.replace("(", " ( ").replace(")", " ) ")
    return spaced.split()
