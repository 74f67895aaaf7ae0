"""A workbook read row by row: what cannot be read, and rows without end, are refused in one message."""

from __future__ import annotations

import itertools
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

import openpyxl
from openpyxl.workbook import Workbook

from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.study.shown import shown
from samvirke.workbook.archive import NOT_WHOLE

MOST_ROWS = 100_000
MOST_IN_ALL = 300_000
MOST_COLUMNS = 300


@dataclass(frozen=True, slots=True)
class CellPlace(Place):
    """A cell, or a row, of a sheet."""

    def __str__(self) -> str:
        sheet = f"'{self.file}'" if re.search(r"\W", self.file) else self.file
        return sheet if self.line is None else f"{sheet}!{self.field}{self.line}"


# What openpyxl raises for a workbook that is cut off, or that no spreadsheet has written.
NOT_READ = (
    BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    EOFError,
    SyntaxError,
    IndexError,
)


@dataclass
class Reading:
    """A workbook while it is read row by row, and how many rows that may still be."""

    path: Path
    file: IO[bytes]
    left: int = MOST_IN_ALL

    def opened(self, *, values: bool) -> Workbook:
        """The workbook with the values of formulas, or the formulas themselves."""
        try:
            return openpyxl.load_workbook(self.file, read_only=True, data_only=values, keep_links=False)
        except NOT_READ as error:
            raise self.not_whole() from error

    def not_whole(self) -> StudyError:
        return StudyError([Problem(Place(shown(self.path, 200)), *NOT_WHOLE)])

    def lines(self, source: Any) -> Iterator[tuple[int, Sequence[Any]]]:
        """The rows of a sheet with their numbers. Raises StudyError for more than any study has."""
        source.reset_dimensions()
        given = source.iter_rows(max_col=MOST_COLUMNS, values_only=True)
        for line in itertools.count(1):
            try:
                values = next(given)
            except StopIteration:
                return
            except NOT_READ as error:
                raise self.not_whole() from error
            self.left -= 1
            if line > MOST_ROWS or self.left < 0:
                raise StudyError([Problem(CellPlace(source.title, line, "A"), *TOO_MANY)])
            yield line, values


TOO_MANY = (
    Text(f"arket har mer enn {MOST_ROWS} rader", f"the sheet has more than {MOST_ROWS} rows"),
    Text("Slett rader som ikke hører til studien.", "Delete rows that are not the study's."),
)


def has_formulas(file: IO[bytes]) -> bool:
    """Whether any sheet has a formula, whose value may not have been worked out."""
    with ZipFile(file) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                with archive.open(name) as part:
                    last = b""
                    while block := part.read(1 << 20):
                        if b"<f>" in last + block or b"<f " in last + block:
                            return True
                        last = block[-3:]
    return False
