"""A sheet of paper with words, lines and boxes at given places, for pictures that no kind of chart draws.

Everything is told in points from the upper left corner. A sheet is drawn as a chart is, so that it has the
same typeface and gives the same bytes on every computer.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from samvirke.language import Language
from samvirke.report.document import Tone
from samvirke.report.pictures.chart import INK, LIGHT, QUIET, RULE, Specification, rows
from samvirke.report.writing.hyphenation import SOFT_HYPHEN, breakable

EDGE = 5
# Light enough for black signs, and apart in grey too: the darker, the more it asks to be looked at.
SHADES: Mapping[Tone, str] = {"good": "#bfe3d6", "doubt": LIGHT, "bad": "#e8935a", "plain": "#f4f6f7"}
# How wide a letter of 12 points is in a long name. A browser that lacks our typeface takes another:
# lines are broken for an ordinary one, and what stands at an edge has room for the widest.
LETTER, WIDEST = 6.1, 6.9
Look = Literal["plain", "strong", "slanted", "centred", "strong-centred", "ending", "upright"]
LOOKS: Mapping[Look, Mapping[str, Any]] = {
    "plain": {"align": "left"},
    "strong": {"align": "left", "fontWeight": "bold"},
    "slanted": {"align": "left", "fontStyle": "italic"},
    "centred": {"align": "center"},
    "strong-centred": {"align": "center", "fontWeight": "bold"},
    "ending": {"align": "right"},
    "upright": {"align": "left", "angle": 270},
}


@dataclass
class Sheet:
    """What stands on a sheet so far, to be drawn when all is in place."""

    width: float
    height: float = 0.0
    _words: dict[Look, list[dict[str, Any]]] = field(default_factory=dict)
    _lines: list[dict[str, Any]] = field(default_factory=list)
    _boxes: list[dict[str, Any]] = field(default_factory=list)

    def write(self, x: float, y: float, text: str, look: Look = "plain") -> None:
        """Words whose left end, middle or right end stands at x, and whose middle is at the height of y.

        Upright ones are read from below: they begin at y, and their middle stands at x.
        """
        self._words.setdefault(look, []).append({"x": x, "y": y, "t": text})

    def line(self, x: float, y: float, to_x: float, to_y: float, *, faint: bool = False) -> None:
        """A thin line from one point to another; a faint one only leads the eye."""
        self._lines.append({"x": x, "y": y, "u": to_x, "v": to_y, "c": RULE if faint else QUIET})

    def box(self, x: float, y: float, to_x: float, to_y: float, fill: str, *, dashed: bool = False) -> None:
        """A box between two corners; dashed for what is no longer there."""
        edge = {"x": x, "y": y, "u": to_x, "v": to_y, "f": fill, "d": dashed}
        self._boxes.append(edge)

    def drawn(self) -> Specification:
        """All that stands on the sheet: boxes lowest, then lines, then words."""
        layers = [*self._box_layers(), *self._line_layers(), *self._word_layers()]
        return {
            "width": self.width,
            "height": self.height,
            "autosize": "none",
            "padding": EDGE,
            "layer": layers,
        }

    def _box_layers(self) -> Iterable[Specification]:
        for dashed in (False, True):
            own = [one for one in self._boxes if one["d"] == dashed]
            if own:
                edge = {"stroke": QUIET, "strokeWidth": 0.8, **({"strokeDash": [3, 3]} if dashed else {})}
                mark = {"type": "rect", **edge}
                fill = {"field": "f", "type": "nominal", "scale": None}
                yield {"data": rows(own), "mark": mark, "encoding": {**self._both_ends(), "color": fill}}

    def _line_layers(self) -> Iterable[Specification]:
        if self._lines:
            mark = {"type": "rule", "strokeWidth": 0.8}
            colour = {"field": "c", "type": "nominal", "scale": None}
            yield {
                "data": rows(self._lines),
                "mark": mark,
                "encoding": {**self._both_ends(), "color": colour},
            }

    def _word_layers(self) -> Iterable[Specification]:
        for look, own in self._words.items():
            mark = {"type": "text", "baseline": "middle", "color": INK, "fontSize": 12, **LOOKS[look]}
            text = {"field": "t", "type": "nominal"}
            yield {"data": rows(own), "mark": mark, "encoding": {**self._places(), "text": text}}

    def _places(self) -> dict[str, Any]:
        return {side: {"field": side, "type": "quantitative", "scale": None, "axis": None} for side in "xy"}

    def _both_ends(self) -> dict[str, Any]:
        return {**self._places(), "x2": {"field": "u"}, "y2": {"field": "v"}}


def set_in_lines(text: str, width: float, language: Language) -> tuple[str, ...]:
    """Words set in lines that are no wider; a word that is longer than a line is broken by the dictionary."""
    letters = int(width / LETTER)
    words = (
        part for word in text.replace(SOFT_HYPHEN, "").split() for part in _parts(word, letters, language)
    )
    return tuple(textwrap.wrap(" ".join(words), letters))


def _parts(word: str, letters: int, language: Language) -> Iterator[str]:
    """A word in as few parts as fit on a line each, with a hyphen at the end of all but the last."""
    part = ""
    syllables = breakable(word, language).split(SOFT_HYPHEN) if len(word) > letters else [word]
    for syllable in syllables:
        if part and len(part) + len(syllable) >= letters:
            yield f"{part}-"
            part = ""
        part += syllable
    yield part
