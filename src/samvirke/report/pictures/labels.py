"""Labels of an axis that go on on new lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

BREAK, LINE = "¶", 15
HALF = LINE / 2
EMPTY = "\u200b"  # a line with nothing at all in it takes no room, and spaces at its end are cut
AXIS: Mapping[str, Any] = {
    "labelExpr": f"split(datum.label, '{BREAK}')",
    "labelLineHeight": HALF,
    "domain": False,
    "ticks": False,
    "labelPadding": 6,
}


def broken(labels: Iterable[str], width: int) -> tuple[str, ...]:
    """Labels broken into lines, with an empty one of half their height between them.

    The first line of a label stands where its axis says, and the rest below it: empty lines before it put it
    in the middle of the longest.
    """
    lines = [textwrap.wrap(one.replace("\u00ad", ""), width, break_long_words=False) for one in labels]
    most = max(map(len, lines), default=1)
    return tuple(
        BREAK.join([*[EMPTY] * (most - len(own)), f"{BREAK}{EMPTY}{BREAK}".join(own)]) for own in lines
    )


def offset(labels: Iterable[str]) -> float:
    """How far above the middle of its row the first line of a label stands."""
    return HALF * (lines_of(labels) - 1)


def lines_of(labels: Iterable[str]) -> int:
    """How many lines the longest label has."""
    return max((one.count(BREAK) // 2 + 1 for one in labels), default=1)
