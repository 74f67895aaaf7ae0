"""What is left of investments when the years are over: a residual value, in the last year's worth.

What is bought loses its value evenly over the years it can be used. At the end of the years that are looked
at, the part that is not yet used is still worth something, and is set against what it cost. That the value
falls evenly is our own judgement; what R-109 says of residual value has not been read.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from samvirke.consequences.economics.discounting import Factors
from samvirke.consequences.economics.flows import Flow
from samvirke.consequences.valuation import Array, Outcome, Part, Valuation
from samvirke.quantities.expressions import references
from samvirke.quantities.months import year_span


def residual_value(flows: Iterable[Flow], valuation: Valuation, factors: Factors) -> Outcome:
    """What investments are still worth when the years of the factors are over, discounted; kroner."""
    found = Outcome(np.zeros(valuation.draws))
    for flow in flows:
        for life, sign in flow.lasts:
            left = _left(flow, valuation.of(life), factors)
            values = sign * valuation.of(flow.amount) * left
            if values.any():
                rests_on = references(flow.amount) | references(life)
                kind, id_, _ = flow.part
                part = Part(kind, id_, float(values.mean()), "residual", tuple(sorted(rests_on)))
                found = found + Outcome(values, rests_on, flow.source, (part,))
    return found


def _left(flow: Flow, life: Array, factors: Factors) -> Array:
    """What is left of a krone a year, in kroner of the comparison year; `life` in years."""
    last = max(factors)
    end = year_span(last)[1].index
    months = np.arange(flow.first.index, min(flow.end.index, end))
    unused = 1 - (end - months[:, np.newaxis]) / 12 / life
    left: Array = factors[last] / 12 * np.maximum(unused, 0).sum(axis=0)
    return left
