"""From draws to a figure: the expected value, three quantiles, the unit, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from samvirke.alternatives.verbs.set_ import VERSION
from samvirke.consequences.catalogue import Definition, definition
from samvirke.consequences.valuation import Outcome, Part
from samvirke.provenance import Contribution, Figure

QUANTILES = (0.1, 0.5, 0.9)
NOTHING = 1e-3  # of the last decimal that is told


def figure(
    name: str, alternative: str, outcome: Outcome, kind: Definition, *, against_zero: bool = False
) -> Figure:
    """Sum up one outcome; values in the catalogue's unit, rounded as the catalogue says."""
    values = outcome.values * kind.scale
    low, middle, high = (round_plain(float(q), kind.decimals) for q in np.quantile(values, QUANTILES))
    return Figure(
        name=name,
        alternative=alternative,
        against_zero=against_zero,
        unit=kind.unit,
        expected=round_plain(float(values.mean()), kind.decimals),
        p10=low,
        p50=middle,
        p90=high,
        assumptions=_as_written(outcome.assumptions),
        sources=outcome.sources,
        parts=tuple(
            _contribution(part, kind) for part in outcome.parts if _is_something(part, kind, against_zero)
        ),
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


def _as_written(assumptions: Iterable[str]) -> tuple[str, ...]:
    """The assumptions by the names they have in the study, whatever changes have made of them."""
    return tuple(sorted({name.split(VERSION)[0] for name in assumptions}))


def round_plain(value: float, decimals: int) -> float:
    """Rounded, and never minus zero."""
    return round(value, decimals) + 0.0
