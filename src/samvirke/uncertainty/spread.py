"""From draws to a figure: the expected value, three quantiles, the unit, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from samvirke.alternatives.verbs.set_ import VERSION
from samvirke.consequences.catalogue import Definition, definition
from samvirke.consequences.valuation import Array, Outcome, Part
from samvirke.provenance import Contribution, Figure, Later

QUANTILES = (0.1, 0.5, 0.9)
NOTHING = 1e-3  # of the last decimal that is told
AT_A_TIME = 500  # outcomes: many are faster than one by one, and all of a large study would fill the memory


@dataclass(frozen=True, slots=True)
class Asked:
    """An outcome to sum up, and what it is the outcome of."""

    name: str
    alternative: str
    outcome: Outcome
    kind: Definition
    against_zero: bool = False


def summed_up(asked: Sequence[Asked]) -> list[Figure]:
    """Sum up outcomes; values in the catalogue's units, rounded as the catalogue says."""
    found: list[Figure] = []
    for start in range(0, len(asked), AT_A_TIME):
        some = asked[start : start + AT_A_TIME]
        values = np.array([one.outcome.values * one.kind.scale for one in some])
        quantiles = _quantiles(values).tolist()
        found += [_figure(*each) for each in zip(some, values, quantiles, strict=True)]
    return found


def _quantiles(values: Array) -> Array:
    """The quantiles of each row, shape (rows, quantiles): half of the rows in each of two threads."""
    halves = np.array_split(values, 2)
    with ThreadPoolExecutor(len(halves)) as pool:
        found = list(pool.map(lambda half: np.quantile(half, QUANTILES, axis=1), halves))
    return np.concatenate(found, axis=1).T


def _figure(asked: Asked, values: Array, quantiles: Sequence[float]) -> Figure:
    outcome, kind, against_zero = asked.outcome, asked.kind, asked.against_zero
    low, middle, high = (round_plain(q, kind.decimals) for q in quantiles)
    parts = outcome.parts
    return Figure(
        name=asked.name,
        alternative=asked.alternative,
        against_zero=against_zero,
        unit=kind.unit,
        expected=round_plain(float(values.mean()), kind.decimals),
        p10=low,
        p50=middle,
        p90=high,
        assumptions=_as_written(outcome.assumptions),
        sources=outcome.sources,
        parts=Later(
            lambda: tuple(
                _contribution(part, kind) for part in parts if _is_something(part, kind, against_zero)
            )
        ),
    )


def as_in_zero(zero: Figure, alternative: str) -> tuple[Figure, Figure]:
    """A figure that is the very same in an alternative as in the zero alternative, and their difference."""
    values, rests_on = (zero.expected, zero.p10, zero.p50, zero.p90), (zero.assumptions, zero.sources)
    nothing = (0.0, 0.0, 0.0, 0.0)
    return (
        Figure(zero.name, alternative, False, zero.unit, *values, *rests_on, zero.parts),
        Figure(zero.name, alternative, True, zero.unit, *nothing, *rests_on),
    )


def _contribution(part: Part, kind: Definition) -> Contribution:
    # What a figure is read from is told in its own unit, and need not be in this one's.
    own = definition(part.id) if part.kind == "figure" else kind
    assert own is not None, part.id
    rests_on = _as_written(part.assumptions)
    return Contribution(part.kind, part.id, part.purpose, part.amount * own.scale, rests_on)


def _is_something(part: Part, kind: Definition, against_zero: bool) -> bool:
    """Whether a part adds anything; what a figure is read from tells something also when it is nothing."""
    if part.kind == "figure" or kind.unit == "probability":
        return part.amount != 0 or not against_zero
    return abs(part.amount * kind.scale) > NOTHING * 10.0**-kind.decimals


@lru_cache(maxsize=4096)  # the thousands of figures of a study rest on much the same
def _as_written(assumptions: frozenset[str] | tuple[str, ...]) -> tuple[str, ...]:
    """The assumptions by the names they have in the study, whatever changes have made of them."""
    return tuple(sorted({name.partition(VERSION)[0] for name in assumptions}))


def round_plain(value: float, decimals: int) -> float:
    """Rounded, and never minus zero."""
    return round(value, decimals) + 0.0
