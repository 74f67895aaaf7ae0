"""The distributions an assumption can have, and when three percentiles cannot make one.

The p10/p50/p90 form is the metalog distribution with three terms: T. W. Keelin, “The Metalog Distributions”,
Decision Analysis 13(4), 2016, with its feasibility condition for symmetric percentile triplets. Bounds are
kept by working on a log or logit scale. Quantile functions over draws: `samvirke.uncertainty.quantiles`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from samvirke.quantities.expressions import Expression


@dataclass(frozen=True, slots=True)
class Exact:
    """One value, the same in every draw."""

    value: float


@dataclass(frozen=True, slots=True)
class Uniform:
    """Every value between two bounds equally likely."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Triangular:
    """Bounds and the most likely value between them."""

    low: float
    mode: float
    high: float


@dataclass(frozen=True, slots=True)
class Beta:
    """The beta distribution, stretched from [0, 1] to [low, high]."""

    a: float
    b: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Metalog:
    """A smooth distribution through three percentiles, kept inside its bounds where it has any."""

    p10: float
    p50: float
    p90: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Formula:
    """Worked out from other assumptions, draw by draw."""

    expression: Expression


Distribution = Exact | Uniform | Triangular | Beta | Metalog | Formula

LOG_ODDS_90 = math.log(9.0)
# Keelin (2016), symmetric percentile triplet with alpha = 0.1: feasible when k < r < 1 − k.
SKEW_LIMIT = 0.5 * (1.0 - 1.66711 * (0.5 - 0.1))


def on_metalog_scale(value: float, low: float | None, high: float | None) -> float:
    """A value on the scale where the metalog is unbounded: itself, a logarithm or a logit.

    Raises ValueError when the value lies on or outside a bound.
    """
    if low is not None and high is not None:
        return math.log(value - low) - math.log(high - value)
    if low is not None:
        return math.log(value - low)
    return value if high is None else -math.log(high - value)


def skew(metalog: Metalog) -> float:
    """Where p50 lies between p10 (0) and p90 (1) on the metalog's own scale."""
    p10, p50, p90 = (
        on_metalog_scale(x, metalog.low, metalog.high) for x in (metalog.p10, metalog.p50, metalog.p90)
    )
    return (p50 - p10) / (p90 - p10)


def is_feasible(metalog: Metalog) -> bool:
    """Whether a three-term metalog through these percentiles is a distribution at all.

    Percentiles so close that they are one number on the metalog's own scale are not.
    """
    try:
        return SKEW_LIMIT < skew(metalog) < 1.0 - SKEW_LIMIT
    except ZeroDivisionError:
        return False


def terms(metalog: Metalog) -> tuple[float, float, float]:
    """The metalog's three coefficients on its own scale (Keelin 2016, equation for the SPT).

    quantile(y) = a1 + a2·L + a3·(y − ½)·L with L = ln(y / (1 − y)).
    """
    p10, p50, p90 = (
        on_metalog_scale(x, metalog.low, metalog.high) for x in (metalog.p10, metalog.p50, metalog.p90)
    )
    spread = p90 - p10
    return p50, spread / (2 * LOG_ODDS_90), spread * (1 - 2 * (p50 - p10) / spread) / (0.8 * LOG_ODDS_90)
