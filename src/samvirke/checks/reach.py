"""How far a quantity reaches by the ranges that the study states, without drawing it.

The reach of an assumption goes from the low end of what is stated to the high end: p10 and p90, or the bounds
of a distribution that has them. What is worked out from several reaches from one end of all to the other,
whether they move together or not. So what lies outside a reach does so by the study's own words.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from samvirke.quantities.distributions import Beta, Exact, Formula, Metalog, Triangular, Uniform
from samvirke.quantities.expressions import Constant, Expression, Operation, Reference, parts_first
from samvirke.quantities.prices import factor_of
from samvirke.quantities.units import UNITS
from samvirke.study.assumptions import Assumption
from samvirke.study.study import Study

Ends = tuple[float, float]
NOWHERE: Ends = (-math.inf, math.inf)


def stated_ends(assumption: Assumption) -> Ends | None:
    """The ends of what is stated, in the assumption's own unit and price year; None for a formula."""
    match assumption.distribution:
        case Exact(value):
            return value, value
        case Metalog(p10=low, p90=high) | Triangular(low=low, high=high):
            return low, high
        case Uniform(low=low, high=high) | Beta(low=low, high=high):
            return low, high
        case Formula():
            return None


@dataclass(frozen=True)
class Reaches:
    """The reach of every expression of a study, in base units and the study's prices; worked out once."""

    study: Study
    known: dict[Expression, Ends] = field(default_factory=dict)

    def of(self, expression: Expression) -> Ends:
        """The least and the most that an expression can be."""
        for node in parts_first(expression):
            if node not in self.known:
                self.known[node] = self._worked_out(node)
        return self.known[expression]

    def _worked_out(self, node: Expression) -> Ends:
        match node:
            case Constant(value):
                return value, value
            case Reference(name):
                return self._assumed(name)
            case Operation(sign, left, right):
                return ENDS[sign](self.known[left], self.known[right])

    def _assumed(self, name: str) -> Ends:
        assumption = self.study.assumptions[name]
        ends = stated_ends(assumption)
        if ends is None:
            assert isinstance(assumption.distribution, Formula)
            return self.of(assumption.distribution.expression)
        by = UNITS[assumption.unit].factor * self._to_study_prices(assumption.price_year)
        return ends[0] * by, ends[1] * by

    def _to_study_prices(self, year: int | None) -> float:
        assignment = self.study.assignment
        if year is None or year == assignment.price_year:
            return 1.0
        return factor_of(self.study.index(assignment.index), year, assignment.price_year)


def _product(left: Ends, right: Ends) -> Ends:
    ends = [a * b for a in left for b in right]
    return (min(ends), max(ends)) if all(map(math.isfinite, ends)) else NOWHERE


def _quotient(left: Ends, right: Ends) -> Ends:
    return _product(left, (1 / right[1], 1 / right[0])) if right[0] > 0 or right[1] < 0 else NOWHERE


ENDS: dict[str, Callable[[Ends, Ends], Ends]] = {
    "+": lambda a, b: (a[0] + b[0], a[1] + b[1]),
    "-": lambda a, b: (a[0] - b[1], a[1] - b[0]),
    "*": _product,
    "/": _quotient,
    "min": lambda a, b: (min(a[0], b[0]), min(a[1], b[1])),
    "max": lambda a, b: (max(a[0], b[0]), max(a[1], b[1])),
}
