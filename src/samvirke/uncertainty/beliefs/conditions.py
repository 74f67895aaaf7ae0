"""What is asked of an alternative: whether it lies within the total, pays, and costs less than its neighbour.

Each condition has a margin in kroner, which is above zero where the condition holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from samvirke.consequences.valuation import Array
from samvirke.quantities.rounding import KRONE
from samvirke.uncertainty.beliefs.measures import Measured

Kind = Literal["within", "pays", "cheaper"]


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that may hold of an alternative; `rival` is whom it is to cost less than."""

    kind: Kind
    alternative: str
    rival: str | None = None

    def margin(self, found: Measured) -> Array:
        """How much there is to go on before it no longer holds, kroner; below zero where it does not hold."""
        own = found[self.alternative]
        if self.kind == "within":
            return KRONE - own["ceiling.worst_year"].values
        value = own["annual_value"].values
        return value if self.rival is None else value - found[self.rival]["annual_value"].values

    def rests_on(self, found: Measured) -> frozenset[str]:
        """The assumptions that the margin is worked out from, whatever changes have made of them."""
        measure = "ceiling.worst_year" if self.kind == "within" else "annual_value"
        others = [self.rival] if self.rival is not None else []
        names = (found[name][measure].assumptions for name in (self.alternative, *others))
        return frozenset().union(*names)


def conditions(order: Sequence[str]) -> Iterator[Condition]:
    """What is asked of each alternative; `order` has them by what they cost society, the least first.

    Neighbours in the order are held against each other, since it is there that the order turns first.
    """
    for place, name in enumerate(order):
        yield Condition("within", name)
        yield Condition("pays", name)
        if place + 1 < len(order):
            yield Condition("cheaper", name, order[place + 1])
