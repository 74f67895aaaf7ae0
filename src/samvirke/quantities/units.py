"""The fixed list of units, their dimensions, and conversion between them.

A dimension is a product of powers of base quantities. Working hours and calendar days are different base
quantities on purpose: a day of waiting is not a day of work. Inside the engine every value is in the base
units (kroner, years, work-years), so a unit only ever matters at the edge.
"""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.language import Text

Dimension = tuple[tuple[str, int], ...]
NONE: Dimension = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its symbol; `factor` is how many base units one of it is."""

    symbol: str
    dimension: Dimension
    factor: float

    @property
    def is_money(self) -> bool:
        """Whether the unit counts kroner, so that a price year belongs to it."""
        return any(base == "NOK" for base, _ in self.dimension)


def product(*dimensions: Dimension) -> Dimension:
    """The dimension of a product of quantities."""
    powers: dict[str, int] = {}
    for dimension in dimensions:
        for base, power in dimension:
            powers[base] = powers.get(base, 0) + power
    return tuple(sorted((base, power) for base, power in powers.items() if power))


def inverse(dimension: Dimension) -> Dimension:
    """The dimension of one divided by a quantity."""
    return tuple((base, -power) for base, power in dimension)


BASE: dict[str, tuple[Dimension, float]] = {
    "NOK": ((("NOK", 1),), 1.0),
    "MNOK": ((("NOK", 1),), 1e6),
    "FTE": ((("FTE", 1),), 1.0),
    "hours": ((("hour", 1),), 1.0),
    "days": ((("day", 1),), 1.0),
    "years": ((("year", 1),), 1.0),
    "months": ((("year", 1),), 1 / 12),
    "persons": ((("person", 1),), 1.0),
    "cases": ((("case", 1),), 1.0),
    "share": (NONE, 1.0),
    "factor": (NONE, 1.0),
}
DIVISORS: dict[str, Dimension] = {
    "yr": (("year", 1),),
    "FTE": (("FTE", 1),),
    "case": (("case", 1),),
    "person": (("person", 1),),
}
SYMBOLS = (
    *BASE,
    "MNOK/yr", "NOK/yr", "MNOK/FTE", "NOK/FTE", "NOK/person", "hours/yr", "hours/FTE", "hours/case",
    "hours/person", "persons/yr", "cases/yr", "1/yr",
)  # fmt: skip


def _unit(symbol: str) -> Unit:
    above, _, below = symbol.partition("/")
    dimension, factor = (NONE, 1.0) if above == "1" else BASE[above]
    if below:
        dimension = product(dimension, inverse(DIVISORS[below]))
    return Unit(symbol, dimension, factor)


UNITS: dict[str, Unit] = {symbol: _unit(symbol) for symbol in SYMBOLS}


def in_words(dimension: Dimension) -> Text:
    """A dimension in words for an error message, such as `NOK per FTE`."""
    if not dimension:
        return Text("et rent tall", "a plain number")
    above = [f"{base}^{power}" if power > 1 else base for base, power in dimension if power > 0]
    below = [f"{base}^{-power}" if power < -1 else base for base, power in dimension if power < 0]
    words = " × ".join(above or ["1"]) + "".join(f" per {base}" for base in below)
    return Text(words, words)
