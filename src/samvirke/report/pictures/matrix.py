"""A matrix of things against the alternatives, each meeting with a sign and a shade: several pictures are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samvirke.language import Language, Text
from samvirke.report.document import Tone
from samvirke.report.pictures.chart import Specification
from samvirke.report.pictures.grid import Columns, Row, Sign, grid
from samvirke.report.pictures.key import Key, Meaning
from samvirke.report.pictures.sheet import SHADES
from samvirke.report.words.wording import both

CELL = 84
MOST_LINES = 40  # more cannot be read on a page, and the tables have them all
ARROWS = ("↑", "↓")  # more and less are told apart by shape, also on paper in grey
Tones = tuple[Tone, Tone]


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands where a line and a column meet."""

    text: Text
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the matrix: its heading, and a mark for each column; a sum is strong."""

    heading: Text
    marks: tuple[Mark, ...]
    strong: bool = False


def matrix(
    columns: Iterable[Text], lines: Sequence[Line], language: Language, key: Key = ()
) -> Specification:
    """The matrix in one language."""
    heads = Columns([column[language] for column in columns], CELL)
    return grid(heads, [_row(line, language) for line in lines], key, language)


def _row(line: Line, language: Language) -> Row:
    signs = tuple(Sign(mark.text[language], mark.tone) for mark in line.marks)
    return Row(line.heading[language], signs, strong=line.strong)


def changing(change: float, text: Text, tones: Tones) -> Mark:
    """A mark with an arrow, in the first tone for more than in the first column, in the second for less."""
    if not change:
        return Mark(text)
    less = change < 0
    return Mark(both(lambda language: f"{text[language]} {ARROWS[less]}"), tones[less])


def changes(more: Text, less: Text, tones: Tones) -> Key:
    """What such marks mean."""
    told = zip((more, less), ARROWS, tones, strict=True)
    return tuple(Meaning(text, Text(arrow, arrow), SHADES[tone]) for text, arrow, tone in told)
