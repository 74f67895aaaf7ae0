"""How long something takes, as far as it can be read without drawing."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.quantities.distributions import Beta, Exact, Metalog, Triangular, Uniform
from samvirke.quantities.expressions import Constant, Expression, Reference
from samvirke.quantities.units import UNITS
from samvirke.study.study import Study

DAYS_A_MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True)
class Span:
    """The low end and the middle of a duration, in months; they are the same when it is one number."""

    low: float
    middle: float


def months(study: Study, stated: Expression) -> Span | None:
    """A duration in months; None when it follows from a formula, or is a share of something else.

    The low end is p10 of three percentiles, and the lowest value of other distributions.
    """
    month = UNITS["months"].factor
    if isinstance(stated, Constant):
        return Span(stated.value / month, stated.value / month)
    if not isinstance(stated, Reference):
        return None
    assumption = study.assumptions[stated.name]
    ends = _ends(assumption.distribution)
    factor = UNITS[assumption.unit].factor / month
    return None if ends is None else Span(ends[0] * factor, ends[1] * factor)


def _ends(spread: object) -> tuple[float, float] | None:
    match spread:
        case Exact(value):
            return value, value
        case Metalog(p10=low, p50=middle) | Triangular(low=low, mode=middle):
            return low, middle
        case Uniform(low=low, high=high):
            return low, (low + high) / 2
        case Beta(a=a, b=b, low=low, high=high):
            return low, low + (high - low) * a / (a + b)
        case _:
            return None
