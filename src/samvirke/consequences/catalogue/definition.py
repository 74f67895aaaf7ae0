"""What a figure of the catalogue is: its name, label, unit, and which way is better."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samvirke.language import Text

Better = Literal["higher", "lower"]


@dataclass(frozen=True, slots=True)
class Definition:
    """One kind of figure. `scale` is what a value in base units is multiplied by to be in `unit`."""

    name: str
    unit: str
    label: Text
    text: Text
    better: Better | None = None
    decimals: int = 3
    scale: float = 1e-6


MNOK_A_YEAR, MNOK = "MNOK/yr", "MNOK"


def money(
    name: str, nb: str, en: str, text: Text, better: Better | None = "lower", unit: str = MNOK
) -> Definition:
    """Kroner, told in millions."""
    return Definition(name, unit, Text(nb, en), text, better)


def counted(
    name: str, nb: str, en: str, text: Text, unit: str = "count", better: Better | None = "lower"
) -> Definition:
    """A number of things: a whole number when the unit is `count`, else with one decimal."""
    return Definition(name, unit, Text(nb, en), text, better, 0 if unit == "count" else 1, 1.0)


def chance(name: str, nb: str, en: str, text: Text) -> Definition:
    """A probability; more is better."""
    return Definition(name, "probability", Text(nb, en), text, "higher", 3, 1.0)
