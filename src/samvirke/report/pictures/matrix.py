"""A matrix of rows and columns, each meeting with a sign and a shade: what several pictures are drawn as."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from samvirke.language import Language, Text
from samvirke.report.pictures.chart import COOL, INK, LIGHT, RULE, WARM, Specification, rows

# Light enough for black signs, and apart in grey too: the darker, the more it asks to be looked at.
SHADES: Mapping[str, str] = {"good": "#bfe3d6", "doubt": LIGHT, "bad": "#f2b48a", "plain": "#f4f6f7"}
EDGES: Mapping[str, str] = {"good": COOL, "doubt": "#3a78a8", "bad": WARM, "plain": RULE}
BREAK = "¶"
ROW_TEXT, COLUMN_TEXT = 44, 14  # characters of a label before it goes on on a new line
CELL_WIDTH, ROW_HEIGHT, LINE = 78, 30, 15


@dataclass(frozen=True, slots=True)
class Meeting:
    """What stands where a row and a column meet."""

    row: Text
    column: Text
    sign: Text
    tone: str


def matrix(meetings: Sequence[Meeting], language: Language) -> Specification:
    """The matrix in one language, rows and columns in the order in which they first come."""
    row_names, lines = _wrapped((one.row for one in meetings), language, ROW_TEXT)
    column_names, above = _wrapped((one.column for one in meetings), language, COLUMN_TEXT, to_end=True)
    records: list[dict[str, Any]] = [
        {
            "r": row_names[one.row],
            "c": column_names[one.column],
            "s": one.sign[language],
            "f": SHADES[one.tone],
            "e": EDGES[one.tone],
        }
        for one in meetings
    ]
    down = {**AXIS, "labelOffset": -LINE * (lines - 1) / 2}
    across = {
        **AXIS,
        "orient": "top",
        "labelAngle": 0,
        "labelFontSize": 11,
        "labelPadding": 6 + LINE * (above - 1),
    }
    y = {"field": "r", "type": "nominal", "sort": list(row_names.values()), "title": None, "axis": down}
    x = {"field": "c", "type": "nominal", "sort": list(column_names.values()), "title": None, "axis": across}
    colour = {"field": "f", "type": "nominal", "scale": None}
    edge = {"field": "e", "type": "nominal", "scale": None}
    return {
        "data": rows(records),
        "width": CELL_WIDTH * len(column_names),
        "height": max(ROW_HEIGHT, LINE * lines + 6) * len(row_names),
        "layer": [
            {
                "mark": {"type": "rect", "strokeWidth": 1, "xOffset": 0},
                "encoding": {"x": x, "y": y, "color": colour, "stroke": edge},
            },
            {
                "mark": {"type": "text", "color": INK, "fontSize": 11},
                "encoding": {"x": x, "y": y, "text": {"field": "s", "type": "nominal"}},
            },
        ],
    }


AXIS: Mapping[str, Any] = {
    "labelExpr": f"split(datum.label, '{BREAK}')",
    "domain": False,
    "ticks": False,
    "labelPadding": 6,
}


def _wrapped(
    names: Iterable[Text], language: Language, width: int, *, to_end: bool = False
) -> tuple[dict[Text, str], int]:
    """Each name once, broken into lines, and how many lines the longest has."""
    once = tuple(dict.fromkeys(names))
    labels = broken((name[language] for name in once), width, to_end=to_end)
    most = max((label.count(BREAK) + 1 for label in labels), default=1)
    return dict(zip(once, labels, strict=True)), most


def broken(labels: Iterable[str], width: int, *, to_end: bool = False) -> tuple[str, ...]:
    """Labels broken into lines, with empty ones before those of fewer lines.

    The first line of a label stands where its axis says, and the rest below it: empty lines put a label in
    the middle of the longest, or at its end.
    """
    lines = [textwrap.wrap(one.replace("\u00ad", ""), width, break_long_words=False) for one in labels]
    most = max(map(len, lines), default=1)
    before = [(most - len(own)) if to_end else (most - len(own)) // 2 for own in lines]
    return tuple(BREAK.join([*[""] * empty, *own]) for empty, own in zip(before, lines, strict=True))
