"""A grid of things against bodies with a sign where they meet; the names of the bodies stand on a slope."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

from samvirke.language import Language
from samvirke.report.document import Tone
from samvirke.report.pictures.chart import Specification
from samvirke.report.pictures.matrix import SHADES
from samvirke.report.pictures.sheet import SLOPE, WIDEST, Sheet, set_in_lines

HEADING, LINE, PAD = 210, 15, 3
GAP = 8


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands where a row and a column meet; nothing stands where the text is empty."""

    text: str = ""
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its heading, a sign for each column, and what is remarked at its end."""

    heading: str
    signs: tuple[Sign, ...]
    remark: str = ""
    tone: Tone = "plain"


def grid(columns: tuple[str, ...], rows: tuple[Row, ...], language: Language, cell: float) -> Specification:
    """The rows below the names of the columns; `cell` is how wide a column is."""
    middles = [HEADING + cell * (number + 0.5) for number in range(len(columns))]
    # The last names lean out to the right of the columns, where the remarks stand too.
    leaning = (x + cos(radians(SLOPE)) * WIDEST * len(name) for x, name in zip(middles, columns, strict=True))
    remarks = max((len(row.remark) for row in rows), default=0) * WIDEST
    sheet = Sheet(max(HEADING + cell * len(columns) + (remarks and remarks + GAP), *leaning))
    y = sin(radians(SLOPE)) * WIDEST * max(map(len, columns)) + LINE
    for x, name in zip(middles, columns, strict=True):
        sheet.write(x, y - GAP, name, "rising")
    for row in rows:
        y = _set(sheet, row, y, cell, language)
    sheet.height = y
    return sheet.drawn()


def _set(sheet: Sheet, row: Row, y: float, cell: float, language: Language) -> float:
    """One row as high as its heading needs; where the next begins."""
    lines = set_in_lines(row.heading, HEADING - GAP, language)
    end, right = y + LINE * len(lines) + 2 * PAD, HEADING + cell * len(row.signs)
    for number, line in enumerate(lines):
        sheet.write(0, y + PAD + LINE * (number + 0.5), line)
    sheet.line(0, y, right, y)
    middle = (y + end) / 2
    for number, sign in enumerate(row.signs):
        if sign.text:
            left = HEADING + cell * number
            if sign.tone != "plain":
                sheet.box(left + 1, y + 1, left + cell - 1, end - 1, SHADES[sign.tone])
            sheet.write(left + cell / 2, middle, sign.text, "centred")
    if row.remark:
        sheet.box(right + 1, y + 1, sheet.width, end - 1, SHADES[row.tone])
        sheet.write(right + GAP, middle, row.remark, "slanted")
    return end
