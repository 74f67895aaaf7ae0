"""The key of a picture: what its signs and shades mean, beside what they stand in, also for paper in grey."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.language import Language, Text
from samvirke.report.pictures.sheet import WIDEST, Sheet, set_in_lines

LINE, SWATCH, HEIGHT, GAP, APART = 19, 18, 15, 6, 14
NO_SIGN = Text("", "")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a sign means, what a shade means, or what a sign on a shade means; with neither it is a note."""

    text: Text
    sign: Text = NO_SIGN
    fill: str = ""
    dashed: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether it is more than a note."""
        return bool(self.fill or self.sign.nb)


Key = tuple[Meaning, ...]


def write_key(sheet: Sheet, key: Key, width: float, language: Language, *, stacked: bool = False) -> float:
    """Set the meanings from the upper left corner, in lines or one on each; where they end."""
    x = y = below = 0.0
    for meaning in key:
        swatch = max(SWATCH, WIDEST * len(meaning.sign[language])) if meaning.is_shown else -GAP
        lines = set_in_lines(meaning.text[language], width - swatch - GAP, language)
        right = swatch + GAP + WIDEST * max(map(len, lines))
        if x and (stacked or x + right > width):
            x, y = 0.0, below
        _write(sheet, meaning, x, y, swatch, language)
        for number, line in enumerate(lines):
            sheet.write(x + swatch + GAP, y + HEIGHT * (number + 0.5), line)
        x, below = x + right + APART, max(below, y + LINE + HEIGHT * (len(lines) - 1))
    return below


def _write(sheet: Sheet, meaning: Meaning, x: float, y: float, swatch: float, language: Language) -> None:
    if meaning.fill:
        sheet.box(x + 1, y + 1, x + swatch, y + HEIGHT - 1, meaning.fill, dashed=meaning.dashed)
    if meaning.sign[language]:
        sheet.write(x + swatch / 2, y + HEIGHT / 2, meaning.sign[language], "centred")
