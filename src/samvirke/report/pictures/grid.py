"""A grid of things against bodies or alternatives, with a sign where they meet and a key in its corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samvirke.language import Language
from samvirke.report.document import Tone
from samvirke.report.pictures.chart import Specification
from samvirke.report.pictures.key import Key, write_key
from samvirke.report.pictures.sheet import SHADES, WIDEST, Look, Sheet, set_in_lines

HEADING, LINE, PAD, GAP = 214, 15, 3, 8
UPRIGHT = 13  # how far apart the lines of an upright heading stand


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands where a row and a column meet; nothing stands where the text is empty."""

    text: str = ""
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its heading, a sign for each column, and what is remarked below the heading."""

    heading: str
    signs: tuple[Sign, ...]
    remark: str = ""
    tone: Tone = "plain"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """The headings of the columns: level ones in columns alike, or upright ones that are read from below."""

    names: Sequence[str]
    width: float
    upright: float = 0.0  # how long a line of an upright heading may be; nothing for level headings

    def lines(self, language: Language) -> list[tuple[str, ...]]:
        """Each heading in lines."""
        return [set_in_lines(name, self.upright or self.width - GAP, language) for name in self.names]

    def wide(self, lines: tuple[str, ...]) -> float:
        """How wide the column with this heading is."""
        return max(self.width, UPRIGHT * len(lines) + PAD) if self.upright else self.width


def grid(columns: Columns, rows: Sequence[Row], key: Key, language: Language) -> Specification:
    """The rows below the headings of the columns, and what the signs mean in the corner above the rows."""
    heads = columns.lines(language)
    edges = [float(HEADING)]
    for lines in heads:
        edges.append(edges[-1] + columns.wide(lines))
    sheet = Sheet(edges[-1])
    high = _longest(heads) if columns.upright else LINE * max(map(len, heads))
    y = top = max(write_key(sheet, key, HEADING - GAP, language, stacked=True), high) + GAP
    for lines, left, right in zip(heads, edges, edges[1:], strict=False):
        _head(sheet, lines, (left + right) / 2, top - GAP / 2, upright=bool(columns.upright))
    for row in rows:
        y = _set(sheet, row, y, edges, language)
    sheet.line(0, y, sheet.width, y, faint=True)
    for edge in edges[1:-1]:
        sheet.line(edge, top, edge, y, faint=True)
    sheet.height = y + 1
    return sheet.drawn()


def _longest(heads: list[tuple[str, ...]]) -> float:
    return WIDEST * max(len(line) for lines in heads for line in lines)


def _head(sheet: Sheet, lines: tuple[str, ...], middle: float, bottom: float, *, upright: bool) -> None:
    """A heading that ends at the bottom if it is level, and begins there if it is upright."""
    for number, line in enumerate(lines):
        if upright:
            sheet.write(middle + UPRIGHT * (number - (len(lines) - 1) / 2), bottom, line, "upright")
        else:
            sheet.write(middle, bottom - LINE * (len(lines) - number - 0.5), line, "centred")


def _set(sheet: Sheet, row: Row, y: float, edges: Sequence[float], language: Language) -> float:
    """One row as high as its heading needs; where the next begins."""
    heading = set_in_lines(row.heading, HEADING - GAP, language)
    remark = set_in_lines(row.remark, HEADING - GAP, language)
    end = y + LINE * (len(heading) + len(remark)) + 2 * PAD
    sheet.line(0, y, sheet.width, y, faint=not row.strong)
    if remark:
        # What is missing has a dashed edge, as what is gone has in other pictures.
        low = y + PAD + LINE * len(heading)
        sheet.box(0, low, HEADING - GAP, end - 1, SHADES[row.tone], dashed=row.tone == "bad")
    _lines(sheet, 0, y + PAD, heading, "strong" if row.strong else "plain")
    _lines(sheet, GAP / 2, y + PAD + LINE * len(heading), remark, "slanted")
    for sign, left, right in zip(row.signs, edges, edges[1:], strict=False):
        if sign.text:
            if sign.tone != "plain":
                sheet.box(left + 1, y + 1, right - 1, end - 1, SHADES[sign.tone])
            sheet.write(
                (left + right) / 2, (y + end) / 2, sign.text, "strong-centred" if row.strong else "centred"
            )
    return end


def _lines(sheet: Sheet, x: float, y: float, lines: tuple[str, ...], look: Look) -> None:
    for number, line in enumerate(lines):
        sheet.write(x, y + LINE * (number + 0.5), line, look)
