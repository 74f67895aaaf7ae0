"""Present values of a plan against the zero alternative, and what effects without a price must be worth.

    npv = − Σ factor × (resources + lost work) − tax cost × Σ factor × net public outlays + residual value

A cost is below zero. Nothing has been given a price that is not paid, so that npv holds costs and savings and
no benefits. Investments that outlast the years have a residual value; one-off costs are not got back. The
study's own years stand in front. Longer ones carry on the yearly rate of the final phase.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from samvirke.alternatives.plan import Plan
from samvirke.consequences.economics.dip import lost_work
from samvirke.consequences.economics.discounting import (
    Factors,
    annuity,
    discount_factors,
    discounted_years,
)
from samvirke.consequences.economics.flows import PARTIES, Flow, Party, flows
from samvirke.consequences.economics.residual import residual_value
from samvirke.consequences.economics.rules import tax_cost
from samvirke.consequences.valuation import Outcome, Sum, Valuation, read_from
from samvirke.quantities.expressions import ONE, Expression, times
from samvirke.quantities.months import Month, year_span
from samvirke.study.assignment import Assignment

LONGER = (10, 20)  # years; shown where the study looks less far ahead
WHOLE = ("npv.resources", "npv.residual", "npv.dip", "npv.tax")


def economics(plan: Plan, valuation: Valuation, zero: Plan | None = None) -> dict[str, Outcome]:
    """Present values and what follows, kroner; against the zero alternative's plan, or today carried on."""
    assignment = plan.today.assignment
    factors = discount_factors(assignment)
    own = course(plan)
    theirs = own if zero is plan else None if zero is None else course(zero)
    found = _against(own, theirs, valuation, factors)
    npv = replace(_summed(found), parts=tuple(read_from(name, found[name]) for name in WHOLE))
    found = {"npv": npv, **found, **_yearly(npv, found["npv.given_up"], factors)}
    years = in_place(plan, factors)
    if years:
        found["break_even.in_place"] = _times(npv, -1 / years, "npv")
    for more in longer(assignment):
        span = range(assignment.first_year, assignment.first_year + more)
        factors = discount_factors(assignment, span)
        found[f"npv.{more}"] = one = _summed(_against(own, theirs, valuation, factors))
        found[f"break_even.{more}"] = _times(one, -1 / annuity(factors), f"npv.{more}")
    return found


def annual_values(courses: Mapping[str, Course], valuation: Valuation, zero: str) -> dict[str, Outcome]:
    """The same yearly amount as in `economics` of each plan, when only that is asked for; kroner a year."""
    factors = discount_factors(courses[zero].plan.today.assignment)
    theirs = _whole(courses[zero], valuation, factors)
    found: dict[str, Outcome] = {}
    for name, one in courses.items():
        own = theirs if name == zero else _whole(one, valuation, factors)
        npv = _summed({part: own[part] - theirs[part] for part in own})
        found[name] = _times(npv, 1 / annuity(factors), "npv")
    return found


def in_place(plan: Plan, factors: Factors) -> float:
    """How many years, each counted by its factor, all that a plan changes is in place.

    From the last start until the years end, or until the last of what is only tried ends; 0 when nothing is
    ever in place within the years. Effects without a price can be had in this time, and hardly before.
    """
    changes = [dated.change for dated in plan.changes]
    if not changes:
        return 0.0
    lasting = [change for change in changes if change.until is None]
    ends = max((change.until for change in changes if change.until is not None), default=None)
    end = year_span(max(factors))[1] if lasting or ends is None else ends
    return discounted_years(max(change.start for change in lasting or changes), end, factors)


def longer(assignment: Assignment) -> tuple[int, ...]:
    """How many years the sensitivity figures look ahead."""
    return tuple(years for years in LONGER if years > assignment.horizon)


def _yearly(npv: Outcome, given_up: Outcome, factors: Factors) -> dict[str, Outcome]:
    """The same amount every year with the same present value, and what it asks of effects without a price."""
    over_years = annuity(factors)
    annual = _times(npv, 1 / over_years, "npv")
    even = _times(annual, -1.0, "annual_value")
    counted = even + _times(given_up, 1 / over_years, "npv.given_up")
    parts = (read_from("break_even", even), read_from("npv.given_up", given_up))
    return {
        "annual_value": annual,
        "break_even": even,
        "break_even.given_up": replace(counted, parts=parts),
    }


def _times(outcome: Outcome, factor: float, name: str) -> Outcome:
    return replace(outcome, values=factor * outcome.values, parts=(read_from(name, outcome),))


def _summed(found: dict[str, Outcome]) -> Outcome:
    first, *others = (found[name] for name in WHOLE)
    return sum(others, first)


@dataclass(frozen=True, slots=True)
class Course:
    """A plan, and what flows through it whatever the years that are looked at."""

    plan: Plan
    flows: tuple[Flow, ...]


def course(plan: Plan) -> Course:
    """A plan with its flows."""
    return Course(plan, tuple(flows(plan)))


def _against(mine: Course, zero: Course | None, valuation: Valuation, factors: Factors) -> dict[str, Outcome]:
    """The parts of the present value, less those of the zero alternative, draw by draw."""
    own = _present_values(mine, valuation, factors)
    if zero is None:
        return own
    theirs = own if zero is mine else _present_values(zero, valuation, factors)
    return {name: one - theirs[name] for name, one in own.items()}


def _present_values(one: Course, valuation: Valuation, factors: Factors) -> dict[str, Outcome]:
    """The parts of the net present value; what rows give up; and each party's budget, tax cost apart."""
    worth = _worth(one, valuation, factors)
    return {
        **_whole(one, valuation, factors),
        "npv.given_up": worth.of(lambda flow: flow.given_up),
        **{f"npv.party.{party}": worth.of(partial(_gained, party)) for party in PARTIES},
    }


def _whole(one: Course, valuation: Valuation, factors: Factors) -> dict[str, Outcome]:
    """The parts of the net present value."""
    worth = _worth(one, valuation, factors)
    lost = lost_work(one.plan, valuation, factors)
    nothing = Outcome(0 * lost.values)
    return {
        "npv.resources": worth.of(lambda flow: -flow.resources),
        "npv.residual": residual_value(worth.flows, valuation, factors),
        "npv.dip": nothing - lost,
        "npv.tax": worth.of(lambda flow: -flow.public, tax_cost(one.plan.today.assignment), "tax"),
    }


def _worth(one: Course, valuation: Valuation, factors: Factors) -> Worth:
    spans = {(flow.first, flow.end) for flow in one.flows}
    return Worth(one.flows, valuation, {span: discounted_years(*span, factors) for span in spans})


def _gained(party: Party, flow: Flow) -> int:
    return flow.gains.get(party, 0)


@dataclass(frozen=True)
class Worth:
    """Flows, and what is needed to sum them up in the comparison year: the discounted years of each span."""

    flows: tuple[Flow, ...]
    valuation: Valuation
    years: Mapping[tuple[Month, Month], float]

    def of(self, weigh: Callable[[Flow], int], price: Expression = ONE, purpose: str = "") -> Outcome:
        """The flows that weigh something, times a price, discounted and summed; kroner."""
        found = Sum(self.valuation)
        for flow in self.flows:
            if sign := weigh(flow):
                kind, id_, why = flow.part
                weight = sign * self.years[flow.first, flow.end]
                found.add(times(price, flow.amount), weight, flow.source, (kind, id_, purpose or why))
        return found.outcome
