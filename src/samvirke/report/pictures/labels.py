"""Labels of an axis that go on on new lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

BREAK, LINE = "¶", 15
AXIS: Mapping[str, Any] = {
    "labelExpr": f"split(datum.label, '{BREAK}')",
    "domain": False,
    "ticks": False,
    "labelPadding": 6,
}


def broken(labels: Iterable[str], width: int) -> tuple[str, ...]:
    """Labels broken into lines, with empty ones before those of fewer lines.

    The first line of a label stands where its axis says, and the rest below it: empty lines put a label in
    the middle of the longest.
    """
    lines = [textwrap.wrap(one.replace("\u00ad", ""), width, break_long_words=False) for one in labels]
    most = max(map(len, lines), default=1)
    return tuple(BREAK.join([*[""] * ((most - len(own)) // 2), *own]) for own in lines)
