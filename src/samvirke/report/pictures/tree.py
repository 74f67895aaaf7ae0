"""Trees of who belongs to whom, set as outlines in columns: a line for each body, its own below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samvirke.language import Language, Text
from samvirke.report.pictures.chart import Specification
from samvirke.report.pictures.key import Key, write_key
from samvirke.report.pictures.sheet import SHADES, WIDEST, Look, Sheet, set_in_lines

COLUMN, BETWEEN, INDENT = 376, 16, 16
SPARE = 32  # at the end of a line, for a typeface that is wider than ours
LINE, APART, UNDER = 16, 5, 12  # a line of words; what parts two bodies; what parts two trees
FILLS = {"new": SHADES["good"], "here": SHADES["good"], "there": SHADES["plain"], "gone": SHADES["plain"]}
NO_LONGER = ("there", "gone")


@dataclass(frozen=True, slots=True)
class Branch:
    """A body, what is said of it, and those below it.

    `mark` is `new`, `gone`, `here` for one that has come from elsewhere and `there` for one that has left.
    A sign stands at the end of its first line. A `heading` is no body, and nothing belongs to it.
    """

    name: Text
    branches: tuple[Branch, ...] = ()
    mark: str = ""
    remark: Text | None = None
    sign: str = ""
    heading: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    """A branch as set: the lines of its name and its remark, and how far to the right it stands."""

    branch: Branch
    depth: int
    name: tuple[str, ...]
    remark: tuple[str, ...]

    @property
    def height(self) -> float:
        return LINE * (len(self.name) + len(self.remark)) + APART


def trees(groups: Sequence[Branch], language: Language, key: Key = ()) -> Specification:
    """The key, and the trees below one another in two columns about as long; their tops are strong."""
    outlines = [tuple(_entries(group, 0, language)) for group in groups]
    columns = _columns(outlines)
    sheet = Sheet(COLUMN * len(columns) + BETWEEN * (len(columns) - 1))
    top = write_key(sheet, key, sheet.width, language) + UNDER if key else 0.0
    for number, column in enumerate(columns):
        y = top
        for outline in column:
            y = _set(sheet, outline, number * (COLUMN + BETWEEN), y) + UNDER
        sheet.height = max(sheet.height, y - UNDER)
    return sheet.drawn()


def _entries(branch: Branch, depth: int, language: Language) -> Iterator[_Entry]:
    width = COLUMN - INDENT * depth - SPARE
    beside = WIDEST * (len(branch.sign) + 1) if branch.sign else 0
    remark = "" if branch.remark is None else branch.remark[language]
    name = set_in_lines(branch.name[language], width - beside, language)
    yield _Entry(branch, depth, name, set_in_lines(remark, width, language))
    for one in branch.branches:
        yield from _entries(one, depth + 1, language)


def _columns(outlines: list[tuple[_Entry, ...]]) -> list[list[tuple[_Entry, ...]]]:
    """The outlines in their order, parted where the first column is nearest to half of it all."""
    heights = [sum(entry.height for entry in outline) + UNDER for outline in outlines]
    cut = min(range(1, len(outlines) + 1), key=lambda n: max(sum(heights[:n]), sum(heights[n:])))
    return [column for column in (outlines[:cut], outlines[cut:]) if column]


def _set(sheet: Sheet, outline: tuple[_Entry, ...], left: float, y: float) -> float:
    """One outline from this height on, with lines from each body to those below it; how far it reaches."""
    top = 1 if outline[0].branch.heading else 0
    above: list[float] = []  # the lowest point of the trunk below the last body at each depth
    for entry in outline:
        x = left + INDENT * entry.depth
        middle = y + LINE / 2
        if entry.depth > top:
            trunk = x - INDENT + 5
            sheet.line(trunk, above[entry.depth - 1], trunk, middle)
            sheet.line(trunk, middle, x - 2, middle)
            above[entry.depth - 1] = middle  # the trunk goes on from here to the next
        end = _write(sheet, entry, x, y, left + COLUMN)
        above[entry.depth :] = [y + entry.height - APART]
        y = end
    return y


def _write(sheet: Sheet, entry: _Entry, x: float, y: float, right: float) -> float:
    """The name and the remark of one body, in a box where something is said of it; where the next begins."""
    mark, end = entry.branch.mark, y + entry.height
    if mark:
        sheet.box(x - 1, y - 1, right, end - APART + 1, FILLS[mark], dashed=mark in NO_LONGER)
    if entry.branch.sign:
        sheet.write(right - 4, y + LINE / 2, entry.branch.sign, "ending")
    looks: list[tuple[Look, tuple[str, ...]]] = [
        ("plain" if entry.depth else "strong", entry.name),
        ("slanted", entry.remark),
    ]
    for look, lines in looks:
        for line in lines:
            sheet.write(x + 2, y + LINE / 2, line, look)
            y += LINE
    return end
