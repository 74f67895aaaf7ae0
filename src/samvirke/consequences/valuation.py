"""Expressions worked out over draws, and which assumptions they rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from samvirke.provenance import Later
from samvirke.quantities.expressions import (
    Constant,
    Expression,
    Operation,
    Reference,
    parts_first,
    references,
)

Array = NDArray[np.float64]
PartKind = Literal["row", "change", "task", "duty", "power", "challenge", "body", "activity", "figure"]

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
    ranked: dict[str, Array] = field(default_factory=dict, repr=False)

    def of(self, expression: Expression) -> Array:
        """The expression in every draw, shape (draws,)."""
        found = self.known.get(expression)
        if found is None:
            for node in parts_first(expression):
                if node not in self.known:
                    self.known[node] = self._worked_out(node)
            found = self.known[expression]
        return found

    def ranks(self, assumption: str) -> Array:
        """The ranks of an assumption's draws; see `ranks`."""
        if assumption not in self.ranked:
            self.ranked[assumption] = ranks(self.columns[assumption])
        return self.ranked[assumption]

    def mean(self, expression: Expression) -> float:
        """The mean of an expression over the draws."""
        return float(self.of(expression).mean())

    def _worked_out(self, expression: Expression) -> Array:
        match expression:
            case Constant(value):
                return np.full(self.draws, value)
            case Reference(name):
                return self.columns[name]
            case Operation(sign, left, right):
                return WORK_OUT[sign](self.known[left], self.known[right])


def ranks(values: Array) -> Array:
    """Ranks from 0; a column without any spread has none."""
    if float(values.min()) == float(values.max()):
        return np.zeros(values.size)
    found = np.empty(values.size)
    found[np.argsort(values, kind="stable")] = np.arange(values.size)
    return found


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a figure is put together from: a spending row, a change, a task that is counted.

    `id` is the id of what `kind` says; for a figure that another one is read from, its name. `purpose` tells
    apart what one change does for several reasons. `amount` is the mean over the draws of what the part adds,
    in base units, and rests on `assumptions`.
    """

    kind: PartKind
    id: str
    amount: float
    purpose: str = ""
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """One figure in every draw, shape (draws,), in base units, with the assumptions it rests on.

    Where a figure is a sum, the amounts of its `parts` add up to the mean of its values.
    """

    values: Array
    assumptions: frozenset[str] = frozenset()
    sources: tuple[str, ...] = ()
    parts: Sequence[Part] = ()

    @property
    def mean(self) -> float:
        """The mean over the draws, in base units."""
        return float(self.values.mean())

    def __add__(self, other: Outcome) -> Outcome:
        one, two = self.parts, other.parts
        parts = Later(lambda: together(chain(one, two)))
        both = self.assumptions | other.assumptions
        return Outcome(self.values + other.values, both, _joined(self, other), parts)

    def __sub__(self, other: Outcome) -> Outcome:
        one, two = self.parts, other.parts
        parts = Later(lambda: together(chain(one, map(_negative, two))))
        both = self.assumptions | other.assumptions
        return Outcome(self.values - other.values, both, _joined(self, other), parts)


def _negative(part: Part) -> Part:
    return Part(part.kind, part.id, -part.amount, part.purpose, part.assumptions)


def read_from(name: str, outcome: Outcome) -> Part:
    """Another figure, as a part of one that is read from it and is no sum of its parts."""
    return Part("figure", name, outcome.mean, assumptions=tuple(sorted(outcome.assumptions)))


def together(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts with those for the same thing added up, in the order in which they first come."""
    found: dict[tuple[str, str, str], Part] = {}
    for part in parts:
        key = (part.kind, part.id, part.purpose)
        known = found.get(key)
        if known is not None:
            both = tuple(dict.fromkeys((*known.assumptions, *part.assumptions)))
            part = replace(part, amount=known.amount + part.amount, assumptions=both)
        found[key] = part
    return tuple(found.values())


def _joined(one: Outcome, other: Outcome) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one.sources, *other.sources)))


class Sum:
    """Adds expressions with weights into an outcome, remembering what it rests on and is made of."""

    def __init__(self, valuation: Valuation) -> None:
        self._valuation = valuation
        self._values: Array = np.zeros(valuation.draws)
        self._assumptions: set[str] = set()
        self._sources: dict[str, None] = {}
        self._told: list[tuple[tuple[PartKind, str, str], float, Expression]] = []

    def add(
        self,
        expression: Expression,
        weight: float = 1.0,
        sources: tuple[str, ...] = (),
        part: tuple[PartKind, str, str] | None = None,
    ) -> None:
        """Add an expression times a plain weight; a weight of nothing rests on nothing.

        `part` says what it is for: kind, id and purpose.
        """
        if not weight:
            return
        values = self._valuation.of(expression)
        self._values += values if weight == 1 else weight * values
        self._assumptions |= references(expression)
        if sources:
            self._sources.update(dict.fromkeys(sources))
        if part is not None:
            self._told.append((part, weight, expression))

    @property
    def outcome(self) -> Outcome:
        """What has been added so far."""
        told, mean = tuple(self._told), self._valuation.mean

        def parts() -> tuple[Part, ...]:
            return together(
                Part(kind, id_, weight * mean(amount), purpose, tuple(sorted(references(amount))))
                for (kind, id_, purpose), weight, amount in told
            )

        return Outcome(
            self._values.copy(),
            frozenset(self._assumptions),
            tuple(self._sources),
            Later(parts) if told else (),
        )
