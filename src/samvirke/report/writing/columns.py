"""How the columns of a table share the line, and what their words ask of those who set it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from samvirke.language import Language
from samvirke.report.document import Cell, Table, Words
from samvirke.report.writing.hyphenation import SOFT_HYPHEN

SMALLEST, LARGEST = 5.0, 34.0  # characters that decide how wide a column is, before what is left is shared
LINE = 108  # characters of a line of a table across the page, which columns of text share what is left of
SHORT = 20  # characters of a line that reads best unbroken: a name, or a few words
NUMBER = 16  # characters of a number with its range, which reads best on one line
HEAD = 0.45  # of the characters of a heading, so that it takes about two lines
SPACE = 3.0  # characters that the margins of a cell take, and letters wider than the mean
FIRST = 2.2  # how wide the first column is where all the others are alike
MOST_LINES = 20  # of a row that is kept whole: a third of a page


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table in one language.

    `widths` are for each column against the others; `longest` the letters of its longest word. `roomy` says
    that there is room for every word, so that none has to be broken, and `low` that no row is so high that
    it cannot be kept on one page.
    """

    widths: tuple[float, ...]
    longest: tuple[int, ...]
    roomy: bool
    low: bool


def columns(table: Table, language: Language) -> Columns:
    """How wide each column is: by its longest word, and by how much there is to read."""
    texts = [
        [list(_lines(row[number], language)) for row in table.rows] for number in range(len(table.columns))
    ]
    longest = tuple(
        max((len(word) for word in _words([column.heading[language]], *own)), default=1)
        for column, own in zip(table.columns, texts, strict=True)
    )
    widths = (FIRST, *(1.0 for _ in longest[1:])) if table.even else _widths(table, language, texts, longest)
    room = [max(1.0, LINE * one / sum(widths) - SPACE) for one in widths]
    return Columns(
        widths,
        longest,
        all(word <= own for word, own in zip(longest, room, strict=True)),
        all(
            sum(ceil(len(line) / wide) for line in cell) <= MOST_LINES
            for own, wide in zip(texts, room, strict=True)
            for cell in own
        ),
    )


def _widths(
    table: Table, language: Language, texts: list[list[list[str]]], longest: tuple[int, ...]
) -> tuple[float, ...]:
    wide: list[float] = []
    wanted: list[float] = []  # what a line of each column would take besides
    for column, own, word in zip(table.columns, texts, longest, strict=True):
        whole = max((sum(map(len, cell)) for cell in own), default=1) if column.numeric else 0
        lines = [max(map(len, cell)) for cell in own]
        mean = sum(lines) / max(1, sum(line > 0 for line in lines))  # of cells that say something
        head = len(column.heading[language]) * HEAD
        needed = max(word, head, min(whole, NUMBER), min(mean, SHORT), mean * 0.5)
        wide.append(max(SMALLEST, min(LARGEST, needed)) + SPACE)
        wanted.append(max(0.0, mean + SPACE - wide[-1]))
    spare = max(0.0, min(LINE - sum(wide), sum(wanted)))
    return tuple(one + spare * more / (sum(wanted) or 1) for one, more in zip(wide, wanted, strict=True))


def _words(*cells: list[str]) -> Iterator[str]:
    for cell in cells:
        for line in cell:
            yield from line.replace(SOFT_HYPHEN, " ").split()


def _lines(one: Cell, language: Language) -> Iterator[str]:
    """The lines of a cell as they are written."""
    line: list[str] = []
    for piece in one.pieces:
        if isinstance(piece, Words):
            line.append(piece.text[language])
        else:
            yield "".join(line)
            line = []
    yield "".join(line)
