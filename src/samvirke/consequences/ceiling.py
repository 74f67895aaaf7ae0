"""Whether an alternative lies within today's total expenditure: three verdicts, each with its probability.

Strict: every year, one-off costs included. State: the same, counting what hosts give from frames outside the
effort. Steady: the yearly rate once everything is in place, without one-off costs (decisions 6 and 47).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from samvirke.alternatives.journal import NEW_APPROPRIATION, Posting
from samvirke.alternatives.plan import Plan
from samvirke.consequences.expenditure import in_year, posted_inside
from samvirke.consequences.funding import given_from_outside, outside_givers
from samvirke.consequences.today import Today, goes_on
from samvirke.consequences.valuation import Outcome, Part, Sum, Valuation, read_from
from samvirke.quantities.rounding import KRONE


def ceiling(plan: Plan, valuation: Valuation, today: Today) -> dict[str, Outcome]:
    """The three probabilities as 0 or 1 in each draw, and the worst year's excess in kroner."""
    total = today.total
    excess, state = [], []
    years = plan.today.assignment.years
    for year in years:
        posted = posted_inside(plan.journal, valuation, in_year(year))
        # Today's rows against themselves first, so that a year like today differs by exactly nothing.
        over = (today.carried_forward[year] - total) + posted
        excess.append(over)
        state.append(over + _given_from_outside(plan, valuation, year))
    worst, with_frames = _worst(excess), _worst(state)
    worst_year = replace(worst, parts=_dearest(dict(zip(years, excess, strict=True)), worst, total))
    steady = _steady_rate(plan, valuation, today)
    outside = _outside(plan, valuation)
    return {
        "today.total": total,
        "ceiling.worst_year": worst_year,
        "ceiling.strict": _holds(worst, read_from("ceiling.worst_year", worst)),
        "ceiling.state": _holds(with_frames, read_from("ceiling.worst_year", worst), *outside),
        "ceiling.steady": _holds(steady, read_from("ceiling.steady_excess", steady)),
        "ceiling.steady_excess": steady,
    }


def _holds(excess: Outcome, *parts: Part) -> Outcome:
    return Outcome((excess.values <= KRONE).astype(np.float64), excess.assumptions, excess.sources, parts)


def _worst(years: list[Outcome]) -> Outcome:
    found = years[0]
    for other in years[1:]:
        both = found.assumptions | other.assumptions
        found = Outcome(np.maximum(found.values, other.values), both, found.sources)
    return found


def _dearest(excess: Mapping[int, Outcome], worst: Outcome, total: Outcome) -> tuple[Part, ...]:
    """Today's total, and expenditure in the years that are the dearest in some draw."""
    years = [year for year, over in excess.items() if (over.values >= worst.values - KRONE).any()]
    spent = (read_from(f"expenditure.total.{year}", excess[year] + total) for year in years)
    return (read_from("today.total", total), *spent)


def _outside(plan: Plan, valuation: Valuation) -> tuple[Part, ...]:
    """What each line outside the effort gives in each year in which it gives something."""
    return tuple(
        read_from(f"funding.outside.{account}.{year}", given)
        for account in outside_givers(plan)
        for year in plan.today.assignment.years
        if account != NEW_APPROPRIATION
        and (given := given_from_outside(plan, account, valuation, in_year(year))).values.any()
    )


def _given_from_outside(plan: Plan, valuation: Valuation, year: int) -> Outcome:
    """What lines outside the effort give up in a year, less what comes to such lines: never above nothing."""
    found = Sum(valuation)
    for posting in plan.journal:
        gives, takes = (leg.is_line and not leg.inside for leg in (posting.giver, posting.taker))
        if direction := takes - gives:
            found.add(posting.amount, direction * in_year(year)(posting))
    given = found.outcome
    return Outcome(np.minimum(given.values, 0.0), given.assumptions, given.sources)


def _steady_rate(plan: Plan, valuation: Valuation, today: Today) -> Outcome:
    """The yearly rate of the final phase above today's total, for rows that go on after the last month."""
    end = plan.phases[-1].end
    rows = {**plan.today.spending, **plan.final.spending}

    def runs_on(posting: Posting) -> float:
        legs = (rows[leg.row] for leg in (posting.giver, posting.taker) if leg.row is not None)
        in_last_phase = posting.kind == "recurring" and posting.end == end
        return float(in_last_phase and all(goes_on(row, end) for row in legs))

    return (today.going_on - today.total) + posted_inside(plan.journal, valuation, runs_on)
