"""From draws to a figure: the expected value, three quantiles, the unit, and what it rests on."""

from __future__ import annotations

import numpy as np

from samvirke.alternatives.verbs.set_ import VERSION
from samvirke.consequences.catalogue import Definition
from samvirke.consequences.valuation import Outcome
from samvirke.provenance import Figure

QUANTILES = (0.1, 0.5, 0.9)


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
        assumptions=tuple(sorted({a.split(VERSION)[0] for a in outcome.assumptions})),
        sources=outcome.sources,
    )


def round_plain(value: float, decimals: int) -> float:
    """Rounded, and never minus zero."""
    return round(value, decimals) + 0.0
