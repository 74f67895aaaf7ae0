"""Work that is lost while people who have moved find their feet: a cost to society, never expenditure.

A share of the work, the dip, is lost at first, and the loss shrinks evenly to nothing over some months: half
the dip times the months in all. Only work that would else have been done is lost, so that people who move
count and new posts do not: these cost their pay from the first day, and what they do has no price.
"""

from __future__ import annotations

import numpy as np

from samvirke.alternatives.journal import Moved
from samvirke.alternatives.phase import Phase
from samvirke.alternatives.plan import Plan
from samvirke.consequences.economics.discounting import Factors
from samvirke.consequences.valuation import Array, Outcome, Part, Valuation
from samvirke.quantities.expressions import Expression, references, times
from samvirke.quantities.months import Month
from samvirke.study.money import PerFte


def lost_work(plan: Plan, valuation: Valuation, factors: Factors) -> Outcome:
    """The work lost in the years of the factors, discounted; kroner in the comparison year."""
    found = Outcome(np.zeros(valuation.draws))
    shares: dict[tuple[Month, Expression], Array] = {}
    starts = {dated.change.id: dated.change.start for dated in plan.changes}
    for moved in plan.moves:
        phase = next(one for one in plan.phases if one.first == starts[moved.change])
        cost = _yearly_cost(moved, phase)
        if moved.what == "people" and cost is not None:
            rates = _rates(moved, phase)
            when = phase.first, rates.months
            if when not in shares:
                shares[when] = _share_lost(*when, valuation, factors)
            found = found + _lost(moved, cost, rates, shares[when], valuation)
    return found


def _yearly_cost(moved: Moved, phase: Phase) -> Expression | None:
    """What the work-years that move cost a year; nothing when their row has ended in the same month."""
    row = phase.study.spending.get(moved.row)
    if row is None:
        return None
    return row.yearly if row.cost_per_fte is None else times(moved.fte, row.cost_per_fte)


def _share_lost(first: Month, length: Expression, valuation: Valuation, factors: Factors) -> Array:
    """Discounted years of work that are lost from a month on, for a dip that is total at first."""
    months = valuation.of(length)  # in years, as all time is inside the engine
    share = np.zeros(valuation.draws)
    for year, factor in factors.items():
        until, since = (_lost_by(_years(first, Month(y, 1)), months) for y in (year + 1, year))
        share = share + factor * (until - since)
    return share


def _lost(moved: Moved, cost: Expression, rates: PerFte, share: Array, valuation: Valuation) -> Outcome:
    values = valuation.of(cost) * valuation.of(rates.dip) * share
    rests_on: frozenset[str] = frozenset().union(*map(references, (cost, rates.dip, rates.months)))
    if not values.any():
        return Outcome(values)
    part = Part("change", moved.change, float(values.mean()), "dip", tuple(sorted(rests_on)))
    return Outcome(values, rests_on, parts=(part,))


def _rates(moved: Moved, phase: Phase) -> PerFte:
    """The rates of the dearest class of move that applies, as for one-off costs."""
    rates = phase.study.transition
    assert rates is not None  # nobody has moved without them
    if moved.place:
        return rates.geographic
    return rates.new_host if moved.employer else rates.no_move


def _years(first: Month, other: Month) -> float:
    return max(0, other.index - first.index) / 12


def _lost_by(years: float, length: Array) -> Array:
    """Years of work lost so far, for each year of work that was wholly lost at first."""
    passed: Array = np.minimum(years, length)
    lost: Array = passed - passed**2 / (2 * np.where(length > 0, length, 1.0))
    return lost
