"""Workbooks of studies for tests: written, spoilt as people spoil them, and read back."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from samvirke.cases import built_in
from samvirke.errors import StudyError
from samvirke.language import Language
from samvirke.study.reading import read_study
from samvirke.workbook.export import workbook
from samvirke.workbook.importing import Imported, read_in

STUDIES = Path(__file__).parent.parent / "studies"
TINY = STUDIES / "tiny"
CASES = {**{name: STUDIES / name for name in ("tiny", "faultless", "format-1")}, **built_in()}
Spoil = Callable[[Workbook], None]


def copied(folder: Path, source: Path = TINY) -> Path:
    return Path(shutil.copytree(source, folder / "study"))


def written(folder: Path, study: Path, language: Language = "nb", spoil: Spoil | None = None) -> Path:
    """The workbook of a study in a folder; `spoil` does to it what somebody does in a spreadsheet."""
    content = workbook(read_study(study), language)
    path = folder / "study.xlsx"
    if spoil is None:
        path.write_bytes(content)
    else:
        book = openpyxl.load_workbook(io.BytesIO(content))
        spoil(book)
        book.save(path)
    return path


def after(folder: Path, spoil: Spoil, language: Language = "nb", source: Path = TINY) -> Imported:
    """What a study becomes when somebody has done something to its workbook."""
    study = copied(folder, source)
    return read_in(written(folder, study, language, spoil), study)


def refused(folder: Path, spoil: Spoil, language: Language) -> list[str]:
    """What is said in a language of a workbook in bokmål that cannot be used, a text for each problem."""
    try:
        after(folder, spoil)
    except StudyError as error:
        return [problem.told(language) for problem in error.problems]
    raise AssertionError("nothing was refused")


def column(sheet: Worksheet, heading: str) -> int:
    """The number of the column with a heading."""
    return next(cell.column for row in sheet.iter_rows(max_row=20) for cell in row if cell.value == heading)


def line(sheet: Worksheet, *keys: object) -> int:
    """The row with these keys, which stand in its first columns."""
    for row in sheet.iter_rows():
        if [cell.value for cell in row[: len(keys)]] == list(keys):
            return int(row[0].row or 0)
    raise KeyError(keys)


def put(book: Workbook, sheet: str, keys: tuple[object, ...] | object, heading: str, value: object) -> None:
    """Write a value in the cell of a row and a column."""
    page = book[sheet]
    known = keys if isinstance(keys, tuple) else (keys,)
    page.cell(line(page, *known), column(page, heading)).value = value  # type: ignore[assignment]


def add(book: Workbook, sheet: str, **values: object) -> int:
    """Add a row under the others; the headings are those of the sheet, with _ for spaces."""
    page = book[sheet]
    place = (
        max(int(row[0].row or 0) for row in page.iter_rows() if any(cell.value is not None for cell in row))
        + 1
    )
    for heading, value in values.items():
        page.cell(place, column(page, heading.replace("_", " "))).value = value  # type: ignore[assignment]
    return int(place)
