"""Expressions worked out over draws, and which assumptions they rest on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from samvirke.quantities.expressions import (
    Constant,
    Expression,
    Operation,
    Reference,
    parts_first,
    references,
)

Array = NDArray[np.float64]

WORK_OUT: dict[str, Callable[[Array, Array], Array]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "min": np.minimum,
    "max": np.maximum,
}


@dataclass(frozen=True)
class Valuation:
    """The draws, and what has been worked out from them so far.

    `columns` has one array of shape (draws,) for each assumption, in base units and the study's price year.
    The same expression is worked out once, so that it is the same to the last bit wherever it stands.
    """

    columns: Mapping[str, Array]
    draws: int
    known: dict[Expression, Array] = field(default_factory=dict, repr=False)

    def of(self, expression: Expression) -> Array:
        """The expression in every draw, shape (draws,)."""
        if expression not in self.known:
            for node in parts_first(expression):
                if node not in self.known:
                    self.known[node] = self._worked_out(node)
        return self.known[expression]

    def _worked_out(self, expression: Expression) -> Array:
        match expression:
            case Constant(value):
                return np.full(self.draws, value)
            case Reference(name):
                return self.columns[name]
            case Operation(sign, left, right):
                return WORK_OUT[sign](self.known[left], self.known[right])


@dataclass(frozen=True)
class Outcome:
    """One figure in every draw, shape (draws,), in base units, with the assumptions it rests on."""

    values: Array
    assumptions: frozenset[str] = frozenset()
    sources: tuple[str, ...] = ()

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(self.values + other.values, self.assumptions | other.assumptions, _joined(self, other))

    def __sub__(self, other: Outcome) -> Outcome:
        return Outcome(self.values - other.values, self.assumptions | other.assumptions, _joined(self, other))


def _joined(one: Outcome, other: Outcome) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one.sources, *other.sources)))


class Sum:
    """Adds expressions with weights into an outcome, remembering what it rests on."""

    def __init__(self, valuation: Valuation) -> None:
        self._valuation = valuation
        self._values: Array = np.zeros(valuation.draws)
        self._assumptions: frozenset[str] = frozenset()
        self._sources: dict[str, None] = {}

    def add(self, expression: Expression, weight: float = 1.0, sources: tuple[str, ...] = ()) -> None:
        """Add an expression times a plain weight; a weight of nothing rests on nothing."""
        if weight:
            self._values = self._values + weight * self._valuation.of(expression)
            self._assumptions |= references(expression)
            self._sources.update(dict.fromkeys(sources))

    @property
    def outcome(self) -> Outcome:
        """What has been added so far."""
        return Outcome(self._values, self._assumptions, tuple(self._sources))
